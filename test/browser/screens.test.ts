// The main pages look as they did: light and dark, on a desk and on a telephone. `UPDATE_SCREENS=1` renews what they are compared with.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { texts } from '../web/all-texts.ts'
import { type Office, test, wholeCase } from './office.ts'
import { boxesOf, changedFrom, evenOut, movedFrom } from './pictures.ts'
import { proposedWithdrawal } from './prepared.ts'

const t = texts['zh-CN']

type Shown = { name: string; who: string; path: (ids: { open: string; proposed: string }) => string; there: (page: Page) => Promise<void> }
const pages: Shown[] = [
  {
    name: 'worklist',
    who: 'customer-service',
    path: () => '/',
    there: (page) =>
      page
        .getByText(/TX-2026-000002/)
        .first()
        .waitFor(),
  },
  { name: 'case', who: 'customer-service', path: ({ open }) => `/cases/${open}`, there: drawn },
  {
    name: 'approvals',
    who: 'management',
    path: ({ proposed }) => `/approvals?case=${proposed}`,
    there: (page) => page.locator('[data-case]').filter({ visible: true }).getByText(t.approvals.proposedBy).first().waitFor(),
  },
  {
    name: 'replay',
    who: 'auditor',
    path: ({ proposed }) => `/cases/${proposed}/replay`,
    there: async (page) => {
      await page.getByText(t.replay.intactThere).waitFor()
      await drawn(page)
    },
  },
  { name: 'handbook', who: 'admin', path: () => '/handbook', there: (page) => page.getByRole('main').getByText('退学').first().waitFor() },
  {
    name: 'institution',
    who: 'admin',
    path: () => '/institution?tab=settings',
    there: (page) => page.getByRole('spinbutton').first().waitFor(),
  },
]
async function drawn(page: Page) {
  await page.getByRole('article').or(page.locator('.events')).first().waitFor()
  await page.locator('.chart').first().waitFor()
}

/** What moved or changed on this page, in either theme. */
async function lookAt(page: Page, name: string, width: number): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  await evenOut(page)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await changedFrom(`${name}-${width}-${colorScheme}`, page)))
  }
  return [...movedFrom(`${name}-${width}`, await boxesOf(page)), ...found]
}

async function lookAtAll(office: Office, width: number, height: number): Promise<string[]> {
  const viewport = { width, height }
  const ids = { proposed: (await proposedWithdrawal(office)).id, open: (await secondWithdrawal(office)).id }
  const entrance = await office.sitDown({ viewport })
  await entrance.getByText(t.signIn.demo).waitFor()
  const found = await lookAt(entrance, 'sign-in', width)
  for (const { name, who, path, there } of pages) {
    const { page } = await office.desk(who, { viewport })
    await page.goto(path(ids))
    await there(page)
    found.push(...(await lookAt(page, name, width)))
  }
  return found
}
const secondWithdrawal = async (office: Office) =>
  (await office.as('customer-service')).open('withdrawal', { student: 'student-02', enrolments: ['student-02-e1'] })

test.for([
  [1280, 800],
  [360, 740],
] as const)('the main pages look as they did at %d px, light and dark', { timeout: wholeCase }, async ([width, height], { office }) => {
  expect(await lookAtAll(office, width, height)).toEqual([])
})
