// A transfer on the web page: checks while the receiving institution is asked, two managers, papers and fees, three follow-ups (A6.2.1–A6.2.4).
import { expect } from 'vitest'
import { transfer } from '../../machines/transfer.ts'
import type { Desk } from './desk.ts'
import { titled } from './fields.ts'
import { settle } from './leaving.ts'
import { test, wholeCase } from './office.ts'
import { bothGrant, waitsFor } from './reasons.ts'
import { replay } from './replays.ts'

const decisions = ['approval.granted', 'approval.refused', 'approval.returned', 'coApprover.added']
const paper = (name: string) => [{ name: `${name}.pdf`, text: name }]

test('a transfer goes from the application to the third follow-up', { timeout: wholeCase }, async ({ office }) => {
  const service = await office.desk('customer-service')
  const number = await service.open(transfer, {
    student: '学员05',
    enrolments: ['英语综合'],
    wishedDate: '2026-03-31',
    saidBy: 'student',
    channel: 'online',
    category: 'relocation',
    reason: '父母工作调动。',
    institution: '海州外国语培训学校',
  })
  await accept(service)

  const finance = await office.desk('finance')
  await finance.takeUp(number)
  await finance.act('payments.reviewed')
  await finance.shows({ steps: ['approval.deciding'], offers: ['proposal.recalled'] })

  const [manager, second] = [await office.desk('management'), await office.desk('management-2')]
  await manager.takeUp(number)
  await manager.shows({ steps: ['approval.deciding'], offers: decisions })
  await manager.act('coApprover.added', { user: '赵宁' })
  await second.takeUp(number)
  await second.shows({
    steps: ['approval.deciding'],
    offers: ['approval.refused', 'approval.returned'],
    blocked: { 'approval.granted': bothGrant },
  })
  await manager.act('approval.granted')
  await manager.shows({
    steps: ['approval.coDeciding'],
    offers: ['approval.refused', 'approval.returned'],
    blocked: { 'approval.granted': bothGrant },
  })
  await second.go('approvals')
  await second.decide(number, 'approval.granted', { remark: '同意转学。' })

  await service.takeUp(number)
  await service.shows({ steps: ['leaving.notice'], offers: ['notice.delivered', 'notice.attempted', 'request.revoked'] })
  await service.act('notice.delivered', { channel: 'phone', message: '转学已获批准，请来校领取材料。' })

  await issuePapers(await office.desk('teaching'), number)
  await settle((username) => office.desk(username), number, { amount: '1,154.17 元', at: 'leaving.handling.fees.settlement' })

  const admin = await office.desk('admin')
  for (const [visit, days] of [
    ['first', 31],
    ['second', 60],
    ['third', 90],
  ] as const) {
    await admin.moveClock(days)
    await service.takeUp(number)
    await service.shows({ steps: [`followUp.${visit}`], offers: ['visit.recorded', 'visit.attempted'] })
    await service.act('visit.recorded', { channel: 'phone', situation: 'settled', answer: '已适应新学校。' })
  }
  await service.showsEnd('transferred')

  const auditor = await office.desk('auditor')
  await auditor.takeUp(number, 'closed')
  expect((await replay(auditor)).at(-1)).toEqual(['已转学'])
})

/** The checks, and meanwhile the receiving institution; its consent is not taken without evidence. */
async function accept(service: Desk) {
  const whileAccepting = ['request.returned', 'request.revoked']
  const asking = ['receiver.accepted', 'receiver.refused', 'receiver.attempted']
  await service.act('identity.confirmed')
  await service.act('enrolment.confirmed')
  await service.act('retention.declined', { saidBy: 'student', channel: 'phone' })
  await service.shows({ steps: ['acceptance.receiver.asking'], offers: [...asking, ...whileAccepting] })
  const form = await service.begin('receiver.accepted')
  await service.answer(form, 'receiver.accepted', { channel: 'email', answer: '同意接收，联系人陈老师。' })
  await service.submit(form)
  await titled(form, '同意接收的凭据').getByText(service.t.form.required).waitFor()
  await service.answer(form, 'receiver.accepted', { evidence: paper('接收函') })
  await service.submit(form)
  await form.waitFor({ state: 'hidden' })
  await service.shows({
    steps: ['financeReview'],
    offers: ['request.revoked'],
    blocked: { 'payments.reviewed': waitsFor('finance') },
  })
}

async function issuePapers(teaching: Desk, number: string) {
  const papers = 'leaving.handling.papers.certificates'
  const issuing = `${papers}.issuing`
  const fees = 'leaving.handling.fees.settlement.proposal'
  await teaching.takeUp(number)
  await teaching.shows({
    steps: [`${issuing}.certificate.pending`, `${issuing}.progressRecord.pending`, fees],
    offers: ['certificate.issued', 'progressRecord.issued'],
    blocked: { 'settlement.proposed': waitsFor('finance') },
  })
  await teaching.act('certificate.issued', { number: 'ZM-2026-001', document: paper('学习证明') })
  await teaching.act('progressRecord.issued', { document: paper('成绩单') })
  await teaching.shows({ steps: [`${papers}.filing`, fees], offers: ['file.sealed'] })
  await teaching.act('file.sealed')
  await teaching.shows({ steps: [fees], offers: [] })
}
