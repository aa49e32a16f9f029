// Force majeure on the web page, in English: proofs one by one, straight to management, a promise for the return, the leaving (A6.3.3a–A6.3.3b).
import { expect } from 'vitest'
import { forceMajeure } from '../../machines/force-majeure.ts'
import { leave } from './leaving.ts'
import { test, wholeCase } from './office.ts'
import { waitsFor } from './reasons.ts'
import { replay } from './replays.ts'

const proofs = ['diagnosis', 'hospital-bill']

test('a student leaves through force majeure', { timeout: wholeCase }, async ({ office }) => {
  const desk = (username: string) => office.desk(username, { locale: 'en' })
  const frontDesk = await desk('front-desk')
  const number = await frontDesk.open(forceMajeure, {
    student: 'S202511',
    enrolments: ['英语综合'],
    wishedDate: '2026-03-16',
    saidBy: 'student',
    channel: 'email',
    proofs: proofs.map((name) => ({ name: `${name}.pdf`, text: name })),
    kind: 'illness',
    account: 'In hospital since the end of February.',
  })
  const wait = waitsFor('customer-service')
  const checking = 'verification.proofs.checking'
  await frontDesk.shows({ steps: [checking], offers: [], blocked: { 'proof.confirmed': wait } })

  const service = await desk('customer-service')
  await service.takeUp(number)
  const others = ['request.returned', 'request.foundNotGenuine', 'request.revoked']
  await service.shows({
    steps: [checking],
    offers: ['proof.confirmed', 'proof.setAside', ...others],
    blocked: { 'verification.completed': forceMajeure.guards.proofHolds.unmet },
  })
  await service.act('proof.confirmed', { proof: 'diagnosis.pdf', checked: 'Asked at the hospital by phone.' })
  await service.act('proof.setAside', { proof: 'hospital-bill.pdf', reason: 'Not legible.' })
  await service.shows({ steps: [checking], offers: ['verification.completed', ...others] })
  await service.act('verification.completed', { remark: 'Genuine.' })
  await service.shows({ steps: ['approval.deciding'], offers: ['proposal.recalled', 'request.revoked'] })

  const manager = await desk('management')
  await manager.go('approvals')
  await manager.approvalSays(number, '何静', 'diagnosis.pdf')
  await manager.decide(number, 'approval.granted', { remark: 'Granted. Get well soon.' })

  await service.takeUp(number)
  await service.shows({
    steps: ['assistance'],
    offers: ['return.promised', 'materials.kept', 'assistance.declined', 'request.revoked'],
  })
  await service.act('return.promised', { until: '2027-03-01', percent: '20' })

  await leave(desk, number, { amount: 'CNY 1,100.00', revocable: true, told: 'student' })
  await service.showsEnd('left')

  const auditor = await desk('auditor')
  await auditor.takeUp(number, 'closed')
  expect((await replay(auditor)).at(-1)).toEqual(['Left through force majeure'])
})
