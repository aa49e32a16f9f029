// The tour: once for each person, only of what is there for them, with or without a mouse, and again when it is asked for.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { roleNames } from '../../machines/departments.ts'
import { accounts } from '../../server/sample/people.ts'
import { type StopName, stopsFor } from '../../web/ui/tour/stops.ts'
import { texts } from '../web/all-texts.ts'
import { chooseAccount } from './desk.ts'
import { keysAt } from './keys.ts'
import { type Office, test, wholeCase } from './office.ts'

const t = texts['zh-CN']

const desktop = { width: 1280, height: 800 }
const phone = { width: 360, height: 740 }
const tour = (page: Page) => page.locator('.tour')

/** Somebody who signs in for the first time, in the middle of the first stop. */
async function arrive(office: Office, username: string, viewport = desktop) {
  const page = await office.sitDown({ tour: true, viewport })
  await chooseAccount(page, username)
  await tour(page).waitFor()
  return page
}

const nameOf = (title: string) => (Object.keys(t.tour.stop) as StopName[]).find((name) => t.tour.stop[name].title === title)!
const pointsAt = new Map(roleNames.flatMap((role) => stopsFor(role, { opens: true, begins: true }).map(({ name, at }) => [name, at])))

/** What the ring is around: the thing itself, or the menu that holds it where there is no room; nothing of the tour may cover it. */
const ringed = (page: Page, at: string) =>
  page.evaluate((at) => {
    const ring = document.querySelector('.tour-ring')?.getBoundingClientRect()
    if (!ring) return 'nothing'
    const under = document.elementFromPoint(ring.left + ring.width / 2, ring.top + 12)
    return under?.closest(at) ? 'it' : under?.closest('header .narrow-only') ? 'the menu' : (under?.outerHTML.slice(0, 200) ?? 'nothing')
  }, at)

/** Goes through the whole tour by Enter and tells what is wrong with any of its stops. */
async function goThrough(page: Page, narrow: boolean): Promise<string[]> {
  const wrong: string[] = []
  const card = tour(page)
  for (let more = true; more; ) {
    const name = nameOf(await card.getByRole('heading').innerText())
    const around = await ringed(page, pointsAt.get(name)!)
    if (around !== 'it' && !(narrow && around === 'the menu')) wrong.push(`${name}: ${around}`)
    more = (await card.getByRole('button', { name: t.tour.end }).count()) === 0
    await card.getByRole('button', { name: more ? t.tour.next : t.tour.end }).focus()
    await page.keyboard.press('Enter')
  }
  await card.waitFor({ state: 'detached' })
  return wrong
}

test('everybody is shown around once, past things that are there', { timeout: wholeCase }, async ({ office }) => {
  for (const role of roleNames) {
    const page = await arrive(office, accounts.find((account) => account.role === role)!.username)
    expect([role, await goThrough(page, false)]).toEqual([role, []])
    await page.reload()
    await page.getByRole('banner').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await tour(page).count()).toBe(0)
    await page.context().close()
  }
})

test('on a telephone it points at the menu for what the menu holds', { timeout: wholeCase }, async ({ office }) => {
  for (const username of ['admin', 'management']) {
    const page = await arrive(office, username, phone)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    expect([username, await goThrough(page, true)]).toEqual([username, []])
    await page.context().close()
  }
})

test('Esc ends it, also after a click beside it; from the help it is called again, by keys alone', { timeout: wholeCase }, async ({
  office,
}) => {
  const page = await arrive(office, 'finance')
  const keys = keysAt(page)
  await page.keyboard.press('Escape')
  await tour(page).waitFor({ state: 'detached' })
  await keys.tabTo('the menu', ({ words }) => words.includes('钱敏'))
  await page.keyboard.press('Enter')
  await keys.press(t.help.title)
  await page.getByRole('heading', { level: 1, name: t.help.title }).waitFor()
  await keys.press(t.nav.tour)
  await tour(page).waitFor()
  expect(await tour(page).evaluate((card) => card.contains(document.activeElement))).toBe(true)
  await keys.press(t.tour.next)
  await tour(page).getByRole('heading', { name: t.tour.stop.arrears.title }).waitFor()
  await keys.press(t.tour.back)
  await tour(page).getByRole('heading', { name: t.tour.stop.worklist.title }).waitFor()
  await page.mouse.click(640, 780)
  await page.keyboard.press('Escape')
  await tour(page).waitFor({ state: 'detached' })
})

test('whoever leaves in the middle is shown it again, and the next person at the computer begins at the beginning', {
  timeout: wholeCase,
}, async ({ office }) => {
  const page = await arrive(office, 'front-desk')
  await tour(page).getByRole('button', { name: t.tour.next }).click()
  await page.getByRole('banner').getByRole('button', { name: /许诺/ }).click()
  await page.getByRole('button', { name: t.nav.signOut }).click()
  await chooseAccount(page, 'auditor')
  await tour(page).getByRole('heading', { name: t.tour.stop.replay.title }).waitFor()
  await page.keyboard.press('Escape')
  await tour(page).waitFor({ state: 'detached' })
  await page.getByRole('banner').getByRole('button', { name: /卫青/ }).click()
  await page.getByRole('button', { name: t.nav.signOut }).click()
  await chooseAccount(page, 'front-desk')
  await tour(page).getByRole('heading', { name: t.tour.stop.worklist.title }).waitFor()
})
