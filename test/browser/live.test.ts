// A page that is open while others work: it follows by itself, says who did what, and moves nothing under whoever types.
import { expect } from 'vitest'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { filled } from './desk.ts'
import { test, wholeCase } from './office.ts'
import { openedWithdrawal } from './prepared.ts'
import { settled } from './sights.ts'

const acceptance = ['acceptance.enrolment.open', 'acceptance.genuineness.open', 'acceptance.retention.offered']

test('a case that somebody looks at follows what another person does, and says who did what', { timeout: wholeCase }, async ({
  office,
}) => {
  const { id, number } = await openedWithdrawal(office)
  const watcher = await office.desk('management')
  await watcher.takeUp(number, 'all')
  await watcher.page.getByRole('article').first().waitFor()
  await (await office.as('customer-service')).advance(id, 'identity.confirmed')
  await watcher.page
    .getByRole('status')
    .getByText(filled(t.history.sentence, { who: '何静', what: '身份核实无误' }))
    .waitFor()
  await watcher.shows({ steps: acceptance, offers: [], blocked: {} })
  await watcher.page.getByRole('article').first().getByText('身份核实无误', { exact: true }).waitFor()
})

test('the worklist and the number of approvals follow too', { timeout: wholeCase }, async ({ office }) => {
  const manager = await office.desk('management')
  const service = await office.desk('customer-service')
  const { id, number } = await openedWithdrawal(office)
  await service.page.getByRole('link', { name: number }).waitFor()
  const [serviceThere, financeThere] = [await office.as('customer-service'), await office.as('finance')]
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.declined'])
    await serviceThere.advance(id, type)
  await financeThere.advance(id, 'payments.reviewed')
  await manager.page.getByRole('link', { name: `${t.nav.approvals} 1` }).waitFor()
})

test('what others do while a form is being filled in is shown below it, and moves no word', { timeout: wholeCase }, async ({ office }) => {
  const { id, number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  await desk.takeUp(number)
  const form = await desk.begin('retention.failed')
  await desk.answer(form, 'retention.failed', { saidBy: 'student', channel: 'phone' })
  const words = form.getByRole('textbox')
  await words.pressSequentially('学员表示')
  const before = await words.boundingBox()

  await (await office.as('management')).act(id, 'comment.added', { comment: '请注意语气。' })
  const other = await office.as('front-desk')
  await other.act(id, 'attachment.added')
  const meanwhile = form.getByRole('region', { name: t.meanwhile.title })
  await meanwhile.getByText(/补充了 1 份附件/).waitFor()
  await meanwhile.getByText('请注意语气。').waitFor()
  expect(await words.boundingBox()).toEqual(before)
  expect(await words.evaluate((node) => node === document.activeElement)).toBe(true)
  await words.pressSequentially('仍要离开')
  expect(await words.inputValue()).toBe('学员表示仍要离开')
  await desk.submit(form)
  await form.waitFor({ state: 'hidden' })
})

test('a connection that broke is taken up again, and nothing that happened meanwhile is missed', { timeout: wholeCase }, async ({
  office,
}) => {
  const { id, number } = await openedWithdrawal(office)
  const watcher = await office.desk('management')
  await watcher.takeUp(number, 'all')
  await watcher.page.getByRole('article').first().waitFor()
  // What a page fetches at leisure is there.
  await settled(watcher.page)
  office.expectRefusal({ status: 0, path: '/api/' })
  await watcher.page.context().setOffline(true)
  await watcher.page.evaluate(() => fetch('/api/session').catch(() => {}))
  await (await office.as('customer-service')).advance(id, 'identity.confirmed')
  await watcher.page.context().setOffline(false)
  await watcher.page.getByRole('article').first().getByText('身份核实无误', { exact: true }).waitFor()
})
