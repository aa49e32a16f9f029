// What a case page owes to whoever is typing into it: nothing typed is lost, and what went wrong is explained.
import { expect } from 'vitest'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { deskAt } from './desk.ts'
import { type Office, test, wholeCase } from './office.ts'

/** A withdrawal newly opened; its number. */
const opened = async ({ as }: Office) =>
  (await (await as('customer-service')).open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'] })).number
const result = '学员表示家中搬迁，去意已决。'

test('a tab that is behind says so and keeps what was typed, which then is recorded', { timeout: wholeCase }, async ({ office }) => {
  const number = await opened(office)
  const behind = await office.desk('customer-service')
  await behind.takeUp(number)
  const form = await behind.begin('retention.failed')
  await form.getByRole('textbox').fill(result)

  const ahead = deskAt(await behind.page.context().newPage())
  await ahead.takeUp(number)
  await ahead.act('identity.confirmed')

  office.expectRefusal({ status: 412, path: '/api/withdrawal@1/' })
  await behind.submit(form)
  await form.getByRole('alert').getByText(t.form.stale).waitFor()
  expect(await form.getByRole('textbox').inputValue()).toBe(result)
  await behind.submit(form)
  await form.waitFor({ state: 'hidden' })
  await behind.shows({
    steps: ['acceptance.enrolment.open', 'acceptance.genuineness.open'],
    offers: ['enrolment.confirmed', 'genuineness.confirmed', 'request.returned', 'request.foundNotGenuine', 'request.revoked'],
  })
})

test('what can no longer be done is explained, and what was typed stays readable', { timeout: wholeCase }, async ({ office }) => {
  const number = await opened(office)
  const behind = await office.desk('customer-service')
  await behind.takeUp(number)
  const form = await behind.begin('retention.failed')
  await form.getByRole('textbox').fill(result)

  const ahead = deskAt(await behind.page.context().newPage())
  await ahead.takeUp(number)
  await ahead.act('request.returned', { missing: '申请表缺少签名。' })

  office.expectRefusal({ status: 412, path: '/api/withdrawal@1/' })
  await behind.submit(form)
  await form.getByText(t.case.offerGone).waitFor()
  expect(await form.getByRole('textbox').inputValue()).toBe(result)
  expect(await form.getByRole('button', { name: t.form.submit }).isDisabled()).toBe(true)
})
