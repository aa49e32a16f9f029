// Pages in the midst of work, by the rules of axe. As they are when they open, every-page.test.ts looks at them.
import { expect } from 'vitest'
import { left } from '../server/left.ts'
import { texts } from '../web/all-texts.ts'
import { faults } from './axe.ts'
import { test, wholeCase } from './office.ts'
import { proposedWithdrawal } from './prepared.ts'

const t = texts['zh-CN']

test('a form that says what is missing has no barrier', { timeout: wholeCase }, async ({ office }) => {
  const { page } = await office.desk('customer-service')
  await page.goto('/open/transfer')
  await page.getByRole('button', { name: t.open.submit, exact: true }).click()
  await page.getByText(t.form.required).first().waitFor()
  expect(await faults(page)).toEqual([])
})

test('a decision that is being written has no barrier', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const manager = await office.desk('management')
  await manager.go('approvals')
  await manager.approvalSays(number, t.approvals.proposedBy)
  await manager.approval(number).getByRole('button', { name: '退回', exact: true }).click()
  expect(await faults(manager.page)).toEqual([])
})

test('the arrears list and promises have no barrier', { timeout: wholeCase }, async ({ office }) => {
  await left(office.as, 'materials.kept', { until: '2026-06-20' })
  const { page } = await office.desk('finance')
  await page.goto('/arrears-list')
  await page.locator('tbody').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: t.arrearsList.open }).click()
  await page.getByRole('button', { name: t.arrearsList.confirm }).waitFor()
  expect(await faults(page)).toEqual([])
  office.expectRefusal({ status: 422, path: '/api/arrears' })
  await page.getByRole('textbox').first().fill('2026-12-31')
  await page.getByRole('textbox').first().press('Enter')
  await page.getByRole('button', { name: t.arrearsList.confirm }).click()
  await page.getByRole('alert').first().waitFor()
  expect(await faults(page)).toEqual([])
  const reception = await office.desk('front-desk')
  await reception.page.goto('/promises')
  await reception.page.locator('.cards > li button').click()
  await reception.page.getByText(t.promises.once).waitFor()
  expect(await faults(reception.page)).toEqual([])
  await reception.page.locator('.cards > li button[type=submit]').click()
  await reception.page.getByText(t.promises.none).waitFor()
  await reception.page.getByText(t.promises.over, { exact: true }).click()
  await reception.page.locator('.cards > li').waitFor()
  expect(await faults(reception.page)).toEqual([])
})
