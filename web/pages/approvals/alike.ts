// Which of the decisions that wait may be said together: alike, and of little risk.

import { waitingPaths } from '../../../machines/decision.ts'
import { type Deciding, stakeIn } from '../../../machines/stake.ts'
import type { Approval } from '../../api/approvals.ts'

/** ¥1,000: what is at stake in each of them at most. */
export const littleFen = 100_000

/** Never returned, not overdue, and about little money or none. */
export function isLowRisk({ case: { facts, due } }: Approval, now: string): boolean {
  const { approval } = facts as { approval?: { returns: number } }
  return !approval?.returns && !(due !== null && due < now) && (stakeIn(facts as Deciding)?.fen ?? 0) <= littleFen
}

/** Alike: the same step of the same procedure, the same decisions with the same forms. */
const kindOf = ({ case: { procedure, version, steps }, offers }: Approval) =>
  JSON.stringify([procedure, version, waitingPaths(steps), offers.map(({ type, payload }) => [type, payload])])

/** Groups of at least two, as they first appear in the list. */
export function together(items: readonly Approval[], now: string): Approval[][] {
  const low = items.filter((item) => isLowRisk(item, now))
  return [...Map.groupBy(low, kindOf).values()].filter((group) => group.length > 1)
}

/** Who comes up once this one is decided: the next in the list, at its end the one before. */
export const nextAfter = (items: readonly Approval[], id: string): string | undefined => {
  const at = items.findIndex(({ case: of }) => of.id === id)
  return (items[at + 1] ?? items[at - 1])?.case.id
}
