// What managers look at: they find what is stuck, and every figure opens as many cases as it says.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '../../machines/label.ts'
import { faults } from './axe.ts'
import { type Desk, filled, patience } from './desk.ts'
import { texts } from './fields.ts'
import { type Office, test, wholeCase } from './office.ts'

const o = texts['zh-CN'].overview
const phone = { width: 360, height: 780 }

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const student = (n: number) => ({ student: `student-0${n}`, enrolments: [`student-0${n}-e1`] })
/** Three withdrawals, of which one has come to finance and one was revoked, both late; a complaint just opened. The first number is that of the case stuck. */
async function busy(office: Office): Promise<string> {
  const [service, clerk, finance] = [await office.as('customer-service'), await office.as('front-desk'), await office.as('finance')]
  const [stuck, moving, revoked] = [
    await clerk.open('withdrawal', student(1)),
    await clerk.open('withdrawal', student(3)),
    await clerk.open('withdrawal', student(4)),
  ]
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed']) await service.advance(moving.id, type)
  const { status } = await (await office.as('admin')).post('/api/demo/clock', { days: 9 })
  expect(status).toBe(200)
  await service.advance(moving.id, 'retention.declined')
  await finance.act(moving.id, 'step.claimed')
  await service.advance(revoked.id, 'request.revoked')
  await clerk.open('complaint')
  return stuck.number
}

async function openOverview({ page, t }: Desk, locale: Locale = 'zh-CN') {
  const menu = page.getByRole('button', { name: t.nav.menu })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation').getByRole('link', { name: t.nav.overview }).click()
  await page.getByRole('heading', { level: 1, name: texts[locale].overview.title }).waitFor()
  await page.getByRole('table').first().waitFor()
}
const chooseProcedure = async ({ page }: Desk, name: string, locale: Locale = 'zh-CN') => {
  await page.getByRole('navigation', { name: texts[locale].overview.procedures }).getByRole('link', { name }).click()
  await page.getByRole('heading', { name: texts[locale].overview.steps }).waitFor()
  await page.locator('.chart svg').waitFor()
}

test('a manager sees where cases are stuck, and opens them from the step itself', { timeout: wholeCase }, async ({ office }) => {
  const number = await busy(office)
  const desk = await office.desk('management')
  const { page } = desk
  await openOverview(desk)
  await chooseProcedure(desk, '退学')
  await page.getByRole('button', { name: o.by.overdue }).click()
  const step = page
    .locator('.chart')
    .getByRole('link', { name: filled(o.node, { step: '待核实身份', figure: '100%', what: o.by.overdue }) })
  await step.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: o.narrowed.label }).getByText(o.narrowed.stepOverdue).waitFor()
  await page.getByRole('link', { name: number }).waitFor()
  await page.getByText(filled(desk.t.worklist.allShown_other, { count: 1 })).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: o.by.overdue, pressed: true }).waitFor()
})

test('every figure opens as many cases as it says', { timeout: wholeCase }, async ({ office }) => {
  await busy(office)
  const desk = await office.desk('auditor')
  const { page, t } = desk
  await openOverview(desk)
  const figures = () =>
    page
      .locator('a.figure')
      .evaluateAll((links) => links.map((link) => [link.getAttribute('href')!, link.textContent!, link.ariaLabel!] as const))
  await page.getByText(o.trendTable).click()
  const all = await figures()
  await chooseProcedure(desk, '退学')
  const ofSteps = await figures()
  // Durations name no number of cases: they open those that left the step.
  const counted = [...all, ...ofSteps].filter(([, text]) => /^\d+( · \d+%)?$/.test(text))
  expect(counted.length).toBeGreaterThan(25)
  const once = [...new Map(counted.map((one) => [one[0], one])).values()]
  for (const [href, text, what] of once) {
    await page.goto(href)
    const shown = page
      .locator('.list-end')
      .getByText(filled(t.worklist.allShown_other, { count: Number.parseInt(text, 10) }), { exact: true })
    await shown.waitFor({ timeout: patience }).catch(() => expect([what, href, 'opens as many']).toBeNull())
  }
})

test('figures can be put in order, and what is counted is chosen by period and campus', { timeout: wholeCase }, async ({ office }) => {
  await busy(office)
  const desk = await office.desk('administration')
  const { page } = desk
  await openOverview(desk)
  const table = page.getByRole('table', { name: o.byProcedure })
  await table.getByRole('button', { name: o.column.open }).click()
  await expect.poll(() => table.getByRole('columnheader', { name: o.column.open }).getAttribute('aria-sort')).toBe('descending')
  expect(await table.getByRole('rowheader').first().textContent()).toBe('退学')
  await table.getByRole('button', { name: o.column.open }).click()
  await expect.poll(() => table.getByRole('rowheader').last().textContent()).toBe('退学')
  await page.getByLabel(o.from).fill('2026-03-17')
  await page.waitForURL(/from=2026-03-17/)
  const opened = table.getByRole('link', { name: filled(o.opens, { what: `投诉 ${o.column.opened}`, figure: 1 }) })
  await opened.waitFor()
  await expect.poll(() => table.getByRole('link', { name: new RegExp(`退学 ${o.column.opened}`) }).count()).toBe(0)
  await page.getByRole('button', { name: o.weeks13 }).click()
  await table.getByRole('link', { name: filled(o.opens, { what: `退学 ${o.column.opened}`, figure: 3 }) }).waitFor()
})

test('whoever handles cases is not led to it, and is told why', { timeout: wholeCase }, async ({ office }) => {
  const { page, t } = await office.desk('customer-service')
  expect(await page.getByRole('navigation').getByRole('link', { name: t.nav.overview }).count()).toBe(0)
  office.expectRefusal({ status: 403, path: '/api/overview' })
  await page.goto('/overview')
  await page.getByRole('alert').getByText('由审计、行政主管与管理层查看').waitFor()
})

test('nothing to count yet is said, with what to do', { timeout: wholeCase }, async ({ office }) => {
  const { page, t } = await office.desk('auditor')
  await page.getByRole('navigation').getByRole('link', { name: t.nav.overview }).click()
  await page.getByText(o.none).waitFor()
  expect(await faults(page)).toEqual([])
})

test.for([
  ['zh-CN', 'light', undefined],
  ['en', 'dark', phone],
] as const)(
  'in %s, %s, nothing is in the way and nothing lies beside the screen',
  { timeout: wholeCase },
  async ([locale, theme, viewport], { office }) => {
    await busy(office)
    const desk = await office.desk('management', { locale, ...(viewport && { viewport }) })
    const { page } = desk
    await page.emulateMedia({ colorScheme: theme })
    await openOverview(desk, locale)
    expect(await faults(page)).toEqual([])
    expect(await wider(page)).toBeLessThanOrEqual(0)
    await page.getByText(texts[locale].overview.trendTable).click()
    await chooseProcedure(desk, locale === 'en' ? 'Withdrawal' : '退学', locale)
    for (const by of ['overdue', 'median'] as const) {
      await page.getByRole('button', { name: texts[locale].overview.by[by] }).click()
      await page.getByRole('button', { name: texts[locale].overview.by[by], pressed: true }).waitFor()
      expect(await faults(page)).toEqual([])
      expect(await wider(page)).toBeLessThanOrEqual(0)
    }
    const figure = page.getByRole('link', { name: new RegExp(texts[locale].overview.column.left) }).first()
    await figure.click()
    await page.getByRole('list', { name: texts[locale].overview.narrowed.label }).waitFor()
    expect(await faults(page)).toEqual([])
    expect(await wider(page)).toBeLessThanOrEqual(0)
  },
)
