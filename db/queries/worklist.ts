// The worklist: cases this person may know of, those due first at the top, page by page.
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type CaseState, timerColumns } from '../case-state.ts'
import { type Db, type Engine, schema } from '../database.ts'
import { contains, jsonHas, jsonHolds } from '../dialect.ts'
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
const stepWhere = (condition: SQL) => sql`exists (select 1 from ${steps} where ${steps.caseId} = ${cases.id} and ${condition})`

/** Whether a dotted path is that of an active state, those that are done in their part included, or of a state around one. */
function standsIn(engine: Engine, path: string) {
  const names = path.split('.')
  if (names.some((name) => !/^[A-Za-z0-9-]+$/.test(name))) return sql`false`
  return or(jsonHolds(engine, cases.value, names.slice(0, -1), names.at(-1)!), jsonHas(engine, cases.value, names))
}

function conditions(engine: Engine, f: Filter): (SQL | undefined)[] {
  const overdue = sql`(${cases.due} is not null and ${cases.due} < ${f.now})`
  return [
    f.procedure ? eq(cases.procedure, f.procedure) : undefined,
    f.state ? standsIn(engine, f.state) : undefined,
    f.department ? stepWhere(sql`${steps.department} = ${f.department}`) : undefined,
    f.assignee ? stepWhere(sql`${steps.assignee} = ${f.assignee}`) : undefined,
    f.student ? eq(cases.student, f.student) : undefined,
    f.openedBy ? eq(cases.openedBy, f.openedBy) : undefined,
    f.overdue === undefined ? undefined : f.overdue ? overdue : sql`not ${overdue}`,
    f.open === undefined ? undefined : eq(cases.status, f.open ? 'active' : 'done'),
    f.q ? or(contains(cases.number, f.q), f.byName === false ? undefined : contains(students.name, f.q)) : undefined,
  ]
}

export type Row = CaseState & { studentName: string | null; sortKey: string }

/** One page and whether there is more. `after` is the sort key and id of the last row of the page before. */
export async function worklist(
  { q, ...db }: Db,
  person: Viewer,
  filter: Filter,
  after: [string, string] | null,
  limit: number,
): Promise<{ rows: Row[]; more: boolean }> {
  const later = after ? sql`(${sortKey}, ${cases.id}) > (${after[0]}, ${after[1]})` : undefined
  const found = await q
    .select({ row: cases, studentName: students.name, sortKey })
    .from(cases)
    .leftJoin(students, eq(students.id, cases.student))
    .where(and(await mayKnow({ q, ...db }, person), ...conditions(db.engine, filter), later))
    .orderBy(sortKey, cases.id)
    .limit(limit + 1)
  const page = found.slice(0, limit)
  const ids = page.map(({ row }) => row.id)
  const waiting = ids.length ? await q.select().from(steps).where(inArray(steps.caseId, ids)).orderBy(steps.path) : []
  const running = ids.length
    ? await q.select(timerColumns).from(timers).where(inArray(timers.caseId, ids)).orderBy(timers.step, timers.deadline)
    : []
  const rows = page.map((one) => ({
    ...one,
    steps: waiting.filter((step) => step.caseId === one.row.id),
    timers: running.filter((timer) => timer.caseId === one.row.id),
  }))
  return { rows, more: found.length > limit }
}
