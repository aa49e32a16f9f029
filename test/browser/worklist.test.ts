// The worklist as people work with it: what comes first, what the keys do, several at once, views under a name, on a telephone.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { en } from '../../web/locales/en.ts'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { faults } from './axe.ts'
import { chooseAccount, type Desk, filled, patience } from './desk.ts'
import { type Office, test, wholeCase } from './office.ts'
import { toReview } from './prepared.ts'

const student = (n: number) => `student-0${n}`
/** Withdrawals of as many students, opened one after the other. */
async function opened({ as }: Office, count: number) {
  const desk = await as('front-desk')
  const cases = []
  for (let n = 0; n < count; n++)
    cases.push(await desk.open('withdrawal', { student: student(2 * n + 1), enrolments: [`${student(2 * n + 1)}-e1`] }))
  return cases
}
const numbers = (page: Page) => page.locator('table.list .case-link').allInnerTexts()
const shows = (page: Page, expected: string[]) => expect.poll(() => numbers(page), { timeout: patience }).toEqual(expected)
const tab = ({ page, t }: Desk, name: keyof typeof t.worklist.tab) => page.getByRole('tab', { name: t.worklist.tab[name] })
const row = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number })

test('a department sees what is overdue first, in words, and narrows and orders it by the address', { timeout: wholeCase }, async ({
  office,
}) => {
  const [first] = await opened(office, 1)
  const admin = await office.as('admin')
  await admin.post('/api/demo/clock', { days: 3 })
  const [second] = [await (await office.as('front-desk')).open('complaint')]
  const desk = await office.desk('customer-service')
  const { page } = desk
  await shows(page, [first!.number, second.number])
  await row(page, first!.number)
    .getByText(filled(t.due.overdueWorking_other, { count: 1 }))
    .waitFor()
  await row(page, second.number)
    .getByText(/剩 \d 个工作日|今天到期|明天到期/)
    .waitFor()
  await expect.poll(() => tab(desk, 'department').innerText(), { timeout: patience }).toBe(`${t.worklist.tab.department} 2`)
  expect(await tab(desk, 'mine').innerText()).toBe(`${t.worklist.tab.mine} 0`)

  await page.getByLabel(t.worklist.procedure).selectOption({ label: '投诉' })
  await shows(page, [second.number])
  await page.getByRole('searchbox').fill('学员01')
  await page.getByText(t.worklist.empty.department).waitFor()
  expect(decodeURIComponent(new URL(page.url()).search)).toBe('?procedure=complaint&q=学员01')
  await page.reload()
  await page.getByText(t.worklist.empty.department).waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('学员01')
  await page.getByRole('button', { name: t.worklist.clear }).click()
  await shows(page, [first!.number, second.number])

  const opening = page.getByRole('columnheader', { name: t.worklist.column.opened })
  await opening.getByRole('button').click()
  await shows(page, [second.number, first!.number])
  expect(await opening.getAttribute('aria-sort')).toBe('descending')
  await opening.getByRole('button').click()
  await shows(page, [first!.number, second.number])
  expect([await opening.getAttribute('aria-sort'), new URL(page.url()).searchParams.get('sort')]).toEqual(['ascending', 'opened'])
  await page.goBack()
  await shows(page, [second.number, first!.number])
})

test('the front desk comes to what it can do, and is offered to claim nothing else of its department', { timeout: wholeCase }, async ({
  office,
}) => {
  const [leaving] = await opened(office, 1)
  const complaint = await (await office.as('front-desk')).open('complaint')
  const desk = await office.desk('front-desk')
  const { page } = desk
  await shows(page, [complaint.number])
  await expect.poll(() => tab(desk, 'part').innerText(), { timeout: patience }).toBe(`${t.worklist.tab.part} 1`)
  await page.getByRole('button', { name: filled(t.worklist.claimOne, { number: complaint.number }) }).waitFor()
  await tab(desk, 'department').click()
  await page.getByRole('link', { name: leaving!.number }).waitFor()
  expect(await page.getByRole('button', { name: filled(t.worklist.claimOne, { number: leaving!.number }) }).count()).toBe(0)
  await page.getByRole('link', { name: leaving!.number }).click()
  await page.getByRole('heading', { level: 1, name: leaving!.number }).waitFor()
  await page.getByText(t.case.nothingToDo).waitFor()
  expect(await page.getByRole('button', { name: t.worklist.bulk.claim, exact: true }).count()).toBe(0)
})

test('columns and density are remembered, and a view brings its own back under its name', { timeout: wholeCase }, async ({ office }) => {
  await opened(office, 1)
  const { page } = await office.desk('customer-service')
  const look = page.getByRole('button', { name: t.worklist.look })
  await look.click()
  await page.getByLabel(t.worklist.column.campus).check()
  await page.getByLabel(t.worklist.compact).check()
  await page.keyboard.press('Escape')
  await page.getByLabel(t.worklist.overdue).check()
  await page.getByText(t.worklist.empty.department).waitFor()
  await page.getByRole('button', { name: t.views.title, exact: true }).click()
  await page.getByLabel(t.views.name).fill('逾期 · 带校区')
  await page.getByRole('button', { name: t.views.save, exact: true }).click()
  await page.getByRole('button', { name: '逾期 · 带校区', exact: true }).waitFor()
  expect(await page.locator('.popup-body').evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0)

  await page.goto('/')
  await page.locator('table.list.compact').waitFor()
  await look.click()
  await page.getByLabel(t.worklist.column.campus).uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t.views.title, exact: true }).click()
  await page.getByRole('button', { name: filled(t.views.renameOne, { name: '逾期 · 带校区' }) }).click()
  await page.getByLabel(t.views.name).first().fill('逾期')
  await page.getByRole('button', { name: t.views.rename, exact: true }).click()
  await page.getByRole('button', { name: filled(t.views.dropOne, { name: '逾期' }) }).click()
  await page.getByText(filled(t.views.dropped, { name: '逾期' })).waitFor()
  await page.getByRole('button', { name: t.views.undo }).click()
  await page.getByRole('button', { name: '逾期', exact: true }).click()
  await page.waitForURL(/overdue=true/)
  await page.getByLabel(t.worklist.overdue).uncheck()
  await page.getByRole('columnheader', { name: t.worklist.column.campus }).waitFor()
  const saved = (await (await office.as('customer-service')).get('/api/views')).body.items
  expect(saved).toMatchObject([{ name: '逾期', columns: expect.arrayContaining(['campus', 'due']) }])
})

test('somebody works through the list with the keyboard alone', { timeout: wholeCase }, async ({ office }) => {
  const cases = await opened(office, 3)
  const { page } = await office.desk('customer-service')
  await shows(
    page,
    cases.map(({ number }) => number),
  )
  const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await press('j', 'j')
  expect(await focused()).toBe(cases[1]!.number)
  await press('k', 'x')
  expect(await row(page, cases[0]!.number).getByRole('checkbox').isChecked()).toBe(true)
  await page.getByText(filled(t.worklist.bulk.selected_other, { count: 1 })).waitFor()
  await press('Escape')
  await page.getByRole('toolbar').waitFor({ state: 'hidden' })
  await press('c')
  await page.getByText(filled(t.worklist.bulk.one.claim, { number: cases[0]!.number })).waitFor()
  await row(page, cases[0]!.number).getByText('何静').waitFor()
  await press('/')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  await page.keyboard.type('jxc?')
  expect(await page.getByRole('searchbox').inputValue()).toBe('jxc?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByText(t.worklist.empty.department).waitFor()
  await page.getByRole('searchbox').fill('')
  await shows(
    page,
    cases.map(({ number }) => number),
  )
  await page.locator('h1').click()
  await press('j', 'Enter')
  await page
    .getByRole('heading', { level: 1, name: cases[1]!.number })
    .or(page.getByRole('heading', { level: 1, name: cases[0]!.number }))
    .waitFor()
})

test('the keys can be looked up and switched off', { timeout: wholeCase }, async ({ office }) => {
  const cases = await opened(office, 1)
  const { page } = await office.desk('customer-service')
  await shows(page, [cases[0]!.number])
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: t.keys.title })
  await list.getByText(t.keys.claim, { exact: true }).waitFor()
  expect(await faults(page)).toEqual([])
  await list.getByLabel(t.keys.on).uncheck()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  for (const key of ['?', 'j', 'x']) await page.keyboard.press(key)
  expect([await page.getByRole('dialog').count(), await page.getByRole('toolbar').count()]).toEqual([0, 0])
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: t.commands.title }).fill(t.keys.title)
  await page.keyboard.press('Enter')
  await page.getByLabel(t.keys.on).check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(cases[0]!.number)
})

test('the palette goes to pages, cases and views, starts a procedure and switches the language', { timeout: wholeCase }, async ({
  office,
}) => {
  const [one] = await opened(office, 1)
  await (await office.as('customer-service')).post('/api/views', {
    name: '我的退学',
    search: '?tab=opened&procedure=withdrawal',
    columns: ['student'],
  })
  const { page } = await office.desk('customer-service')
  const palette = page.getByRole('combobox', { name: t.commands.title })
  const look = async (text: string, option: string) => {
    await page.keyboard.press('Control+k')
    await palette.fill(text)
    await page.locator('.palette-list [role=option]', { hasText: option }).first().waitFor()
    await expect.poll(() => page.locator('.palette-list [role=option][aria-selected=true]').innerText()).toContain(option)
    await page.keyboard.press('Enter')
    await palette.waitFor({ state: 'hidden' })
  }
  await shows(page, [one!.number])
  await page.getByRole('button', { name: t.commands.title }).click()
  await palette.waitFor()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  const second = await page.locator('.palette-list [role=option][aria-selected=true]').innerText()
  await page.keyboard.press('ArrowUp')
  expect([second, await page.locator('.palette-list [role=option][aria-selected=true]').innerText()]).toEqual([t.nav.open, t.nav.worklist])
  await page.keyboard.press('Escape')
  await look('学员01', one!.number)
  await page.getByRole('heading', { level: 1, name: one!.number }).waitFor()
  await look('我的', '我的退学')
  await page.waitForURL(/tab=opened&procedure=withdrawal/)
  await page.getByRole('columnheader', { name: t.worklist.column.step }).waitFor({ state: 'hidden' })
  await look('transfer', filled(t.open.one, { procedure: '转学' }))
  await page.waitForURL(/\/open\/transfer$/)
  await look('English', t.nav.otherLanguage)
  await page.getByRole('link', { name: en.nav.worklist }).waitFor()
})

test('several are claimed, one of them refused with its reason, and handed over with a reason', { timeout: wholeCase }, async ({
  office,
}) => {
  const cases = await opened(office, 3)
  for (const one of cases) await toReview(office, one)
  const { page } = await office.desk('finance')
  await shows(
    page,
    cases.map(({ number }) => number),
  )
  await page.getByLabel(t.worklist.selectAll).check()
  await (await office.as('customer-service')).advance(cases[1]!.id, 'request.revoked', { saidBy: 'student' })
  office.expectRefusal({ status: 409, path: `/api/cases/${cases[1]!.id}/acts/` })
  const bar = page.getByRole('toolbar')
  await bar.getByRole('button', { name: t.worklist.bulk.claim }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(filled(t.worklist.bulk.result, { done: 2, failed: 1 })).waitFor()
  await dialog.getByRole('listitem').filter({ hasText: cases[1]!.number }).getByText('没有待您部门认领的步骤').waitFor()
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('button', { name: filled(t.worklist.bulk.retry_other, { count: 1 }) }).click()
  await dialog.getByText(filled(t.worklist.bulk.result, { done: 2, failed: 1 })).waitFor()
  await dialog.getByRole('button', { name: t.worklist.bulk.close }).click()
  await page.getByText(filled(t.worklist.bulk.selected_other, { count: 1 })).waitFor()
  await bar.getByRole('button', { name: t.worklist.bulk.clear }).click()

  await page.getByRole('tab', { name: t.worklist.tab.mine }).click()
  await shows(page, [cases[0]!.number, cases[2]!.number])
  await page.getByLabel(t.worklist.selectAll).check()
  await bar.getByRole('button', { name: t.worklist.bulk.handOver }).click()
  await dialog.getByRole('combobox').selectOption({ label: '孙立' })
  await dialog.getByRole('textbox').fill('明日起休假，请接手。')
  await dialog.getByRole('button', { name: t.worklist.bulk.handOver }).click()
  await dialog.getByText(filled(t.worklist.bulk.result, { done: 2, failed: 0 })).waitFor()
  await dialog.getByRole('button', { name: t.worklist.bulk.close }).click()
  await page.getByText(t.worklist.empty.mine).waitFor()
  const { events } = (await (await office.as('finance-2')).get(`/api/cases/${cases[0]!.id}/history`)).body
  const handed = events.filter(({ type }: { type: string }) => type === 'step.handedOver')
  expect(handed.length).toBeGreaterThan(0)
  expect(handed[0].personal.reason).toBe('明日起休假，请接手。')
  expect((await (await office.as('finance-2')).get('/api/worklist')).body.counts.mine).toBe(2)
})

test('on a telephone the same is done with cards, in English', { timeout: wholeCase }, async ({ office }) => {
  const cases = await opened(office, 2)
  const page = await office.sitDown({ viewport: { width: 360, height: 740 }, locale: 'en' })
  await chooseAccount(page, 'customer-service')
  const list = page.getByRole('list', { name: en.worklist.title })
  await list.getByRole('listitem').nth(1).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await faults(page)).toEqual([])
  await list.getByRole('button', { name: filled(en.worklist.claimOne, { number: cases[0]!.number }) }).click()
  await list.getByRole('listitem').filter({ hasText: cases[0]!.number }).getByText('何静').waitFor()
  await page.getByRole('button', { name: en.worklist.filter }).click()
  const sheet = page.getByRole('dialog', { name: en.worklist.filter })
  expect(await faults(page)).toEqual([])
  await sheet.getByLabel(en.worklist.order).selectOption({ label: en.worklist.sort['-opened'] })
  await sheet.getByLabel(en.worklist.procedure).selectOption({ label: 'Withdrawal' })
  await sheet.getByRole('button', { name: en.worklist.show }).click()
  await expect.poll(() => list.locator('.case-link').allInnerTexts()).toEqual([cases[1]!.number, cases[0]!.number])
  await page.getByRole('tab', { name: en.worklist.tab.mine }).click()
  await expect.poll(() => list.locator('.case-link').allInnerTexts()).toEqual([cases[0]!.number])
  await page.getByRole('button', { name: en.nav.menu }).click()
  await page.getByRole('dialog').getByRole('link', { name: en.nav.handbook }).click()
  await page.getByRole('heading', { level: 1, name: en.handbook.title }).waitFor()
})

test('auditor and manager find the views they have use for, without a barrier', { timeout: wholeCase }, async ({ office }) => {
  const cases = await opened(office, 2)
  await (await office.as('customer-service')).advance(cases[0]!.id, 'request.revoked', { saidBy: 'student' })
  await (await office.as('front-desk')).act(cases[1]!.id, 'case.copied', {
    user: (await (await office.as('management')).get('/api/session')).body.id,
  })
  const auditor = await office.desk('auditor', { locale: 'en' })
  await shows(auditor.page, [cases[1]!.number])
  const tabs = await auditor.page.getByRole('tab').allInnerTexts()
  expect(tabs.map((text) => text.replace(/ \d+$/, ''))).toEqual([en.worklist.tab.all, en.worklist.tab.copied, en.worklist.tab.closed])
  await tab(auditor, 'closed').click()
  await shows(auditor.page, [cases[0]!.number])
  expect(await auditor.page.getByRole('columnheader').allInnerTexts()).toEqual(expect.arrayContaining([en.worklist.column.outcome]))
  expect(await faults(auditor.page)).toEqual([])
  const manager = await office.desk('management')
  await tab(manager, 'copied').click()
  await shows(manager.page, [cases[1]!.number])
  for (const name of [t.views.title, t.worklist.look]) {
    await manager.page.getByRole('button', { name, exact: true }).click()
    expect(await faults(manager.page)).toEqual([])
  }
})
