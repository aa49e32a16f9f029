// Looking for events in all histories: by person, event, step, procedure, period and lateness; whoever oversees may.
import { namesOf } from '../db/queries/people.ts'
import {
  historiesOf,
  knownCases,
  type TrailAfter,
  type TrailCase,
  type TrailEvent,
  type TrailFilter,
  type TrailKinds,
  type TrailPlace,
  trailEvents,
  trailPlaces,
} from '../db/queries/trail.ts'
import { acts } from '../machines/acts.ts'
import { passagesOf } from '../machines/conformance.ts'
import { endOfDay } from '../machines/due.ts'
import { type Label, type Locale, say } from '../machines/label.ts'
import type { Procedure } from '../machines/procedure.ts'
import { procedures } from '../machines/procedures.ts'
import { procedureAt } from '../machines/published.ts'
import { oversees } from '../machines/rights.ts'
import { workingDaysLate } from '../machines/running.ts'
import { metaOf, nodeAt, within } from '../machines/states.ts'
import { concerns, typesIn } from '../machines/ways.ts'
import type { User } from './asker.ts'
import { byNobody, labelOf } from './event-words.ts'
import type { House } from './house.ts'
import { refuse } from './refusals.ts'

/** `from` and `until` are Shanghai dates, both included; `state` is a step of `procedure`, dotted. */
export type Wanted = { person?: string; event?: string; state?: string; procedure?: string; from?: string; until?: string; late?: boolean }

const onlyOverseers = say(
  '全部案卷由审计、行政主管与管理层查阅',
  'Auditors, the administrative supervisor and management look through all histories',
)
export const mustOversee = ({ role }: Pick<User, 'role'>, why = onlyOverseers) => (oversees(role) ? undefined : refuse('not-yours', why))

const wrong = (path: string, message: Label): never => refuse('invalid', message, { errors: [{ path, message }] })
const always = ['case.opened', 'deadline.passed']
/** The acts that name a step: others stand beside the steps. */
const ofSteps = Object.entries(acts).flatMap(([type, { facts }]) => ('step' in facts ? [type] : []))
const typesOf = (procedure: Procedure) => [...always, ...Object.keys(procedure.events), ...Object.keys(acts)]
const typesAt = (procedure: Procedure, state: string) => {
  const { own, shared } = typesIn(procedure, state)
  return [...own, ...shared, ...ofSteps]
}

/** The kinds of events that can be meant; refuses what no case could have. */
function kindsFor({ event, state, procedure: name }: Wanted): TrailKinds {
  const procedure = name !== undefined && Object.hasOwn(procedures, name) ? procedures[name]! : undefined
  if (name !== undefined && !procedure) wrong('/procedure', say('没有这个流程', 'There is no such procedure'))
  if (state !== undefined && !procedure) wrong('/state', say('按步骤查找须先选定流程', 'A step is looked for within a procedure'))
  if (state !== undefined && !nodeAt(procedure!, state)) wrong('/state', say('该流程没有这个步骤', 'The procedure has no such step'))
  const among = procedure ? [procedure] : Object.values(procedures)
  if (event !== undefined && !among.some((one) => typesOf(one).includes(event)))
    wrong('/event', say('没有这种事件', 'There is no such event'))
  const kinds = (one: Procedure) => (state === undefined ? typesOf(one) : typesAt(one, state)).filter((type) => !event || type === event)
  return Object.fromEntries(among.map((one) => [`${one.name}@${one.version}`, kinds(one)]))
}

const day = 86_400_000
/** The first instant of a date in Shanghai. */
export const startOfDay = (date: string) => new Date(Date.parse(endOfDay(date)) - day + 1).toISOString()
function periodOf({ from, until }: Wanted) {
  if (from && until && until < from) wrong('/until', say('结束日期早于开始日期', 'It ends before it begins'))
  return { ...(from && { from: startOfDay(from) }), ...(until && { until: endOfDay(until) }) }
}

type Known = ReadonlyMap<string, TrailCase>
type Look = { fitting: TrailEvent[]; known: Known; last: TrailPlace | null; folds: number }
/** Looks on after a place: what fits, and the last place seen, null where there is nothing after it. */
async function look(house: House, user: User, wanted: Wanted, filter: TrailFilter, after: TrailAfter, limit: number): Promise<Look> {
  // What is left out afterwards is made up for.
  const size = wanted.state === undefined && wanted.late !== false ? limit : 2 * limit
  const places = await trailPlaces(house.db, filter, after, size + 1)
  const page = places.slice(0, size)
  const known = await knownCases(
    house.db,
    user,
    page.map(({ caseId }) => caseId),
  )
  const visible = await trailEvents(
    house.db,
    page.filter(({ caseId }) => known.has(caseId)),
  )
  const timely = wanted.late === false ? visible.filter(({ late }) => !late) : visible
  const { fitting, folds } =
    wanted.state === undefined ? { fitting: timely, folds: 0 } : await standingIn(house, wanted.procedure!, wanted.state, timely)
  return { fitting, folds, known, last: places.length > size ? page.at(-1)! : null }
}

/** So often is looked on for one page, and so many histories are folded for it: it may then be short, and the next goes on where it ended. */
const mostLooks = 20
const mostFolds = 150
const after = ({ at, caseId, sequence }: TrailPlace): TrailAfter => [at, caseId, sequence]

/** A page of events, the newest first; `next` is the place after which the next page begins, null at the end. */
export async function searchEvents(house: House, user: User, wanted: Wanted, start: TrailAfter, limit: number, locale: Locale) {
  mustOversee(user)
  const { person, late } = wanted
  const filter: TrailFilter = { kinds: kindsFor(wanted), ...periodOf(wanted), person, late }
  const found: TrailEvent[] = []
  const cases = new Map<string, TrailCase>()
  let next = start
  let folded = 0
  for (let looks = 0; looks < mostLooks && folded < mostFolds && found.length < limit; looks++) {
    const { fitting, known, last, folds } = await look(house, user, wanted, filter, next, limit)
    folded += folds
    for (const [id, row] of known) cases.set(id, row)
    const taken = fitting.slice(0, limit - found.length)
    found.push(...taken)
    const end = taken.length < fitting.length ? taken.at(-1)! : last
    next = end && after(end)
    if (!end) break
  }
  return { items: await shown(house, found, cases, locale), next }
}

/** Those recorded while the case stood in a step: where others could take them too, or it is the whole's, so says the fold of its history. */
async function standingIn(house: House, name: string, state: string, found: TrailEvent[]) {
  const procedure = procedures[name]!
  const own = new Set(typesIn(procedure, state).own)
  const near = ({ facts }: TrailEvent) => facts.step === undefined || concerns(String(facts.step), state)
  const doubtful = found.filter((event) => near(event) && !own.has(event.type) && !ofSteps.includes(event.type))
  const histories = await historiesOf(house.db, [...new Set(doubtful.map(({ caseId }) => caseId))])
  const before = new Map(
    [...histories].map(([id, events]) => [id, passagesOf(procedure, events, house.calendar).map((one) => one?.before ?? [])]),
  )
  const stood = ({ caseId, sequence }: TrailEvent) => before.get(caseId)?.[sequence - 1]?.some((path) => within(path, state)) ?? false
  const fitting = found.filter((event) => near(event) && (!doubtful.includes(event) || stood(event)))
  return { fitting, folds: histories.size }
}

async function shown(house: House, events: TrailEvent[], known: Known, locale: Locale) {
  const names = await namesOf(
    house.db,
    events.flatMap(({ actor, onBehalfOf }) => [actor, ...(onBehalfOf ? [onBehalfOf] : [])]),
  )
  return events.flatMap((event) => {
    const { number, ...at } = known.get(event.caseId)!
    const procedure = procedureAt(at.procedure, at.version)
    if (!procedure) return []
    const name = (id: string) => byNobody[id]?.[locale] ?? names.get(id) ?? id
    return [
      {
        case: event.caseId,
        number,
        procedure: at.procedure,
        procedureLabel: procedure.label,
        sequence: event.sequence,
        type: event.type,
        label: labelOf(procedure, event.type, event.facts),
        actor: event.actor,
        actorName: name(event.actor),
        onBehalfOf: event.onBehalfOf,
        onBehalfOfName: event.onBehalfOf === null ? null : name(event.onBehalfOf),
        at: event.at,
        late: event.late && lateness(house, procedure, event.late, event.at),
      },
    ]
  })
}

const lateness = ({ calendar }: House, procedure: Procedure, { step, deadline, due }: NonNullable<TrailEvent['late']>, at: string) => ({
  step,
  stepLabel: metaOf(nodeAt(procedure, step)).label,
  deadline,
  deadlineLabel: procedure.deadlines[deadline]!.label,
  due,
  workingDays: workingDaysLate(due, at, calendar),
})
