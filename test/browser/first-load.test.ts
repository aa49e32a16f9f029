// What somebody's browser fetches before the worklist is there: no more script than a telephone takes in a moment.
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test, wholeCase } from './office.ts'
import { proposedWithdrawal } from './prepared.ts'

/** Of gzip, all scripts together. */
const most = 250_000

/** The bytes of script that a page has fetched until nothing more comes. */
async function scriptOf(page: Page): Promise<number> {
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body())
  })
  await page.goto('/')
  await page.getByRole('tabpanel').getByRole('link').first().waitFor()
  await page.waitForLoadState('networkidle')
  return (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0)
}

test.for([
  ['customer-service', 'zh-CN', 1360],
  ['management', 'en', 1360],
  ['auditor', 'zh-CN', 390],
] as const)('the first load of %s in %s at %d px', { timeout: wholeCase }, async ([who, locale, width], { office }) => {
  await proposedWithdrawal(office)
  await (await office.as('front-desk')).open('complaint')
  const { page } = await office.desk(who, { locale })
  const fresh = await page.context().newPage()
  await fresh.setViewportSize({ width, height: 800 })
  const bytes = await scriptOf(fresh)
  console.log(`first load of ${who}: ${Math.round(bytes / 1000)} kB of script`)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThan(most)
})
