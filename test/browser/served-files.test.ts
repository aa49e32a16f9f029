// How the web app and the answers travel: compressed, kept by the browser as long as they stay what they are, in few pieces.
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { takesGzip } from '../../server/compression.ts'
import { type Mode, palettes } from '../../web/theme.ts'
import { test } from './office.ts'

const asked = (url: string, encodings: string) => fetch(url, { headers: { 'accept-encoding': encodings } })
const told = ({ headers }: Response) => [headers.get('content-encoding'), headers.get('cache-control'), headers.get('vary')]
/** What the start page has the browser fetch at once. */
const firstFiles = (html: string) => [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!)

test('the start page is asked for anew each time, its files are kept for a year, and all of them travel compressed', async ({ office }) => {
  const { origin } = new URL((await office.sitDown()).url())
  const page = await asked(`${origin}/`, 'gzip, br')
  expect(told(page)).toEqual(['br', 'public, max-age=0', 'accept-encoding'])
  const html = await page.text()
  expect(html).toMatch(/<meta name="description" content="[^"]{40,}"/)
  const files = firstFiles(html)
  expect(files.length).toBeGreaterThan(2)
  expect(files.length).toBeLessThanOrEqual(5)
  for (const path of files) {
    const kept = 'public, max-age=31536000, immutable'
    expect(told(await asked(origin + path, 'gzip, br'))).toEqual(['br', kept, 'accept-encoding'])
    expect(told(await asked(origin + path, 'gzip'))).toEqual(['gzip', kept, 'accept-encoding'])
    const [packed, plain] = await Promise.all(['br', 'identity'].map(async (way) => (await asked(origin + path, way)).text()))
    expect(packed).toBe(plain)
  }
})

test('long answers travel compressed to whoever takes them so, and say the same', async ({ office }) => {
  const page = await office.sitDown()
  const long = new URL('/api/openapi.json', page.url()).href
  const [packed, plain] = [await asked(long, 'gzip'), await asked(long, 'identity')]
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(Number(packed.headers.get('content-length')) * 4).toBeLessThan(Number(plain.headers.get('content-length')))
  expect(await packed.text()).toBe(await plain.text())
  const short = await asked(new URL('/api/health', page.url()).href, 'gzip')
  expect(short.headers.get('content-encoding')).toBeNull()
})

test('what a build adds while the service runs is served at once, what is not there is refused, and nothing outside is reached', async ({
  office,
}) => {
  const { origin } = new URL((await office.sitDown()).url())
  const name = `added-${process.pid}.js`
  const added = fileURLToPath(new URL(`../../dist/web/assets/${name}`, import.meta.url))
  const status = async (path: string) => (await fetch(origin + path)).status
  expect(await status(`/assets/${name}`)).toBe(404)
  writeFileSync(added, 'export {}')
  try {
    const served = await fetch(`${origin}/assets/${name}`)
    expect([served.status, await served.text()]).toEqual([200, 'export {}'])
  } finally {
    rmSync(added)
  }
  for (const path of [
    '/assets/..%2findex.html.gz',
    '/assets/%2e%2e/%2e%2e/made.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%00.js',
  ])
    expect(await status(path), path).toBeGreaterThanOrEqual(400)
})

test('an encoding with a weight of nothing is none', () => {
  for (const yes of ['gzip', 'br, gzip', 'gzip;q=0.5', 'deflate;q=1, gzip;q=1.0, *;q=0']) expect(takesGzip(yes), yes).toBe(true)
  for (const no of [undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.000', 'x-gzip']) expect(takesGzip(no), String(no)).toBe(false)
})

test('the look of the component library comes as style sheets: no browser works it out, in the dark or without motion', async ({
  office,
}) => {
  const { page, go } = await office.desk('customer-service')
  await go('open')
  await page.locator('main a[href="/open/withdrawal"]').click()
  await page.locator('main form button[type=submit]').waitFor()
  const looks = async (colorScheme: Mode, reducedMotion: 'reduce' | 'no-preference') => {
    await page.emulateMedia({ colorScheme, reducedMotion })
    return page.locator('main form').evaluate((form) => {
      const sample = form.appendChild(document.createElement('i'))
      sample.style.cssText = 'color: var(--ant-color-bg-container); transition-duration: var(--ant-motion-duration-mid)'
      const { color, transitionDuration } = getComputedStyle(sample)
      return [color, transitionDuration, document.querySelectorAll('style[data-css-hash], style[data-token-hash]').length]
    })
  }
  const rgb = (hex: string) =>
    `rgb(${hex
      .match(/\w\w/g)!
      .map((two) => Number.parseInt(two, 16))
      .join(', ')})`
  expect(await looks('light', 'no-preference')).toEqual([rgb(palettes.light.paper), '0.2s', 0])
  expect(await looks('dark', 'reduce')).toEqual([rgb(palettes.dark.paper), '0s', 0])
})
