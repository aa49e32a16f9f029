// Cases that were decided before: what an approver compares with.
import { and, asc, eq, inArray, ne, type SQL } from 'drizzle-orm'
import { type Db, type Query, schema } from '../database.ts'
import { given, prepared } from '../prepared.ts'
import { type View, type Viewer, viewOf } from './view.ts'

const { cases, events } = schema
/** Among so many of the newest the nearest are looked for. */
const looked = 100

export type Closed = Pick<typeof cases.$inferSelect, 'id' | 'number' | 'version' | 'context' | 'outcome' | 'closedAt'>

/** Closed cases of a procedure that this person may know of, the last closed first, without the case itself. */
export async function closedCases(db: Db, person: Viewer, procedure: string, except: string): Promise<Closed[]> {
  const view = await viewOf(db, person)
  const asked = shapes.get(view.shape) ?? prepared(closed(view.knows(given)))
  shapes.set(view.shape, asked)
  return asked(db, { ...view.values, procedure, except })
}
const shapes = new Map<View['shape'], ReturnType<typeof prepared<Closed>>>()

const closed = (knows: SQL | undefined) => (q: Query) =>
  q
    .select({
      id: cases.id,
      number: cases.number,
      version: cases.version,
      context: cases.context,
      outcome: cases.outcome,
      closedAt: cases.closedAt,
    })
    .from(cases)
    .where(and(eq(cases.procedure, given('procedure')), eq(cases.status, 'done'), ne(cases.id, given('except')), knows))
    .orderBy(asc(cases.sortKey), asc(cases.id))
    .limit(looked)

export type Decided = Pick<typeof events.$inferSelect, 'caseId' | 'type' | 'actor' | 'at'>
/** What was decided in these cases, in order. */
export const decisionsIn = ({ q }: Pick<Db, 'q'>, ids: string[], types: string[]): Promise<Decided[]> | Decided[] =>
  ids.length === 0
    ? []
    : q
        .select({ caseId: events.caseId, type: events.type, actor: events.actor, at: events.at })
        .from(events)
        .where(and(inArray(events.caseId, ids), inArray(events.type, types)))
        .orderBy(asc(events.caseId), asc(events.sequence))
