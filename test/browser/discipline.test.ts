// Misconduct on the web page: education, observation, a repetition, the hearing, and the dismissal (A6.3.2a–A6.3.2d).
import { expect } from 'vitest'
import { discipline } from '../../machines/discipline.ts'
import type { Desk } from './desk.ts'
import { leave } from './leaving.ts'
import { test, wholeCase } from './office.ts'
import { handledIt, waitsFor } from './reasons.ts'
import { replay } from './replays.ts'

const { unmet: notProposer } = discipline.events['statement.recorded'].person!

test('misconduct goes from the report to the dismissal', { timeout: wholeCase }, async ({ office }) => {
  const manager = await office.desk('management')
  const number = await manager.open(discipline, {
    student: '学员04',
    enrolments: ['英语综合'],
    occurredAt: '2026-03-06 16:30',
    evidence: [{ name: '监控截图.pdf', text: '教室监控' }],
    place: '城东校区 302 教室',
    conduct: '上课时与同学打架。',
  })
  const [teaching, service] = [await office.desk('teaching'), await office.desk('customer-service')]
  await educate(teaching, service, number)
  await repeat(await office.desk('front-desk'), number)
  await propose(teaching, number)

  await service.takeUp(number)
  await service.shows({ steps: ['hearing'], offers: ['statement.recorded', 'statement.waived'] })
  await service.act('statement.recorded', { saidBy: 'guardian', channel: 'on-site', statement: '孩子有错，希望再给一次机会。' })

  await manager.takeUp(number)
  await manager.shows({ steps: ['approval.deciding'], offers: [], blocked: { 'approval.granted': handledIt } })
  const second = await office.desk('management-2')
  await second.go('approvals')
  await second.approvalSays(number, '周岚', '监控截图.pdf', '学员守则.pdf')
  await second.decide(number, 'approval.granted', { remark: '依规处理。' })

  await leave((username) => office.desk(username), number, { amount: '9,763.34 元' })
  await service.showsEnd('dismissed')

  const auditor = await office.desk('auditor')
  await auditor.takeUp(number, 'closed')
  expect((await replay(auditor)).at(-1)).toEqual(['已退学处理'])
})

/** The talk by teaching; a minor's guardian is told by customer service. */
async function educate(teaching: Desk, service: Desk, number: string) {
  await teaching.takeUp(number)
  const guardian = ['guardian.told', 'guardian.attempted']
  await teaching.shows({
    steps: ['education.talk.open', 'education.guardian.telling'],
    offers: ['talk.held', 'talk.attempted', ...guardian, 'misconduct.unfounded'],
  })
  await teaching.act('talk.held', { acknowledged: true, promised: false, talk: '说明打架的性质与后果。' })
  await service.followNotice(number)
  await service.shows({
    steps: ['education.guardian.telling'],
    offers: guardian,
    blocked: { 'misconduct.unfounded': waitsFor('teaching') },
  })
  await service.act('guardian.told', { channel: 'phone', answer: '家长表示配合教育。' })
  await service.shows({ steps: ['observation'], offers: ['misconduct.repeated'] })
}

async function repeat(witness: Desk, number: string) {
  await witness.takeUp(number, 'all')
  await witness.act('misconduct.repeated', { occurredAt: '2026-03-09 09:00', place: '前台大厅', conduct: '再次推搡同学。' })
}

/** Whoever proposes the dismissal does not write down the student's side. */
async function propose(teaching: Desk, number: string) {
  await teaching.takeUp(number)
  await teaching.shows({
    steps: ['dismissalProposal'],
    offers: ['dismissal.proposed', 'education.repeated', 'repetition.unfounded', 'misconduct.unfounded'],
  })
  await teaching.act('dismissal.proposed', {
    rule: 'XY-12',
    evidence: [{ name: '学员守则.pdf', text: '学员守则' }],
    grounds: '教育后三日内再次违规。',
  })
  await teaching.shows({
    steps: ['hearing'],
    offers: ['proposal.recalled', 'misconduct.unfounded'],
    blocked: { 'statement.recorded': notProposer },
  })
}
