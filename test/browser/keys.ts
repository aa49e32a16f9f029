// Somebody who works with the keyboard alone: goes from one thing to the next by Tab and uses what has the focus.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** So many presses of Tab lead around a whole page. */
const round = 150

export type Keys = ReturnType<typeof keysAt>

export function keysAt(page: Page) {
  const { keyboard } = page
  /** What has the focus: its words as they are read out, its role, and the title of the field it belongs to. */
  const focused = () =>
    page.evaluate(() => {
      const node = document.activeElement as HTMLElement
      if (node === document.body) return { words: '', title: '', type: 'nothing' }
      const title = node.closest('.ant-form-item')?.querySelector('label')?.textContent?.trim() ?? ''
      const own = node.closest('label')?.textContent ?? node.getAttribute('aria-label') ?? node.textContent
      return { words: own?.trim() ?? '', title, type: node.getAttribute('type') ?? node.getAttribute('role') ?? node.tagName.toLowerCase() }
    })
  type Focused = Awaited<ReturnType<typeof focused>>
  const tabTo = async (what: string, is: (it: Focused) => boolean) => {
    for (let n = 0; n < round; n++) {
      if (is(await focused())) return
      await keyboard.press('Tab')
    }
    throw new Error(`no way to ${what} with Tab; the focus is on ${JSON.stringify(await focused())}`)
  }
  /** Comes to a button or link of this name, and presses it. */
  const press = async (name: string) => {
    await tabTo(name, ({ words, title }) => words === name && title === '')
    await keyboard.press('Enter')
  }
  const field = (name: string) => tabTo(name, ({ title }) => title === name)
  /** Ticks one of the values that stand side by side. */
  const tick = async (name: string, value: string) => {
    await field(name)
    await keyboard.press('Space')
    for (let n = 0; n < round && (await focused()).words !== value; n++) await keyboard.press('ArrowDown')
    expect((await focused()).words).toBe(value)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(true)
  }
  /** Looks for a record by its words and takes it once it is what Enter would take: lists change as long as answers come. */
  const choose = async (name: string, text: string) => {
    await field(name)
    await keyboard.type(text)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active', { hasText: text }).waitFor()
    await keyboard.press('Enter')
    await keyboard.press('Escape')
  }
  const write = async (name: string, text: string) => {
    await field(name)
    await keyboard.type(text)
  }
  const date = async (name: string, day: string) => {
    await write(name, day)
    await keyboard.press('Enter')
    await keyboard.press('Tab')
  }
  return { focused, tabTo, press, tick, choose, write, date }
}
