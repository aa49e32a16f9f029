// A case's history as it was written, words beside the hashed keys.
import { and, asc, eq } from 'drizzle-orm'
import type { ChainedEvent } from '../../machines/proof/chain.ts'
import { type Db, schema } from '../database.ts'

export type HistoryEvent = ChainedEvent & {
  salt: string | null
  personal: Record<string, unknown> | null
  erased: { at: string; reason: string } | null
}

/** Every event in order; `case_id` may also be `institution`. */
export async function historyOf({ q }: Pick<Db, 'q'>, caseId: string): Promise<HistoryEvent[]> {
  const { events, words } = schema
  const rows = await q
    .select({ event: events, words })
    .from(events)
    .leftJoin(words, and(eq(words.caseId, events.caseId), eq(words.sequence, events.sequence)))
    .where(eq(events.caseId, caseId))
    .orderBy(asc(events.sequence))
  return rows.map(({ event: { caseId, ...event }, words }) => ({
    v: 1,
    case: caseId,
    ...event,
    salt: words?.salt ?? null,
    personal: words?.personal ?? null,
    erased: words?.erasedAt ? { at: words.erasedAt, reason: words.erasedReason ?? '' } : null,
  }))
}
