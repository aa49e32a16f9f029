// What was typed and not sent: kept over a reload, a lost connection and a lost session, for its author only, until it is recorded or let go.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { withdrawal } from '../../machines/withdrawal.ts'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { type Desk, filled, patience } from './desk.ts'
import { test, wholeCase } from './office.ts'
import { openedWithdrawal } from './prepared.ts'

const result = '学员表示家中搬迁，去意已决。'
const typed = { saidBy: 'student', channel: 'phone', result }

async function halfFilled(desk: Desk, number: string) {
  await desk.takeUp(number)
  const form = await desk.begin('retention.failed')
  await desk.answer(form, 'retention.failed', typed)
  return form
}
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('anjuan.draft')))
const restoredLine = (form: Locator) => form.getByText(new RegExp(filled(t.draft.restored, { when: '\\d\\d:\\d\\d' })))
const times = async (page: Page, label: string) => page.getByRole('article').getByText(label, { exact: true }).count()

test('a half-filled form survives a reload, says when it was begun, and is gone once it is recorded', { timeout: wholeCase }, async ({
  office,
}) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  await halfFilled(desk, number)
  await page.reload()
  await page.getByRole('list', { name: t.draft.title }).getByText('已沟通，学员仍要离开').waitFor()
  const form = await desk.begin('retention.failed')
  await restoredLine(form).waitFor()
  expect(await form.getByRole('textbox').inputValue()).toBe(result)
  await desk.submit(form)
  await form.waitFor({ state: 'hidden' })
  expect(await kept(page)).toEqual([])
  expect(await page.getByRole('list', { name: t.draft.title }).count()).toBe(0)
})

test('a draft is let go by its author, in the form or beside the step', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  await halfFilled(desk, number)
  await page.reload()
  const form = await desk.begin('retention.failed')
  await restoredLine(form).waitFor()
  await form.getByRole('button', { name: t.draft.discard }).click()
  expect(await form.getByRole('textbox').inputValue()).toBe('')
  expect(await kept(page)).toEqual([])
  await desk.answer(form, 'retention.failed', { result })
  await form.getByRole('button', { name: t.form.cancel }).click()
  await page.getByRole('button', { name: `${t.draft.discard} 已沟通，学员仍要离开` }).click()
  await expect.poll(() => kept(page)).toEqual([])
})

test('the form that opens a case is kept with all its choices', { timeout: wholeCase }, async ({ office }) => {
  const { page, beginCase, finishCase } = await office.desk('front-desk')
  await beginCase(withdrawal, { student: 'S202501', enrolments: ['英语综合'], saidBy: 'student', channel: 'phone', reason: result })
  await expect.poll(() => kept(page)).toHaveLength(1)
  await page.reload()
  await restoredLine(page.locator('main form')).waitFor()
  const number = await finishCase(withdrawal, { category: 'schedule', wishedDate: '2026-03-20' })
  await page.getByText(result).waitFor()
  await page
    .getByText(/英语综合/)
    .first()
    .waitFor()
  expect(number).toBe('TX-2026-000001')
  expect(await kept(page)).toEqual([])
})

test('another person at the same computer finds nothing of it; whoever signs out is asked what shall become of it', {
  timeout: wholeCase,
}, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  await halfFilled(desk, number)
  await page.reload()
  await page.getByRole('list', { name: t.draft.title }).waitFor()
  const leave = async (how: string) => {
    await page.getByRole('banner').getByRole('button', { name: /（/ }).click()
    await page.getByRole('button', { name: t.nav.signOut }).click()
    const question = page.getByRole('dialog').filter({ hasText: filled(t.draft.leaving_one, { count: 1 }) })
    await question.getByRole('button', { name: how }).click()
  }
  await leave(t.draft.stay)
  expect(await kept(page)).toHaveLength(1)
  await leave(t.draft.keepAndLeave)
  await page.getByRole('button', { name: '许诺' }).click()
  await page.getByRole('banner').waitFor()
  await desk.takeUp(number)
  await page.getByRole('article').first().waitFor()
  expect(await page.getByRole('list', { name: t.draft.title }).count()).toBe(0)
  await page.getByRole('banner').getByRole('button', { name: /（/ }).click()
  await page.getByRole('button', { name: t.nav.signOut }).click()
  await page.getByRole('button', { name: '何静' }).click()
  await page.getByRole('banner').waitFor()
  await desk.takeUp(number)
  await page.getByRole('list', { name: t.draft.title }).waitFor()
  await leave(t.draft.dropAndLeave)
  await page.getByRole('button', { name: '何静' }).waitFor()
  expect(await kept(page)).toEqual([])
})

test('whoever signs out the moment after a word was typed is asked too', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  await desk.takeUp(number)
  const menu = page.getByRole('banner').getByRole('button', { name: /（/ })
  const comment = page.getByRole('textbox', { name: t.comments.write })
  await menu.click()
  await comment.evaluate((box: HTMLTextAreaElement) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(box, '家长来电')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await page.getByRole('button', { name: t.nav.signOut }).click()
  const question = page.getByRole('dialog').filter({ hasText: filled(t.draft.leaving_one, { count: 1 }) })
  await question.getByRole('button', { name: t.draft.stay }).click()
  expect(await kept(page)).toHaveLength(1)
})

test('what is sent while the connection is lost goes by itself when it is back, and is recorded once', { timeout: wholeCase }, async ({
  office,
}) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  const form = await halfFilled(desk, number)
  office.expectRefusal({ status: 0, path: '/api/' })
  await page.context().setOffline(true)
  await desk.submit(form)
  await form.getByText(t.form.onceBack).waitFor()
  expect(await form.getByRole('textbox').inputValue()).toBe(result)
  await page.context().setOffline(false)
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('article').first().getByText('已沟通，学员仍要离开', { exact: true }).waitFor()
  expect(await times(page, '已沟通，学员仍要离开')).toBe(1)
})

/** The request arrives, its answer does not; the keys that requests to this address carry from then on. */
async function losesAnswers(page: Page, address: string) {
  const keys: (string | undefined)[] = []
  await page.route(address, async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    await route.fetch()
    await route.abort('connectionfailed')
  })
  const answers = async () => {
    await page.unroute(address)
    await page.route(address, async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      await route.continue()
    })
  }
  return { keys, answers }
}

test('an answer that was lost is asked for again under the same key: recorded once', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  const line = await losesAnswers(page, '**/retention.failed')
  office.expectRefusal({ status: 0, path: '/api/withdrawal@1/' })
  const form = await halfFilled(desk, number)
  await desk.submit(form)
  await form.getByText(t.form.kept).waitFor()
  await page.getByRole('article').getByText('已沟通，学员仍要离开', { exact: true }).waitFor()
  await line.answers()
  await desk.submit(form)
  await form.waitFor({ state: 'hidden' })
  expect(line.keys).toHaveLength(2)
  expect(line.keys[1]).toBe(line.keys[0])
  expect(await times(page, '已沟通，学员仍要离开')).toBe(1)
  expect(await kept(page)).toEqual([])
})

test('whoever reloads the page after a lost answer is told what was recorded', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  await losesAnswers(page, '**/retention.failed')
  office.expectRefusal({ status: 0, path: '/api/withdrawal@1/' })
  const form = await halfFilled(desk, number)
  await desk.submit(form)
  await form.getByText(t.form.kept).waitFor()
  await page.reload()
  await page.getByText(filled(t.draft.arrived, { what: '已沟通，学员仍要离开' })).waitFor()
  expect(await kept(page)).toEqual([])
})

test('a case whose opening got no answer is opened once, even when the page was reloaded in between', { timeout: wholeCase }, async ({
  office,
}) => {
  const { page, beginCase, finishCase } = await office.desk('front-desk')
  const line = await losesAnswers(page, '**/api/withdrawal')
  office.expectRefusal({ status: 0, path: '/api/withdrawal' })
  const form = page.locator('main form')
  await beginCase(withdrawal, { student: 'S202501', enrolments: ['英语综合'], saidBy: 'student', channel: 'phone', reason: result })
  await beginCase(withdrawal, { category: 'schedule', wishedDate: '2026-03-20' })
  await form.getByRole('button', { name: t.open.submit, exact: true }).click()
  await form.getByText(t.form.kept).waitFor()
  await page.reload()
  await restoredLine(form).waitFor()
  await line.answers()
  expect(await finishCase(withdrawal)).toBe('TX-2026-000001')
  expect(line.keys).toHaveLength(2)
  expect(line.keys[1]).toBe(line.keys[0])
  const { body } = await (await office.as('front-desk')).get('/api/cases')
  expect(body.items).toHaveLength(1)
})

test('two clicks record once', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  const form = await halfFilled(desk, number)
  let sent = 0
  page.on('request', (request) => request.url().endsWith('/retention.failed') && sent++)
  await form.getByRole('button', { name: t.form.submit, exact: true }).dblclick()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('article').first().getByText('已沟通，学员仍要离开', { exact: true }).waitFor()
  expect(sent).toBe(1)
  await expect.poll(() => times(page, '已沟通，学员仍要离开'), { timeout: patience }).toBe(1)
})
