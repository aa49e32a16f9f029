// Signing in to the demo, and the two languages of the page.
import { expect } from 'vitest'
import { roles } from '../../machines/departments.ts'
import { accounts, demoPassword } from '../../server/sample/people.ts'
import { en } from '../../web/locales/en.ts'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { filled } from './desk.ts'
import { test } from './office.ts'

test('the demo offers every account as a button and says the password', async ({ office }) => {
  const page = await office.sitDown()
  await page.getByText(filled(t.signIn.demoHint, { password: demoPassword })).waitFor()
  for (const { name, role } of accounts) {
    const label = await page.getByRole('button', { name }).innerText()
    expect(label).toContain(roles[role].label['zh-CN'])
  }
})

test('a wrong password is explained, and the right one lets in', async ({ office }) => {
  const page = await office.sitDown()
  office.expectRefusal({ status: 401, path: '/api/auth/sign-in' })
  await page.getByLabel(t.person.username).fill('auditor')
  await page.getByLabel(t.person.password, { exact: true }).fill('anjuan-damo')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '密码' }).waitFor()
  expect(await page.getByLabel(t.person.username).inputValue()).toBe('auditor')
  await page.getByLabel(t.person.password, { exact: true }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: t.nav.cases }).waitFor()
})

test('whoever asked for a page before signing in comes to it afterwards', async ({ office }) => {
  const page = await office.sitDown()
  await page.goto('/handbook')
  await page.getByRole('button', { name: '卫青' }).click()
  await page.getByRole('heading', { name: t.handbook.title }).waitFor()
})

test('the page speaks Chinese until English is chosen, and remembers it', async ({ office }) => {
  const { page } = await office.desk('customer-service')
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.getByRole('button', { name: t.nav.otherLanguage }).click()
  await page.getByRole('heading', { name: en.worklist.title }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: en.nav.open }).first().click()
  await page.getByRole('link', { name: 'Withdrawal' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await expect.poll(() => page.title()).toBe(`${en.open.title} · ${en.app.title}`)
  await page.getByRole('button', { name: en.nav.otherLanguage }).click()
  await page.getByText('退学', { exact: true }).waitFor()
})
