// Answers for any form: sensible ones, each alternative once, and random ones. Knows JSON Schema only, so a walker over HTTP uses it too.
import fc from 'fast-check'
import type { Label } from '../../machines/label.ts'

/** The parts of a published payload schema that say what may be answered; it is given already narrowed to the case. */
export type Schema = {
  type?: string
  format?: string
  enum?: readonly unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  formatMinimum?: string
  formatMaximum?: string
  items?: Schema
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: readonly string[]
  'x-personal'?: boolean
  'x-title'?: Label
}
export type Answers = Record<string, unknown>
/** The ids that a field of this format may hold; `answered` is what the form holds so far (the student whose enrolments are asked for, say). */
export type Lookup = (format: string, answered: Answers) => readonly string[]

/** Picks one of `n` alternatives. */
type Pick = (n: number) => number
type Rest = { lookup: Lookup; pick: Pick; wild: boolean }

const references = ['student', 'enrolment', 'user', 'case', 'attachment']
const day = 86_400_000

/** No answer is possible: nothing to choose from. */
export class NothingToChoose extends Error {
  readonly field: string
  constructor(field: string) {
    super(`nothing to choose from: ${field}`)
    this.field = field
  }
}

/** The plainest answers: what is required, the first of what can be chosen, defaults where there are any. */
export const answersFor = (schema: Schema, lookup: Lookup): Answers => fill(schema, { lookup, pick: () => 0, wild: false }, [])

/** The plainest answers, the same with every optional field that can be filled, and every two other values of its choices, flags and numbers. */
export const variantsFor = (schema: Schema, lookup: Lookup): Answers[] => {
  const rest: Rest = { lookup, pick: () => 0, wild: false }
  const plain = fill(schema, rest, [])
  const full = fill(schema, rest, fillable(schema, rest))
  const others = Object.entries(schema.properties ?? {}).map(([name, field]) =>
    alternatives(field, full, lookup).map((value): Answers => ({ [name]: value })),
  )
  const pairs = others.flatMap((some, index) =>
    some.flatMap((one) => [one, ...others.slice(index + 1).flatMap((more) => more.map((two) => ({ ...one, ...two })))]),
  )
  const all = [plain, full, ...pairs.map((changed) => ({ ...full, ...changed }))]
  return [...new Map(all.map((answers) => [JSON.stringify(answers), answers])).values()]
}

/** Any answers the schema allows. */
export const anyAnswers = (schema: Schema, lookup: Lookup): fc.Arbitrary<Answers> =>
  fc.array(fc.nat(), { minLength: 97, maxLength: 97 }).map((draws) => randomAnswers(schema, lookup, circling(draws)))

/** As `anyAnswers`, by a source of whole numbers of one's own. */
export const randomAnswers = (schema: Schema, lookup: Lookup, draw: () => number): Answers => {
  const rest: Rest = { lookup, pick: (n) => draw() % n, wild: true }
  return fill(
    schema,
    rest,
    fillable(schema, rest).filter(() => rest.pick(2) === 0),
  )
}

const circling = (draws: readonly number[]) => {
  let at = 0
  return () => draws[at++ % draws.length]!
}

const fillable = (schema: Schema, rest: Rest) =>
  Object.entries(schema.properties ?? {})
    .filter(([, field]) => !impossible(field, rest))
    .map(([name]) => name)
const impossible = (field: Schema, { lookup }: Rest): boolean =>
  field.items ? impossible(field.items, { lookup } as Rest) : field.const === undefined && choices(field, lookup, {})?.length === 0

const fill = (schema: Schema, rest: Rest, optional: readonly string[]): Answers => {
  const answered: Answers = {}
  for (const [name, field] of Object.entries(schema.properties ?? {}))
    if (schema.required?.includes(name) || optional.includes(name)) answered[name] = answer(name, field, rest, answered)
  return answered
}

const answer = (name: string, field: Schema, rest: Rest, answered: Answers): unknown => {
  if (field.const !== undefined) return field.const
  if (!rest.wild && field.default !== undefined) return field.default
  if (field.properties) return fill(field, rest, [])
  if (field.items) return list(name, field, rest, answered)
  const values = choices(field, rest.lookup, answered)
  if (values) return chosen(name, values, rest.pick)
  return made(field, rest)
}

const chosen = (name: string, values: readonly unknown[], pick: Pick) => {
  if (values.length === 0) throw new NothingToChoose(name)
  return values[pick(values.length)]
}

const choices = (field: Schema, lookup: Lookup, answered: Answers): readonly unknown[] | undefined =>
  field.enum ?? (references.includes(field.format ?? '') ? lookup(field.format!, answered) : undefined)

/** Different ids where they are chosen, so that nobody is named twice. */
const list = (name: string, field: Schema, rest: Rest, answered: Answers) => {
  const item = field.items!
  const values = item.const === undefined ? choices(item, rest.lookup, answered) : undefined
  const most = Math.min(field.maxItems ?? 3, values?.length ?? 3, 3)
  const least = Math.max(field.minItems ?? 0, rest.wild ? 0 : 1)
  if (values && values.length < least) throw new NothingToChoose(name)
  const length = least + (most > least ? rest.pick(most - least + 1) : 0)
  const start = rest.pick(values?.length || 1)
  return Array.from({ length }, (_, index) => (values ? values[(start + index) % values.length] : answer(name, item, rest, answered)))
}

const made = (field: Schema, { pick, wild }: Rest): unknown => {
  if (field.type === 'boolean') return pick(2) === 0
  if (field.type === 'integer') return number(field, pick, wild)
  if (field.format === 'date') return date(field, pick)
  if (field.format === 'date-time') return dateTime(field, pick)
  if (field.format === 'phone') return `1390000${String(1000 + pick(9000))}`
  if (field.format === 'email') return `someone${pick(1000)}@example.org`
  return words(field, pick, wild)
}

const number = ({ minimum = 0, maximum = 1_000_000 }: Schema, pick: Pick, wild: boolean) =>
  wild ? [minimum, maximum, Math.min(maximum, minimum + pick(100_000))][pick(3)]! : Math.max(minimum, Math.min(1, maximum))

const iso = (ms: number) => new Date(ms).toISOString()
/** Inside the limits; without any, some day of the years 2026 and 2027. */
const instant = ({ formatMinimum, formatMaximum }: Schema, pick: Pick) => {
  const from = formatMinimum ? Date.parse(formatMinimum) : formatMaximum ? Date.parse(formatMaximum) - 30 * day : Date.UTC(2026, 2, 9)
  const to = formatMaximum ? Date.parse(formatMaximum) : from + 600 * day
  return from + pick(Math.floor((to - from) / day) + 1) * day
}
const date = (field: Schema, pick: Pick) => iso(instant(field, pick)).slice(0, 10)
const dateTime = (field: Schema, pick: Pick) => iso(instant(field, pick))

const phrases = [
  '已与学员沟通',
  'Spoke with the student',
  '搬到外地，无法继续上课',
  'O’Neill & <b>“引号”</b>',
  '𠮷野家 👋 e\u0301',
  '=1+1',
  "'; DROP TABLE cases; --",
  '第一行\n第二行',
]
const words = ({ pattern, minLength = 0, maxLength = 200 }: Schema, pick: Pick, wild: boolean) => {
  if (pattern?.startsWith('^')) return `PZ-${2026 + pick(3)}-${String(pick(10_000)).padStart(4, '0')}`.slice(0, maxLength)
  const phrase = phrases[pick(wild ? phrases.length : 1)]!
  return [...phrase.padEnd(minLength, '。')].slice(0, maxLength).join('')
}

/** The other values that one field might hold; of records the first few stand for all. */
const alternatives = (field: Schema, answered: Answers, lookup: Lookup): unknown[] => {
  if (field.const !== undefined) return []
  if (field.type === 'boolean') return [true, false]
  if (field.type === 'integer') return [field.minimum, field.maximum, 1, 5_000_000].filter((n) => n !== undefined && within(field, n))
  if (field.items) return lists(field, alternatives(field.items, answered, lookup))
  const values = choices(field, lookup, answered) ?? []
  return references.includes(field.format ?? '') ? values.slice(0, 3) : [...values]
}
const lists = ({ maxItems = 2 }: Schema, values: unknown[]) => [
  ...values.map((value) => [value]),
  ...(values.length > 1 && maxItems > 1 ? [values.slice(0, 2)] : []),
]
const within = ({ minimum = -Infinity, maximum = Infinity }: Schema, n: number) => n >= minimum && n <= maximum
