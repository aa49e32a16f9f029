// What a page of the worklist is found by: parts that have no case in common, each of which walks one index in the order of the list, merged.
import { and, type SQL, sql } from 'drizzle-orm'
import { procedures } from '../../machines/procedures.ts'
import { closedKey } from '../case-state.ts'
import { type Engine, schema } from '../database.ts'
import { jsonHas, jsonHolds, jsonPath, jsonTexts, like, partOf } from '../dialect.ts'
import { given } from '../prepared.ts'
import type { Matches } from './matches.ts'
import type { View } from './view.ts'

const { cases, steps, stays, students, handlers, participants, caseDepartments } = schema

/** `state` is a dotted path or the beginning of one; `now` the institution's time. */
export type Filter = {
  procedure?: string
  state?: string
  department?: string
  assignee?: string
  student?: string
  openedBy?: string
  /** Whether a step waits that nobody has claimed: of the department, where one is given. */
  unclaimed?: true
  /** Who was copied in; who handled what is closed now. */
  copied?: string
  doneBy?: string
  overdue?: boolean
  /** Whether one step that fits state, department, assignee and `unclaimed`, as far as they are given, is itself overdue. */
  stepOverdue?: true
  open?: boolean
  campus?: string
  /** Instants, both included. */
  opened?: Period
  closed?: Period
  /** A step of `procedure` that was left within the period, late where that is asked for. */
  left?: string
  leftIn?: Period
  leftLate?: true
  q?: string
  /** Whether `q` may also be part of a student's name. */
  byName?: boolean
  now: string
}
export type Period = { from: string; until: string }
/**
 * `due`: those due first, then those without a due day, then the closed ones, the last closed first. `opened`: in the order in which they
 * were opened, which is that of their ids. `backwards`: the other way round.
 */
export type Order = { by: 'due' | 'opened'; backwards: boolean }
export const dueFirst: Order = { by: 'due', backwards: false }
/** A row's place in an order: what the order goes by, and the id. */
export type Place = [key: string, id: string]
/** After one place, up to and with another. */
export type Stretch = { after?: Place | null; until?: Place | null }
type Status = 'active' | 'done'
type Asked = { engine: Engine; view: View; filter: Filter; order: Order; after: boolean; until: boolean; matched: boolean }
export type Driven = { union: () => SQL; values: Record<string, unknown>; shape: string }

/**
 * `union` has the columns `k`, what the order goes by, and `i`, the id; whatever has the same `shape` has the same text. Null where nothing
 * can be found. `matches` are what `q` fits, where they are known.
 */
export function driversOf(
  engine: Engine,
  view: View,
  filter: Filter,
  order: Order,
  { after, until }: Stretch,
  matches: Matches | null = null,
): Driven | null {
  const names = filter.state?.split('.')
  if (names?.some((name) => !/^[A-Za-z0-9-]+$/.test(name))) return null
  const asked = { engine, view, filter, order, after: Boolean(after), until: Boolean(until), matched: matches !== null }
  const states = names && { whole: jsonPath(engine, names), around: jsonPath(engine, names.slice(0, -1)), last: names.at(-1) }
  const stretch = { afterKey: after?.[0], afterId: after?.[1], untilKey: until?.[0], untilId: until?.[1] }
  const found = matches && { numbers: JSON.stringify(matches.numbers), students: JSON.stringify(matches.students) }
  const values = { ...view.values, ...filter, ...states, ...stretch, ...found, ...periodsOf(filter), q: partOf(filter.q ?? '') }
  return somethingIn(asked) ? { union: () => sql.join(partsOf(asked), sql` union all `), values, shape: shapeOf(asked) } : null
}

/** Closed cases are found by what lists are sorted by, stays by ms. */
const periodsOf = ({ state, opened, closed, leftIn }: Filter) => ({
  ...(state && { stateWithin: `${state}.`, stateBeyond: `${state}/` }),
  ...(opened && { openedFrom: opened.from, openedUntil: opened.until }),
  ...(closed && { closedFirst: closedKey(closed.until), closedLast: closedKey(closed.from) }),
  ...(leftIn && { leftFrom: Date.parse(leftIn.from), leftUntil: Date.parse(leftIn.until) }),
})

/** Values that a statement has places for count as given or not; all others are part of its text. */
function shapeOf({ view, filter, order, after, until, matched }: Asked): string {
  const { open, overdue, byName, procedure = '', now: _, ...given } = filter
  const names = Object.entries(given).flatMap(([name, value]) => (value ? [name] : []))
  return JSON.stringify([
    view.shape,
    names,
    procedure && (view.own.includes(procedure) ? procedure : 'other'),
    open,
    overdue,
    byName,
    order,
    after,
    until,
    matched,
  ])
}

/** Steps wait, and are overdue, in open cases; what was done is closed. */
const statusesOf = ({ open, overdue, stepOverdue, unclaimed, assignee, department, doneBy, closed }: Filter): Status[] => {
  const active = open !== false && !doneBy && !closed
  const done = open !== true && !overdue && !stepOverdue && !unclaimed && !assignee && !department
  return [...(active ? ['active' as const] : []), ...(done ? ['done' as const] : [])]
}

function somethingIn(asked: Asked): boolean {
  const { view, filter } = asked
  const statuses = statusesOf(filter)
  const { procedure } = filter
  if (asked.matched || !byViewOnly(filter)) return statuses.length > 0
  return statuses.length > 0 && (!procedure || view.own.includes(procedure) || view.own.length < Object.keys(procedures).length)
}

const byViewOnly = ({ assignee, department, student, doneBy, copied, openedBy }: Filter) =>
  !(assignee || department || student || doneBy || copied || openedBy)

/** Who narrows by a step, a student or a person drives by that; all others by what they may know of. */
function partsOf(asked: Asked): SQL[] {
  const { filter } = asked
  const statuses = statusesOf(filter)
  if (asked.matched) return byMatch(asked, statuses)
  if (filter.assignee || filter.department) return statuses.map(() => bySteps(asked))
  if (filter.student) return statuses.map((status) => byColumn(asked, status, 'student'))
  if (filter.doneBy) return statuses.map(() => byHandler(asked))
  if (filter.copied) return statuses.map((status) => byCopy(asked, status))
  if (filter.openedBy) return statuses.map((status) => byColumn(asked, status, 'openedBy'))
  return statuses.flatMap((status) => [...ownOf(asked, status), ...otherOf(asked, status)])
}

const place = given
type Keyed = { sortKey: SQL | typeof cases.sortKey; id: SQL | typeof cases.id }
const select = ({ order }: Asked, { sortKey, id }: Keyed, from: SQL, ...conditions: (SQL | undefined)[]): SQL =>
  sql`select ${order.by === 'due' ? sortKey : id} as k, ${id} as i from ${from} where ${and(sql`true`, ...conditions)}`

/** Within the stretch asked for; overdue or not. */
function within(asked: Asked, { sortKey, id }: Keyed): SQL | undefined {
  const { overdue } = asked.filter
  const { by, backwards } = asked.order
  const [further, upTo] = backwards ? [sql`<`, sql`>=`] : [sql`>`, sql`<=`]
  const place = by === 'due' ? sql`(${sortKey}, ${id})` : id
  const named = (name: string) => (by === 'due' ? sql`(${given(`${name}Key`)}, ${given(`${name}Id`)})` : given(`${name}Id`))
  return and(
    asked.after ? sql`${place} ${further} ${named('after')}` : undefined,
    asked.until ? sql`${place} ${upTo} ${named('until')}` : undefined,
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
      return select(asked, ofCases, sql`${cases}`, ofProcedure, is(status), ...rest)
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
  return select(asked, key, from, here, within(asked, key), ...conditions)
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
  return select(asked, ofCases, from, is(status), within(asked, ofCases), ...conditions)
}

/** Steps stand in the order of their cases; several of one case stand beside each other. */
function bySteps(asked: Asked): SQL {
  const { assignee, department, unclaimed } = asked.filter
  const key = { sortKey: sql`${steps.sortKey}`, id: sql`${steps.caseId}` }
  const whose = assignee ? sql`${steps.assignee} = ${given('assignee')}` : sql`${steps.department} = ${given('department')}`
  const free = unclaimed && !assignee ? sql`${steps.assignee} is null` : undefined
  const others = [
    ...(assignee && department ? [otherStep(true, unclaimed)] : []),
    ...(assignee && !department && unclaimed ? [otherStep(false, true)] : []),
  ]
  const from = sql`${steps} join ${cases} on ${cases.id} = ${steps.caseId}`
  const rest = [within(asked, key), ...others, asked.view.knows(place), ...people(asked), procedureOf(asked), ...narrowed(asked)]
  const where = and(whose, free, ...rest)
  // SQLite keeps to the order of the index where one of two equal columns is grouped by, not where both are to be distinct.
  if (asked.order.by === 'opened') return sql`select ${key.id} as k, ${key.id} as i from ${from} where ${where} group by ${key.id}`
  return sql`select distinct ${key.sortKey} as k, ${key.id} as i from ${from} where ${where}`
}
const otherStep = (ofDepartment: boolean, unclaimed: true | undefined) => {
  const theirs = ofDepartment ? sql` and other.department = ${given('department')}` : sql``
  return sql`exists (select 1 from ${steps} as other where other.case_id = ${cases.id}${theirs}${unclaimed ? sql` and other.assignee is null` : sql``})`
}

const columns = { student: cases.student, openedBy: cases.openedBy }
function byColumn(asked: Asked, status: Status, name: keyof typeof columns): SQL {
  const column = sql`${columns[name]} = ${given(name)}`
  const rest = [within(asked, ofCases), ...people(asked, name), asked.view.knows(place), procedureOf(asked), ...narrowed(asked)]
  return select(asked, ofCases, sql`${cases}`, column, is(status), ...rest)
}

/** What somebody has done stands in the order in which it was closed. */
function byHandler(asked: Asked): SQL {
  const key = { sortKey: sql`${handlers.sortKey}`, id: sql`${handlers.caseId}` }
  const theirs = sql`${handlers.userId} = ${given('doneBy')} and ${handlers.sortKey} is not null`
  const rest = [within(asked, key), ...people(asked, 'doneBy'), asked.view.knows(place), procedureOf(asked), ...narrowed(asked)]
  return select(asked, key, sql`${handlers} join ${cases} on ${cases.id} = ${handlers.caseId}`, theirs, ...rest)
}

function byCopy(asked: Asked, status: Status): SQL {
  const theirs = sql`${participants.userId} = ${given('copied')} and ${participants.as} = 'copy'`
  const rest = [
    is(status),
    within(asked, ofCases),
    ...people(asked, 'copied'),
    asked.view.knows(place),
    procedureOf(asked),
    ...narrowed(asked),
  ]
  return select(asked, ofCases, sql`${participants} join ${cases} on ${cases.id} = ${participants.caseId}`, theirs, ...rest)
}

/** Cases by the numbers that fit, then those of the students whose names do. */
function byMatch(asked: Asked, statuses: Status[]): SQL[] {
  const { engine, filter } = asked
  const byNumber = sql`${cases.number} in ${jsonTexts(engine, given('numbers'))}`
  const byStudent = sql`${cases.student} in ${jsonTexts(engine, given('students'))} and not (${like(cases.number, given('q'))})`
  const waiting = [
    filter.assignee
      ? sql`exists (select 1 from ${steps} as held where held.case_id = ${cases.id} and held.assignee = ${given('assignee')})`
      : undefined,
    filter.department ? otherStep(true, filter.unclaimed) : filter.unclaimed ? otherStep(false, true) : undefined,
  ]
  const status = statuses.length === 1 ? is(statuses[0]!) : undefined
  const known = [asked.view.knows(place), procedureOf(asked), stateOf(asked), ...figuresOf(asked)]
  const rest = [status, within(asked, ofCases), ...waiting, ...people(asked), ...known]
  return [byNumber, byStudent].map((found) => select(asked, ofCases, sql`${cases}`, found, ...rest))
}
const byPerson = {
  student: () => sql`${cases.student} = ${given('student')}`,
  doneBy: () =>
    sql`exists (select 1 from ${handlers} where ${handlers.caseId} = ${cases.id} and ${handlers.userId} = ${given('doneBy')}) and ${is('done')}`,
  copied: () =>
    sql`exists (select 1 from ${participants} where ${participants.caseId} = ${cases.id} and ${participants.userId} = ${given('copied')} and ${participants.as} = 'copy')`,
  openedBy: () => sql`${cases.openedBy} = ${given('openedBy')}`,
}
/** Whoever else is named beside the one that is driven by. */
const people = ({ filter }: Asked, driving?: keyof typeof byPerson) =>
  (Object.keys(byPerson) as (keyof typeof byPerson)[]).flatMap((name) => (filter[name] && name !== driving ? [byPerson[name]()] : []))
const procedureOf = ({ filter }: Asked) => (filter.procedure ? sql`${cases.procedure} = ${given('procedure')}` : undefined)

/** A state is that of an active step, one done in its part included, or one around it. */
const stateOf = ({ engine, filter }: Asked) =>
  filter.state
    ? sql`(${jsonHolds(engine, cases.value, given('around'), given('last'))} or ${jsonHas(engine, cases.value, given('whole'))})`
    : undefined

/** What no index is walked by. */
function narrowed(asked: Asked): (SQL | undefined)[] {
  const { q, byName, unclaimed, assignee, department } = asked.filter
  const named = sql`exists (select 1 from ${students} where ${students.id} = ${cases.student} and ${like(students.name, given('q'))})`
  const text = byName === false ? like(cases.number, given('q')) : sql`(${like(cases.number, given('q'))} or ${named})`
  const free = unclaimed && !assignee && !department ? otherStep(false, true) : undefined
  return [stateOf(asked), q ? text : undefined, free, ...figuresOf(asked)]
}

/** What the figures of the overview are opened by. */
function figuresOf({ filter }: Asked): (SQL | undefined)[] {
  const { campus, opened, closed, left, leftIn, leftLate, stepOverdue } = filter
  const stayed = and(
    sql`${stays.procedure} = ${given('procedure')} and ${stays.path} = ${given('left')}`,
    leftIn && sql`${stays.left} between ${given('leftFrom')} and ${given('leftUntil')}`,
    leftLate && sql`${stays.late}`,
  )
  return [
    campus ? sql`${cases.campus} = ${given('campus')}` : undefined,
    opened && sql`${cases.openedAt} between ${given('openedFrom')} and ${given('openedUntil')}`,
    closed && sql`${cases.sortKey} between ${given('closedFirst')} and ${given('closedLast')}`,
    left ? sql`${cases.id} in (select ${stays.caseId} from ${stays} where ${stayed})` : undefined,
    stepOverdue && overdueStep(filter),
  ]
}
const overdueStep = ({ state, department, assignee, unclaimed }: Filter) =>
  sql`exists (select 1 from ${steps} as late where ${and(
    sql`late.case_id = ${cases.id} and late.due < ${given('now')}`,
    state
      ? sql`(late.path = ${given('state')} or (late.path >= ${given('stateWithin')} and late.path < ${given('stateBeyond')}))`
      : undefined,
    department ? sql`late.department = ${given('department')}` : undefined,
    assignee ? sql`late.assignee = ${given('assignee')}` : undefined,
    unclaimed && !assignee ? sql`late.assignee is null` : undefined,
  )})`
