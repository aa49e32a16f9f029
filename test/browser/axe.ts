// What axe finds wrong with a page, whatever its weight. It is run where the page is: its own driver opens a second page for every look, and
// no page of ours holds frames that it would be needed for.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Within = { axe?: typeof axe }
const known = () => 'axe' in globalThis
const run = ([within, options]: readonly [string, axe.RunOptions]) => (globalThis as Within).axe!.run(within, options)

/** What is pressed must also be large enough. */
const options: axe.RunOptions = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }

/** Nothing is still on its way, and nothing moves or changes its colour. */
export const still = (page: Page) =>
  page.waitForFunction(
    () =>
      !document.querySelector('.ant-skeleton, [aria-busy=true], .ant-spin-spinning') &&
      document
        .getAnimations()
        .every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Number.POSITIVE_INFINITY),
  )

/** The rules broken, with the elements concerned; empty where nothing is. `within` is a selector. */
export async function faults(page: Page, within = 'html'): Promise<string[]> {
  // A theme that was turned just now, or what has just come, begins to show in the next frame.
  await page.evaluate(() => new Promise(requestAnimationFrame))
  await still(page)
  if (!(await page.evaluate(known))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(run, [within, options] as const)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`))
}
