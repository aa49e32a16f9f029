// What opens on a page, opened by those who work there with their keyboard: no rule of axe is broken while it is open, nothing stands
// beside a narrow screen, the focus goes into it, Escape closes it, and the focus comes back to what opened it.
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { Locale } from '../../machines/label.ts'
import { withdrawal } from '../../machines/withdrawal.ts'
import { accounts } from '../../server/sample/people.ts'
import { chooseAccount, filled } from './desk.ts'
import { type Office, test, wholeCase } from './office.ts'
import {
  bar,
  button,
  entry,
  first,
  firstPart,
  instead,
  key,
  menu,
  type Name,
  offered,
  question,
  seenIn,
  tab,
  typed,
  type Way,
  within,
  wrongWithOpening,
} from './opening.ts'
import { openedWithdrawal, proposedWithdrawal } from './prepared.ts'
import { type Sight, settled, sizes, turn } from './sights.ts'

/** Who signs in has their name on the button of their menu. */
const menuOf =
  (username: string): Name =>
  () =>
    new RegExp(accounts.find((account) => account.username === username)!.name)
const ofMenu = (username: string) => button(menuOf(username))

type Only = Sight['size']
type Row = [what: string, who: string, address: string, way: Way, only?: Only]
const service = 'customer-service'
const onCase: Row[] = [
  ['a step of the chart', service, '/cases/$opened', first('.chart [role=button]')],
  ['the form of a step', service, '/cases/$opened', offered('retention.failed')],
  ['handing over', service, '/cases/$opened', offered('step.handedOver')],
  ['copying in', service, '/cases/$opened', offered('case.copied')],
  ['attaching', service, '/cases/$opened', offered('attachment.added')],
  ['a correction', service, '/cases/$opened', button(({ t }) => filled(t.history.correctThis, { n: 1 }))],
  ['why a date', service, '/cases/$opened', firstPart('.due-why', '.reasons')],
  ['what else', service, '/cases/$opened', menu(({ t }) => t.case.more)],
  [
    'voiding',
    service,
    '/cases/$opened',
    instead(
      menu(({ t }) => t.case.more),
      entry(({ words }) => words(withdrawal.events['case.voided']!.label)),
      '#what-now',
    ),
  ],
  ['whom to call', service, '/cases/$opened', typed(({ t }) => t.comments.write, '@')],
  [
    'leaving drafts',
    service,
    '/cases/$opened',
    instead(
      ofMenu(service),
      button(({ t }) => t.nav.signOut),
    ),
  ],
  ['recalling', 'finance', '/cases/$proposed', offered('proposal.recalled')],
]
const onWorklist: Row[] = [
  ['the command palette', service, '/', key('Control+k')],
  ['the command palette', service, '/', button(({ t }) => new RegExp(t.commands.title))],
  ['the keys', service, '/', key('?')],
  ['the user menu', service, '/', ofMenu(service)],
  [
    'the tour',
    service,
    '/',
    instead(
      ofMenu(service),
      button(({ t }) => t.nav.tour),
    ),
  ],
  ['the pages', service, '/', button(({ t }) => t.nav.menu), 'phone'],
  ['the filters', service, '/', button(({ t }) => new RegExp(`^${t.worklist.filter}`)), 'phone'],
  ['saved views', service, '/', button(({ t }) => t.views.title)],
  [
    'renaming a view',
    service,
    '/',
    within(
      button(({ t }) => t.views.title),
      question(({ t }) => filled(t.views.renameOne, { name: '我的' }), 'form.naming'),
    ),
  ],
  ['columns', service, '/', button(({ t }) => t.worklist.look), 'desktop'],
  ['all cases', service, '/', tab(({ t }) => new RegExp(t.worklist.tab.all))],
  ['closed cases', service, '/', tab(({ t }) => new RegExp(t.worklist.tab.closed))],
  ['cases of the department', service, '/', tab(({ t }) => new RegExp(t.worklist.tab.department))],
  [
    'handing over several',
    service,
    '/',
    within(
      bar('j', 'x'),
      button(({ t }) => t.worklist.bulk.handOver),
    ),
    'desktop',
  ],
]
const openings = [...onWorklist, ...onCase]

/** The addresses with ids that there are, in an institution where there is something of everything. */
async function placesIn(office: Office): Promise<Record<string, string>> {
  const customerService = await office.as(service)
  const [opened, proposed] = [await openedWithdrawal(office, 'student-03'), await proposedWithdrawal(office, 'student-05')]
  await customerService.act(opened.id, 'comment.added', { comment: '@钱敏 请看看', mentions: [inject('template').ids.finance!] })
  await customerService.post('/api/views', { name: '我的', search: 'tab=all', columns: ['due'] })
  return { $opened: opened.id, $proposed: proposed.id }
}

const sights: Record<Locale, Sight> = {
  'zh-CN': { size: 'desktop', colorScheme: 'light' },
  en: { size: 'phone', colorScheme: 'dark' },
}

async function goTo(page: Page, address: string) {
  await page.goto(address)
  await settled(page)
}

async function walk(page: Page, rows: Row[], locale: Locale, placed: (address: string) => string): Promise<string[]> {
  const seen = seenIn(page, locale)
  const found: string[] = []
  let at = ''
  for (const [what, who, address, way] of rows) {
    const say = (fault: string) => `${what} (${who}, ${address}, ${sights[locale].size}): ${fault}`
    try {
      if (at !== address) await goTo(page, placed(address))
      at = address
      for (const opening of [await way(seen)].flat()) found.push(...(await wrongWithOpening(page, opening)).map(say))
    } catch (error) {
      found.push(say(String(error).slice(0, 400)))
      at = ''
    }
  }
  return found
}

/** Everybody, one after the other, at one sight. */
async function wrongAt(office: Office, locale: Locale, placed: (address: string) => string): Promise<string[]> {
  const sight = sights[locale]
  const here = openings.filter(([, , , , only]) => !only || only === sight.size)
  const found: string[] = []
  for (const [who, rows] of Map.groupBy(here, ([, who]) => who)) {
    const page = await office.sitDown({ locale, viewport: sizes[sight.size] })
    await turn(page, sight)
    await chooseAccount(page, who)
    found.push(...(await walk(page, rows, locale, placed)))
    await page.context().close()
  }
  return found
}

test('whatever opens is open to everybody, and closes with Escape', { timeout: wholeCase }, async ({ office }) => {
  const places = await placesIn(office)
  const placed = (address: string) => address.replace(/\$\w+/g, (name) => places[name]!)
  const found = await Promise.all((['zh-CN', 'en'] as const).map((locale) => wrongAt(office, locale, placed)))
  expect(found.flat()).toEqual([])
})
