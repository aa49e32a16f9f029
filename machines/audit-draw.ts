// Drawing cases for an audit round: whoever has the seed and the population draws the same ones again, with SHA-256 and whole numbers alone.
import { sha256Hex } from './proof/hash.ts'

/** A case and how many tickets it holds, a whole number from 1. */
export type Ticketed = { id: string; weight: number }

/** hex H over one line `id weight` for each, ended by a line feed, in the order of the ids. */
export const populationDigest = (population: readonly Ticketed[]): string =>
  sha256Hex(population.map(({ id, weight }) => `${id} ${weight}\n`).join(''))

/** 2^48: so much of a hash is taken as a number. */
const span = 0x1_0000_0000_0000

/** Numbers below a limit: the first 48 bits of H(`seed:n`) for n = 0, 1, 2 …, those left out that would favour small numbers. */
function chanceFrom(seed: string): (below: number) => number {
  let n = 0
  return (below) => {
    for (const fair = span - (span % below); ; ) {
      const drawn = Number.parseInt(sha256Hex(`${seed}:${n++}`).slice(0, 12), 16)
      if (drawn < fair) return drawn % below
    }
  }
}

/** Tickets in a row, one case after the other: whose ticket a number is, and taking somebody's tickets away. */
function ticketsOf(weights: readonly number[]) {
  const sums = new Array<number>(weights.length + 1).fill(0)
  const add = (index: number, weight: number) => {
    for (let i = index + 1; i < sums.length; i += i & -i) sums[i]! += weight
  }
  for (const [index, weight] of weights.entries()) add(index, weight)
  const first = 2 ** Math.floor(Math.log2(Math.max(1, weights.length)))
  const ownerOf = (ticket: number) => {
    let at = 0
    let left = ticket
    for (let step = first; step >= 1; step /= 2) {
      const next = at + step
      if (next >= sums.length || sums[next]! > left) continue
      at = next
      left -= sums[next]!
    }
    return at
  }
  return { ownerOf, takeAway: (index: number) => add(index, -weights[index]!) }
}

/**
 * The ids drawn, in the order drawn; all of them where there are no more than `size`. Ticket by ticket among those left: whose ticket
 * comes up is drawn, and their other tickets are taken out. With a weight of 1 each, every case is as likely as any other.
 */
export function draw(population: readonly Ticketed[], size: number, seed: string): string[] {
  const weights = population.map(({ weight }) => weight)
  const tickets = ticketsOf(weights)
  const chance = chanceFrom(seed)
  let left = weights.reduce((sum, weight) => sum + weight, 0)
  return Array.from({ length: Math.min(size, population.length) }, () => {
    const index = tickets.ownerOf(chance(left))
    tickets.takeAway(index)
    left -= weights[index]!
    return population[index]!.id
  })
}
