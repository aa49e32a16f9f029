// Somebody at a desk with the web page in front of them: signs in, opens cases, takes them up from the worklist, records what happened.
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { metaOf, pathOf, statesOf } from '../../machines/describe.ts'
import type { Label, Locale } from '../../machines/label.ts'
import type { FormSchema } from '../../machines/narrowing.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { accounts } from '../../server/sample/people.ts'
import { type Answers, exactly, fill, texts } from './fields.ts'
import type { Watch } from './watch.ts'

/** How long anything may take to appear, in ms: the machine may be busy with other tests. */
export const patience = 30_000

/** What a case page shows: the marked steps by their paths, what is offered and what is blocked by event type, and why. */
export type Shown = { steps: string[]; offers: string[]; blocked?: Record<string, Label> }
export type Tab = keyof (typeof texts)['zh-CN']['worklist']['tab']
export type Sitting = { browser: Browser; origin: string; watch: Watch; locale?: Locale; viewport?: BrowserContextOptions['viewport'] }
export type Desk = Awaited<ReturnType<typeof signIn>>

/** The text with its `{{slots}}` filled in. */
export const filled = (text: string, slots: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(slots[name]))

/** A browser of their own, at the page for signing in. */
export async function sitDown(who: string, { browser, origin, watch, locale = 'zh-CN', viewport = { width: 1360, height: 900 } }: Sitting) {
  const context = await browser.newContext({ viewport, timezoneId: 'Asia/Shanghai', baseURL: origin })
  context.setDefaultTimeout(patience)
  context.on('page', (page) => watch.on(page, who))
  const page = await context.newPage()
  await page.goto('/')
  if (locale === 'en') await page.getByRole('button', { name: texts['zh-CN'].nav.otherLanguage }).click()
  return page
}

/** Signs in as one of the demo's accounts, by its button. */
export async function signIn(username: string, sitting: Sitting) {
  const page = await sitDown(username, sitting)
  await chooseAccount(page, username)
  return deskAt(page, sitting.locale ?? 'zh-CN')
}

export async function chooseAccount(page: Page, username: string) {
  const account = accounts.find((one) => one.username === username)!
  await page.getByRole('button', { name: account.name }).click()
  await page.getByRole('banner').waitFor()
}

const procedureOf = (number: string) => Object.values(procedures).find(({ prefix }) => number.startsWith(`${prefix}-`))!

/** What this person can do at their page, in their language. */
export function deskAt(page: Page, locale: Locale) {
  const t = texts[locale]
  const words = (label: Label) => label[locale]
  const menu = (text: string) => page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${text}`) }).click()
  const nameOf = (procedure: Procedure, path: string) => words(metaOf(statesOf(procedure).find((node) => pathOf(node) === path)!).label)
  const caseShown = async () => (await page.getByRole('heading', { level: 1, name: /-\d{6} / }).textContent())!.split(' ')[0]!
  const current = async () => procedureOf(await caseShown())
  const button = (name: string) => page.getByRole('main').locator('button').and(page.getByRole('button', { name, exact: true }))
  const newest = () => page.getByRole('article').first()

  const open = async (procedure: Procedure, answers: Answers) => {
    await menu(t.nav.open)
    await page.getByRole('main').getByRole('link').filter({ hasText: words(procedure.label) }).first().click()
    const form = page.locator('form')
    await fill(form, procedure.opening.payload as unknown as FormSchema, answers, locale)
    await form.getByRole('button', { name: t.open.submit, exact: true }).click()
    await page.waitForURL(/\/cases\//)
    return caseShown()
  }
  const takeUp = async (number: string, tab: Tab = 'department') => {
    await page.goto('/')
    await page.getByRole('tab', { name: t.worklist.tab[tab] }).click()
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('heading', { level: 1, name: number }).waitFor()
  }
  const send = async (form: Locator, type: string, answers: Answers, submit: string) => {
    const { events } = await current()
    await fill(form, events[type]!.payload as unknown as FormSchema, answers, locale)
    await form.getByRole('button', { name: submit, exact: true }).click()
  }
  const begin = async (type: string) => {
    const label = words((await current()).events[type]!.label)
    await button(label).click()
    return page.getByRole('dialog', { name: label })
  }
  const act = async (type: string, answers: Answers = {}) => {
    const drawer = await begin(type)
    await send(drawer, type, answers, t.form.submit)
    await drawer.waitFor({ state: 'hidden' })
    await newest().getByText(words((await current()).events[type]!.label), { exact: true }).waitFor()
  }
  const decide = async (number: string, type: string, answers: Answers = {}) => {
    const { events } = procedureOf(number)
    const label = words(events[type]!.label)
    const card = page.locator('.ant-card', { has: page.getByRole('link', { name: number }) })
    await card.getByRole('button', { name: label, exact: true }).click()
    const decision = card.getByRole('region', { name: label })
    await fill(decision, events[type]!.payload as unknown as FormSchema, answers, locale)
    await decision.getByRole('button', { name: filled(t.approvals.confirm, { what: label }) }).click()
    await card.waitFor({ state: 'detached' })
  }

  const marked = () => markedSteps(page, t.chart.current)
  const shows = async ({ steps, offers, blocked }: Shown) => {
    const procedure = await current()
    const { events } = procedure
    const labels = (types: string[]) => types.map((type) => words(events[type]!.label)).toSorted()
    const locked = Object.entries(blocked ?? {}).map(([type, why]) => `${words(events[type]!.label)}${locale === 'en' ? ': ' : '：'}${words(why)}`)
    const seen = async () => ({
      steps: (await marked()).toSorted(),
      offers: (await page.locator('.waiting button').allInnerTexts()).toSorted(),
      blocked: (await page.locator('.blocked li').allInnerTexts()).map((line) => line.trim()).toSorted(),
    })
    const expected = { steps: steps.map((path) => nameOf(procedure, path)).toSorted(), offers: labels(offers) }
    await expect.poll(seen, { timeout: patience }).toMatchObject(blocked ? { ...expected, blocked: locked.toSorted() } : expected)
  }
  return { page, t, words, menu, open, takeUp, begin, act, decide, shows, marked, button, newest, caseShown }
}

/** The labels of the steps that the chart marks as current. */
async function markedSteps(page: Page, current: string): Promise<string[]> {
  const suffix = current.replace('{{label}}', '')
  const names = await page.locator('.chart [role=button]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''))
  return names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length))
}
