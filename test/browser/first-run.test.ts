// From the one-time link to the first case: a service that was never used before, and the people who begin to work with it.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { roles } from '../../machines/departments.ts'
import type { Locale } from '../../machines/label.ts'
import type { FormSchema } from '../../machines/narrowing.ts'
import { procedures } from '../../machines/procedures.ts'
import { needed } from '../../machines/staffing.ts'
import { withdrawal } from '../../machines/withdrawal.ts'
import { campusForm, enrolmentForm, studentForm } from '../../server/institution.ts'
import { texts } from '../web/all-texts.ts'
import { deskAt, filled, patience, type Seat } from './desk.ts'
import { type Answers, fill } from './fields.ts'
import { type Founding, test, wholeCase } from './office.ts'

const password = 'kaimen-2026'
const institution = '晨光培训学校'

/** A page without a scroll bar to the side. */
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)

/** Somebody who follows the link and becomes the first administrator. */
async function begin({ link, sitDown }: Founding, seat: Seat) {
  const page = await sitDown(seat)
  const t = texts[seat.locale ?? 'zh-CN']
  await page.getByText(t.signIn.notSetUp).waitFor()
  await page.goto(link)
  await page.getByRole('heading', { name: t.setup.title }).waitFor()
  for (const [label, text] of Object.entries({ institution, name: '李娜', username: 'li-na', password }))
    await page.getByLabel(t.setup[label as 'institution' | 'name' | 'username' | 'password'], { exact: true }).fill(text)
  await fits(page)
  await page.getByRole('button', { name: t.setup.submit }).click()
  await page.getByRole('heading', { level: 1, name: t.firstSteps.title }).waitFor()
  return page
}

/** What the checklist shows as next, and how far it is. */
async function comesNext(page: Page, locale: Locale, step: keyof (typeof texts)['zh-CN']['firstSteps']['step'], done: number) {
  const t = texts[locale].firstSteps
  if (new URL(page.url()).pathname !== '/first-steps') await page.getByRole('complementary', { name: t.title }).getByRole('link').click()
  await page.locator('[aria-current=step]').getByRole('heading', { name: t.step[step] }).waitFor()
  await page.getByText(`${done} / ${Object.keys(t.step).length}`).waitFor()
  await fits(page)
}

/** Enters a record in the form that is open. */
async function enter(page: Page, locale: Locale, form: object, answers: Answers, button: string) {
  const found = page.locator('form').filter({ has: page.getByRole('button', { name: button, exact: true }) })
  await fill(found, form as FormSchema, answers, locale)
  await found.getByRole('button', { name: button, exact: true }).click()
  await page.getByText(texts[locale].institution.entered).first().waitFor()
}

const headings = {
  'zh-CN': ['姓名', '用户名', '角色', '部门负责人', '初始密码'],
  en: ['Name', 'Username', 'Role', 'Leads the department', 'Initial password'],
}
/** A table of everybody whom the procedures need, as a spreadsheet puts it on the clipboard. */
function staffTable(locale: Locale, wrong: boolean) {
  const people = needed(procedures).flatMap(({ roles: names, people }) => Array.from({ length: people }, () => names.at(-1)!))
  const lines = people.map((role, n) => [
    `同事${n + 1}`,
    `${role}-${n + 1}`,
    wrong && n === 1 ? '校长' : roles[role].label[locale],
    '',
    password,
  ])
  return { count: people.length, handler: `${people[0]}-1`, text: [headings[locale], ...lines].map((line) => line.join('\t')).join('\n') }
}

const desktop = { width: 1280, height: 800 }
const phone = { width: 360, height: 740 }

test.for([
  ['at a desk', desktop],
  ['with a telephone', phone],
] as const)(
  'the first administrator is led from the link to people who work, and one of them opens the first case: %s',
  {
    timeout: wholeCase,
  },
  async ([, viewport], { founding }) => {
    const locale = 'zh-CN'
    const t = texts[locale]
    const page = await begin(founding, { viewport })
    await comesNext(page, locale, 'campuses', 1)
    await page.goto('/institution?tab=enrolment')
    await page.getByText(t.institution.noCampus).waitFor()
    await fits(page)
    await page.getByRole('tabpanel').getByRole('link', { name: t.firstSteps.way.campuses }).click()
    await page.getByText(t.institution.noCampusHint).waitFor()
    await enter(page, locale, campusForm, { id: 'east', zh: '东校区', en: 'East' }, t.institution.add.campus)

    await comesNext(page, locale, 'people', 2)
    await page.getByText(/还缺：.*财务人员 2 人/).waitFor()
    await page.getByRole('link', { name: t.firstSteps.way.import }).click()
    await addEverybody(page, locale)
    const { handler } = staffTable(locale, false)
    const colleague = await founding.sitDown({ viewport })
    await arrives(colleague, locale, handler)
    await findsNoStudent(colleague, locale)

    await comesNext(page, locale, 'settings', 3)
    await page.getByRole('link', { name: t.firstSteps.way.settings }).click()
    await page.getByRole('tabpanel').getByRole('button', { name: t.people.save, exact: true }).click()
    await page.getByText(t.people.saved).first().waitFor()

    await comesNext(page, locale, 'students', 4)
    await page.getByRole('link', { name: t.firstSteps.way.students }).click()
    await page.getByText(t.institution.noStudentHint).waitFor()
    await fits(page)
    await page.getByRole('tabpanel').getByRole('button', { name: t.institution.add.student, exact: true }).first().click()
    await enterStudent(page, locale)
    await comesNext(page, locale, 'cases', 5)

    await opensTheFirstCase(colleague, locale)
    await fits(colleague)
    await page.reload()
    await page.getByText(t.firstSteps.allDone).waitFor()
  },
)

test('it is led in English as well, and told in English what is wrong with a row', { timeout: wholeCase }, async ({ founding }) => {
  const page = await begin(founding, { locale: 'en', viewport: desktop })
  await comesNext(page, 'en', 'campuses', 1)
  await page.getByRole('link', { name: texts.en.firstSteps.way.import }).click()
  await addEverybody(page, 'en')
  const colleague = await founding.sitDown({ locale: 'en', viewport: phone })
  await arrives(colleague, 'en', staffTable('en', false).handler)
})

/** A table with a wrong row is looked at, mended where it was pasted, and added. */
async function addEverybody(page: Page, locale: Locale) {
  const t = texts[locale].peopleImport
  const table = page.getByLabel(t.paste)
  const look = page.getByRole('button', { name: t.look })
  const [wrong, { text, count }] = [staffTable(locale, true), staffTable(locale, false)]
  await table.fill(wrong.text)
  await look.click()
  await page.getByText(filled(t.someWrong_one, { count: 1 })).waitFor()
  await page
    .getByRole('row')
    .nth(2)
    .getByText(locale === 'en' ? 'There is no role “校长”' : '没有“校长”这个角色')
    .waitFor()
  const add = page.getByRole('button', { name: filled(t.add_other, { count }) })
  expect(await add.isDisabled()).toBe(true)
  await fits(page)
  await page.getByRole('button', { name: t.again }).click()
  expect(await table.inputValue()).toBe(wrong.text)
  await table.fill(text)
  await look.click()
  await page.getByText(t.allGood).waitFor()
  await add.click()
  await page.getByText(filled(t.addedTitle_other, { count })).waitFor()
  await fits(page)
}

/** Signs in and is told what will come, where there is no case yet. */
async function arrives(page: Page, locale: Locale, username: string) {
  const t = texts[locale]
  await page.getByLabel(t.person.username).fill(username)
  await page.getByLabel(t.person.password, { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByText(t.worklist.empty.department).waitFor()
  await page.getByText(t.whatNext.comes).waitFor()
  expect(await page.getByText(t.worklist.emptyHint).count()).toBe(0)
  await fits(page)
  for (const [to, says] of [
    ['notices', t.notices.noneHint],
    ['promises', t.promises.noneHint],
  ] as const) {
    await page.goto(`/${to}`)
    await page.getByText(says).waitFor()
  }
}

async function findsNoStudent(page: Page, locale: Locale) {
  const { words, go } = deskAt(page, locale)
  await go('open')
  await page.getByRole('main').getByRole('link').getByText(words(withdrawal.label), { exact: true }).click()
  await page.locator('main form .ant-select').first().click()
  await page.getByText(texts[locale].form.noStudents).waitFor()
  await page.keyboard.press('Escape')
}

const student: Answers = { number: 'S1', campus: '东校区', birthDate: '1999-05-20', name: '王明' }
const enrolment: Answers = {
  student: 'S1',
  campus: '东校区',
  course: '英语综合',
  className: '一班',
  stage: 'basic',
  startsOn: '2026-03-02',
  paidOn: '2026-03-01',
  priceFen: '3000',
  listPriceFen: '3000',
  paidFen: '3000',
  owedFen: '0',
  lessonsBought: '30',
  lessonsGifted: '0',
  lessonsUsed: '2',
  materialsFen: '0',
}
async function enterStudent(page: Page, locale: Locale) {
  const t = texts[locale].institution
  await enter(page, locale, studentForm, student, t.add.student)
  await page.getByRole('tab', { name: t.enrolment }).click()
  await enter(page, locale, enrolmentForm, enrolment, t.add.enrolment)
}
async function opensTheFirstCase(page: Page, locale: Locale) {
  const desk = deskAt(page, locale)
  await desk.beginCase(withdrawal, { student: 'S1', enrolments: ['英语综合'], saidBy: 'student', channel: 'phone', category: 'schedule' })
  const number = await desk.finishCase(withdrawal, { wishedDate: '2026-03-20', reason: '时间冲突。' })
  expect(number).toBe('TX-2026-000001')
  await expect.poll(() => desk.marked(), { timeout: patience }).not.toEqual([])
}
