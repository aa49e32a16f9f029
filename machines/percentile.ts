// The value that so many in a hundred do not exceed: by nearest rank, so that it is always one that occurred.

/** Null of nothing. `ascending` are numbers in their order, `percent` is above 0 and at most 100. */
export const percentile = (ascending: readonly number[], percent: number): number | null =>
  ascending[Math.ceil((ascending.length * percent) / 100) - 1] ?? null
