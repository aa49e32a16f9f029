// The statements of an audit round: drawn, findings recorded, closed. Its events stand in the institution's chain.
import { and, eq, isNull } from 'drizzle-orm'
import { rows } from './conflict.ts'
import { schema, type Write, write } from './database.ts'

const { auditRounds, auditCases, auditFindings } = schema
export type RoundRow = typeof auditRounds.$inferSelect
export type DrawnRow = typeof auditCases.$inferSelect
export type FindingRow = typeof auditFindings.$inferSelect
/** So many rows are written by one statement. */
const together = 100

export function insertRound(round: RoundRow, drawn: readonly DrawnRow[]): Write[] {
  const parts = Array.from({ length: Math.ceil(drawn.length / together) }, (_, n) => drawn.slice(n * together, (n + 1) * together))
  return [
    write((tx) => tx.insert(auditRounds).values(round).returning({ id: auditRounds.id }), rows(1)),
    ...parts.map((part) => write((tx) => tx.insert(auditCases).values(part).returning({ position: auditCases.position }))),
  ]
}

export const insertFinding = (row: FindingRow): Write =>
  write((tx) => tx.insert(auditFindings).values(row).returning({ sequence: auditFindings.sequence }), rows(1))

export const closeRound = (id: string, closed: { closedAt: string; closedBy: string }): Write =>
  write(
    (tx) =>
      tx
        .update(auditRounds)
        .set(closed)
        .where(and(eq(auditRounds.id, id), isNull(auditRounds.closedAt)))
        .returning({ id: auditRounds.id }),
    rows(1),
  )
