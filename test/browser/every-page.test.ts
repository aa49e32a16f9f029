// Every address of the router, as whoever works there sees it: no rule of axe is broken in either theme, language or size, nothing stands
// beside a narrow screen, and no text is missing. A page that is new to the router is walked as well.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '../../machines/label.ts'
import { chooseAccount } from './desk.ts'
import { type Office, test, wholeCase } from './office.ts'
import { drawnRound, proposedWithdrawal } from './prepared.ts'
import { type Sight, settled, sizes, turn, wrongWith } from './sights.ts'

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

async function look(page: Page, sight: Sight): Promise<string[]> {
  await turn(page, sight)
  await settled(page)
  return (await wrongWith(page)).map((one) => `${new URL(page.url()).pathname} ${sight.size} ${sight.colorScheme}: ${one}`)
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

test.for(['zh-CN', 'en'] as const)('every page in %s is open to everybody', { timeout: 2 * wholeCase }, async (locale, { office }) => {
  const placeOf = await placesIn(office)
  const byWorker = Map.groupBy(addresses, workerAt)
  const walks = [...byWorker].map(async ([worker, theirs]) => {
    const page = await office.sitDown({ locale })
    if (worker) await chooseAccount(page, worker)
    return walk(page, theirs.map(placeOf), sights[locale])
  })
  expect((await Promise.all(walks)).flat()).toEqual([])
})
