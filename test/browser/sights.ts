// How pages are looked at: in which size and theme, and what may be wrong with what is seen then.
import type { Page } from 'playwright-core'
import { texts } from '../web/all-texts.ts'
import { textsIn } from '../web/texts.ts'
import { faults, still } from './axe.ts'

export const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }
export type Sight = { size: keyof typeof sizes; colorScheme: 'light' | 'dark' }

/** Turns the page to a sight. */
export async function turn(page: Page, { size, colorScheme }: Sight) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize(sizes[size])
}

export const settled = async (page: Page) => {
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
  await still(page)
}

const keys = new Set(textsIn(texts.en).map(([key]) => key.replace(/_(one|other)$/, '')))
/** Texts that were not there when they were asked for. */
const keysShown = async (page: Page, within: string) =>
  ((await page.locator(within).innerText()).match(/\b[a-z]\w*(\.\w+)+/gi) ?? []).filter((word) => keys.has(word))
const beside = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** All that is wrong with the page as it stands, or with a part of it. */
export async function wrongWith(page: Page, within = 'html'): Promise<string[]> {
  const wide = await beside(page)
  return [
    ...(await faults(page, within)),
    ...(await keysShown(page, within)).map((key) => `text ${key}`),
    ...(wide > 1 ? [`${wide} px beside the screen`] : []),
  ]
}
