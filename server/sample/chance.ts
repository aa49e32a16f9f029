// Repeatable chance, so that every demo is the same institution.
export type Chance = () => number

/** A small generator (mulberry32): numbers from 0 up to 1, the same for the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)]!
/** A whole number, both ends included. */
export const between = (chance: Chance, least: number, most: number) => least + Math.floor(chance() * (most - least + 1))
