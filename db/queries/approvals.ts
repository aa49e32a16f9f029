// Cases in which a decision may wait for this person: whether it does is for the rights to say.
import { and, type SQL, sql } from 'drizzle-orm'
import { type Db, type Query, schema } from '../database.ts'
import { given, prepared } from '../prepared.ts'
import { type View, type Viewer, viewOf } from './view.ts'

const { cases, steps, participants } = schema
const most = 500

/** Those due first come first. */
export async function casesToDecide(db: Db, person: Viewer): Promise<string[]> {
  const view = await viewOf(db, person)
  const asked = shapes.get(view.shape) ?? prepared(deciding(view.knows(given)))
  shapes.set(view.shape, asked)
  const found = await asked(db, { ...view.values, me: person.id })
  return found.map(({ id }) => id)
}
type Found = { id: string; sortKey: string }
const shapes = new Map<View['shape'], ReturnType<typeof prepared<Found>>>()

/** What waits for management, in the order of its steps, and where somebody was named. */
const deciding = (knows: SQL | undefined) => (q: Query) => {
  const known = and(sql`${cases.status} = 'active'`, knows)
  const named = sql`select ${participants.caseId} from ${participants} where ${participants.userId} = ${given('me')} and ${participants.as} = 'named'`
  const waiting = sql`select distinct ${steps.sortKey} as k, ${steps.caseId} as i from ${steps} join ${cases} on ${cases.id} = ${steps.caseId}
    where ${steps.department} = 'management' and ${known}`
  const others = sql`select ${cases.sortKey}, ${cases.id} from ${cases} where ${cases.id} in (${named}) and ${known}
    and not exists (select 1 from ${steps} where ${steps.caseId} = ${cases.id} and ${steps.department} = 'management')`
  return q
    .select({ id: sql<string>`page.i`, sortKey: sql<string>`page.k` })
    .from(sql`(${waiting} union all ${others} order by 1, 2 limit ${most}) as page`)
    .orderBy(sql`page.k, page.i`)
}
