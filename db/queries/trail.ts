// Searches the histories of all cases, the newest event first: each part walks one index in the order of the list, merged.
import { and, asc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { type Db, type Query, schema } from '../database.ts'
import { given, prepared } from '../prepared.ts'
import { mayKnow } from './access.ts'
import type { Viewer } from './view.ts'

const { events, lateSteps, cases } = schema

/** Where a page begins: after this event. */
export type TrailAfter = [at: string, caseId: string, sequence: number] | null
export type TrailPlace = { at: string; caseId: string; sequence: number }
/** What kinds of events are looked for: of procedures as cases are pinned to them (`withdrawal@1`), the types. */
export type TrailKinds = Readonly<Record<string, readonly string[]>>
/** `from` and `until` are instants, both included. `person` recorded it or had it recorded. */
export type TrailFilter = { kinds: TrailKinds; person?: string; from?: string; until?: string; late?: boolean }

type Table = typeof events | typeof lateSteps
/** Which bounds there are; their values are given each time. */
type Bounds = { from: boolean; until: boolean; after: boolean }
type Asking = { table: Table; kinds: TrailKinds; person: boolean; bounds: Bounds }
type Places = ReturnType<typeof prepared<TrailPlace>>
type Asked = { lowest: ReturnType<typeof prepared<{ at: string | null }>>; places: Places }

/** The next places in the order of the list, at most `limit`, whoever may know of them. */
export async function trailPlaces(db: Db, filter: TrailFilter, after: TrailAfter, limit: number): Promise<TrailPlace[]> {
  const { kinds, person, from, until, late } = filter
  if (!Object.values(kinds).some((types) => types.length)) return []
  const bounds = { from: from !== undefined, until: until !== undefined, after: after !== null }
  const asked = known({ table: late ? lateSteps : events, kinds, person: person !== undefined, bounds })
  const values = { person, from, until, at: after?.[0], caseId: after?.[1], sequence: after?.[2], limit }
  if (person !== undefined) return asked.places(db, values)
  const [reaching] = await asked.lowest(db, values)
  return reaching?.at ? asked.places(db, { ...values, from: reaching.at }) : []
}

const shapes = new Map<string, Asked>()
const mostShapes = 200
/** Searches of one shape are asked by the same statements; so many shapes are remembered. */
function known(asking: Asking): Asked {
  const shape = JSON.stringify([asking.table === lateSteps, asking.kinds, asking.person, asking.bounds])
  const found = shapes.get(shape) ?? asked(asking)
  if (shapes.size < mostShapes) shapes.set(shape, found)
  return found
}

function asked(asking: Asking): Asked {
  const all = asking.person ? ofPerson(asking) : ofKinds({ ...asking, bounds: { ...asking.bounds, from: true } })
  return { lowest: prepared((q) => lowest(q, ofKinds(asking))), places: prepared((q) => merged(q, all)) }
}

type Part = { table: Table; where: SQL | undefined }
const literal = (name: string) => sql.raw(`'${name.replaceAll("'", "''")}'`)
const literals = (names: string[]) => sql.join(names.map(literal), sql`, `)

/** One for each kind of event: each walks its own stretch of an index, newest first. */
const ofKinds = ({ table, kinds, bounds }: Asking): Part[] =>
  Object.entries(kinds).flatMap(([procedure, types]) =>
    types.map((type) => ({
      table,
      where: and(sql`${table.type} = ${literal(type)} and ${table.procedure} = ${literal(procedure)}`, within(table, bounds)),
    })),
  )

function ofPerson({ table, kinds, bounds }: Asking): Part[] {
  const types = [...new Set(Object.values(kinds).flat())]
  const kind = sql`${table.procedure} in (${literals(Object.keys(kinds))}) and ${table.type} in (${literals(types)})`
  return [table.actor, table.onBehalfOf].map((column) => ({
    table,
    where: and(sql`${column} = ${given('person')}`, kind, within(table, bounds)),
  }))
}

function within({ at, caseId, sequence }: Table, { from, until, after }: Bounds): SQL | undefined {
  const place = sql`(${given('at')}, ${given('caseId')}, ${given('sequence')})`
  return and(
    from ? sql`${at} >= ${given('from')}` : undefined,
    until ? sql`${at} <= ${given('until')}` : undefined,
    // The first condition is the one an index knows.
    after ? sql`${at} <= ${given('at')} and (${at}, ${caseId}, ${sequence}) < ${place}` : undefined,
  )
}

/** No engine takes so many parts as there may be kinds: they are joined by the hundred. */
const together = 100
const union = (parts: SQL[]) => sql.join(parts, sql` union all `)
const joined = (parts: Part[], one: (part: Part) => SQL): SQL => {
  const asked = parts.map((part) => sql`select * from (${one(part)}) as part`)
  const groups = Array.from({ length: Math.ceil(asked.length / together) }, (_, n) => asked.slice(n * together, (n + 1) * together))
  return union(groups.map((group) => sql`select * from (${union(group)}) as parts`))
}

/** How far back the page reaches: read from the index alone, so that rows are looked up for the page and not for every kind. */
function lowest(q: Query, parts: Part[]) {
  const one = ({ table, where }: Part) =>
    sql`select ${table.at} as at from ${table} where ${where} order by ${table.at} desc limit ${given('limit')}`
  return q
    .select({ at: sql<string | null>`min(page.at)` })
    .from(sql`(select at from (${joined(parts, one)}) as found order by at desc limit ${given('limit')}) as page`)
}

function merged(q: Query, parts: Part[]) {
  const one = ({ table, where }: Part) => {
    const { at, caseId, sequence } = table
    const order = sql`${at} desc, ${caseId} desc, ${sequence} desc`
    return sql`select ${at} as at, ${caseId} as c, ${sequence} as s from ${table} where ${where} order by ${order} limit ${given('limit')}`
  }
  return q
    .select({ at: sql<string>`page.at`, caseId: sql<string>`page.c`, sequence: sql<number>`page.s`.mapWith(Number) })
    .from(sql`(${joined(parts, one)} order by 1 desc, 2 desc, 3 desc limit ${given('limit')}) as page`)
    .orderBy(sql`page.at desc, page.c desc, page.s desc`)
}

const listed = { id: cases.id, number: cases.number, procedure: cases.procedure, version: cases.version }
export type TrailCase = { id: string; number: string; procedure: string; version: number }
/** Those of the cases that somebody may know of, by id. */
export async function knownCases(db: Db, viewer: Viewer, ids: readonly string[]): Promise<Map<string, TrailCase>> {
  if (!ids.length) return new Map()
  const found = await db.q
    .select(listed)
    .from(cases)
    .where(and(inArray(cases.id, [...new Set(ids)]), await mayKnow(db, viewer)))
  return new Map(found.map((row) => [row.id, row]))
}

const isOf = (table: Table, caseId: string, sequences: number[]) => and(eq(table.caseId, caseId), inArray(table.sequence, sequences))
const some = (table: Table, places: readonly TrailPlace[]): SQL => {
  const byCase = Map.groupBy(places, ({ caseId }) => caseId)
  return sql.join(
    [...byCase].map(
      ([caseId, at]) =>
        sql`(${isOf(
          table,
          caseId,
          at.map(({ sequence }) => sequence),
        )})`,
    ),
    sql` or `,
  )
}
export type TrailEvent = Awaited<ReturnType<typeof trailEvents>>[number]
/** The events at these places, in their order, each with the step it left late, if it did. */
export async function trailEvents({ q }: Db, places: readonly TrailPlace[]) {
  if (!places.length) return []
  const { caseId, sequence, type, actor, onBehalfOf, at, facts } = events
  const found = await q.select({ caseId, sequence, type, actor, onBehalfOf, at, facts }).from(events).where(some(events, places))
  const late = await q.select().from(lateSteps).where(some(lateSteps, places))
  const key = (place: { caseId: string; sequence: number }) => `${place.caseId} ${place.sequence}`
  const [byPlace, lateBy] = [new Map(found.map((one) => [key(one), one])), new Map(late.map((one) => [key(one), one]))]
  return places.flatMap((place) => {
    const event = byPlace.get(key(place))
    return event ? [{ ...event, late: lateBy.get(key(place)) ?? null }] : []
  })
}

export type ToldEvent = Omit<TrailEvent, 'late'>
/** The histories of several cases without their words, by case; of each what was recorded until an instant, where one is given. */
export async function historiesOf({ q }: Pick<Db, 'q'>, ids: readonly string[], until?: string): Promise<Map<string, ToldEvent[]>> {
  if (!ids.length) return new Map()
  const { caseId, sequence, type, actor, onBehalfOf, at, facts } = events
  const found = await q
    .select({ caseId, sequence, type, actor, onBehalfOf, at, facts })
    .from(events)
    .where(and(inArray(caseId, [...ids]), until ? lte(at, until) : undefined))
    .orderBy(asc(caseId), asc(sequence))
  return Map.groupBy(found, (event) => event.caseId)
}
