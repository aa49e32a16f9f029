// What a page of the worklist is found by: parts that have no case in common, each of which walks one index in the order of the list, merged.
import { and, type SQL, sql } from 'drizzle-orm'
import { procedures } from '../../machines/procedures.ts'
import { type Engine, schema } from '../database.ts'
import { jsonHas, jsonHolds, jsonPath, like, partOf } from '../dialect.ts'
import { given } from '../prepared.ts'
import type { View } from './view.ts'

const { cases, steps, students, handlers, participants, caseDepartments } = schema

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
export type After = [sortKey: string, id: string] | null
type Status = 'active' | 'done'
type Asked = { engine: Engine; view: View; filter: Filter; after: boolean }
export type Driven = { union: () => SQL; values: Record<string, unknown>; shape: string }

/** `union` has the columns `k`, the sort key, and `i`, the id; whatever has the same `shape` has the same text. Null where nothing can be found. */
export function driversOf(engine: Engine, view: View, filter: Filter, after: After): Driven | null {
  const names = filter.state?.split('.')
  if (names?.some((name) => !/^[A-Za-z0-9-]+$/.test(name))) return null
  const asked = { engine, view, filter, after: after !== null }
  const states = names && { whole: jsonPath(engine, names), around: jsonPath(engine, names.slice(0, -1)), last: names.at(-1) }
  const values = { ...view.values, ...filter, ...states, q: partOf(filter.q ?? ''), key: after?.[0], id: after?.[1] }
  return somethingIn(asked) ? { union: () => sql.join(partsOf(asked), sql` union all `), values, shape: shapeOf(asked) } : null
}

/** Values that a statement has places for count as given or not; all others are part of its text. */
function shapeOf({ view, filter, after }: Asked): string {
  const { open, overdue, byName, procedure = '', now: _, ...given } = filter
  const names = Object.entries(given).flatMap(([name, value]) => (value ? [name] : []))
  return JSON.stringify([
    view.shape,
    names,
    procedure && (view.own.includes(procedure) ? procedure : 'other'),
    open,
    overdue,
    byName,
    after,
  ])
}

const statusesOf = ({ open, overdue }: Filter): Status[] => {
  if (open !== undefined) return overdue && !open ? [] : [open ? 'active' : 'done']
  return overdue ? ['active'] : ['active', 'done']
}

function somethingIn({ view, filter: { assignee, department, procedure, ...filter } }: Asked): boolean {
  const statuses = statusesOf(filter as Filter)
  if (assignee || department) return statuses.includes('active')
  return statuses.length > 0 && (!procedure || view.own.includes(procedure) || view.own.length < Object.keys(procedures).length)
}

/** Who narrows by a step, a student or who opened it drives by that; all others by what they may know of. */
function partsOf(asked: Asked): SQL[] {
  const { filter } = asked
  const statuses = statusesOf(filter)
  if (filter.assignee || filter.department) return statuses.includes('active') ? [bySteps(asked)] : []
  if (filter.student) return statuses.map((status) => byColumn(asked, status, sql`${cases.student} = ${given('student')}`))
  if (filter.openedBy) return statuses.map((status) => byColumn(asked, status, sql`${cases.openedBy} = ${given('openedBy')}`))
  return statuses.flatMap((status) => [...ownOf(asked, status), ...otherOf(asked, status)])
}

const place = given
const select = (key: SQL | typeof cases.sortKey, id: SQL | typeof cases.id, from: SQL, ...conditions: (SQL | undefined)[]): SQL =>
  sql`select ${key} as k, ${id} as i from ${from} where ${and(sql`true`, ...conditions)}`

type Keyed = { sortKey: SQL | typeof cases.sortKey; id: SQL | typeof cases.id }
/** After the row that the page before ended with; overdue or not. */
function within({ filter: { overdue }, after }: Asked, { sortKey, id }: Keyed): SQL | undefined {
  return and(
    after ? sql`(${sortKey}, ${id}) > (${given('key')}, ${given('id')})` : undefined,
    overdue === undefined ? undefined : overdue ? sql`${sortKey} < ${given('now')}` : sql`${sortKey} >= ${given('now')}`,
  )
}
const ofCases = { sortKey: cases.sortKey, id: cases.id }
const is = (status: Status) => sql`${cases.status} = ${sql.raw(`'${status}'`)}`
const literals = (values: string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))
const places = (names: string[]) =>
  sql.join(
    names.map((name) => sql`${given(name)}`),
    sql`, `,
  )

/** Cases of the procedures that are the viewer's own. */
const ownOf = (asked: Asked, status: Status): SQL[] =>
  asked.view.own
    .filter((name) => !asked.filter.procedure || asked.filter.procedure === name)
    .map((name) => {
      const ofProcedure = sql`${cases.procedure} = ${literals([name])}`
      const rest = [within(asked, ofCases), asked.view.knows(place, name), ...narrowed(asked)]
      return select(cases.sortKey, cases.id, sql`${cases}`, ofProcedure, is(status), ...rest)
    })

/** Cases of other procedures: those that a department has in its list, then those that somebody has a part in themselves. */
function otherOf(asked: Asked, status: Status): SQL[] {
  const { own, departments, people } = asked.view
  if (own.length === Object.keys(procedures).length || own.includes(asked.filter.procedure ?? '')) return []
  const others = own.length ? sql`${cases.procedure} not in (${literals(own)})` : undefined
  const conditions = [others, asked.view.knows(place), procedureOf(asked), ...narrowed(asked)]
  return [
    ...departments.map((name, n) => listed(asked, status, name, [...conditions, notListed(departments.slice(0, n))])),
    ...(people.length ? [mine(asked, status, [...conditions, notListed(departments)])] : []),
  ]
}

function listed(asked: Asked, status: Status, department: string, conditions: (SQL | undefined)[]): SQL {
  const { caseId, sortKey } = caseDepartments
  const key = { sortKey: sql`${sortKey}`, id: sql`${caseId}` }
  const here = sql`${caseDepartments.department} = ${given(department)} and ${caseDepartments.status} = ${literals([status])}`
  const from = sql`${caseDepartments} join ${cases} on ${cases.id} = ${caseId}`
  return select(key.sortKey, key.id, from, here, within(asked, key), ...conditions)
}

const notListed = (departments: string[]) =>
  departments.length
    ? sql`not exists (select 1 from ${caseDepartments} where ${caseDepartments.caseId} = ${cases.id} and ${caseDepartments.department} in (${places(departments)}) and ${caseDepartments.status} is not null)`
    : undefined

/** Whoever opened a case is among its handlers. */
function mine(asked: Asked, status: Status, conditions: (SQL | undefined)[]): SQL {
  const who = places(asked.view.people)
  const parts = sql`select ${handlers.caseId} as part from ${handlers} where ${handlers.userId} in (${who}) and ${handlers.alone}
    union select ${participants.caseId} from ${participants} where ${participants.userId} in (${who})
    union select ${steps.caseId} from ${steps} where ${steps.assignee} in (${who})`
  const from = sql`(${parts}) as parts join ${cases} on ${cases.id} = parts.part`
  return select(cases.sortKey, cases.id, from, is(status), within(asked, ofCases), ...conditions)
}

/** Steps stand in the order of their cases; several of one case stand beside each other. */
function bySteps(asked: Asked): SQL {
  const { assignee, department } = asked.filter
  const key = { sortKey: sql`${steps.sortKey}`, id: sql`${steps.caseId}` }
  const whose = assignee ? sql`${steps.assignee} = ${given('assignee')}` : sql`${steps.department} = ${given('department')}`
  const also =
    assignee && department
      ? sql`exists (select 1 from ${steps} as other where other.case_id = ${cases.id} and other.department = ${given('department')})`
      : undefined
  const from = sql`${steps} join ${cases} on ${cases.id} = ${steps.caseId}`
  return sql`select distinct ${steps.sortKey} as k, ${steps.caseId} as i from ${from} where ${and(whose, within(asked, key), also, asked.view.knows(place), byPerson(asked, 'student'), byPerson(asked, 'openedBy'), procedureOf(asked), ...narrowed(asked))}`
}

function byColumn(asked: Asked, status: Status, column: SQL): SQL {
  const opener = asked.filter.student ? byPerson(asked, 'openedBy') : undefined
  const rest = [within(asked, ofCases), opener, asked.view.knows(place), procedureOf(asked), ...narrowed(asked)]
  return select(cases.sortKey, cases.id, sql`${cases}`, column, is(status), ...rest)
}
const byPerson = ({ filter }: Asked, name: 'student' | 'openedBy') => (filter[name] ? sql`${cases[name]} = ${given(name)}` : undefined)
const procedureOf = ({ filter }: Asked) => (filter.procedure ? sql`${cases.procedure} = ${given('procedure')}` : undefined)

/** What no index is walked by. A state is that of an active step, one done in its part included, or one around it. */
function narrowed({ engine, filter: { state, q, byName } }: Asked): (SQL | undefined)[] {
  const stands = sql`(${jsonHolds(engine, cases.value, given('around'), given('last'))} or ${jsonHas(engine, cases.value, given('whole'))})`
  const named = sql`exists (select 1 from ${students} where ${students.id} = ${cases.student} and ${like(students.name, given('q'))})`
  const text = byName === false ? like(cases.number, given('q')) : sql`(${like(cases.number, given('q'))} or ${named})`
  return [state ? stands : undefined, q ? text : undefined]
}
