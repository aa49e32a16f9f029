// Every address of the router, as whoever works there sees it: no rule of axe is broken in either theme, language or size, nothing stands
// beside a narrow screen, and no text is missing. A page that is new to the router is walked as well.
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '../../machines/label.ts'
import { texts } from '../web/all-texts.ts'
import { textsIn } from '../web/texts.ts'
import { chooseAccount } from './desk.ts'
import { type Office, test, wholeCase } from './office.ts'
import { proposedWithdrawal } from './prepared.ts'

const router = readFileSync(new URL('../../web/router.tsx', import.meta.url), 'utf8')
const addresses = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!)

/** Who has most to see at an address; a manager everywhere else. */
const workers: Record<string, string | null> = {
  '/sign-in': null,
  '/setup': null,
  '/': 'customer-service',
  '/open': 'front-desk',
  '/open/$procedure': 'front-desk',
  '/cases/$id': 'finance',
  '/cases/$id/replay': 'auditor',
  '/audit': 'auditor',
  '/audit/rounds': 'auditor',
  '/audit/rounds/$id': 'auditor',
  '/arrears-list': 'finance',
  '/promises': 'front-desk',
  '/people': 'admin',
  '/people/import': 'admin',
  '/first-steps': 'admin',
  '/institution': 'admin',
}
const workerAt = (address: string) => (address in workers ? workers[address]! : 'management')

/** A closed withdrawal in an audit round: the day after, it can be drawn. */
async function drawnRound({ as }: Office): Promise<string> {
  const { id } = await (await as('front-desk')).open('withdrawal', { student: 'student-02', enrolments: ['student-02-e1'] })
  await (await as('customer-service')).advance(id, 'case.voided')
  await (await as('admin')).post('/api/demo/clock', { days: 2 })
  const form = { name: '三月', from: '2026-03-01', until: '2026-03-09', procedures: ['withdrawal'], size: 1, method: 'random' }
  const { status, body, text } = await (await as('auditor')).post('/api/audit/rounds', form)
  if (status !== 201) throw new Error(`no round was drawn: ${text}`)
  return body.id
}

/** The addresses with ids that there are. */
async function placesIn(office: Office): Promise<(address: string) => string> {
  const [round, { id }] = [await drawnRound(office), await proposedWithdrawal(office)]
  const known: Record<string, string> = {
    '/open/$procedure': '/open/withdrawal',
    '/handbook/$procedure': '/handbook/withdrawal@1',
    '/audit/rounds/$id': `/audit/rounds/${round}`,
  }
  return (address) => known[address] ?? address.replace('$id', id)
}

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }
type Sight = { size: keyof typeof sizes; colorScheme: 'light' | 'dark' }
/** Both together see every theme in every language at every size in pairs. */
const sights: Record<Locale, Sight[]> = {
  'zh-CN': [
    { size: 'desktop', colorScheme: 'light' },
    { size: 'phone', colorScheme: 'dark' },
  ],
  en: [
    { size: 'desktop', colorScheme: 'dark' },
    { size: 'phone', colorScheme: 'light' },
  ],
}

const settled = async (page: Page) => {
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('.ant-skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' })
}
const faults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`))
}
const keys = new Set(textsIn(texts.en).map(([key]) => key.replace(/_(one|other)$/, '')))
/** Texts that were not there when they were asked for. */
const keysShown = async (page: Page) =>
  ((await page.locator('body').innerText()).match(/\b[a-z]\w*(\.\w+)+/gi) ?? []).filter((word) => keys.has(word))
const beside = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function look(page: Page, { size, colorScheme }: Sight): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize(sizes[size])
  await settled(page)
  const wide = await beside(page)
  const found = [
    ...(await faults(page)),
    ...(await keysShown(page)).map((key) => `text ${key}`),
    ...(wide > 0 ? [`${wide} px beside the screen`] : []),
  ]
  return found.map((one) => `${new URL(page.url()).pathname} ${size} ${colorScheme}: ${one}`)
}

/** All that one person finds wrong on a way past these addresses. */
async function walk(page: Page, places: string[], seen: Sight[]): Promise<string[]> {
  const found: string[] = []
  for (const place of places) {
    await page.setViewportSize(sizes[seen[0]!.size])
    await page.goto(place)
    for (const sight of seen) found.push(...(await look(page, sight)))
  }
  return found
}

test('the router is read', () => {
  expect(addresses.length).toBeGreaterThan(20)
  expect(Object.keys(workers).filter((address) => !addresses.includes(address))).toEqual([])
})

test.for(['zh-CN', 'en'] as const)('every page in %s is open to everybody', { timeout: wholeCase }, async (locale, { office }) => {
  const placeOf = await placesIn(office)
  const byWorker = Map.groupBy(addresses, workerAt)
  const walks = [...byWorker].map(async ([worker, theirs]) => {
    const page = await office.sitDown({ locale })
    if (worker) await chooseAccount(page, worker)
    return walk(page, theirs.map(placeOf), sights[locale])
  })
  expect((await Promise.all(walks)).flat()).toEqual([])
})
