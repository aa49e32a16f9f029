// How many of the cases that ended took each way through a procedure: what is rare among them is worth a look.
import { setImmediate as breathe } from 'node:timers/promises'
import { and, desc, eq } from 'drizzle-orm'
import { schema } from '../db/database.ts'
import { historiesOf } from '../db/queries/trail.ts'
import { passagesOf } from '../machines/conformance.ts'
import type { Procedure } from '../machines/procedure.ts'
import { type Way, wayName } from '../machines/ways.ts'
import type { House } from './house.ts'

export type Ways = { cases: number; ways: (Way & { cases: number })[] }

/** The newest ones of those that ended: what is usual today, and never more to read at ten million events. */
const mostCases = 500
const together = 50
/** In ms: how long a count is good for; one of few cases, which is soon another, not so long. */
const goodFor = ({ cases }: Ways) => (cases < mostCases ? 60_000 : 3_600_000)

type Counted = { until: number; ways: Promise<Ways> }
const counted = new WeakMap<House, Map<Procedure, Counted>>()

export function waysOf(house: House, procedure: Procedure): Promise<Ways> {
  const own = counted.get(house) ?? new Map<Procedure, Counted>()
  counted.set(house, own)
  const known = own.get(procedure)
  if (known && known.until > performance.now()) return known.ways
  const entry: Counted = { until: Number.POSITIVE_INFINITY, ways: count(house, procedure) }
  own.set(procedure, entry)
  entry.ways.then(
    (ways) => {
      entry.until = performance.now() + goodFor(ways)
    },
    () => own.delete(procedure),
  )
  return entry.ways
}

async function count(house: House, procedure: Procedure): Promise<Ways> {
  const ids = await newestClosed(house, procedure)
  const counts = new Map<string, Way & { cases: number }>()
  for (let n = 0; n < ids.length; n += together) {
    for (const [, events] of await historiesOf(house.db, ids.slice(n, n + together)))
      for (const [name, way] of waysIn(passagesOf(procedure, events, house.calendar)))
        counts.set(name, { ...way, cases: (counts.get(name)?.cases ?? 0) + 1 })
    await breathe()
  }
  return { cases: ids.length, ways: [...counts.values()] }
}

const waysIn = (passages: ReturnType<typeof passagesOf>) =>
  new Map(passages.flatMap((passage) => passage?.ways ?? []).map((way) => [wayName(way), way]))

async function newestClosed({ db }: House, { name, version }: Procedure): Promise<string[]> {
  const { cases } = schema
  const found = await db.q
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.procedure, name), eq(cases.status, 'done'), eq(cases.version, version)))
    .orderBy(desc(cases.sortKey), desc(cases.id))
    .limit(mostCases)
  return found.map(({ id }) => id)
}
