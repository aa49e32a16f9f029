// Queries that every request asks: built once for each database, and where it is PostgreSQL, planned once for each connection.
import { sql } from 'drizzle-orm'
import type { Query } from './database.ts'

type Given = Record<string, unknown>
type Asked<R> = { execute: (given?: Given) => PromiseLike<R[]> }
/** SQLite's builders take no name, PostgreSQL's need one. */
type Builder<R> = PromiseLike<R[]> & { prepare: (name: string) => unknown }

let names = 0
/** `make` builds the query; what it returns asks it: the rows for the values given. */
export const prepared = <R>(make: (q: Query) => Builder<R>) => {
  const known = new WeakMap<Query, Asked<R>>()
  const name = `q${names++}`
  return async ({ q }: { q: Query }, given: Given = {}): Promise<R[]> => {
    if (!known.has(q)) known.set(q, make(q).prepare(name) as Asked<R>)
    return known.get(q)!.execute(given)
  }
}
/** What is given each time it is asked. */
export const given = (name: string) => sql.placeholder(name)

/** The row of a query for one, if there is such a row. */
export const first = <R>(rows: R[]): R | undefined => rows[0]
export const some = (rows: unknown[]) => rows.length > 0
