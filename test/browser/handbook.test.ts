// The handbook: who is led to one of its steps sees it, and whoever comes back is where they were.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { statesOf } from '../../machines/states.ts'
import { test } from './office.ts'
import { settled } from './sights.ts'

const complaint = procedures.complaint!
const last = statesOf(complaint)
  .findLast(({ type }) => type === 'atomic')!
  .path.join('.')
const address = `/handbook/complaint@${complaint.version}`

/** All of it: the last row that can happen, and the words of clauses. */
const whole = async (page: Page) => {
  await page.locator(`[id="${Object.keys(complaint.events).at(-1)}"]`).waitFor()
  await settled(page)
}

test('whoever follows a step of a case into the handbook sees that step, marked', async ({ office }) => {
  const { page } = await office.desk('auditor')
  await page.goto(`${address}#${last}`)
  await whole(page)
  const step = page.locator(`[id="${last}"][aria-current=true]`)
  const inView = () =>
    step.evaluate((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return top > 0 && bottom < innerHeight
    })
  await expect.poll(inView).toBe(true)
})

test('whoever comes back to a procedure finds the place they left', async ({ office }) => {
  const { page } = await office.desk('auditor')
  await page.goto(address)
  await whole(page)
  await page.evaluate(() => scrollTo(0, 1500))
  // The browser's driver would scroll before it clicks.
  await page.evaluate(() => document.querySelector<HTMLElement>('.nav a[href="/notices"]')!.click())
  await page.locator(`[id="${last}"]`).waitFor({ state: 'detached' })
  await page.goBack()
  await page.locator(`[id="${last}"]`).waitFor()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500)
})
