// What a case page owes to whoever is typing into it: nothing typed is lost, and what went wrong is explained.
import { expect } from 'vitest'
import { withdrawal } from '../../machines/withdrawal.ts'
import { demoPassword } from '../../server/sample/people.ts'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { type Desk, deskAt } from './desk.ts'
import { titled } from './fields.ts'
import { test, wholeCase } from './office.ts'
import { openedWithdrawal } from './prepared.ts'

const result = '学员表示家中搬迁，去意已决。'

/** The talk with the student, as it is being written down. */
async function halfFilled(desk: Desk) {
  const form = await desk.begin('retention.failed')
  await desk.answer(form, 'retention.failed', { saidBy: 'student', channel: 'phone', result })
  return form
}

/** The same person and the same case in another tab. */
async function secondTab({ page }: Desk) {
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  return deskAt(tab)
}

/** A tab that hears nothing of what others do. */
const deaf = (desk: Desk) => desk.page.route('**/api/stream', (route) => route.abort('aborted'))

test('a tab that is behind shows what was done meanwhile beside what was typed, which then is recorded', { timeout: wholeCase }, async ({
  office,
}) => {
  const { number } = await openedWithdrawal(office)
  const behind = await office.desk('customer-service')
  await deaf(behind)
  await behind.page.reload()
  await behind.takeUp(number)
  const form = await halfFilled(behind)

  const ahead = await secondTab(behind)
  await ahead.act('identity.confirmed')

  office.expectRefusal({ status: 412, path: '/api/withdrawal@1/' })
  await behind.submit(form)
  await form.getByRole('alert').getByText(t.form.stale).waitFor()
  await form.getByRole('region', { name: t.meanwhile.title }).getByText('何静：身份核实无误').waitFor()
  expect(await form.getByRole('textbox').inputValue()).toBe(result)
  await behind.submit(form)
  await form.waitFor({ state: 'hidden' })
  await behind.shows({
    steps: ['acceptance.enrolment.open', 'acceptance.genuineness.open'],
    offers: ['enrolment.confirmed', 'genuineness.confirmed', 'request.returned', 'request.foundNotGenuine', 'request.revoked'],
  })
})

test('a tab that hears of it says so before anything is recorded on top of it', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  await desk.takeUp(number)
  const form = await halfFilled(desk)
  const other = await secondTab(desk)
  await other.act('identity.confirmed')
  await form.getByRole('region', { name: t.meanwhile.title }).waitFor()
  await desk.submit(form)
  await form.getByRole('alert').getByText(t.form.movedOn).waitFor()
  await desk.submit(form)
  await form.waitFor({ state: 'hidden' })
})

test('what was recorded already stands beside what was typed, which can be copied', { timeout: wholeCase }, async ({ office }) => {
  const { id, number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  await desk.takeUp(number)
  const form = await halfFilled(desk)
  const theirs = { saidBy: 'student', channel: 'phone', result: '电话里又劝了一次，学员没有改变主意。' }
  await (await office.as('customer-service')).advance(id, 'retention.failed', theirs)

  await form.getByText(t.case.offerGone).waitFor()
  const beside = form.getByRole('table')
  await beside.getByRole('cell', { name: theirs.result }).waitFor()
  await beside.getByRole('cell', { name: result }).waitFor()
  expect(await form.getByRole('button', { name: t.form.submit }).isDisabled()).toBe(true)
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await form.getByRole('button', { name: t.meanwhile.copy }).click()
  await desk.page.getByText(t.meanwhile.copied).waitFor()
  expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toContain(result)
})

test('a session that ends under a half-filled form is taken up again without losing a word', { timeout: wholeCase }, async ({ office }) => {
  const desk = await office.desk('front-desk')
  const { page } = desk
  await desk.beginCase(withdrawal, { saidBy: 'student', channel: 'phone', category: 'schedule', reason: result })
  office.expectRefusal({ status: 401, path: '/api/' })
  await page.context().clearCookies()
  await titled(page.locator('main form'), '学员').getByRole('combobox').fill('S202501')

  const again = page.getByRole('dialog', { name: t.signIn.ended })
  await again.getByLabel(t.person.password, { exact: true }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await again.waitFor({ state: 'hidden' })
  const number = await desk.finishCase(withdrawal, { student: 'S202501', enrolments: ['英语综合'], wishedDate: '2026-03-20' })
  expect(number).toBe('TX-2026-000001')
  await page.getByText(result).waitFor()
})

test('a session that ends before a form is sent ends nothing but the sending', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  await desk.takeUp(number)
  const form = await halfFilled(desk)
  await desk.page.context().clearCookies()
  office.expectRefusal({ status: 401, path: '/api/' })
  await desk.submit(form)

  const again = desk.page.getByRole('dialog', { name: t.signIn.ended })
  await again.getByLabel(t.person.password, { exact: true }).fill(demoPassword)
  await again.getByRole('button', { name: t.signIn.submit, exact: true }).click()
  await again.waitFor({ state: 'hidden' })
  expect(await form.getByRole('textbox').inputValue()).toBe(result)
  await desk.submit(form)
  await form.waitFor({ state: 'hidden' })
  await desk.page.getByText(result).waitFor()
})
