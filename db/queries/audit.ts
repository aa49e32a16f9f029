// Reads audit rounds, and the cases that one is drawn from.
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { DrawnRow, FindingRow, RoundRow } from '../audit.ts'
import { type Db, schema } from '../database.ts'
import { institutionCase } from '../institution.ts'
import { some } from '../prepared.ts'

const { auditRounds, auditCases, auditFindings, cases, events, words } = schema

/** Words of an event of the institution: null where they were erased. */
const wordsOf = (sequence: typeof auditRounds.sequence | typeof auditFindings.sequence) =>
  and(eq(words.caseId, institutionCase), eq(words.sequence, sequence))

export type NamedRound = RoundRow & { name: string | null }
const named = ({ round, personal }: { round: RoundRow; personal: Record<string, unknown> | null }): NamedRound => ({
  ...round,
  name: (personal?.name as string | undefined) ?? null,
})

/** The newest first, one more than `limit` where there is a next page; `after` is the last of the page before. */
export async function findRounds({ q }: Db, after: [drawnAt: string, id: string] | null, limit: number): Promise<NamedRound[]> {
  const found = await q
    .select({ round: auditRounds, personal: words.personal })
    .from(auditRounds)
    .leftJoin(words, wordsOf(auditRounds.sequence))
    .where(after ? sql`(${auditRounds.drawnAt}, ${auditRounds.id}) < (${after[0]}, ${after[1]})` : undefined)
    .orderBy(desc(auditRounds.drawnAt), desc(auditRounds.id))
    .limit(limit + 1)
  return found.map(named)
}

export async function roundById({ q }: Db, id: string): Promise<NamedRound | undefined> {
  const found = await q
    .select({ round: auditRounds, personal: words.personal })
    .from(auditRounds)
    .leftJoin(words, wordsOf(auditRounds.sequence))
    .where(eq(auditRounds.id, id))
  return found.map(named)[0]
}

export const drawnIn = async ({ q }: Db, round: string): Promise<DrawnRow[]> =>
  q.select().from(auditCases).where(eq(auditCases.round, round)).orderBy(asc(auditCases.position))
export const drawnCounts = async ({ q }: Db, rounds: readonly string[]): Promise<Map<string, number>> => {
  if (!rounds.length) return new Map()
  const counted = await q
    .select({ round: auditCases.round, count: sql<number>`count(*)` })
    .from(auditCases)
    .where(inArray(auditCases.round, [...rounds]))
    .groupBy(auditCases.round)
  return new Map(counted.map(({ round, count }) => [round, Number(count)]))
}

export type SaidFinding = FindingRow & { remark: string | null; erased: boolean }
/** Every finding of these rounds, the first recorded first. */
export async function findingsIn({ q }: Db, rounds: readonly string[]): Promise<SaidFinding[]> {
  if (!rounds.length) return []
  const found = await q
    .select({ finding: auditFindings, personal: words.personal, erasedAt: words.erasedAt })
    .from(auditFindings)
    .leftJoin(words, wordsOf(auditFindings.sequence))
    .where(inArray(auditFindings.round, [...rounds]))
    .orderBy(asc(auditFindings.sequence))
  return found.map(({ finding, personal, erasedAt }) => ({
    ...finding,
    remark: (personal?.remark as string | undefined) ?? null,
    erased: erasedAt !== null,
  }))
}

const page = 2000
type Closed = { id: string; closedAt: string | null }
/** Page by page, in the order of their ids, the closed cases of a procedure, whenever they were closed. */
export async function* closedCases({ q }: Db, procedure: string): AsyncGenerator<Closed[]> {
  for (let last: [string, string] | null = null; ; ) {
    const found: (Closed & { sortKey: string })[] = await q
      .select({ id: cases.id, closedAt: cases.closedAt, sortKey: cases.sortKey })
      .from(cases)
      .where(
        and(
          eq(cases.procedure, procedure),
          eq(cases.status, 'done'),
          last ? sql`(${cases.sortKey}, ${cases.id}) > (${last[0]}, ${last[1]})` : undefined,
        ),
      )
      .orderBy(asc(cases.sortKey), asc(cases.id))
      .limit(page)
    if (found.length) yield found
    if (found.length < page) return
    last = [found.at(-1)!.sortKey, found.at(-1)!.id]
  }
}

/** What tickets depend on beside the history. */
export const contextsOf = async ({ q }: Db, ids: readonly string[]) =>
  q
    .select({ id: cases.id, procedure: cases.procedure, version: cases.version, context: cases.context })
    .from(cases)
    .where(inArray(cases.id, [...ids]))

/** Whether somebody recorded, or had recorded, one of these types of events in a case. */
export async function tookPart({ q }: Db, person: string, caseId: string, types: readonly string[]): Promise<boolean> {
  const theirs = or(eq(events.actor, person), eq(events.onBehalfOf, person))
  return some(
    await q
      .select({ sequence: events.sequence })
      .from(events)
      .where(and(eq(events.caseId, caseId), theirs, inArray(events.type, [...types])))
      .limit(1),
  )
}
