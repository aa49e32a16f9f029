// How many tickets a case holds in a draw by risk: one as every case, and more for what its history is marked with and for the money in it.
import type { Mark, MarkKind } from './conformance.ts'

/** For each mark of a kind. What is unusual is a matter of other cases, and what was erased of the law: neither counts. */
export const riskPoints = { late: 2, overdue: 2, returned: 1, deputy: 2, corrected: 3, cut: 2 } as const satisfies Partial<
  Record<MarkKind, number>
>
export type RiskKind = keyof typeof riskPoints
/** One more for every so many fen, up to so many. */
export const moneyStep = 500_000
export const mostForMoney = 6

const isRisk = (kind: MarkKind): kind is RiskKind => Object.hasOwn(riskPoints, kind)

/** The money that went to or from the student, or was given up, in fen. */
export const moneyOf = ({ settlement, concessionFen }: { settlement?: { amountFen: number } | null; concessionFen?: number | null }) =>
  Math.abs(settlement?.amountFen ?? 0) + (concessionFen ?? 0)

export const ticketsFor = (marks: readonly Mark[], fen: number): number =>
  1 + marks.reduce((sum, { kind }) => sum + (isRisk(kind) ? riskPoints[kind] : 0), 0) + Math.min(mostForMoney, Math.floor(fen / moneyStep))
