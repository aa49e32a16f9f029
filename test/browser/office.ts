// What every browser test is given: a browser, an institution of its own, and people who sit down in front of it. A page that complains
// on its console, or is refused something unexpectedly, fails its test.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { test as base, expect } from 'vitest'
import { launch } from './chromium.ts'
import { type Desk, type Seat, signIn, sitDown } from './desk.ts'
import { type ServedHouse, serveEmptyHouse, serveHouse } from './house.ts'
import { type Expected, type Watch, watching } from './watch.ts'

export type Office = {
  /** Somebody at a browser of their own, signed in by the button of their account; asked for again, the same one. */
  desk: (username: string, seat?: Seat) => Promise<Desk>
  /** Somebody who has not signed in yet. */
  sitDown: (seat?: Seat) => Promise<Page>
  /** Asks the API as this person: for what the test finds done already. */
  as: ServedHouse['as']
  /** The institution's store: for what nobody could do so often. */
  db: ServedHouse['db']
  /** A refusal that this test provokes. */
  expectRefusal: (expected: Expected) => void
}

/** What a service that was never used before is: its one-time link, and people in front of it. */
export type Founding = Pick<Office, 'sitDown' | 'expectRefusal'> & { link: string }

/** How long a whole case may take, in ms. */
export const wholeCase = 240_000

export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads from it that nothing else is needed
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launch()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('office', async ({ browser, task }, { onCleanup }): Promise<Office> => {
    const house = await serveHouse()
    const { office, watch } = officeIn(house, browser)
    onCleanup(() => leave(browser, house, watch, task.result?.state === 'fail'))
    return office
  })
  .extend('founding', async ({ browser, task }, { onCleanup }): Promise<Founding> => {
    const house = await serveEmptyHouse()
    const watch = watching()
    onCleanup(() => leave(browser, house, watch, task.result?.state === 'fail'))
    const sitting = { browser, origin: house.origin, watch }
    return { link: house.link, sitDown: (seat = {}) => sitDown('somebody', { ...sitting, ...seat }), expectRefusal: watch.expect }
  })

async function leave(browser: Browser, house: Pick<ServedHouse, 'close'>, watch: Watch, failed: boolean) {
  const pages = browser.contexts().flatMap((context) => context.pages())
  if (failed) await photograph(pages)
  await Promise.all(browser.contexts().map((context) => context.close()))
  await house.close()
  expect(watch.complaints()).toEqual([])
}

function officeIn({ origin, as, db }: ServedHouse, browser: Browser) {
  const watch = watching()
  const sitting = (seat: Seat) => ({ browser, origin, watch, ...seat })
  const desks = new Map<string, Promise<Desk>>()
  const desk = (username: string, seat: Seat = {}) => {
    if (!desks.has(username)) desks.set(username, signIn(username, sitting(seat)))
    return desks.get(username)!
  }
  const office: Office = { desk, sitDown: (seat = {}) => sitDown('somebody', sitting(seat)), as, db, expectRefusal: watch.expect }
  return { office, watch }
}

/** What a failed test last saw, for whoever looks into it. */
async function photograph(pages: Page[]) {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-failed-'))
  for (const [index, page] of pages.entries()) await page.screenshot({ path: join(folder, `${index}.png`), fullPage: true }).catch(() => {})
  console.error(`the pages of the failed test: ${folder}`)
}
