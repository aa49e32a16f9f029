// What managers look at: where cases stand and how long they stay, who has how much to do, what comes in and goes out.
// Every figure counts cases as the list of cases finds them, so that it can be opened.
import { setImmediate as breathe } from 'node:timers/promises'
import {
  byDepartment,
  byPerson,
  byStep,
  closedByHour,
  type DepartmentLoad,
  type Hour,
  newestStays,
  openCases,
  openedByHour,
  type PersonLoad,
  type Scope,
  type Stayed,
} from '../db/queries/overview.ts'
import { namesOf } from '../db/queries/people.ts'
import { viewOf } from '../db/queries/view.ts'
import { addCalendarDays, shanghaiDate } from '../machines/due.ts'
import { say } from '../machines/label.ts'
import { percentile } from '../machines/percentile.ts'
import type { Procedure } from '../machines/procedure.ts'
import { procedures } from '../machines/procedures.ts'
import { isFinal, pathOf, statesOf } from '../machines/states.ts'
import { today, type User } from './asker.ts'
import { mustOversee } from './audit-search.ts'
import type { House } from './house.ts'
import { type Dates, instantsOf } from './period.ts'
import { refuse } from './refusals.ts'

/** `procedure` is one there is; the dates are Shanghai dates, both included. */
export type Wanted = { procedure?: string; campus?: string } & Partial<Dates>

const usualDays = 91
const mostDays = 1100
const tooLong = say(`一次最多看 ${mostDays} 天`, `${mostDays} days at most are looked at in one go`)
/** What is looked at where nothing else is asked for: thirteen weeks up to today. */
export function periodOf(house: House, { from, until }: Partial<Dates>): Dates {
  const last = until ?? today(house)
  const first = from ?? addCalendarDays(last, 1 - usualDays)
  if (addCalendarDays(first, mostDays) <= last) refuse('invalid', tooLong, { errors: [{ path: '/from', message: tooLong }] })
  return { from: first, until: last }
}

const onlyOverseers = say('总览由审计、行政主管与管理层查看', 'Auditors, the administrative supervisor and management look at the overview')
/**
 * Figures are for whoever oversees: others would take those of a part for those of the whole. Whoever oversees and is too close to a case
 * (conflict of interest) finds it in no figure, just as in no list.
 */
async function scopesOf(house: House, user: User, { procedure, campus, ...dates }: Wanted): Promise<[Scope, ...Scope[]]> {
  mustOversee(user, onlyOverseers)
  const view = await viewOf(house.db, user)
  const among = procedure === undefined ? Object.values(procedures) : [procedures[procedure]!]
  const common = { view, now: house.now().toISOString(), ...instantsOf(periodOf(house, dates)), ...(campus !== undefined && { campus }) }
  return among.map((one) => ({ ...common, procedure: one })) as [Scope, ...Scope[]]
}

export async function overview(house: House, user: User, wanted: Wanted) {
  const scopes = await scopesOf(house, user, wanted)
  const parts = []
  for (const scope of scopes) parts.push(await partOf(house, scope))
  const period = periodOf(house, wanted)
  const people = await peopleOf(
    house,
    addUp(
      parts.flatMap(({ people }) => people),
      ({ person }) => person,
    ),
  )
  return {
    ...period,
    today: today(house),
    procedures: parts.map(({ totals }) => totals),
    departments: addUp(
      parts.flatMap(({ departments }) => departments),
      ({ department }) => department,
    ).sort(mostFirst),
    people: people.sort(mostFirst),
    trend: trendOf(
      period,
      parts.flatMap(({ opened }) => opened),
      parts.flatMap(({ closed }) => closed),
    ),
  }
}

/** Others are served between one question and the next. */
async function calmly<T>(asked: PromiseLike<T>): Promise<T> {
  const found = await asked
  await breathe()
  return found
}

async function partOf({ db }: House, scope: Scope) {
  const opened = await calmly(openedByHour(db, scope))
  const closed = await calmly(closedByHour(db, scope))
  const { name, label } = scope.procedure
  return {
    totals: { procedure: name, label, ...(await calmly(openCases(db, scope))), opened: sum(opened), closed: sum(closed) },
    departments: await calmly(byDepartment(db, scope)),
    people: await calmly(byPerson(db, scope)),
    opened,
    closed,
  }
}
const sum = (hours: Hour[]) => hours.reduce((all, { cases }) => all + cases, 0)

type Loaded = { open: number; overdue: number }
const mostFirst = (a: Loaded, b: Loaded) => b.overdue - a.overdue || b.open - a.open
/** A case is of one procedure: what is counted in several has nothing in common. */
function addUp<L extends DepartmentLoad | PersonLoad>(loads: L[], key: (load: L) => string): L[] {
  return [...Map.groupBy(loads, key).values()].map((same) => {
    const add = (name: 'open' | 'overdue' | 'unclaimed') => same.reduce((all, load) => all + ((load as DepartmentLoad)[name] ?? 0), 0)
    return { ...same[0]!, open: add('open'), overdue: add('overdue'), ...('unclaimed' in same[0]! && { unclaimed: add('unclaimed') }) }
  })
}

async function peopleOf({ db }: House, loads: PersonLoad[]) {
  const names = await namesOf(
    db,
    loads.map(({ person }) => person),
  )
  return loads.map((load) => ({ ...load, name: names.get(load.person) ?? load.person }))
}

const mostWeeks = 17
/** Weeks from Monday on, or where those are too many months; the first and the last are cut to the period. */
export function spansOf({ from, until }: Dates): Dates[] {
  const weekly = addCalendarDays(from, 7 * mostWeeks) >= until
  const spans: Dates[] = []
  for (let first = from; first <= until; ) {
    const end = weekly ? sunday(first) : lastOfMonth(first)
    spans.push({ from: first, until: end < until ? end : until })
    first = addCalendarDays(end, 1)
  }
  return spans
}
const sunday = (date: string) => addCalendarDays(date, (7 - new Date(date).getUTCDay()) % 7)
const lastOfMonth = (date: string) => addCalendarDays(addCalendarDays(`${date.slice(0, 7)}-01`, 31).replace(/\d\d$/, '01'), -1)

function trendOf(period: Dates, opened: Hour[], closed: Hour[]) {
  const spans = spansOf(period).map((span) => ({ ...span, opened: 0, closed: 0 }))
  const count = (name: 'opened' | 'closed', { hour, cases }: Hour) => {
    const date = shanghaiDate(`${hour}:00:00.000Z`)
    const span = spans.find(({ from, until }) => from <= date && date <= until)
    if (span) span[name] += cases
  }
  for (const hour of opened) count('opened', hour)
  for (const hour of closed) count('closed', hour)
  return spans
}

/** Of so many stays at most, the newest ones, median and 90th percentile are taken: what is usual today, and never more to read. */
export const mostStays = 1000

/** The steps of one procedure that wait for somebody: what stands in them, and how long those stood that left them within the period. */
export async function stepFigures(house: House, user: User, wanted: Wanted & { procedure: string }) {
  const [scope] = await scopesOf(house, user, wanted)
  const standing = new Map((await calmly(byStep(house.db, scope))).map((load) => [load.path, load]))
  const steps = []
  for (const { path, label } of stepsOf(scope.procedure)) {
    const { open = 0, overdue = 0 } = standing.get(path) ?? {}
    const newest = await calmly(newestStays(house.db, scope, path, mostStays + 1))
    steps.push({ path, label, open, overdue, ...staying(newest) })
  }
  return { ...periodOf(house, wanted), procedure: scope.procedure.name, mostStays, steps }
}

const stepsOf = (procedure: Procedure) =>
  statesOf(procedure)
    .filter((node) => Object.keys(node.states).length === 0 && !isFinal(procedure, pathOf(node)))
    .map((node) => ({ path: pathOf(node), label: node.meta.label }))

/** `left`: cases; `more` where there are more than are counted. Durations in ms. */
function staying(found: Stayed[]) {
  const newest = found.slice(0, mostStays)
  const ascending = newest.map(({ entered, left }) => left - entered).sort((a, b) => a - b)
  const cases = (some: Stayed[]) => new Set(some.map(({ caseId }) => caseId)).size
  return {
    left: cases(newest),
    leftLate: cases(newest.filter(({ late }) => late)),
    more: found.length > mostStays,
    medianMs: percentile(ascending, 50),
    p90Ms: percentile(ascending, 90),
  }
}
