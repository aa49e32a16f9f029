// Cases in which a decision may wait for this person: whether it does is for the rights to say.
import { and, type SQL, sql } from 'drizzle-orm'
import { type Db, type Query, schema } from '../database.ts'
import { given, prepared } from '../prepared.ts'
import { type View, type Viewer, viewOf } from './view.ts'

const { cases, steps, participants } = schema
/** As many as a page can have. */
export const mostToDecide = 500

export type Waiting = { id: string; sortKey: string }
/** Those due first come first; `after` is the last of the page before. */
export async function casesToDecide(
  db: Db,
  person: Viewer,
  { sortKey, id }: Waiting = { sortKey: '', id: '' },
  limit = mostToDecide,
): Promise<Waiting[]> {
  const view = await viewOf(db, person)
  const asked = shapes.get(view.shape) ?? prepared(deciding(view.knows(given)))
  shapes.set(view.shape, asked)
  return asked(db, { ...view.values, me: person.id, sortKey, id, limit })
}
const shapes = new Map<View['shape'], ReturnType<typeof prepared<Waiting>>>()

/** What waits for management, in the order of its steps, and where somebody was named. */
const deciding = (knows: SQL | undefined) => (q: Query) => {
  const known = and(sql`${cases.status} = 'active'`, knows)
  const named = sql`select ${participants.caseId} from ${participants} where ${participants.userId} = ${given('me')} and ${participants.as} = 'named'`
  const waiting = sql`select distinct ${steps.sortKey} as k, ${steps.caseId} as i from ${steps} join ${cases} on ${cases.id} = ${steps.caseId}
    where ${steps.department} = 'management' and (${steps.sortKey}, ${steps.caseId}) > (${given('sortKey')}, ${given('id')}) and ${known}`
  const others = sql`select ${cases.sortKey}, ${cases.id} from ${cases} where ${cases.id} in (${named}) and (${cases.sortKey}, ${cases.id}) > (${given('sortKey')}, ${given('id')}) and ${known}
    and not exists (select 1 from ${steps} where ${steps.caseId} = ${cases.id} and ${steps.department} = 'management')`
  return q
    .select({ id: sql<string>`page.i`, sortKey: sql<string>`page.k` })
    .from(sql`(${waiting} union all ${others} order by 1, 2 limit ${given('limit')}) as page`)
    .orderBy(sql`page.k, page.i`)
}
