// The leaving formalities on the web page, each step by whoever it belongs to (A6.1.3–A6.1.4).
import { expect } from 'vitest'
import type { Label } from '../../machines/label.ts'
import { settlementEvents } from '../../machines/shared/settlement.ts'
import { type Desk, filled } from './desk.ts'
import type { Answers } from './fields.ts'
import { waitsFor } from './reasons.ts'

/** Who sits at which desk. */
export type Desks = (username: string) => Promise<Desk>
/**
 * `amount` is how the refund reads on the page; `released`: it needs a manager; `revocable`: the student asked for it and may revoke;
 * `at`: the settlement’s path; `told`: to whom notice is given, where the form asks; `whileOpen`: what else finance may record until it is confirmed.
 */
export type Leaving = { amount: string; released?: boolean; revocable?: boolean; at?: string; told?: string; whileOpen?: string[] }

/** The four eyes of the settlement. */
const anotherPerson: Label = settlementEvents('student')['settlement.confirmed'].person!.unmet

/** From the notice to the recorded return visit. */
export async function leave(desk: Desks, number: string, leaving: Leaving) {
  await giveNotice(await desk('customer-service'), number, leaving)
  await settle(desk, number, leaving)
  await handOver(await desk('teaching'), number)
  await (await desk('admin')).moveClock(31)
  await visit(await desk('customer-service'), number)
}

async function giveNotice(service: Desk, number: string, { revocable, told }: Leaving) {
  await service.takeUp(number)
  const offers = ['notice.delivered', 'notice.attempted', ...(revocable ? ['request.revoked'] : [])]
  await service.shows({ steps: ['formalities.notice'], offers })
  const notice: Answers = {
    channel: 'phone',
    evidence: [{ name: '通话记录.pdf', text: '已通知。' }],
    message: '已获批准，请来校办理手续。',
  }
  await service.act('notice.delivered', told ? { told, ...notice } : notice)
}

/** Proposed by one person of finance, confirmed by another, released by a manager when large, paid once. */
export async function settle(desk: Desks, number: string, { amount, released, at = 'formalities.settlement', whileOpen = [] }: Leaving) {
  const finance = await desk('finance')
  await finance.takeUp(number)
  await finance.act('settlement.proposed')
  await finance.shows({
    steps: [`${at}.confirmation`],
    offers: ['settlement.rejected', ...whileOpen],
    blocked: { 'settlement.confirmed': anotherPerson },
  })
  const second = await desk('finance-2')
  await second.takeUp(number)
  const form = await second.begin('settlement.confirmed')
  expect(await form.innerText()).toContain(amount)
  await second.submit(form)
  await form.waitFor({ state: 'hidden' })
  if (released) await release(desk, number, amount)
  await finance.takeUp(number)
  await finance.shows({ steps: [`${at}.payment`], offers: ['refund.paid', 'refund.failed', 'settlement.rejected', ...whileOpen] })
  await finance.act('refund.paid', { voucher: 'FK-2026-0309' })
}

async function release(desk: Desks, number: string, amount: string) {
  const manager = await desk('management-2')
  await manager.go('approvals')
  await manager.approvalSays(number, amount)
  await manager.decide(number, 'settlement.released')
}

async function handOver(teaching: Desk, number: string) {
  await teaching.takeUp(number)
  await teaching.shows({
    steps: ['formalities.handover.materials.pending', 'formalities.handover.file.open'],
    offers: ['materials.handedOver', 'handover.attempted', 'file.sealed'],
  })
  await teaching.act('materials.handedOver', { remark: '教材一套、作业本两册。' })
  await teaching.act('file.sealed')
  await teaching.shows({
    steps: ['formalities.returnVisit'],
    offers: [],
    blocked: { 'visit.recorded': waitsFor('customer-service') },
  })
}

async function visit(service: Desk, number: string) {
  // A page that was open all the while learns only by and by that the time was moved.
  await service.page.reload()
  await service.takeUp(number)
  await service.shows({ steps: ['formalities.returnVisit'], offers: ['visit.recorded', 'visit.attempted'] })
  await service.page
    .getByText(filled(service.t.due.overdueWorking_one, { count: 1 }))
    .first()
    .waitFor()
  await service.act('visit.recorded', { channel: 'phone', answer: '一切顺利，感谢机构。' })
}
