// What axe finds wrong with a page, whatever its weight.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** The rules broken, with the elements concerned; empty where nothing is. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${new URL(page.url()).pathname}: ${id} ${html.slice(0, 200)}`))
}
