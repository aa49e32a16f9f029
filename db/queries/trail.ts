// Searches the histories of all cases, the newest event first: each part walks one index in the order of the list, merged.
import { and, asc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'
import { mayKnow } from './access.ts'
import type { Viewer } from './view.ts'

const { events, lateSteps, cases } = schema

/** Where a page begins: after this event. */
export type TrailAfter = [at: string, caseId: string, sequence: number] | null
export type TrailPlace = { at: string; caseId: string; sequence: number }
/** `types` are those looked for, `from` and `until` instants, both included. `person` recorded it or had it recorded. */
export type TrailFilter = { person?: string; types: readonly string[]; procedure?: string; from?: string; until?: string; late?: boolean }

type Table = typeof events | typeof lateSteps

/** The next places in the order of the list, at most `limit`, whoever may know of them. */
export async function trailPlaces({ q }: Db, filter: TrailFilter, after: TrailAfter, limit: number): Promise<TrailPlace[]> {
  if (!filter.types.length) return []
  const parts = partsOf(filter, after).map((part) => sql`select * from (${part} limit ${limit}) as part`)
  const found = await q
    .select({ at: sql<string>`page.at`, caseId: sql<string>`page.c`, sequence: sql<number>`page.s` })
    .from(sql`(${sql.join(parts, sql` union all `)} order by 1 desc, 2 desc, 3 desc limit ${limit}) as page`)
    .orderBy(sql`page.at desc, page.c desc, page.s desc`)
  return found.map(({ sequence, ...place }) => ({ ...place, sequence: Number(sequence) }))
}

/** By the person where there is one, else by what is late, else by each type: no part goes over more than it finds, or little more. */
function partsOf(filter: TrailFilter, after: TrailAfter): SQL[] {
  const table = filter.late ? lateSteps : events
  const rest = within(table, filter, after)
  if (filter.person)
    return [table.actor, table.onBehalfOf].map((column) =>
      select(table, and(eq(column, filter.person!), inArray(table.type, [...filter.types]), rest)),
    )
  return filter.types.map((type) => select(table, and(eq(table.type, type), rest)))
}

const select = (table: Table, where: SQL | undefined) =>
  sql`select ${table.at} as at, ${table.caseId} as c, ${table.sequence} as s from ${table} where ${where} order by ${table.at} desc, ${table.caseId} desc, ${table.sequence} desc`

/** `withdrawal@1` and every other version stand between `withdrawal@` and the next character. */
function within(table: Table, { procedure, from, until, late }: TrailFilter, after: TrailAfter): SQL | undefined {
  const { at, caseId, sequence } = table
  return and(
    from ? sql`${at} >= ${from}` : undefined,
    until ? sql`${at} <= ${until}` : undefined,
    // The first condition is the one an index knows.
    after ? sql`${at} <= ${after[0]} and (${at}, ${caseId}, ${sequence}) < (${after[0]}, ${after[1]}, ${after[2]})` : undefined,
    procedure ? sql`${table.procedure} >= ${`${procedure}@`} and ${table.procedure} < ${`${procedure}A`}` : undefined,
    late === false
      ? sql`not exists (select 1 from ${lateSteps} where ${lateSteps.caseId} = ${events.caseId} and ${lateSteps.sequence} = ${events.sequence})`
      : undefined,
  )
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
