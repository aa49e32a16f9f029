// What a decision is about in money, and which earlier cases it can be compared with.
import type { Common } from './common.ts'

export type Deciding = Pick<Common, 'settlement' | 'estimateFen'> & { category?: string }

/** What is at stake in fen: the settlement proposed, else what finance expects; above zero a refund, below zero a debt, null where it is not about money. */
export const amountAtStake = ({ settlement, estimateFen }: Deciding): number | null => settlement?.amountFen ?? estimateFen ?? null

/** How far apart two cases are: the same kind of reason first, then the nearer amount. */
function distance(one: Deciding, other: Deciding): readonly [kind: number, fen: number] {
  const [mine, theirs] = [amountAtStake(one), amountAtStake(other)]
  const fen = mine === null || theirs === null ? (mine === theirs ? 0 : Number.MAX_SAFE_INTEGER) : Math.abs(mine - theirs)
  return [one.category === other.category ? 0 : 1, fen]
}

/** The `most` nearest of them, nearest first; of those as near, the earlier in the list. */
export function comparable<T extends Deciding>(one: Deciding, others: readonly T[], most: number): T[] {
  const by = others.map((other, place) => ({ other, place, far: distance(one, other) }))
  by.sort((a, b) => a.far[0] - b.far[0] || a.far[1] - b.far[1] || a.place - b.place)
  return by.slice(0, most).map(({ other }) => other)
}
