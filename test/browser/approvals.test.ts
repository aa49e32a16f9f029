// Decisions where the screen is small, and where there is no mouse.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { chooseAccount, deskAt, filled } from './desk.ts'
import { test, wholeCase } from './office.ts'
import { proposedTrial, proposedWithdrawal } from './prepared.ts'

test('a manager decides on a telephone, without moving the page sideways; who gets the case back reads why', {
  timeout: wholeCase,
}, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const page = await office.sitDown({ viewport: { width: 360, height: 740 } })
  await chooseAccount(page, 'management')
  const desk = deskAt(page)
  await page.getByRole('button', { name: t.nav.menu }).click()
  await page.getByRole('dialog').getByRole('link', { name: t.nav.approvals }).click()
  await desk.approvalSays(number, '钱敏', '学员01', t.approvals.proposedBy)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await desk.decide(number, 'approval.returned', { reason: '请补充说明离校原因。' })
  await page.getByText(t.approvals.none).waitFor()
  const finance = await office.desk('finance')
  await finance.takeUp(number)
  await finance.page.locator('#what-now .came-back').getByText('请补充说明离校原因。').waitFor()
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

test('decided, the next one comes up by itself, until nothing is left', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const other = await proposedTrial(office, 1)
  const { page, go, decide, approval, approvalSays } = await office.desk('management')
  await go('approvals')
  await approvalSays(number, '学员01')
  expect(await page.locator('[data-waiting]').count()).toBe(2)
  await decide(number, 'approval.returned', { reason: '请补充说明离校原因。' })
  await approval(other.number).waitFor()
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('at-hand')
  await decide(other.number, 'approval.granted')
  await page.getByText(t.approvals.none).waitFor()
})

test('what others add while a decision is being written stands beside it, and nothing that was typed is lost', {
  timeout: wholeCase,
}, async ({ office }) => {
  const { id, number } = await proposedWithdrawal(office)
  await proposedTrial(office, 1)
  const { page, go, approval } = await office.desk('management')
  await go('approvals')
  const card = approval(number)
  await card.getByRole('button', { name: '退回', exact: true }).click()
  await card.getByRole('textbox').fill('请补充说明离校原因。')
  await (await office.as('finance')).act(id, 'comment.added', { comment: '学员刚补交了说明。' })
  await card.getByRole('region', { name: t.meanwhile.title }).getByText('学员刚补交了说明。').waitFor()
  expect(await card.getByRole('textbox').inputValue()).toBe('请补充说明离校原因。')

  await (await office.as('management-2')).advance(id, 'approval.granted')
  await page.getByText(t.approvals.gone).waitFor()
  await page.getByRole('link', { name: t.approvals.seeCase }).click()
  await page.getByRole('list', { name: t.draft.title }).getByText(/退回/).waitFor()
})

test('alike ones of little risk are decided together: each is recorded, and what somebody else decided meanwhile is said', {
  timeout: wholeCase,
}, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const trials = []
  for (const n of [1, 2, 3]) trials.push(await proposedTrial(office, n))
  const { page, go } = await office.desk('management')
  await go('approvals')
  await page.getByRole('button', { name: t.approvals.together }).click()
  const drawer = page.getByRole('dialog', { name: t.approvals.together })
  await drawer.getByRole('checkbox').first().waitFor()
  expect(await drawer.getByRole('checkbox').count()).toBe(3)
  await drawer.getByRole('checkbox', { name: '试听3' }).uncheck()
  await (await office.as('management-2')).advance(trials[1]!.id, 'approval.refused', { reason: '课程已上完' })
  await drawer.getByRole('button', { name: filled(t.approvals.confirmAll_other, { what: '批准', count: 2 }) }).click()
  await drawer.getByText(t.approvals.recorded).waitFor()
  expect(await drawer.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining(t.approvals.recorded),
    expect.stringContaining('案件已被他人推进'),
    expect.stringContaining(t.approvals.leftOut),
  ])
  await drawer.getByRole('button', { name: t.form.close }).last().click()
  await page.locator(`[data-waiting="${trials[0]!.number}"]`).waitFor({ state: 'detached' })
  expect(await page.locator('[data-waiting]').evaluateAll((all) => all.map((one) => one.getAttribute('data-waiting')))).toEqual(
    expect.arrayContaining([number, trials[2]!.number]),
  )
  await page.locator(`[data-waiting="${trials[2]!.number}"]`).click()
  await (await office.as('management-2')).advance(trials[2]!.id, 'approval.granted')
  await page.getByText(t.approvals.gone).waitFor()
  const { facts } = await (await office.as('management')).show(trials[0]!.id)
  expect(facts.approval.grantedBy).toHaveLength(1)
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
