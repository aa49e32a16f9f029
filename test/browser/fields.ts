// Fills a form as a person does: finds a field by its visible title, then types, ticks, searches or uploads, whatever it turns out to be.
import type { Locator } from 'playwright-core'
import type { Locale } from '../../machines/label.ts'
import type { FieldSchema } from '../../machines/narrowing.ts'
import { texts } from '../web/all-texts.ts'

/** A file that is handed over: its name, and what stands in it. */
export type Paper = { name: string; text: string }
/** Dates and amounts as they are typed (amounts in yuan), choices by their values, records by the words that find them. */
export type Answer = string | boolean | Paper | (string | Paper | Answers)[]
export type Answers = { [field: string]: Answer }
export { texts }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** The whole of these words, blanks around them aside. */
export const exactly = (text: string) => new RegExp(`^\\s*${escaped(text)}\\s*$`)

/** Fills what is answered; each field by the title its schema gives it in the reader's language. */
export async function fill(form: Locator, schema: FieldSchema, answers: Answers, locale: Locale) {
  for (const [name, answer] of Object.entries(answers)) {
    const field = schema.properties?.[name]
    if (!field) throw new Error(`the form has no field ${name}`)
    await fillField(titled(form, field['x-title']![locale]), field, answer, locale)
  }
}

/** The field under this title: its label and its input. */
export const titled = (form: Locator, title: string) =>
  form.locator('label', { hasText: exactly(title) }).locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-form-item ")][1]')

const kinds = {
  file: 'input[type=file]',
  select: '.ant-select',
  picker: '.ant-picker',
  choice: '.ant-radio-group, .ant-checkbox-group',
  typed: 'textarea, input',
}
type Kind = keyof typeof kinds

async function kindOf(item: Locator): Promise<Kind> {
  await item.locator(Object.values(kinds).join()).first().waitFor({ state: 'attached' })
  for (const kind of Object.keys(kinds) as Kind[]) if (await item.locator(kinds[kind]).count()) return kind
  throw new Error('a field without an input')
}

async function fillField(item: Locator, schema: FieldSchema, answer: Answer, locale: Locale) {
  const parts = schema.items?.type === 'object' ? schema.items : undefined
  if (parts) return fillList(item, parts, answer as Answers[], locale)
  const kind = await kindOf(item)
  const said = [answer].flat().map((one) => (typeof one === 'object' ? one : wordsFor(schema.items ?? schema, one, locale)))
  if (kind === 'file') return upload(item, said as Paper[], locale)
  if (kind === 'typed') return item.locator(kinds.typed).fill(said[0] as string)
  if (kind === 'picker') return pickDate(item, said[0] as string)
  for (const words of said as string[]) await (kind === 'choice' ? tick(item, words) : select(item, words))
}

function wordsFor(schema: FieldSchema, answer: string | boolean, locale: Locale): string {
  if (typeof answer === 'boolean') return texts[locale].form[answer ? 'yes' : 'no']
  return schema['x-labels']?.[answer]?.[locale] ?? answer
}

const tick = (item: Locator, words: string) => item.getByText(words, { exact: true }).click()

/** Searches for the words and takes the one record they find. */
async function select(item: Locator, words: string) {
  const input = item.locator('input')
  await input.fill(words)
  const list = item.page().locator('.ant-select-dropdown:visible')
  await list.locator('.ant-select-item-option', { hasText: words }).click()
  if (await item.locator('.ant-select-multiple').count()) await input.press('Escape')
  await list.waitFor({ state: 'hidden' })
}

async function pickDate(item: Locator, typed: string) {
  await item.locator('input').fill(typed)
  await item.locator('input').press('Enter')
}

async function upload(item: Locator, papers: Paper[], locale: Locale) {
  const page = item.page()
  const { chooseFile, chooseFiles } = texts[locale].form
  const button = item.getByRole('button', { name: chooseFile }).or(item.getByRole('button', { name: chooseFiles }))
  for (const { name, text } of papers) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
    await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })
    await item.getByRole('link', { name }).waitFor()
  }
}

/** Rows of a list one by one, those that are suggested first. */
async function fillList(item: Locator, schema: FieldSchema, rows: Answers[], locale: Locale) {
  const entries = item.locator('fieldset')
  for (const [index, row] of rows.entries()) {
    if ((await entries.count()) <= index) await item.getByRole('button', { name: texts[locale].form.add }).click()
    await fill(entries.nth(index), schema, row, locale)
  }
}
