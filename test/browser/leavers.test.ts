// Lists beside the cases, as those see them who work from them: the arrears list, and promises to students who left.
import { expect } from 'vitest'
import { test, wholeCase } from './office.ts'

test('finance opens arrears cases from the list, many at once', { timeout: wholeCase }, async ({ office }) => {
  const { page, t } = await office.desk('finance')
  await page.getByRole('link', { name: t.nav.arrearsList }).click()
  const rows = page.locator('tbody tr.ant-table-row')
  await rows.first().waitFor()
  for (const nth of [0, 1]) await rows.nth(nth).getByRole('checkbox').check()
  await page.getByText(/已选 2 名学员，共 2,400\.00 元/).waitFor()
  await page.getByRole('button', { name: t.arrearsList.open }).click()
  await page.getByRole('button', { name: t.arrearsList.confirm }).click()
  for (const nth of [0, 1]) await rows.nth(nth).getByRole('link', { name: /^QF-/ }).waitFor()
  expect(await rows.nth(0).getByRole('checkbox').isDisabled()).toBe(true)
  expect(await rows.nth(2).getByText(t.arrearsList.noCase).count()).toBe(1)
})

test('reception finds no promise where nobody was promised anything, and is told what would stand here', async ({ office }) => {
  const { page, t } = await office.desk('front-desk')
  await page.getByRole('link', { name: t.nav.promises }).click()
  await page.getByText(t.promises.none).waitFor()
  await page.getByText(t.promises.over, { exact: true }).click()
  await page.getByText(t.promises.noneOver).waitFor()
})
