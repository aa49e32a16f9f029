// Lists beside the cases, as those see them who work from them: the arrears list, and promises to students who left.
import { expect } from 'vitest'
import { left } from '../server/left.ts'
import { exactly } from './fields.ts'
import { test, wholeCase } from './office.ts'

test('finance opens arrears cases from the list, many at once', { timeout: wholeCase }, async ({ office }) => {
  const { page, t } = await office.desk('finance')
  await page.getByRole('link', { name: t.nav.arrearsList }).click()
  const rows = page.locator('tbody tr')
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

test('a case that somebody else opened meanwhile keeps no other from being opened', { timeout: wholeCase }, async ({ office }) => {
  const { page, t } = await office.desk('finance')
  await page.getByRole('link', { name: t.nav.arrearsList }).click()
  const rows = page.locator('tbody tr')
  await rows.first().waitFor()
  const [first] = (await (await office.as('finance')).get('/api/arrears-list')).body.items
  await (await office.as('finance-2')).open('arrears', { student: first.student, enrolments: [first.enrolment] })
  office.expectRefusal({ status: 422, path: '/api/arrears' })
  await page.locator('thead').getByRole('checkbox').check()
  await page.getByRole('button', { name: t.arrearsList.open }).click()
  await page.getByRole('button', { name: t.arrearsList.confirm }).click()
  await page.getByText(t.arrearsList.noCase).first().waitFor({ state: 'detached' })
  await expect.poll(() => rows.getByRole('link', { name: /^QF-/ }).count()).toBe(await rows.count())
})

test('a refusal is told at the rows it concerns, which stay ticked until it is mended', { timeout: wholeCase }, async ({ office }) => {
  const { page, t } = await office.desk('finance')
  await page.getByRole('link', { name: t.nav.arrearsList }).click()
  const rows = page.locator('tbody tr')
  // Two enrolments of one student, of which one is ticked.
  const [ticked, other] = [rows.nth(1), rows.nth(2)]
  await ticked.getByRole('checkbox').check()
  await page.getByRole('button', { name: t.arrearsList.open }).click()
  office.expectRefusal({ status: 422, path: '/api/arrears' })
  await page.getByRole('textbox').first().fill('2026-12-31')
  await page.getByRole('textbox').first().press('Enter')
  await page.getByRole('button', { name: t.arrearsList.confirm }).click()
  await ticked.getByText('欠费起始日期不能晚于今天').waitFor()
  expect([await other.getByRole('alert').count(), await ticked.getByRole('checkbox').isChecked()]).toEqual([0, true])
  await page.getByRole('button', { name: t.arrearsList.open }).click()
  // What was said is kept, to be mended.
  expect(await page.getByRole('textbox').first().inputValue()).toBe('2026-12-31')
  await page.getByRole('textbox').first().fill('2026-02-01')
  await page.getByRole('textbox').first().press('Enter')
  await page.getByRole('button', { name: t.arrearsList.confirm }).click()
  await ticked.getByRole('link', { name: /^QF-/ }).waitFor()
  expect([await ticked.getByRole('alert').count(), await other.getByText(t.arrearsList.noCase).count()]).toEqual([0, 1])
})

test('front desk finds a promise by the student, and redeems it once', { timeout: wholeCase }, async ({ office }) => {
  const id = await left(office.as, 'materials.kept', { until: '2026-06-20' })
  const { page, t } = await office.desk('front-desk')
  await page.getByRole('link', { name: t.nav.promises }).click()
  const promise = page.locator('.cards > li')
  await promise.getByText('学员01').waitFor()
  await page.getByRole('combobox').fill('学员02')
  await page.getByText(exactly('学员02（S202502）')).click()
  await page.getByText(t.promises.none).waitFor()
  await page.getByRole('combobox').fill('学员01')
  await page.getByText(exactly('学员01（S202501）')).click()
  await promise.getByRole('button').click()
  await promise.getByText(t.promises.once).waitFor()
  await promise.getByRole('button', { name: '确认兑现承诺' }).click()
  await page.getByText(t.promises.none).waitFor()
  await page.getByText(t.promises.over, { exact: true }).click()
  await promise.getByText('2026年3月9日 已兑现').waitFor()
  expect(await promise.getByRole('button').count()).toBe(0)

  const auditor = await office.desk('auditor')
  await auditor.page.goto(`/cases/${id}`)
  const leftBehind = auditor.page.locator('.card', { hasText: t.promises.one })
  await leftBehind.getByText(`${t.promises.redeemedBy}：许诺`).waitFor()
})

test('a closed case shows the promise that it left behind, and reception redeems it there', { timeout: wholeCase }, async ({ office }) => {
  const id = await left(office.as, 'materials.kept', { until: '2026-06-20' })
  const { page, t } = await office.desk('front-desk')
  await page.goto(`/cases/${id}`)
  const leftBehind = page.locator('.card', { hasText: t.promises.one })
  await leftBehind.getByText(t.promises.materials).waitFor()
  await leftBehind.getByRole('button', { name: '兑现承诺' }).click()
  await leftBehind.getByText(t.promises.once).waitFor()
  await leftBehind.getByRole('button', { name: '确认兑现承诺' }).click()
  await leftBehind.getByText('2026年3月9日 已兑现').waitFor()
  expect(await leftBehind.getByRole('button').count()).toBe(0)
})
