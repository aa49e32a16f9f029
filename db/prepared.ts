// Queries that every request asks: built once for each database.
import { sql } from 'drizzle-orm'
import type { Query } from './database.ts'

/** `make` builds the query; the same database gets the same one again. */
export const prepared = <T>(make: (q: Query) => T) => {
  const known = new WeakMap<Query, T>()
  return ({ q }: { q: Query }): T => {
    if (!known.has(q)) known.set(q, make(q))
    return known.get(q)!
  }
}
/** What is given each time it is asked. */
export const given = (name: string) => sql.placeholder(name)
