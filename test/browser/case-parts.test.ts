// What stands on a case page beside its forms: why a date, the drawing, acts on steps, comments, files, related cases, paper.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { en } from '../../web/locales/en.ts'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { faults } from './axe.ts'
import { filled, patience } from './desk.ts'
import { keysAt } from './keys.ts'
import { test, wholeCase } from './office.ts'
import { openedWithdrawal, proposedWithdrawal, toReview } from './prepared.ts'

const step = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('typing @ offers whoever may see the case; a name typed by hand calls too, and the author is told whom the case is copied to', {
  timeout: wholeCase,
}, async ({ office }) => {
  const { id, number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  await desk.takeUp(number)
  const box = page.getByRole('textbox', { name: t.comments.write })
  await box.pressSequentially('请 @')
  const offered = page.getByRole('option')
  await offered.filter({ hasText: '孙立' }).waitFor()
  expect(await offered.filter({ hasText: '何静' }).count()).toBe(0)
  expect(await offered.filter({ hasText: '数据专员' }).count()).toBe(0)
  await offered.filter({ hasText: '孙立' }).click()
  await box.pressSequentially('核对一下缴费')
  await box.pressSequentially('，@许')
  await offered.filter({ hasText: '许诺' }).waitFor()
  await page.keyboard.press('Escape')
  await offered.first().waitFor({ state: 'detached' })
  await box.pressSequentially('诺 也请看')
  const told = page.getByRole('status').filter({ hasText: '发表后抄送给' })
  await told.filter({ hasText: '孙立' }).filter({ hasText: '许诺' }).waitFor()
  await page.getByRole('button', { name: t.comments.send, exact: true }).click()
  const said = page.getByRole('list', { name: t.comments.title }).getByRole('listitem')
  await said.getByText('@孙立', { exact: true }).waitFor()
  expect(await said.locator('mark').allInnerTexts()).toEqual(['@孙立', '@许诺'])
  expect(await box.inputValue()).toBe('')
  const { body } = await (await office.as('finance-2')).get(`/api/cases/${id}/history`)
  expect(body.events.at(-1)).toMatchObject({ type: 'comment.added', personal: { comment: expect.stringContaining('@孙立') } })
  expect(body.events.at(-1).facts.mentions).toHaveLength(2)
})

test('what is lacking takes the focus, also where it is chosen among buttons', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  await desk.takeUp(number)
  const form = await desk.begin('retention.failed')
  await form.getByRole('button', { name: t.form.submit }).click()
  await expect.poll(() => form.locator('input:focus').getAttribute('type')).toBe('radio')
})

test('a step is claimed, handed over with a reason and asked for, where it stands', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await toReview(office, await openedWithdrawal(office))
  const desk = await office.desk('finance')
  const { page } = desk
  await desk.takeUp(number)
  const review = step(page, '财务审核')
  await review.getByRole('button', { name: '认领', exact: true }).click()
  await review.getByText('钱敏').waitFor()
  await page.getByRole('article').first().getByText('钱敏认领了“财务审核”').waitFor()
  await review.getByRole('button', { name: '转交', exact: true }).click()
  const form = page.getByRole('dialog', { name: '转交' })
  await form
    .getByRole('radio', { name: '财务审核' })
    .or(form.locator('.ant-select', { hasText: '财务审核' }))
    .waitFor()
  await form.getByRole('textbox').fill('下午外出，请接手。')
  await form.getByText('孙立').click()
  await desk.submit(form)
  await form.waitFor({ state: 'hidden' })
  await review.getByText('孙立').waitFor()
  await page.getByRole('article').first().getByText('钱敏把“财务审核”转交给孙立').waitFor()
  await review.getByRole('button', { name: '催办', exact: true }).click()
  const nudge = page.getByRole('dialog', { name: '催办' })
  await desk.submit(nudge)
  await nudge.waitFor({ state: 'hidden' })
  await page.getByRole('article').first().getByText('钱敏催办“财务审核”').waitFor()
})

test('every file of the case is listed with what it came with, and so are the other cases of the student', { timeout: wholeCase }, async ({
  office,
}) => {
  const { id, number } = await openedWithdrawal(office)
  const service = await office.as('customer-service')
  const other = await service.open('complaint', { student: 'student-01', kind: 'complaint' })
  await service.act(id, 'attachment.added')
  const desk = await office.desk('customer-service')
  const { page } = desk
  await desk.takeUp(number)
  const files = page.locator('.files').getByRole('listitem')
  await files.getByRole('link', { name: '扫描件.pdf' }).first().waitFor()
  expect(await files.first().innerText()).toContain('补充附件，何静')
  await page.locator('.related').getByRole('link', { name: other.number }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(other.number) }).waitFor()
  await page.locator('.related').getByRole('link', { name: number }).waitFor()
})

test('why a date is that date is said at the step and in the drawing, by mouse and by key', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await openedWithdrawal(office)
  const desk = await office.desk('customer-service')
  const { page } = desk
  await desk.takeUp(number)
  const talk = step(page, '待挽留沟通')
  const reasons = talk.getByText(/2026年3月9日起算，次日开始计 2 个工作日，至 2026年3月11日结束前/)
  await reasons.waitFor({ state: 'hidden' })
  await talk.getByTitle(t.due.why).click()
  await reasons.waitFor()
  const keys = keysAt(page)
  await keys.tabTo('the drawing', ({ words }) => words === filled(t.chart.current, { label: '待挽留沟通' }))
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '待挽留沟通' })
  await drawer.getByText(/次日开始计 2 个工作日/).waitFor()
  for (const text of [t.step.now, t.step.clause, t.step.events, '客服部']) await drawer.getByText(text).first().waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
})

test('right after a return the drawing has the rest of the way ahead again, and counts', { timeout: wholeCase }, async ({ office }) => {
  const { id, number } = await proposedWithdrawal(office)
  await (await office.as('management')).advance(id, 'approval.returned')
  const desk = await office.desk('finance')
  const { page } = desk
  await desk.takeUp(number)
  await desk.shows({ steps: ['financeReview'], offers: ['payments.reviewed', 'review.returned'], blocked: {} })
  await page.getByText(t.chart.keyEarlier, { exact: true }).waitFor()
  const box = (label: string) => page.getByRole('button', { name: label, exact: true })
  await box(filled(t.chart.earlier, { label: '等待审批' })).waitFor()
  expect(await page.locator('.chart [role=button][aria-description]').allInnerTexts()).not.toEqual([])
  await box(filled(t.chart.current, { label: '财务审核' })).click()
  const drawer = page.getByRole('dialog', { name: '财务审核' })
  await drawer.getByText(filled(t.step.nTimes_other, { count: 2 })).waitFor()
  await drawer
    .getByText(/完成财务审核并送审/)
    .first()
    .waitFor()
})

test('a case prints in one column, with its history and nothing to press', { timeout: wholeCase }, async ({ office }) => {
  const { id, number } = await openedWithdrawal(office)
  await (await office.as('customer-service')).act(id, 'comment.added', { comment: '请尽快。' })
  const desk = await office.desk('customer-service')
  const { page } = desk
  await desk.takeUp(number)
  await page.getByRole('article').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 760, height: 1000 })
  for (const shown of [
    page.getByRole('article').first(),
    page.getByText(/次日开始计 2 个工作日/).first(),
    page.getByText('请尽快。').first(),
  ])
    expect(await shown.isVisible()).toBe(true)
  const pressable = page.locator('button:visible, textarea:visible').filter({ hasNot: page.locator('.anticon-calendar') })
  expect(await pressable.evaluateAll((nodes) => nodes.filter((node) => !node.closest('.due-why')).map((node) => node.outerHTML))).toEqual(
    [],
  )
  const left = await page
    .locator('.case .card')
    .evaluateAll((cards) => [
      ...new Set(cards.filter((card) => card.getClientRects().length).map((card) => card.getBoundingClientRect().left)),
    ])
  expect(left).toHaveLength(1)
})

for (const [width, locale] of [
  [390, 'en'],
  [360, 'zh-CN'],
] as const)
  test(`a case works on a phone ${width} px wide (${locale}), and has no barrier`, { timeout: wholeCase }, async ({ office }) => {
    const { id } = await proposedWithdrawal(office)
    const words = locale === 'en' ? en : t
    await (await office.as('finance')).act(id, 'comment.added', { comment: '材料齐了。' })
    const desk = await office.desk('finance', { locale, viewport: { width, height: 740 } })
    const { page } = desk
    await page.goto(`/cases/${id}`)
    await page.getByRole('article').first().waitFor()
    await page.locator('.due-why').first().click()
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await wide()).toBeLessThanOrEqual(0)
    expect(await faults(page)).toEqual([])
    const box = page.getByRole('textbox', { name: words.comments.write })
    await box.pressSequentially('@')
    await page.getByRole('option').first().waitFor()
    expect(await faults(page)).toEqual([])
    await box.fill('')
    const form = await desk.begin('proposal.recalled')
    await form.getByRole('textbox').first().fill('补一份材料。')
    await (await office.as('customer-service')).act(id, 'attachment.added')
    await form.getByRole('region', { name: words.meanwhile.title }).waitFor()
    await expect.poll(() => faults(page), { timeout: patience }).toEqual([])
    expect(await wide()).toBeLessThanOrEqual(0)
    await desk.submit(form)
    await form.getByRole('alert').or(page.getByRole('article').first()).first().waitFor()
  })
