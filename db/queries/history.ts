// A case's history as it was written, words beside the hashed keys.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { ChainedEvent } from '../../machines/proof/chain.ts'
import { type Db, schema } from '../database.ts'

export type HistoryEvent = ChainedEvent & {
  salt: string | null
  personal: Record<string, unknown> | null
  erased: { at: string; reason: string } | null
}

/** Every event in order; `case_id` may also be `institution`. */
export function historyOf({ q }: Pick<Db, 'q'>, caseId: string): HistoryEvent[] {
  const { events, words } = schema
  return q
    .select({ event: events, words })
    .from(events)
    .leftJoin(words, and(eq(words.caseId, events.caseId), eq(words.sequence, events.sequence)))
    .where(eq(events.caseId, caseId))
    .orderBy(asc(events.sequence))
    .all()
    .map(({ event: { caseId, ...event }, words }) => ({
      v: 1,
      case: caseId,
      ...event,
      salt: words?.salt ?? null,
      personal: words?.personal ?? null,
      erased: words?.erasedAt ? { at: words.erasedAt, reason: words.erasedReason ?? '' } : null,
    }))
}

export const namesOf = ({ q }: Db, ids: string[]): Map<string, string> => {
  const { users } = schema
  const rows = ids.length ? q.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)).all() : []
  return new Map(rows.map(({ id, name }) => [id, name]))
}
