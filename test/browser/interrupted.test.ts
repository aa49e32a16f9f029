// Two clicks, a lost answer, a lost connection and an ended session away from the case page: where cases are opened and decided, where
// students are entered and people imported.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { FormSchema } from '../../machines/narrowing.ts'
import { withdrawal } from '../../machines/withdrawal.ts'
import { studentForm } from '../../server/institution.ts'
import { demoPassword } from '../../server/sample/people.ts'
import { texts } from '../web/all-texts.ts'
import { filled } from './desk.ts'
import { fill } from './fields.ts'
import { type Office, test, wholeCase } from './office.ts'
import { proposedWithdrawal } from './prepared.ts'

const t = texts['zh-CN']

const reason = '请补充说明离校原因。'

/** How often something is sent to an address that ends like this. */
function counting(page: Page, ending: string) {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(ending)) sent.push(request.headers()['idempotency-key'] ?? '')
  })
  return sent
}

/** Signs in again where the session has ended, and goes on. */
async function signInAgain(page: Page) {
  const again = page.getByRole('dialog', { name: t.signIn.ended })
  await again.getByLabel(t.person.password, { exact: true }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await again.waitFor({ state: 'hidden' })
}

test('two clicks open one case', { timeout: wholeCase }, async ({ office }) => {
  const { page, beginCase } = await office.desk('front-desk')
  await beginCase(withdrawal, { student: 'S202501', enrolments: ['英语综合'], saidBy: 'student', channel: 'phone' })
  await fill(
    page.locator('main form'),
    withdrawal.opening.payload as FormSchema,
    { category: 'schedule', wishedDate: '2026-03-20', reason },
    'zh-CN',
  )
  const sent = counting(page, '/api/withdrawal')
  await page.locator('main form').getByRole('button', { name: t.open.submit, exact: true }).dblclick()
  await page.waitForURL(/\/cases\//)
  expect(sent).toHaveLength(1)
  expect((await (await office.as('front-desk')).get('/api/cases')).body.items).toHaveLength(1)
})

/** A decision that is written and not sent. */
async function halfDecided(page: Page, card: Locator): Promise<Locator> {
  await card.getByRole('button', { name: '退回', exact: true }).click()
  await card.getByRole('textbox').fill(reason)
  return card.getByRole('button', { name: filled(t.approvals.confirm, { what: '退回' }) }).and(page.locator('button[type=submit]'))
}

test('two clicks decide once', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const { page, go, approval } = await office.desk('management')
  await go('approvals')
  const confirm = await halfDecided(page, approval(number))
  const sent = counting(page, '/approval.returned')
  await confirm.dblclick()
  await page.getByText(t.approvals.none).waitFor()
  expect(sent).toHaveLength(1)
})

test('a decision outlasts the session in which it was written', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const { page, go, approval } = await office.desk('management')
  await go('approvals')
  const confirm = await halfDecided(page, approval(number))
  await page.context().clearCookies()
  office.expectRefusal({ status: 401, path: '/api/' })
  await confirm.click()
  await signInAgain(page)
  expect(await approval(number).getByRole('textbox').inputValue()).toBe(reason)
  await confirm.click()
  await page.getByText(t.approvals.none).waitFor()
})

test('a decision whose answer was lost is sent again under the same key', { timeout: wholeCase }, async ({ office }) => {
  const { number } = await proposedWithdrawal(office)
  const { page, go, approval } = await office.desk('management')
  await go('approvals')
  const confirm = await halfDecided(page, approval(number))
  const sent = counting(page, '/approval.returned')
  office.expectRefusal({ status: 0, path: '/api/withdrawal@1/' })
  await page.route('**/approval.returned', (route) => route.abort('connectionfailed'), { times: 1 })
  await confirm.click()
  await approval(number).getByText(t.form.kept).waitFor()
  expect(await approval(number).getByRole('textbox').inputValue()).toBe(reason)
  await confirm.click()
  await page.getByText(t.approvals.none).waitFor()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
})

const student = { number: 'S209901', birthDate: '2015-01-01', name: '林溪' }
async function halfEntered(page: Page) {
  await page.goto('/institution')
  await page.getByRole('tabpanel').getByRole('button', { name: t.institution.add.student, exact: true }).click()
  const form = page.getByRole('tabpanel').locator('form')
  await fill(form, studentForm as unknown as FormSchema, { ...student, campus: '城东校区' }, 'zh-CN')
  return { form, submit: form.getByRole('button', { name: t.institution.add.student, exact: true }) }
}

test('a student who is being entered outlasts the session, and two clicks enter one', { timeout: wholeCase }, async ({ office }) => {
  const { page } = await office.desk('front-desk')
  const { form, submit } = await halfEntered(page)
  await page.context().clearCookies()
  office.expectRefusal({ status: 401, path: '/api/' })
  await submit.click()
  await signInAgain(page)
  expect(await form.getByLabel('学号').inputValue()).toBe(student.number)
  const sent = counting(page, '/api/students')
  await submit.dblclick()
  await page.getByText(t.institution.entered).first().waitFor()
  expect(sent).toHaveLength(1)
})

test('a student entered while the connection is lost is entered once it is back', { timeout: wholeCase }, async ({ office }) => {
  const { page } = await office.desk('front-desk')
  const { form, submit } = await halfEntered(page)
  office.expectRefusal({ status: 0, path: '/api/' })
  await page.context().setOffline(true)
  await submit.click()
  await form.getByText(t.form.onceBack).waitFor()
  await page.context().setOffline(false)
  await page.getByText(t.institution.entered).first().waitFor()
  const { body } = await (await office.as('front-desk')).get(`/api/students?q=${student.number}`)
  expect(body.items).toHaveLength(1)
})

test('a table of people outlasts the session; sent again after a lost answer it adds nobody twice', { timeout: wholeCase }, async ({
  office,
}) => {
  const { page } = await office.desk('admin')
  await page.goto('/people/import')
  const table = page.getByLabel(t.peopleImport.paste)
  const text = ['姓名\t用户名\t角色', '林溪\tlin-xi\t前台'].join('\n')
  await table.fill(text)
  await page.context().clearCookies()
  office.expectRefusal({ status: 401, path: '/api/' })
  await page.getByRole('button', { name: t.peopleImport.look }).click()
  await signInAgain(page)
  expect(await table.inputValue()).toBe(text)
  await page.getByRole('button', { name: t.peopleImport.look }).click()
  await page.getByText(t.peopleImport.allGood).waitFor()
  const add = page.getByRole('button', { name: filled(t.peopleImport.add_one, { count: 1 }) })
  const sent = counting(page, '/api/imports/users')
  office.expectRefusal({ status: 0, path: '/api/imports/users' })
  await page.route(
    '**/api/imports/users',
    async (route) => {
      await route.fetch()
      await route.abort('connectionfailed')
    },
    { times: 1 },
  )
  await add.click()
  await page.getByText(t.problem.network).waitFor()
  await add.dblclick()
  await page.getByText(filled(t.peopleImport.addedTitle_one, { count: 1 })).waitFor()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
})

/** Takes the connection away: whatever the page asks for from now on gets no answer, and something does. */
async function cut({ expectRefusal }: Office, page: Page) {
  expectRefusal({ status: 0, path: '/' })
  await page.context().setOffline(true)
  await page.evaluate(() => fetch('/api/health').catch(() => {}))
}

test('a page that cannot be fetched without a connection says so, and comes once it is back', { timeout: wholeCase }, async ({
  office,
}) => {
  const { page } = await office.desk('finance')
  await cut(office, page)
  await page.getByRole('navigation').getByRole('link', { name: t.nav.promises }).click()
  await page.getByRole('alert').getByText(t.problem.network).waitFor()
  await page.getByRole('status').getByText(t.state.offline).waitFor()
  expect(new URL(page.url()).pathname).toBe('/promises')
  await page.context().setOffline(false)
  await page.getByText(t.state.offline).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: t.state.retry }).click()
  await page.getByRole('heading', { name: t.promises.title, exact: true }).waitFor()
})

test('a form that is asked for while the connection is lost comes by itself once it is back', { timeout: wholeCase }, async ({
  office,
}) => {
  const { id } = await proposedWithdrawal(office)
  const { page } = await office.desk('finance')
  await page.goto(`/cases/${id}`)
  const recall = page.locator('#what-now button.offer').first()
  await recall.waitFor()
  await cut(office, page)
  await recall.click()
  await page.getByRole('status').getByText(t.state.offline).waitFor()
  await page.context().setOffline(false)
  await page.getByRole('dialog').getByRole('button', { name: t.form.submit }).waitFor()
})
