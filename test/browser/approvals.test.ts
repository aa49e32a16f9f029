// Decisions where the screen is small, and where there is no mouse.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { chooseAccount, deskAt } from './desk.ts'
import { test, wholeCase } from './office.ts'
import { proposedWithdrawal } from './prepared.ts'

test('a manager decides on a telephone, without moving the page sideways', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const page = await office.sitDown({ viewport: { width: 360, height: 740 } })
  await chooseAccount(page, 'management')
  const desk = deskAt(page)
  await page.getByRole('button', { name: t.nav.menu }).click()
  await page.getByRole('dialog').getByRole('link', { name: t.nav.approvals }).click()
  await desk.approvalSays(number, '钱敏', '学员01', t.approvals.money)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await desk.decide(number, 'approval.returned', { reason: '请补充说明离校原因。' })
  await page.getByText(t.approvals.none).waitFor()
})

test('a manager decides with the keyboard alone', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const { page, approval } = await office.desk('management')
  await press(page, page.getByRole('navigation').getByRole('link', { name: t.nav.approvals }), 'Enter')
  const card = approval(number)
  await card.waitFor()
  await press(page, card.getByRole('button', { name: '批准', exact: true }), 'Enter')
  await tabTo(page, card.getByRole('textbox'))
  await page.keyboard.type('同意，请妥善办理。')
  await press(page, card.getByRole('button', { name: '确认批准' }), 'Space')
  await page.getByText(t.approvals.none).waitFor()
})

const furthest = 60
/** Moves the focus on with the Tab key until it is there; the focus must show. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor()
  for (let n = 0; n < furthest; n++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return expect(await isShown(target)).toBe(true)
  }
  throw new Error(`${furthest} presses of Tab do not lead to ${target}`)
}
const isShown = (target: Locator) =>
  target.evaluate((element) => {
    const { outlineStyle, boxShadow } = getComputedStyle(element)
    return outlineStyle !== 'none' || boxShadow !== 'none'
  })

async function press(page: Page, target: Locator, key: 'Enter' | 'Space') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
