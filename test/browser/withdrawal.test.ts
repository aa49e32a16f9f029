// A withdrawal on the web page, from the application to the return visit (A6.1.1–A6.1.4).
import { expect } from 'vitest'
import { roles } from '../../machines/departments.ts'
import { withdrawal } from '../../machines/withdrawal.ts'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { leave } from './leaving.ts'
import { test, wholeCase } from './office.ts'
import { waitsFor } from './reasons.ts'
import { replay } from './replays.ts'

test('a withdrawal goes from the application to the return visit', { timeout: wholeCase }, async ({ office }) => {
  const frontDesk = await office.desk('front-desk')
  const number = await frontDesk.open(withdrawal, {
    student: 'S202501',
    enrolments: ['英语综合'],
    wishedDate: '2026-03-20',
    saidBy: 'student',
    channel: 'on-site',
    evidence: [{ name: '退学申请书.pdf', text: '本人申请退学。' }],
    category: 'relocation',
    reason: '全家迁往外地。',
  })
  const checks = ['acceptance.identity.open', 'acceptance.enrolment.open', 'acceptance.genuineness.open', 'acceptance.retention.offered']
  const wait = waitsFor('customer-service')
  await frontDesk.shows({ steps: checks, offers: [], blocked: { 'identity.confirmed': wait, 'retention.failed': wait } })

  const service = await office.desk('customer-service')
  await service.takeUp(number)
  const whileAccepting = ['request.returned', 'request.foundNotGenuine', 'request.revoked']
  const talk = ['retention.succeeded', 'retention.failed', 'retention.declined', 'retention.notReached']
  const confirmed = ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed']
  await service.shows({ steps: checks, offers: [...confirmed, ...talk, ...whileAccepting] })
  for (const type of confirmed) await service.act(type)
  await service.shows({ steps: ['acceptance.retention.offered'], offers: [...talk, ...whileAccepting] })
  await service.act('retention.failed', { saidBy: 'student', channel: 'phone', result: '已沟通，仍决定离开。' })
  await service.shows({ steps: ['financeReview'], offers: ['request.revoked'], blocked: { 'payments.reviewed': waitsFor('finance') } })

  const finance = await office.desk('finance')
  await finance.takeUp(number)
  await finance.shows({ steps: ['financeReview'], offers: ['payments.reviewed', 'review.returned'] })
  await finance.act('payments.reviewed', { remark: '缴费无误，没有欠费。' })
  await finance.shows({
    steps: ['approval.deciding'],
    offers: ['proposal.recalled'],
    blocked: { 'approval.granted': waitsFor('management') },
  })

  const manager = await office.desk('management')
  await manager.go('approvals')
  await manager.approvalSays(number, '钱敏', '20,470.84 元', '退学申请书.pdf')
  await manager.decide(number, 'approval.granted', { remark: '同意。' })

  await leave((username) => office.desk(username), number, { amount: '20,470.84 元', released: true, revocable: true })
  await service.showsEnd('withdrawn')

  const auditor = await office.desk('auditor')
  await auditor.takeUp(number, 'closed')
  const frames = await replay(auditor)
  expect(frames[0]).toHaveLength(checks.length)
  expect(frames.at(-1)).toEqual(['已退学'])
})

test('whoever may open a case of a kind is told what becomes of it; whoever may not, who may', async ({ office }) => {
  const { page } = await office.desk('finance')
  await page.goto(`/open/${withdrawal.name}`)
  await page.getByText(t.open.notThis).waitFor()
  await page.getByText(`可立案角色：${withdrawal.opening.by.map((role) => roles[role].label['zh-CN']).join('、')}`).waitFor()
  expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0)
  const { page: opening } = await office.desk('front-desk')
  await opening.goto(`/open/${withdrawal.name}`)
  await opening.getByText('第一步“受理核实”由客服部办理').waitFor()
})
