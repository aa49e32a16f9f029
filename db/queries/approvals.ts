// Cases in which a decision may wait for this person: whether it does is for the rights to say.
import { and, asc, eq, or, sql } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'
import { mayKnow, type Viewer } from './access.ts'

const { cases, steps, participants } = schema
const most = 500

export async function casesToDecide(db: Db, person: Viewer): Promise<string[]> {
  const management = sql`exists (select 1 from ${steps} where ${steps.caseId} = ${cases.id} and ${steps.department} = 'management')`
  const named = sql`exists (select 1 from ${participants} where ${participants.caseId} = ${cases.id} and ${participants.userId} = ${person.id} and ${participants.as} = 'named')`
  const found = await db.q
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.status, 'active'), or(management, named), await mayKnow(db, person)))
    .orderBy(asc(sql`coalesce(${cases.due}, '9999')`), asc(cases.id))
    .limit(most)
  return found.map(({ id }) => id)
}
