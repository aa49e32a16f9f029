// The worklist: cases this person may know of, those due first at the top, page by page.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { CaseState } from '../case-state.ts'
import { type Db, schema } from '../database.ts'
import { mayKnow, type Viewer } from './access.ts'

const { cases, steps, students, timers } = schema

/** `state` is a dotted path or the beginning of one; `now` the institution's time. */
export type Filter = {
  procedure?: string
  state?: string
  department?: string
  assignee?: string
  student?: string
  openedBy?: string
  overdue?: boolean
  open?: boolean
  q?: string
  /** Whether `q` may also be part of a student's name. */
  byName?: boolean
  now: string
}

const never = '9999'
const sortKey = sql<string>`coalesce(${cases.due}, ${never})`
const literal = (text: string) => text.replace(/[\\%_]/g, (c) => `\\${c}`)
const named = (text: string) => sql`${students.name} like ${contains(text)} escape '\\'`
const contains = (text: string) => `%${literal(text)}%`
const stepWhere = (condition: SQL) => sql`exists (select 1 from ${steps} where ${steps.caseId} = ${cases.id} and ${condition})`

/** Whether a dotted path is that of an active state, those that are done in their part included, or of a state around one. */
function standsIn(path: string) {
  const names = path.split('.')
  if (names.some((name) => !/^[A-Za-z0-9-]+$/.test(name))) return sql`false`
  const json = (some: string[]) => ['$', ...some.map((name) => `"${name}"`)].join('.')
  const [last] = names.slice(-1)
  return sql`(json_extract(${cases.value}, ${json(names.slice(0, -1))}) = ${last} or json_type(${cases.value}, ${json(names)}) is not null)`
}

function conditions(f: Filter): (SQL | undefined)[] {
  const overdue = sql`(${cases.due} is not null and ${cases.due} < ${f.now})`
  return [
    f.procedure ? eq(cases.procedure, f.procedure) : undefined,
    f.state ? standsIn(f.state) : undefined,
    f.department ? stepWhere(sql`${steps.department} = ${f.department}`) : undefined,
    f.assignee ? stepWhere(sql`${steps.assignee} = ${f.assignee}`) : undefined,
    f.student ? eq(cases.student, f.student) : undefined,
    f.openedBy ? eq(cases.openedBy, f.openedBy) : undefined,
    f.overdue === undefined ? undefined : f.overdue ? overdue : sql`not ${overdue}`,
    f.open === undefined ? undefined : eq(cases.status, f.open ? 'active' : 'done'),
    f.q ? sql`(${cases.number} like ${contains(f.q)} escape '\\' or ${f.byName === false ? sql`false` : named(f.q)})` : undefined,
  ]
}

export type Row = CaseState & { studentName: string | null; sortKey: string }

/** One page and whether there is more. `after` is the sort key and id of the last row of the page before. */
export function worklist(
  { q, ...db }: Db,
  person: Viewer,
  filter: Filter,
  after: [string, string] | null,
  limit: number,
): { rows: Row[]; more: boolean } {
  const later = after ? sql`(${sortKey}, ${cases.id}) > (${after[0]}, ${after[1]})` : undefined
  const found = q
    .select({ row: cases, studentName: students.name, sortKey })
    .from(cases)
    .leftJoin(students, eq(students.id, cases.student))
    .where(and(mayKnow({ q, ...db }, person), ...conditions(filter), later))
    .orderBy(sortKey, cases.id)
    .limit(limit + 1)
    .all()
  const rows = found.slice(0, limit).map(({ row, studentName, sortKey }) => ({
    row,
    studentName,
    sortKey,
    steps: q.select().from(steps).where(eq(steps.caseId, row.id)).all(),
    timers: q.select().from(timers).where(eq(timers.caseId, row.id)).all(),
  }))
  return { rows, more: found.length > limit }
}
