// What somebody's browser fetches before the worklist or a case is there: no more script than a telephone takes in a moment.
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test, wholeCase } from './office.ts'
import { proposedWithdrawal } from './prepared.ts'

/** Of gzip, all scripts together. A worklist may have 250 kB; there is no need to go that far. */
const most = 200_000

/** The bytes of script that a page has fetched until nothing more comes; all but the smallest come compressed. */
async function scriptOf(page: Page, path = '/'): Promise<number> {
  const scripts: Promise<Buffer>[] = []
  const plain: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    scripts.push(response.body())
    if (!response.headers()['content-encoding'] && Number(response.headers()['content-length']) > 1000) plain.push(response.url())
  })
  await page.goto(path)
  await page.getByRole('main').getByRole('link').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(plain).toEqual([])
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

test('whoever only looks at a case fetches no form for it', { timeout: wholeCase }, async ({ office }) => {
  const { id } = await proposedWithdrawal(office)
  const { page } = await office.desk('customer-service')
  const bytes = await scriptOf(await page.context().newPage(), `/cases/${id}`)
  console.log(`first load of a case: ${Math.round(bytes / 1000)} kB of script`)
  expect(bytes).toBeLessThan(most)
})
