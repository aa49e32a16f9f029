// Walks through what opens on the pages, by those who work there with their keyboard: no rule of axe is broken while it is open, nothing
// stands beside a narrow screen, the focus goes into it, Escape closes it, and the focus comes back to what opened it.
import type { Page } from 'playwright-core'
import type { Locale } from '../../machines/label.ts'
import { accounts } from '../../server/sample/people.ts'
import { chooseAccount } from './desk.ts'
import type { Office } from './office.ts'
import { button, type Name, seenIn, type Way, wrongWithOpening } from './opening.ts'
import { type Sight, settled, sizes, turn } from './sights.ts'

/** Who signs in has their name on the button of their menu. */
const menuOf =
  (username: string): Name =>
  () =>
    new RegExp(accounts.find((account) => account.username === username)!.name)
export const ofMenu = (username: string) => button(menuOf(username))

/** What opens, for whom, where, and how; some of it on one kind of screen only. */
export type Row = [what: string, who: string, address: string, way: Way, only?: Sight['size']]

const sights: Record<Locale, Sight> = {
  'zh-CN': { size: 'desktop', colorScheme: 'light' },
  en: { size: 'phone', colorScheme: 'dark' },
}

async function goTo(page: Page, address: string) {
  await page.goto(address)
  await settled(page)
}

async function walk(page: Page, rows: Row[], locale: Locale, placed: (address: string) => string): Promise<string[]> {
  const seen = seenIn(page, locale)
  const found: string[] = []
  let at = ''
  for (const [what, who, address, way] of rows) {
    const say = (fault: string) => `${what} (${who}, ${address}, ${sights[locale].size}): ${fault}`
    try {
      if (at !== address) await goTo(page, placed(address))
      at = address
      for (const opening of [await way(seen)].flat()) found.push(...(await wrongWithOpening(page, opening)).map(say))
    } catch (error) {
      found.push(say(String(error).slice(0, 400)))
      at = ''
    }
  }
  return found
}

/** Everybody, one after the other, at one sight. */
async function wrongAt(office: Office, rows: Row[], locale: Locale, placed: (address: string) => string): Promise<string[]> {
  const sight = sights[locale]
  const here = rows.filter(([, , , , only]) => !only || only === sight.size)
  const found: string[] = []
  for (const [who, theirs] of Map.groupBy(here, ([, who]) => who)) {
    const page = await office.sitDown({ locale, viewport: sizes[sight.size] })
    await turn(page, sight)
    await chooseAccount(page, who)
    found.push(...(await walk(page, theirs, locale, placed)))
    await page.context().close()
  }
  return found
}

/** How long such a walk may take, in ms: some sixty things are opened, looked at and closed. */
export const wholeWalk = 900_000

/** Each of them at one sight, in turns: at both it would take as long again. */
const inTurns = (rows: Row[]): Row[] =>
  rows.map(([what, who, address, way, only], n) => [what, who, address, way, only ?? (n % 2 ? 'phone' : 'desktop')])

/** All that is wrong with what opens. A name with `$` in an address is one of `places`. */
export async function wrongWithOpened(office: Office, rows: Row[], places: Record<string, string>): Promise<string[]> {
  const placed = (address: string) => address.replace(/\$\w+/g, (name) => places[name]!)
  const found = await Promise.all((['zh-CN', 'en'] as const).map((locale) => wrongAt(office, inTurns(rows), locale, placed)))
  return found.flat()
}
