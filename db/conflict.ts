// Somebody was first: what a decision stood on has changed since it was read, and nothing was written.
export class Conflict extends Error {}

/** A check that a statement touched exactly so many rows. */
export const rows =
  (expected: number) =>
  (found: unknown[]): void => {
    if (found.length !== expected) throw new Conflict(`expected ${expected} rows, found ${found.length}`)
  }
