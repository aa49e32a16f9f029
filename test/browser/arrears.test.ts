// Arrears on the web page: a notice, instalments that are missed, rounds of dunning, at last the dismissal (A6.3.1a–A6.3.1c).
import { expect } from 'vitest'
import { arrears } from '../../machines/arrears.ts'
import type { Answers } from './fields.ts'
import { leave } from './leaving.ts'
import { test, wholeCase } from './office.ts'
import { waitsFor } from './reasons.ts'
import { replay } from './replays.ts'

const evidence = (name: string) => [{ name: `${name}.pdf`, text: name }]
const dunning: Answers = {
  channels: ['phone'],
  evidence: evidence('通话记录'),
  cause: 'hardship',
  offered: 'instalments',
  reason: '近期周转困难。',
}

test('arrears go from the first notice to the dismissal', { timeout: wholeCase }, async ({ office }) => {
  const finance = await office.desk('finance')
  const number = await finance.open(arrears, { student: '学员02', enrolments: ['英语综合'], owedSince: '2026-02-09' })
  await finance.shows({ steps: ['notice'], offers: ['payment.recorded'], blocked: { 'reminder.sent': waitsFor('customer-service') } })

  const [service, admin] = [await office.desk('customer-service'), await office.desk('admin')]
  await service.takeUp(number)
  await service.shows({ steps: ['notice'], offers: ['reminder.sent', 'reminder.attempted'] })
  await service.act('reminder.sent', {
    channels: ['phone', 'sms'],
    evidence: evidence('短信截图'),
    message: '您尚欠学费 1,200 元，请于 3 月 16 日前缴清；一直不缴可能导致退学。',
  })
  const solutions = ['instalments.agreed', 'concession.asked']
  await service.shows({ steps: ['awaitingPayment'], offers: solutions })

  await admin.moveClock(8)
  await service.takeUp(number)
  await service.shows({ steps: ['dunning'], offers: ['dunning.recorded', 'reminder.attempted', ...solutions] })
  await service.act('dunning.recorded', dunning)
  await service.act('instalments.agreed', {
    saidBy: 'guardian',
    channel: 'on-site',
    plan: [
      { date: '2026-03-20', amountFen: '600' },
      { date: '2026-04-20', amountFen: '600.00' },
    ],
  })
  await service.shows({ steps: ['instalments'], offers: [] })

  await admin.moveClock(4)
  await service.takeUp(number)
  await service.shows({ steps: ['dunning'], offers: ['dunning.recorded', 'reminder.attempted', ...solutions] })
  await service.act('dunning.recorded', dunning)
  await service.shows({ steps: ['awaitingPayment'], offers: solutions })

  await admin.moveClock(20)
  await finance.takeUp(number)
  await finance.shows({ steps: ['dismissalProposal'], offers: ['dismissal.proposed', 'dunning.resumed', 'payment.recorded'] })
  await finance.act('dismissal.proposed', { reason: '三轮催缴均无结果，已超过三十天。' })
  await finance.shows({
    steps: ['approval.deciding'],
    offers: ['proposal.recalled', 'payment.recorded'],
    blocked: { 'approval.granted': waitsFor('management') },
  })

  const manager = await office.desk('management')
  await manager.go('approvals')
  await manager.approvalSays(number, '钱敏', '短信截图.pdf', '三轮催缴均无结果，已超过三十天。', '预计应退')
  await manager.decide(number, 'approval.granted')
  await leave((username) => office.desk(username), number, { amount: '2,021.67 元', whileOpen: ['payment.recorded'] })
  await service.showsEnd('dismissed')

  const auditor = await office.desk('auditor')
  await auditor.takeUp(number, 'closed')
  const frames = await replay(auditor)
  expect(frames[0]).toEqual(['首次催缴通知'])
  expect(frames.at(-1)).toEqual(['因欠费退学'])
})
