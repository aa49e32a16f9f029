// What is measured by a clock: drawings, long lists, ways from page to page. Nothing else runs beside it.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { filled } from './desk.ts'
import { test, wholeCase } from './office.ts'
import { many, openedWithdrawal } from './prepared.ts'

/** From the click on a link to what it leads to on the screen, in ms. */
const shown = (page: Page, link: string, sought: string) =>
  page.evaluate(
    async ([link, sought]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const there = () => document.querySelector<HTMLElement>(link!)
      while (!there()) await frame()
      if (document.querySelector(sought!)) throw new Error(`${sought} is there before ${link} is followed`)
      const begun = performance.now()
      there()!.click()
      while (!document.querySelector(sought!)) await frame()
      await frame()
      return performance.now() - begun
    },
    [link, sought],
  )

/** How long the reference takes on the machine that the figures are asked of, in ms. */
const usual = 18
/** How much slower this machine is just now than that one, at least 1: by a page of paragraphs that is laid out again and again. */
const slowness = (page: Page) =>
  page.evaluate((usual) => {
    const times: number[] = []
    for (let n = 0; n < 7; n++) {
      const begun = performance.now()
      const box = document.createElement('div')
      for (let i = 0; i < 2000; i++) box.append(Object.assign(document.createElement('p'), { textContent: `第 ${i} 段，案卷 Anjuan` }))
      document.body.append(box)
      box.getBoundingClientRect()
      box.remove()
      times.push(performance.now() - begun)
    }
    return Math.max(1, Math.min(...times) / usual)
  }, usual)

test('the drawing of any procedure is there in less than 300 ms', { timeout: wholeCase }, async ({ office }) => {
  const { page, go } = await office.desk('auditor')
  const took: Record<string, number> = {}
  for (const { name, version } of Object.values(procedures)) {
    const times: number[] = []
    for (let n = 0; n < 4; n++) {
      await go('handbook')
      times.push(
        await shown(
          page,
          `main a[href$="/handbook/${name}@${version}"], main a[href$="/handbook/${name}%40${version}"]`,
          '.chart svg text',
        ),
      )
    }
    took[name] = Math.min(...times)
  }
  const most = 300 * (await slowness(page))
  expect(Object.entries(took).filter(([, ms]) => ms >= most)).toEqual([])
})

test('whoever was on a page before is there again in less than 100 ms', { timeout: wholeCase }, async ({ office }) => {
  const { id } = await openedWithdrawal(office)
  const { page, go } = await office.desk('customer-service')
  const ways = {
    worklist: ['.nav a[href="/"]', 'table.list .case-link'],
    case: [`table.list a[href="/cases/${id}"]`, '.timeline'],
    open: ['.nav a[href="/open"]', 'main a[href="/open/withdrawal"]'],
  } as const
  const took: Record<string, number[]> = { worklist: [], case: [], open: [] }
  await go('open')
  for (let n = 0; n < 5; n++) for (const [name, [link, sought]] of Object.entries(ways)) took[name]!.push(await shown(page, link, sought))
  const most = 100 * (await slowness(page))
  console.log('from page to page, in ms:', Object.fromEntries(Object.entries(took).map(([name, times]) => [name, times.map(Math.round)])))
  expect(Object.entries(took).filter(([, times]) => Math.min(...times) >= most)).toEqual([])
})

/** Scrolls as far as there is, until the list has come to its end; how many rows stood on the page at once, at most. */
const toTheEnd = (page: Page, row: string) =>
  page.evaluate(async (row) => {
    let most = 0
    const begun = performance.now()
    const more = () => document.querySelector('.list-end button') !== null
    while (more() && performance.now() - begun < 60_000) {
      window.scrollTo(0, document.documentElement.scrollHeight)
      await new Promise(requestAnimationFrame)
      most = Math.max(most, document.querySelectorAll(row).length)
    }
    window.scrollTo(0, document.documentElement.scrollHeight)
    return most
  }, row)

test.for([
  ['table.list tbody tr', 1360],
  ['.case-cards > li', 390],
] as const)(
  'five thousand cases are scrolled through with few of them on the page: %s',
  { timeout: wholeCase },
  async ([rows, width], { office }) => {
    const first = await openedWithdrawal(office)
    const numbers = await many(office, first.id, 5000)
    const { page } = await office.desk('customer-service', { viewport: { width, height: 900 } })
    await page.locator(rows).nth(10).waitFor()
    const most = await toTheEnd(page, rows)
    await page.getByText(filled(t.worklist.allShown_other, { count: 5001 })).waitFor()
    await page.getByRole('link', { name: numbers.at(-1) }).waitFor()
    expect(most).toBeGreaterThan(20)
    expect(most).toBeLessThan(120)

    // Whoever comes back finds the list as long as they left it, and where they left it.
    const asked: string[] = []
    page.on('request', (request) => request.url().includes('/api/cases?') && asked.push(request.url()))
    const place = await page.evaluate(() => scrollY)
    await page.getByRole('link', { name: numbers.at(-1) }).click()
    await page.getByRole('heading', { level: 1, name: numbers.at(-1) }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: numbers.at(-1) }).waitFor()
    expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(200)
    expect(asked.length).toBeLessThan(8)

    // Another view begins at its beginning.
    await page.getByRole('tab', { name: t.worklist.tab.opened }).click()
    await page.getByRole('tab', { name: t.worklist.tab.all }).click()
    await page.getByRole('link', { name: first.number }).waitFor()
    expect(await page.evaluate(() => scrollY)).toBeLessThan(200)
  },
)
