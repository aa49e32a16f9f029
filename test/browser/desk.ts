// Somebody at a desk with the web page in front of them: signs in, opens cases, takes them up from the worklist, records what happened.
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Label, Locale } from '../../machines/label.ts'
import type { FormSchema } from '../../machines/narrowing.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { metaOf, pathOf, statesOf } from '../../machines/states.ts'
import { accounts } from '../../server/sample/people.ts'
import { type Answers, fill, texts } from './fields.ts'
import type { Watch } from './watch.ts'

/** How long anything may take to appear, in ms: the machine may be busy with other tests. */
export const patience = 30_000

/** What a case page shows: the marked steps by their paths, what is offered by event type, and what is blocked among other things, and why. */
export type Shown = { steps: string[]; offers: string[]; blocked?: Record<string, Label> }
export type Tab = keyof (typeof texts)['zh-CN']['worklist']['tab']
/** `tour`: they are shown around like anybody who signs in for the first time. */
export type Seat = { locale?: Locale; viewport?: BrowserContextOptions['viewport']; tour?: boolean }
export type Sitting = Seat & { browser: Browser; origin: string; watch: Watch }
export type Desk = ReturnType<typeof deskAt>

/** The text with its `{{slots}}` filled in. */
export const filled = (text: string, slots: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(slots[name]))

/** Frames without an origin of their own have no storage. */
const untoured = () => void (window.origin === 'null' || localStorage.setItem('anjuan.tour', 'never'))
/** A browser that is run by a program says so, and is shown nothing. */
const asSomebody = () => void Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })

/** A browser of their own, at the page for signing in. */
export async function sitDown(who: string, sitting: Sitting) {
  const { browser, origin, watch, locale = 'zh-CN', viewport = { width: 1360, height: 900 }, tour = false } = sitting
  const context = await browser.newContext({ viewport, timezoneId: 'Asia/Shanghai', baseURL: origin, reducedMotion: 'reduce' })
  context.setDefaultTimeout(patience)
  await context.addInitScript(tour ? asSomebody : untoured)
  context.on('page', (page) => watch.on(page, who))
  const page = await context.newPage()
  await page.goto('/')
  if (locale === 'en') await page.getByRole('button', { name: texts['zh-CN'].nav.otherLanguage }).click()
  return page
}

/** Chooses one of the demo's accounts by the name on its button. */
export async function chooseAccount(page: Page, username: string) {
  const { name } = accounts.find((account) => account.username === username)!
  await page.getByRole('button', { name }).click()
  await page.getByRole('banner').waitFor()
}

export async function signIn(username: string, sitting: Sitting): Promise<Desk> {
  const page = await sitDown(username, sitting)
  await chooseAccount(page, username)
  return deskAt(page, sitting.locale)
}

const procedureOf = (number: string) => Object.values(procedures).find(({ prefix }) => number.startsWith(`${prefix}-`))!
const formOf = (payload: object) => payload as FormSchema
const labelOf = (procedure: Procedure, path: string) => metaOf(statesOf(procedure).find((node) => pathOf(node) === path)!).label

/** What somebody can do with the page in front of them, in its language. */
export function deskAt(page: Page, locale: Locale = 'zh-CN') {
  const t = texts[locale]
  const words = (label: Label) => label[locale]
  const title = page.getByRole('heading', { level: 1 })
  const current = async () => procedureOf((await title.filter({ hasText: /-\d{6} / }).textContent())!)
  const eventLabel = async (type: string) => words((await current()).events[type]!.label)

  /** Goes to a page by the main menu, which a telephone keeps behind a button. */
  const go = async (to: 'worklist' | 'open' | 'approvals' | 'notices' | 'handbook') => {
    const menu = page.getByRole('banner').getByRole('button', { name: t.nav.menu, exact: true })
    if (await menu.isVisible()) await menu.click()
    const called = (name: string) => (to === 'worklist' ? new RegExp(`${name}|${t.nav.cases}`) : name)
    await page
      .getByRole('navigation')
      .getByRole('link', { name: called(t.nav[to]) })
      .click()
    await title.filter({ hasText: called(t[to].title) }).waitFor()
  }

  /** Fills in a part of the form that opens a case. */
  const beginCase = async (procedure: Procedure, answers: Answers) => {
    await go('open')
    await page.getByRole('main').getByRole('link').getByText(words(procedure.label), { exact: true }).click()
    await fill(page.locator('main form'), formOf(procedure.opening.payload), answers, locale)
  }
  /** Fills in the rest, opens the case and returns its number. */
  const finishCase = async (procedure: Procedure, answers: Answers = {}) => {
    const form = page.locator('main form')
    await fill(form, formOf(procedure.opening.payload), answers, locale)
    await form.getByRole('button', { name: t.open.submit, exact: true }).click()
    await page.waitForURL(/\/cases\//)
    return (await title.filter({ hasText: /-\d{6} / }).textContent())!.split(' ')[0]!
  }
  const open = async (procedure: Procedure, answers: Answers) => {
    await beginCase(procedure, answers)
    return finishCase(procedure)
  }
  /** Follows the link to a case, and waits for it as it is now. */
  const lookAt = async (number: string, link: Locator) => {
    await Promise.all([page.waitForResponse((response) => /\/api\/cases\/[^/]+$/.test(response.url())), link.click()])
    await title.filter({ hasText: number }).waitFor()
  }
  /** Finds the case in the worklist. */
  const takeUp = async (number: string, tab: Tab = 'department') => {
    if (new URL(page.url()).pathname === '/') await go('handbook')
    await go('worklist')
    await page.getByRole('tab', { name: t.worklist.tab[tab] }).click()
    await lookAt(number, page.getByRole('link', { name: number }))
  }
  /** Follows the newest notice to the department that names the case. */
  const followNotice = async (number: string) => {
    await go('notices')
    await lookAt(number, page.getByRole('main').getByRole('link', { name: number }).first())
  }

  const sends = (form: Locator) => form.getByRole('button', { name: t.form.submit, exact: true })
  /** Opens the form of what is offered, all of it. */
  const begin = async (type: string) => {
    const name = await eventLabel(type)
    await page
      .locator('main button')
      .and(page.getByRole('button', { name, exact: true }))
      .click()
    const form = page.getByRole('dialog', { name })
    await sends(form).waitFor()
    return form
  }
  const answer = async (form: Locator, type: string, answers: Answers) =>
    fill(form, formOf((await current()).events[type]!.payload), answers, locale)
  const submit = (form: Locator) => sends(form).click()
  /** Records what is offered; it is then the newest of the history. */
  const act = async (type: string, answers: Answers = {}) => {
    const form = await begin(type)
    await answer(form, type, answers)
    await submit(form)
    await form.waitFor({ state: 'hidden' })
    await page
      .getByRole('article')
      .first()
      .getByText(await eventLabel(type), { exact: true })
      .waitFor()
  }

  /** A case among the approvals that wait, with all that its decision stands on. */
  const approval = (number: string) => page.locator(`[data-case="${number}"]`)
  const takeInHand = async (number: string) => {
    const entry = page.locator(`[data-waiting="${number}"]`)
    await entry.or(approval(number)).filter({ visible: true }).first().waitFor()
    if (!(await approval(number).isVisible())) await entry.click()
    await approval(number).waitFor()
  }
  const approvalSays = async (number: string, ...said: string[]) => {
    await takeInHand(number)
    for (const text of said) await approval(number).getByText(text).first().waitFor()
  }
  const decide = async (number: string, type: string, answers: Answers = {}) => {
    const { label, payload } = procedureOf(number).events[type]!
    const card = approval(number)
    await takeInHand(number)
    await card.getByRole('button', { name: words(label), exact: true }).click()
    const decision = card.getByRole('region', { name: words(label) })
    await fill(decision, formOf(payload), answers, locale)
    await decision.getByRole('button', { name: filled(t.approvals.confirm, { what: words(label) }) }).click()
    await card.waitFor({ state: 'detached' })
  }

  const marked = () => markedSteps(page, t.chart.current)
  const texted = async (found: Locator) => (await found.allInnerTexts()).map((text) => text.trim()).toSorted()
  const shows = async ({ steps, offers, blocked = {} }: Shown) => {
    const procedure = await current()
    const name = (type: string) => words(procedure.events[type]!.label)
    const colon = locale === 'en' ? ': ' : '：'
    const seen = async () => ({
      steps: (await marked()).toSorted(),
      offers: await texted(page.locator('.waiting .offer')),
      blocked: await texted(page.locator('.blocked li')),
    })
    await expect.poll(seen, { timeout: patience }).toEqual({
      steps: steps.map((path) => words(labelOf(procedure, path))).toSorted(),
      offers: offers.map(name).toSorted(),
      blocked: expect.arrayContaining(Object.entries(blocked).map(([type, why]) => name(type) + colon + words(why))),
    })
  }
  /** Says that the case is over, in which state. */
  const showsEnd = async (path: string) => {
    const state = words(labelOf(await current(), path))
    await page.getByText(filled(t.case.closedAt, { state })).waitFor()
    await shows({ steps: [path], offers: [] })
  }

  /** Moves the institution's time by whole days, with the button that the administrator of the demo has. */
  const moveClock = async (days: number) => {
    await page.getByRole('button', { name: t.clock.title }).click()
    await page.getByRole('spinbutton', { name: t.clock.days }).fill(String(days))
    const move = page.getByRole('button', { name: t.clock.move, exact: true })
    await Promise.all([page.waitForResponse((response) => response.url().endsWith('/api/demo/clock')), move.click()])
    await page.getByRole('spinbutton', { name: t.clock.days }).waitFor({ state: 'hidden' })
  }
  return {
    page,
    t,
    words,
    go,
    open,
    beginCase,
    finishCase,
    takeUp,
    followNotice,
    begin,
    answer,
    submit,
    act,
    approval,
    approvalSays,
    decide,
    marked,
    shows,
    showsEnd,
    moveClock,
  }
}

/** The labels of the steps that the chart marks as current. */
async function markedSteps(page: Page, current: string): Promise<string[]> {
  const mark = current.replace('{{label}}', '')
  const names = await page
    .locator('.chart [role=button]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''))
  return names.filter((name) => name.endsWith(mark)).map((name) => name.slice(0, -mark.length))
}
