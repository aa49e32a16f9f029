// Fills in forms as people do: what is bound or suggested as it stands, what the story says, the rest as usual for such a field.
import { addCalendarDays, shanghaiDate } from '../../machines/due.ts'
import type { FieldSchema } from '../../machines/narrowing.ts'
import { between, type Chance, pick } from './chance.ts'
import type { Circumstances, Given } from './story.ts'

type Answers = Record<string, unknown>
export type Filling = Circumstances & {
  type: string
  given: Given
  now: Date
  chance: Chance
  minor: boolean
  /** Usual words for a field, by what else is answered; undefined where there are none. */
  words: (name: string, answered: Answers) => string | undefined
}

/** How often people fill in what they need not. */
const talkative = 0.5
const thorough = 0.3

/** Answers to the form: everything it requires, what the story gives, and some of what is optional. */
export function fillIn(filling: Filling): Answers {
  const { payload, given } = filling
  const answered: Answers = {}
  for (const [name, field] of Object.entries(payload.properties)) {
    if (Object.hasOwn(given, name)) answered[name] = resolved(given[name], filling)
    else if (payload.required?.includes(name)) answered[name] = usual(name, field, filling, answered)
    else answered[name] = perhaps(name, field, filling, answered)
  }
  return Object.fromEntries(Object.entries(answered).filter(([, value]) => value !== undefined))
}

const resolved = (value: unknown, filling: Filling) => (typeof value === 'function' ? value(filling) : value)

function perhaps(name: string, field: FieldSchema, filling: Filling, answered: Answers): unknown {
  const { chance, words, file } = filling
  if (field['x-personal']) return chance() < talkative ? words(name, answered) : undefined
  if (field.items?.format === 'attachment') return chance() < thorough ? [file(titleOf(field))] : undefined
  return undefined
}

function usual(name: string, field: FieldSchema, filling: Filling, answered: Answers): unknown {
  if (field.const !== undefined) return field.const
  if (field.default !== undefined) return field.default
  if (field['x-personal'] && !field.enum) return filling.words(name, answered) ?? nothingToSay
  return (byName[name] ?? byKind)(field, filling, name)
}
/** Stands where the sample has no words for a field; a test sees to it that it never does. */
export const nothingToSay = '已按规定办理。'

type Habit = (field: FieldSchema, filling: Filling, name: string) => unknown
const inDays =
  (least: number, most: number): Habit =>
  (_, { now, chance }) =>
    addCalendarDays(shanghaiDate(now.toISOString()), between(chance, least, most))
const numbered =
  (prefix: string): Habit =>
  (_, { now, chance }) =>
    `${prefix}-${shanghaiDate(now.toISOString()).replaceAll('-', '')}-${String(between(chance, 1, 99)).padStart(3, '0')}`

const day = 86_400_000
/** An hour of this day in Shanghai, in ms. */
const hourOfDay = (now: Date, at: number) => Date.parse(`${shanghaiDate(now.toISOString())}T${String(at).padStart(2, '0')}:00:00.000+08:00`)
const byName: Record<string, Habit> = {
  wishedDate: inDays(8, 25),
  owedSince: inDays(-45, -15),
  expectedBy: inDays(5, 8),
  completionDate: inDays(7, 12),
  until: inDays(330, 400),
  occurredAt: (_, { now, chance }) => new Date(hourOfDay(now, between(chance, 10, 18)) - between(chance, 1, 3) * day).toISOString(),
  channel: (field, { type, chance }) => (type.endsWith('.attempted') ? 'phone' : pick(chance, field.enum!)),
  told: (field, { minor, chance }) => (minor ? 'guardian' : pick(chance, field.enum!)),
  saidBy: ({ enum: voices = [] }, { minor }) => [minor ? 'guardian' : 'student', ...voices].find((voice) => voices.includes(voice)),
  severity: () => 'ordinary',
  costs: () => false,
  percent: (_, { chance }) => pick(chance, [10, 15, 20]),
  voucher: numbered('PZ'),
  number: numbered('XXZM'),
  rule: () => 'XSSC-12',
}

const byKind: Habit = (field, filling) => {
  const { chance, file } = filling
  if (field.enum) return pick(chance, field.enum)
  if (field.format === 'attachment') return file(titleOf(field))
  if (field.items) return [byKind(field.items, filling, '')]
  if (field.type === 'boolean') return true
  return field.minimum
}
const titleOf = (field: FieldSchema) => field['x-title']!['zh-CN']
