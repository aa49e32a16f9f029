// What a decision is about in money, and which earlier cases it can be compared with.
import type { Common } from './common.ts'

export type Deciding = Pick<Common, 'settlement' | 'estimateFen'> & { category?: string; concessionFen?: number | null }

/** In fen, never below zero: what goes back to the student, what they still owe, or what the institution gives up. */
export type Stake = { kind: 'refund' | 'debt' | 'concession'; fen: number }

/** The settlement proposed, else what finance expects, else the concession asked for; null where a decision is not about money. */
export function stakeIn({ settlement, estimateFen, concessionFen }: Deciding): Stake | null {
  const settled = settlement?.amountFen ?? estimateFen
  if (settled !== null && settled !== undefined) return { kind: settled < 0 ? 'debt' : 'refund', fen: Math.abs(settled) }
  return concessionFen ? { kind: 'concession', fen: concessionFen } : null
}

/** How far apart two cases are: the same kind of reason first, then the nearer amount. */
function distance(one: Deciding, other: Deciding): readonly [kind: number, fen: number] {
  const [mine, theirs] = [stakeIn(one), stakeIn(other)]
  const near = mine?.kind === theirs?.kind ? Math.abs((mine?.fen ?? 0) - (theirs?.fen ?? 0)) : Number.MAX_SAFE_INTEGER
  return [one.category === other.category ? 0 : 1, near]
}

/** The `most` nearest of them, nearest first; of those as near, the earlier in the list. */
export function comparable<T extends Deciding>(one: Deciding, others: readonly T[], most: number): T[] {
  const by = others.map((other, place) => ({ other, place, far: distance(one, other) }))
  by.sort((a, b) => a.far[0] - b.far[0] || a.far[1] - b.far[1] || a.place - b.place)
  return by.slice(0, most).map(({ other }) => other)
}
