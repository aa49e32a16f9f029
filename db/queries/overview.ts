// The figures of the overview, procedure by procedure: each walks one stretch of an index, and counts only cases that the viewer may know of.
import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { Procedure } from '../../machines/procedure.ts'
import { backwards, closedKey } from '../case-state.ts'
import { type Db, schema } from '../database.ts'
import type { View } from './view.ts'

const { cases, events, stays, steps } = schema

/** What is counted; `from` and `until` are instants, both included, `now` the institution's time. */
export type Scope = { view: View; procedure: Procedure; campus?: string; now: string; from: string; until: string }
export type Load = { open: number; overdue: number; unclaimed: number }
export type DepartmentLoad = Load & { department: string }
export type PersonLoad = Omit<Load, 'unclaimed'> & { person: string }
export type StepLoad = Omit<Load, 'unclaimed'> & { path: string }

/** Of this campus, and known to the viewer; undefined where that holds for every case of the procedure. */
function within({ view, procedure, campus }: Scope): SQL | undefined {
  const known = view.knows((name) => view.values[name] ?? null, procedure.name)
  const there = campus === undefined ? undefined : eq(cases.campus, campus)
  return there || known ? and(there, known) : undefined
}
const standing = (scope: Scope, status: 'active' | 'done') =>
  and(eq(cases.procedure, scope.procedure.name), eq(cases.status, status), within(scope))
const whether = (condition: SQL) => sql<number>`case when ${condition} then 1 else 0 end`
const total = (column: string) => sql<number>`coalesce(sum(${sql.raw(column)}), 0)`.mapWith(Number)
const all = sql<number>`count(*)`.mapWith(Number)

/** Open cases, and those in which something is overdue. */
export async function openCases({ q }: Db, scope: Scope): Promise<Omit<Load, 'unclaimed'>> {
  const late = whether(sql`${cases.sortKey} < ${scope.now}`)
  const [found] = await q
    .select({ open: all, overdue: sql<number>`coalesce(sum(${late}), 0)`.mapWith(Number) })
    .from(cases)
    .where(standing(scope, 'active'))
  return found!
}

/** Cases by the step that waits: those overdue whose step itself is. */
export const byStep = ({ q }: Db, scope: Scope): PromiseLike<StepLoad[]> =>
  q
    .select({ path: steps.path, open: all, overdue: sql<number>`sum(${whether(sql`${steps.due} < ${scope.now}`)})`.mapWith(Number) })
    .from(cases)
    .innerJoin(steps, eq(steps.caseId, cases.id))
    .where(standing(scope, 'active'))
    .groupBy(steps.path)

/** Each case once for whoever several of its steps wait for. */
const waiting = (scope: Scope, whose: typeof steps.department | typeof steps.assignee) => sql`(
  select ${whose} as whose, max(${whether(sql`${steps.due} < ${scope.now}`)}) as late, max(${whether(sql`${steps.assignee} is null`)}) as free
  from ${cases} join ${steps} on ${steps.caseId} = ${cases.id}
  where ${and(standing(scope, 'active'), sql`${whose} is not null`)} group by ${steps.caseId}, ${whose}) as waiting`
const whose = sql<string>`waiting.whose`

export const byDepartment = ({ q }: Db, scope: Scope): PromiseLike<DepartmentLoad[]> =>
  q
    .select({ department: whose, open: all, overdue: total('waiting.late'), unclaimed: total('waiting.free') })
    .from(waiting(scope, steps.department))
    .groupBy(sql`waiting.whose`)

export const byPerson = ({ q }: Db, scope: Scope): PromiseLike<PersonLoad[]> =>
  q
    .select({ person: whose, open: all, overdue: total('waiting.late') })
    .from(waiting(scope, steps.assignee))
    .groupBy(sql`waiting.whose`)

/** `hour` is the beginning of an instant: `2026-03-09T02`. */
export type Hour = { hour: string; cases: number }
const hourLength = 13

/** Cases opened within the period, by hour. The index of events is walked: ids are not in the order of the institution's time. */
export async function openedByHour({ q }: Db, scope: Scope): Promise<Hour[]> {
  const { name, version } = scope.procedure
  const hour = sql<string>`substr(${events.at}, 1, ${sql.raw(String(hourLength))})`
  const opening = [eq(events.type, 'case.opened'), eq(events.procedure, `${name}@${version}`)]
  const period = [gte(events.at, scope.from), lte(events.at, scope.until)]
  const narrower = within(scope)
  const counted = q.select({ hour, cases: all }).from(events).$dynamic()
  const joined = narrower ? counted.innerJoin(cases, eq(cases.id, events.caseId)) : counted
  return joined.where(and(...opening, ...period, narrower)).groupBy(hour)
}

const keyStart = '9999-'.length + 1
/** Cases closed within the period, by hour: their order in lists says when. */
export async function closedByHour({ q }: Db, scope: Scope): Promise<Hour[]> {
  const [first, last] = [closedKey(scope.until), closedKey(scope.from)]
  const hour = sql<string>`substr(${cases.sortKey}, ${sql.raw(String(keyStart))}, ${sql.raw(String(hourLength))})`
  const found = await q
    .select({ hour, cases: all })
    .from(cases)
    .where(and(standing(scope, 'done'), gte(cases.sortKey, first), lte(cases.sortKey, last)))
    .groupBy(hour)
  return found.map(({ hour, cases }) => ({ hour: backwards(hour), cases }))
}

/** Stays in a step that ended within the period, the newest first; so many at most. */
export function newestStays({ q }: Db, scope: Scope, path: string, most: number): PromiseLike<Stayed[]> {
  const { caseId, entered, left, late, procedure } = stays
  const narrower = within(scope)
  const period = [gte(left, Date.parse(scope.from)), lte(left, Date.parse(scope.until))]
  const found = q.select({ caseId, entered, left, late }).from(stays).$dynamic()
  const joined = narrower ? found.innerJoin(cases, eq(cases.id, caseId)) : found
  return joined
    .where(and(eq(procedure, scope.procedure.name), eq(stays.path, path), ...period, narrower))
    .orderBy(desc(left))
    .limit(most)
}
export type Stayed = { caseId: string; entered: number; left: number; late: boolean }
