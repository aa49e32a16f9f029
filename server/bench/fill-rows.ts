// Rows copied in bulk under other ids, people and days.
import type Database from 'better-sqlite3'
import { backwards, closedKey } from '../../db/case-state.ts'
import type { Variant } from './fill.ts'

export type Row = Record<string, string | number | null>
type Change = (value: string, variant: Variant, i: number) => string | number | null

const time: Change = (value, { shift }) => new Date(Date.parse(value) + shift).toISOString()
const instant: Change = (value, { shift }) => Number(value) + shift
const student: Change = (_, variant) => variant.student
const enrolment: Change = (_, variant, i) => `${variant.student}-e${i}`
const own: Change = (_, variant, i) => `${variant.id}-${i}`

/** What a copy changes, by column, where the original says anything; `user` by who stands for whom. */
const changes = (user: Change): Record<string, Record<string, Change>> => ({
  cases: {
    ...{ id: (_, { id }) => id, number: (_, { number }) => number, student, campus: (_, { campus }) => campus, follows: () => null },
    ...{ opened_by: user, about: user, opened_at: time, last_at: time, closed_at: time, due: time, sort_key: sortKey },
  },
  steps: { assignee: user, entered_at: time, due: time, sort_key: sortKey },
  timers: { due: time, passed_at: time },
  stays: { left_at: instant, entered_at: instant },
  handlers: { user_id: user, sort_key: sortKey },
  participants: { user_id: user },
  case_departments: { sort_key: sortKey },
  case_enrolments: { enrolment },
  notices: { id: own, person: user, created_at: time, read_at: time, read_by: user },
  outbox: { id: own, created_at: time, done_at: time },
  students: { id: student, number: student, campus: (_, { campus }) => campus },
  enrolments: { id: (_, variant) => `${variant.student}-e0`, student, campus: (_, { campus }) => campus },
})
const sortKey: Change = (value, variant, i) => {
  if (value.startsWith('9999-')) return closedKey(String(time(backwards(value.slice(5)), variant, i)))
  return value === '9999' ? value : time(value, variant, i)
}

export function copier(raw: Database.Database, team: (user: string, n: number) => string) {
  const all = changes((value, variant) => team(value, variant.team))
  const known = new Map<string, { insert: Database.Statement; names: string[]; changed: (Change | undefined)[] }>()
  const prepare = (table: string, row: Row) => {
    const names = Object.keys(row)
    const insert = raw.prepare(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
    )
    const changed = names.map((name) => (name === 'case_id' ? (_: string, { id }: Variant) => id : all[table]?.[name]))
    return { insert, names, changed }
  }
  return (table: string, row: Row, variant: Variant, i = 0) => {
    if (!known.has(table)) known.set(table, prepare(table, row))
    const { insert, names, changed } = known.get(table)!
    const values = names.map((name, at) => {
      const value = row[name]!
      return value === null || !changed[at] ? value : changed[at](value as string, variant, i)
    })
    if (table === 'timers') values[names.indexOf('passed_at')] = passed(values[names.indexOf('due')] as string, variant)
    insert.run(...values)
  }
}
/** A deadline that lies behind us has passed: nothing is to happen when the institution is opened. */
const passed = (due: string, { now }: Variant) => (due <= now ? due : null)

/** Does the work with all indexes out of the way that are not those of a key. */
export function withoutIndexes(raw: Database.Database, work: () => void) {
  const found = raw.prepare("select name, sql from sqlite_master where type = 'index' and sql is not null").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of found) raw.exec(`drop index "${name}"`)
  const triggers = raw.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as { name: string; sql: string }[]
  for (const { name } of triggers) raw.exec(`drop trigger "${name}"`)
  work()
  for (const { sql } of [...found, ...triggers]) raw.exec(sql)
}
