// A whole case with the keyboard alone: signing in, opening it, every step, a word to a colleague, to its end.
import { expect } from 'vitest'
import { zhCN as t } from '../../web/locales/zh-CN.ts'
import { deskAt } from './desk.ts'
import { keysAt } from './keys.ts'
import { test, wholeCase } from './office.ts'

test('a withdrawal goes from its opening to its end without a mouse', { timeout: wholeCase }, async ({ office }) => {
  const page = await office.sitDown()
  const desk = deskAt(page)
  const keys = keysAt(page)
  await page.getByText(t.signIn.demo).waitFor()
  await keys.tabTo('the account', ({ words }) => words.includes('何静'))
  await page.keyboard.press('Enter')
  await page.getByRole('banner').waitFor()

  await keys.press(t.nav.open)
  await page.getByRole('main').getByRole('link').getByText('退学', { exact: true }).waitFor()
  await keys.tabTo('the procedure', ({ words }) => words.startsWith('退学'))
  await page.keyboard.press('Enter')
  await page.getByRole('main').getByText('退学原因类别').waitFor()
  await keys.choose('学员', 'S202501')
  await keys.choose('涉及的报名', '英语综合')
  await keys.date('希望离校日期', '2026-03-20')
  await keys.tick('由谁提出', '学员本人')
  await keys.tick('渠道', '电话')
  await keys.choose('退学原因类别', '时间安排')
  await keys.write('退学原因', '晚上的课与工作冲突。')
  await keys.press(t.open.submit)
  await page.waitForURL(/\/cases\//)

  for (const what of ['身份核实无误', '报名信息核实无误', '申请真实性核实无误']) {
    await page.getByRole('button', { name: what, exact: true }).waitFor()
    await keys.press(what)
    await page.getByRole('dialog', { name: what }).waitFor()
    await keys.press(t.form.submit)
    await page.getByRole('article').first().getByText(what, { exact: true }).waitFor()
    await page.getByRole('dialog', { name: what }).waitFor({ state: 'detached' })
  }

  await keys.tabTo('the reasons of a date', ({ words, type }) => type === 'button' && words.includes('个工作日'))
  await page.keyboard.press('Enter')
  await page.getByText(/起算，次日开始计 2 个工作日/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/起算，次日开始计 2 个工作日/).waitFor({ state: 'hidden' })

  await keys.tabTo('the comment', ({ words, type }) => type === 'textarea' || words === t.comments.write)
  await page.keyboard.type('请 @')
  await page.getByRole('option', { name: /钱敏/ }).waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.type('看看')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('list', { name: t.comments.title }).getByText('看看').waitFor()

  await keys.press('挽留成功，学员留下')
  await page.getByRole('dialog', { name: '挽留成功，学员留下' }).waitFor()
  await keys.tick('由谁提出', '学员本人')
  await keys.tick('渠道', '电话')
  await keys.write('沟通结果', '改上周末班，学员留下。')
  await keys.press(t.form.submit)
  await desk.showsEnd('retained')
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('TX-2026-000001')
})
