// The auditor's part: the case replayed in the browser, event by event, and found intact by browser and server.
import { expect } from 'vitest'
import { type Desk, filled, patience } from './desk.ts'

/** Steps through the whole replay of the case on the page, and one back; returns the steps marked after each event, the first one first. */
export async function replay({ page, t, marked }: Desk): Promise<string[][]> {
  await page.getByRole('link', { name: t.case.replay }).click()
  await page.getByText(t.replay.intactHere).waitFor()
  await page.getByText(t.replay.intactThere).waitFor()
  const events = page.locator('.events').getByRole('listitem')
  await events.first().waitFor()
  const all = await events.count()
  await page.getByText(filled(t.replay.counted, { good: all, all })).waitFor()
  const frames: string[][] = []
  const forward = page.getByRole('button', { name: t.replay.forward })
  for (let n = 1; n <= all; n++) {
    await atEvent(n)
    frames.push(await marked())
    if (n < all) await forward.click()
  }
  expect(await forward.isDisabled()).toBe(true)
  await page.getByRole('button', { name: t.replay.backward }).click()
  await atEvent(all - 1)
  expect(await marked()).toEqual(frames.at(-2))
  return frames

  /** The event's own card says that its hashes hold. */
  async function atEvent(n: number) {
    await page.getByText(filled(t.replay.nth, { n, all }), { exact: true }).waitFor()
    const card = page.locator(`.card[data-sequence="${n}"]`)
    await expect.poll(() => card.locator('.card-extra').innerText(), { timeout: patience }).toContain(t.replay.verified)
  }
}
