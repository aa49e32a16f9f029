// The auditor's pages: what happened in a case and whether it was right, found among all histories, drawn, judged and kept.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '../../machines/label.ts'
import { faults } from './axe.ts'
import { type Desk, filled, patience } from './desk.ts'
import { type Office, test, wholeCase } from './office.ts'

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 860 }

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
/** Nothing in the way, nothing beside the screen. */
async function fits(page: Page) {
  expect(await faults(page)).toEqual([])
  expect(await wider(page)).toBeLessThanOrEqual(0)
}

const student = (n: number) => ({ student: `student-0${n}`, enrolments: [`student-0${n}-e1`] })
const passDays = async ({ as }: Office, days: number) => {
  const { status } = await (await as('admin')).post('/api/demo/clock', { days })
  if (status !== 200) throw new Error(`the clock did not move: ${status}`)
}

/** A withdrawal accepted nine days late, sent back once, voided by the deputy of customer service, and corrected afterwards. */
async function troubled(office: Office): Promise<{ id: string; number: string }> {
  const [service, clerk] = [await office.as('customer-service'), await office.as('front-desk')]
  const { id, number } = await clerk.open('withdrawal', student(1))
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed']) await service.advance(id, type)
  await passDays(office, 9)
  await service.advance(id, 'retention.declined')
  await (await office.as('finance')).advance(id, 'review.returned')
  await service.advance(id, 'case.voided')
  await service.act(id, 'record.corrected', { sequence: 2 })
  return { id, number }
}

const markOf = ({ page, t }: Desk, kind: 'late' | 'returned' | 'corrected' | 'cut') =>
  page.locator('.look-at section').filter({ hasText: t.audit.mark[kind].name })
const position = ({ page, t }: Desk) => page.getByRole('slider', { name: t.replay.position })
const standsAt = (desk: Desk, n: number) =>
  expect.poll(() => position(desk).getAttribute('aria-valuenow'), { timeout: patience }).toBe(String(n))

test('the auditor reads what happened, what to look at, and steps through it by keys alone', { timeout: wholeCase }, async ({ office }) => {
  const { id } = await troubled(office)
  const desk = await office.desk('auditor', { viewport: desktop })
  const { page, t } = desk
  await page.goto(`/cases/${id}/replay`)
  const story = page.locator('.story')
  for (const sentence of [/许诺立案/, /已作废/, /其中 1 次逾期/, new RegExp(t.audit.story.intact)])
    await story.getByText(sentence).waitFor()
  await markOf(desk, 'late').getByText('逾期 5 个工作日').waitFor()
  await markOf(desk, 'returned').getByText('受理核实').waitFor()
  await markOf(desk, 'corrected').getByText('第 9 条作了更正').waitFor()
  await markOf(desk, 'cut').getByText(t.audit.mark.cut.says).waitFor()
  await page.getByText(t.replay.intactThere).waitFor()
  await fits(page)

  await markOf(desk, 'late').getByRole('button').click()
  await standsAt(desk, 6)
  await page.locator('.card[data-sequence="6"]').getByText('受理期限').first().waitFor()
  await page.locator('.card[data-sequence="6"]').getByText('A3.4.3').waitFor()
  for (const [key, expected] of [
    ['ArrowRight', 7],
    ['ArrowLeft', 6],
    ['End', 9],
    ['Home', 1],
  ] as const) {
    await page.keyboard.press(key)
    await standsAt(desk, expected)
  }
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('1')
  await position(desk).focus()
  await page.keyboard.press(' ')
  await page.getByRole('button', { name: t.replay.pause }).waitFor()
  await page.keyboard.press(' ')
  await page.getByRole('button', { name: t.replay.play }).waitFor()

  // By time, five of the nine happened within a moment: those before them stand apart.
  const box = (await position(desk).boundingBox())!
  await page.mouse.click(box.x + box.width * 0.9, box.y + 25)
  await standsAt(desk, 5)
  await page.mouse.click(box.x + box.width * 0.1, box.y + 25)
  await expect.poll(async () => Number(await position(desk).getAttribute('aria-valuenow'))).toBeLessThan(5)
  await page.getByText(t.audit.player.byOrder).click()
  await page.mouse.click(box.x + box.width - 1, box.y + 25)
  await standsAt(desk, 9)
  await page.mouse.click(box.x + box.width / 2, box.y + 25)
  await standsAt(desk, 5)
  await page.reload()
  await standsAt(desk, 5)
})

test('whoever may not oversee sees the replay without what is unusual, and no audit pages', { timeout: wholeCase }, async ({ office }) => {
  const { id } = await troubled(office)
  const desk = await office.desk('customer-service')
  const { page, t } = desk
  await page.goto(`/cases/${id}/replay`)
  await markOf(desk, 'late').waitFor()
  expect(await page.getByRole('navigation').getByRole('link', { name: t.nav.audit }).count()).toBe(0)
  office.expectRefusal({ status: 403, path: '/api/audit/events' })
  await page.goto('/audit')
  await page.getByText('全部案卷由审计、行政主管与管理层查阅').waitFor()
})

test('whoever loses the connection before a history is folded is told so, and goes on once it is back', { timeout: wholeCase }, async ({
  office,
}) => {
  const { id } = await troubled(office)
  const { page, t } = await office.desk('auditor')
  await page.route('**/fold.worker*', (route) => route.abort())
  await page.goto(`/cases/${id}/replay`)
  await page.getByRole('alert').getByText(t.problem.network).waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: t.state.retry }).click()
  await page.getByText(t.replay.intactHere).waitFor()
})

test.for([
  ['zh-CN', desktop],
  ['en', phone],
] as const)(
  'a search over all histories leads to the event itself (%s)',
  { timeout: wholeCase },
  async ([locale, viewport], { office }) => {
    const { number } = await troubled(office)
    const desk = await office.desk('auditor', { viewport, locale: locale as Locale })
    const { page, t, words } = desk
    await page.goto('/audit')
    await page.getByText(number).first().waitFor()
    await fits(page)
    await choose(desk, t.audit.search.lateness, t.audit.search.late)
    await expect.poll(() => new URL(page.url()).searchParams.get('late')).toBe('true')
    const label = words({ 'zh-CN': '学员谢绝挽留沟通', en: 'The student declined the talk' })
    const found = page.getByRole('link', { name: filled(t.audit.search.open, { sequence: 6, number, event: label }) })
    await found.waitFor()
    await page.getByText(filled(t.audit.lateBy_other, { count: 5 })).waitFor()
    await page.getByText(filled(t.audit.search.end_one, { count: 1 })).waitFor()
    await fits(page)
    await found.click()
    await standsAt(desk, 6)
    await page.getByText(t.replay.intactThere).waitFor()
    await fits(page)
    await page.goBack()
    await found.waitFor()
    await choose(desk, t.audit.search.procedure, words({ 'zh-CN': '转学', en: 'Transfer' }))
    await page.getByText(t.audit.search.none, { exact: true }).waitFor()
    await page.getByRole('button', { name: t.audit.search.clear }).click()
    await page.getByText(number).first().waitFor()
  },
)

test('a period that ends before it begins is refused in words, and changes nothing', async ({ office }) => {
  const { page, t } = await office.desk('auditor')
  await page.goto('/audit?from=2026-03-20')
  await page.getByLabel(t.audit.search.until, { exact: true }).fill('2026-03-10')
  await page
    .getByRole('alert')
    .getByText(filled(t.form.dayEarly, { date: '2026年3月20日' }))
    .waitFor()
  expect(new URL(page.url()).searchParams.has('until')).toBe(false)
  await page.getByLabel(t.audit.search.until, { exact: true }).fill('2026-03-25')
  await expect.poll(() => new URL(page.url()).searchParams.get('until')).toBe('2026-03-25')
  expect(await page.getByRole('alert').count()).toBe(0)
})

async function choose({ page }: Desk, field: string, option: string) {
  await page.getByRole('combobox', { name: field }).selectOption({ label: option })
}

/** Cases closed on the Monday; the day after tomorrow they can be drawn. */
async function someClosed(office: Office) {
  const [service, clerk] = [await office.as('customer-service'), await office.as('front-desk')]
  for (const n of [1, 2, 3]) await service.advance((await clerk.open('withdrawal', student(n))).id, 'case.voided')
  await passDays(office, 2)
}

test('a round is drawn, judged case by case, corrected and closed', { timeout: wholeCase }, async ({ office }) => {
  await someClosed(office)
  const desk = await office.desk('auditor', { viewport: desktop })
  const { page, t } = desk
  await page.goto('/audit/rounds')
  await page.getByText(t.audit.rounds.none, { exact: true }).waitFor()
  await fits(page)
  await page.getByRole('button', { name: t.audit.rounds.new }).click()
  const drawing = page.getByRole('dialog', { name: t.audit.draw.title })
  await drawing.getByRole('button', { name: t.audit.draw.submit, exact: true }).click()
  await drawing.getByText(t.audit.draw.needName).waitFor()
  await drawing.getByRole('textbox', { name: t.audit.draw.name }).fill('三月审计')
  await drawing.getByRole('textbox', { name: t.audit.search.from, exact: true }).fill('2026-03-01')
  await page.keyboard.press('Enter')
  await drawing.getByRole('textbox', { name: t.audit.search.until, exact: true }).fill('2026-03-10')
  await page.keyboard.press('Enter')
  await drawing.getByRole('checkbox', { name: '退学' }).check()
  await drawing.getByRole('spinbutton', { name: t.audit.draw.size }).fill('2')
  await drawing.getByRole('radio', { name: '按风险加权' }).check()
  await drawing.getByText('每处“逾期”加 2 支').waitFor()
  expect(await faults(page)).toEqual([])
  await drawing.getByRole('button', { name: t.audit.draw.submit, exact: true }).click()

  await page.getByRole('heading', { level: 1, name: '三月审计' }).waitFor()
  const [first, second] = await page.locator('.drawn a').allInnerTexts()
  await page.getByRole('button', { name: t.audit.round.again }).click()
  await page.getByText(t.audit.round.agrees).waitFor()
  expect(await page.getByRole('button', { name: t.audit.round.close }).isDisabled()).toBe(true)
  await fits(page)

  await page.getByRole('link', { name: first! }).click()
  await page.getByText('《三月审计》第 1 / 2 件').waitFor()
  await page.getByText('有异议', { exact: true }).click()
  await page.getByRole('button', { name: t.audit.finding.save }).click()
  await page.getByText(t.audit.finding.needRemark).waitFor()
  await page.getByRole('textbox', { name: t.audit.finding.remark }).fill('作废没有说明依据')
  await page.reload()
  expect(await page.getByRole('textbox', { name: t.audit.finding.remark }).inputValue()).toBe('作废没有说明依据')
  await page.getByRole('button', { name: t.audit.finding.save }).click()
  await page.getByText(t.audit.finding.saved).waitFor()
  await fits(page)
  await page.getByRole('link', { name: t.audit.finding.next }).click()
  await page.getByText('《三月审计》第 2 / 2 件').waitFor()
  await page.getByRole('link', { name: t.audit.finding.all }).click()

  await page.getByText('作废没有说明依据').waitFor()
  await page.getByRole('button', { name: `${t.audit.round.record} ${second!.split(' ')[0]}` }).click()
  const judging = page.getByRole('dialog')
  await judging.getByText('合规', { exact: true }).click()
  await judging.getByRole('button', { name: t.audit.finding.save }).click()
  await judging.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: `${t.audit.round.change} ${first!.split(' ')[0]}` }).click()
  await judging.getByText('合规', { exact: true }).click()
  await judging.getByRole('button', { name: t.audit.finding.save }).click()
  await judging.waitFor({ state: 'hidden' })
  await page.getByText(filled(t.audit.round.changed_one, { count: 1 })).click()
  await page.locator('.drawn details').getByText('作废没有说明依据').waitFor()

  await page.getByRole('button', { name: t.audit.round.close }).click()
  await page.getByRole('dialog').getByRole('button', { name: t.audit.round.close }).click()
  await page.locator('.alert').getByText(t.audit.round.closeDone).waitFor()
  expect(await page.getByRole('button', { name: t.audit.round.change }).count()).toBe(0)
  await fits(page)

  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('banner').isVisible()).toBe(false)
  expect(await page.getByText(t.audit.round.signature).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: t.audit.round.print }).isVisible()).toBe(false)
})

test('management reads a round on the phone, in English, and judges nothing', { timeout: wholeCase }, async ({ office }) => {
  await someClosed(office)
  const auditor = await office.as('auditor')
  const round = { name: 'March', from: '2026-03-01', until: '2026-03-10', procedures: ['withdrawal'], size: 2, method: 'random' }
  const { body } = await auditor.post('/api/audit/rounds', round)
  await auditor.post(`/api/audit/rounds/${body.id}/findings`, { case: body.cases[0].case.id, finding: 'inOrder' })
  const { page, t } = await office.desk('management', { viewport: phone, locale: 'en' })
  await page.goto('/audit/rounds')
  await page.getByText(filled(t.audit.rounds.progress, { done: 1, all: 2 })).waitFor()
  expect(await page.getByRole('button', { name: t.audit.rounds.new }).count()).toBe(0)
  await fits(page)
  await page.getByRole('link', { name: 'March' }).click()
  await page.getByText(t.audit.round.pending, { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: t.audit.round.record }).count()).toBe(0)
  expect(await page.getByRole('button', { name: t.audit.round.close }).count()).toBe(0)
  await fits(page)
})
