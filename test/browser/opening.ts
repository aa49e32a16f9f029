// What opens on a page: how it is opened with the keyboard, and what may be wrong with it while it is open and once Escape was pressed.
import type { Locator, Page } from 'playwright-core'
import type { Label, Locale } from '../../machines/label.ts'
import { texts } from '../web/all-texts.ts'
import { still } from './axe.ts'
import { wrongWith } from './sights.ts'

export type Seen = { page: Page; t: (typeof texts)['zh-CN']; words: (label: Label) => string }
export const seenIn = (page: Page, locale: Locale): Seen => ({ page, t: texts[locale], words: (label) => label[locale] })

/**
 * A dialog takes the focus, a list leaves it to the field it belongs to; Escape closes both. A question takes it and wants an answer,
 * what unfolds must not let it get lost, and what stands on the page has nothing to do with it: Escape is not for these.
 */
type Kind = 'dialog' | 'list' | 'question' | 'fold' | 'page'
type Opening = {
  name?: string
  opener: Locator
  open: () => Promise<unknown>
  there: Locator
  kind: Kind
  /** Open before it, and still open after it where `kept`. */
  before?: { opening: Opening; kept: boolean }
  /** Takes the focus in the end, where it is not what opened it. */
  back?: Locator
}
export type Way = (seen: Seen) => Opening | Promise<Opening[]>
type Words = string | RegExp
export type Name = (seen: Seen) => Words

const named = (within: Page | Locator, role: 'button' | 'combobox' | 'tab' | 'textbox' | 'checkbox', name: Words) =>
  within.getByRole(role, { name, exact: true }).filter({ visible: true }).first()
/** Whatever has a name of its own and is in front of the page. */
const front = (page: Page) => page.locator('[role=dialog], dialog[open]').filter({ visible: true }).last()
const press =
  (page: Page, opener: Locator, ...keys: string[]) =>
  async () => {
    await opener.focus()
    for (const key of keys) await page.keyboard.press(key)
  }

function pressing(name: Name, kind: Kind, there: (page: Page) => Locator): Way {
  return (seen) => {
    const opener = named(seen.page, 'button', name(seen))
    return { opener, open: press(seen.page, opener, 'Enter'), there: there(seen.page), kind }
  }
}
/** A dialog behind a button. */
export const button = (name: Name) => pressing(name, 'dialog', front)
/** Part of the page behind a button. */
export const part = (name: Name, selector: string) => pressing(name, 'fold', (page) => page.locator(selector).first())
/** A dialog behind a key, wherever the focus is. */
export const key =
  (keys: string): Way =>
  ({ page }) => {
    const opener = page.getByRole('banner').getByRole('link').filter({ visible: true }).first()
    return { opener, open: press(page, opener, keys), there: front(page), kind: 'dialog' }
  }
/** A list behind a field. */
export const list =
  (name: Name): Way =>
  (seen) => {
    const opener = named(seen.page, 'combobox', name(seen))
    const there = seen.page.locator('.ant-select-dropdown').filter({ visible: true }).last()
    return { opener, open: press(seen.page, opener, 'ArrowDown'), there, kind: 'list' }
  }
/** A calendar behind a field. */
export const calendar =
  (name: Name): Way =>
  (seen) => {
    const opener = seen.page.getByLabel(name(seen), { exact: true }).filter({ visible: true }).first()
    const there = seen.page.locator('.ant-picker-dropdown').filter({ visible: true }).last()
    return { opener, open: () => opener.click(), there, kind: 'list' }
  }
/** What stands folded under a line. */
export const fold =
  (selector: string): Way =>
  ({ page }) => {
    const there = page.locator(selector).filter({ visible: true }).first()
    const opener = there.locator('summary').first()
    const open = async () => {
      await opener.focus()
      if ((await there.getAttribute('open')) === null) await page.keyboard.press('Enter')
    }
    return { opener, open, there, kind: 'fold' }
  }
export const tab =
  (name: Name): Way =>
  (seen) => {
    const opener = named(seen.page, 'tab', name(seen))
    return {
      opener,
      open: press(seen.page, opener, 'Enter'),
      there: seen.page.getByRole('tabpanel').filter({ visible: true }),
      kind: 'fold',
    }
  }
/** The page itself: what stands on it is there already. */
export const stands =
  (selector: string): Way =>
  ({ page }) => {
    const there = page.locator(selector).first()
    return { opener: there, open: async () => {}, there, kind: 'page' }
  }
/** A dialog behind something that many have in common: its first. */
export const first =
  (selector: string): Way =>
  ({ page }) => {
    const opener = page.locator(selector).filter({ visible: true }).first()
    return { opener, open: press(page, opener, 'Enter'), there: front(page), kind: 'dialog' }
  }
/** Part of the page behind something that many have in common: its first. */
export const firstPart =
  (selector: string, part: string): Way =>
  ({ page }) => {
    const opener = page.locator(selector).filter({ visible: true }).first()
    return { opener, open: press(page, opener, 'Enter'), there: page.locator(part).filter({ visible: true }).first(), kind: 'fold' }
  }
/** What comes in the place of a button takes its focus. */
export const question = (name: Name, selector: string) => pressing(name, 'question', (page) => page.locator(selector).first())
/** A list behind what is typed. */
export const typed =
  (name: Name, text: string): Way =>
  (seen) => {
    const opener = named(seen.page, 'textbox', name(seen))
    const open = async () => {
      await opener.focus()
      await seen.page.keyboard.type(text)
    }
    return { opener, open, there: seen.page.getByRole('listbox'), kind: 'list' }
  }
/** The bar of what can be done to the rows that were ticked by keys; the focus stays on the last of them. */
export const bar =
  (...keys: string[]): Way =>
  ({ page }) => ({
    opener: page.locator('tr.active [data-case]'),
    open: press(page, page.locator('[data-case]').first(), ...keys),
    there: page.getByRole('toolbar'),
    kind: 'list',
  })
/** The form of what is offered. */
export const offered = (type: string) => first(`main button[data-event="${type}"]`)

const one = async (way: Way, seen: Seen) => [await way(seen)].flat()[0]!
/** Opens in what another way has opened, which stays. */
export const within =
  (outer: Way, inner: Way): Way =>
  async (seen) => [{ ...(await one(inner, seen)), before: { opening: await one(outer, seen), kept: true } }]
/** Opens in place of what another way has opened; in the end the focus is there again, or in that part of the page. */
export const instead =
  (outer: Way, inner: Way, part?: string): Way =>
  async (seen) => {
    const opening = await one(outer, seen)
    const back = part ? seen.page.locator(part) : opening.opener
    return [{ ...(await one(inner, seen)), before: { opening, kept: false }, back }]
  }
/** How long the focus may take to move, in ms: the machine may be busy with other tests. */
const patience = 10_000
const comes = (found: Promise<unknown>) =>
  found.then(
    () => true,
    () => false,
  )
/** The component library gives the focus to the frame around its drawers. */
const holds = (page: Page, of: Locator) =>
  comes(
    of
      .elementHandle({ timeout: patience })
      .then((node) =>
        page.waitForFunction((el) => (el?.closest('.ant-drawer') ?? el)?.contains(document.activeElement), node, { timeout: patience }),
      ),
  )
/** What stands out of the screen at its side, or must be pushed sideways though it is no table or drawing. */
const cramped = (there: Locator) =>
  there.evaluate((root) => {
    const { left, right } = root.getBoundingClientRect()
    const wide = [root, ...root.querySelectorAll('*')].filter((node) => {
      const { overflowX, overflowY } = getComputedStyle(node)
      const scrolls = /auto|scroll/.test(overflowX) && /auto|scroll/.test(overflowY)
      return scrolls && node.getAttribute('tabindex') !== '0' && node.tagName !== 'TEXTAREA' && node.scrollWidth > node.clientWidth + 1
    })
    return [
      ...(left < -1 || right > innerWidth + 1 ? [`stands from ${Math.round(left)} to ${Math.round(right)} px`] : []),
      ...wide.map((node) => `is pushed sideways: ${node.className} ${node.scrollWidth} in ${node.clientWidth} px`),
    ]
  })

/** The page around it is walked elsewhere. */
async function wrongInside(page: Page, { there, kind }: Opening) {
  await there.evaluate((node) => node.setAttribute('data-seen', ''))
  const found = await wrongWith(page, '[data-seen]')
  await page.evaluate(() => document.querySelector('[data-seen]')?.removeAttribute('data-seen'))
  // A list is scrolled by the keys of its field.
  return kind === 'list' ? found.filter((fault) => !fault.startsWith('scrollable-region-focusable')) : found
}

/** Opens it, looks, and closes it again. */
export async function wrongWithOpening(page: Page, opening: Opening): Promise<string[]> {
  const { open, there, kind, before } = opening
  if (before) {
    await before.opening.open()
    await before.opening.there.waitFor()
  }
  await open()
  await there.waitFor()
  await still(page)
  const found = [...(await focusFault(page, opening)), ...(await wrongInside(page, opening)), ...(await cramped(there))]
  if (kind === 'dialog' || kind === 'list') found.push(...(await wrongAfterEscape(page, opening)))
  // Escape is not for what unfolds.
  if (!before?.kept || before.opening.kind === 'fold') return found
  if (!(await before.opening.there.isVisible())) return [...found, 'Escape closes also what it opened in']
  await page.keyboard.press('Escape')
  await before.opening.there.waitFor({ state: 'hidden' })
  return found
}

async function focusFault(page: Page, { opener, there, kind }: Opening): Promise<string[]> {
  if (kind === 'list') return (await holds(page, opener)) ? [] : ['the focus leaves what it opens from']
  if (kind === 'dialog' || kind === 'question')
    return (await holds(page, there)) ? [] : [`the focus does not go into it: ${await focused(page)}`]
  return kind === 'fold' &&
    !(await comes(page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: patience })))
    ? ['the focus gets lost']
    : []
}

async function wrongAfterEscape(page: Page, { opener, there, back = opener }: Opening): Promise<string[]> {
  const gone = there.waitFor({ state: 'hidden', timeout: patience })
  await page.keyboard.press('Escape')
  if (!(await comes(gone))) return ['Escape does not close it']
  return (await holds(page, back)) ? [] : [`the focus does not come back: ${await focused(page)}`]
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))
