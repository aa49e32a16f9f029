// Statements that every request needs: built once for each connection, and where it is PostgreSQL, planned once for each.
import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Query, Write } from './database.ts'

type Given = Record<string, unknown>
type Asked<R> = { execute: (given: Given) => PromiseLike<R[]>; all: (given: Given) => R[] }
/** SQLite's builders take no name, PostgreSQL's need one. */
type Builder<R> = PromiseLike<R[]> & { prepare: (name: string) => unknown }

let names = 0
function once<R>(make: (q: Query) => Builder<R>): (q: Query) => Asked<R> {
  const known = new WeakMap<Query, Asked<R>>()
  const name = `s${names++}`
  return (q) => {
    if (!known.has(q)) known.set(q, make(q).prepare(name) as Asked<R>)
    return known.get(q)!
  }
}

/** `make` builds the query; what it returns asks it: the rows for the values given. */
export const prepared = <R>(make: (q: Query) => Builder<R>) => {
  const asked = once(make)
  return async ({ q }: { q: Query }, values: Given = {}): Promise<R[]> => asked(q).execute(values)
}

/** `make` builds a statement of a transaction; what it returns makes a write of the values given. */
export const preparedWrite = (make: (tx: Query) => Builder<unknown>) => {
  const asked = once(make)
  return (values: Given, check?: Write['check']): Write => ({
    statement: (tx) => later(asked(tx), values),
    ...(check && { check }),
  })
}
// Carried out by whoever takes its rows: SQLite's transaction at once, PostgreSQL's by waiting.
const later = (statement: Asked<unknown>, values: Given): Statement => ({
  all: () => statement.all(values),
  // biome-ignore lint/suspicious/noThenProperty: a builder of the query library is awaited in the same way.
  then: (done, failed) => statement.execute(values).then(done, failed),
})
type Statement = PromiseLike<unknown[]> & { all: () => unknown[] }

/** What is given each time it is asked. */
export const given = (name: string) => sql.placeholder(name)

/** A new row, given by the names of its columns; what is left out is null. Not for tables in which JSON may be missing. */
export function insertion<T extends SQLiteTable>(table: T, otherwise: (insert: any) => any = (insert) => insert) {
  const names = Object.keys(getTableColumns(table))
  const nothing = Object.fromEntries(names.map((name) => [name, null]))
  const values = Object.fromEntries(names.map((name) => [name, given(name)])) as T['$inferInsert']
  const [first] = Object.values(getTableColumns(table))
  const insert = preparedWrite((tx) => otherwise(tx.insert(table).values(values)).returning({ first: first! }))
  return (row: T['$inferInsert'], check?: Write['check']): Write => insert({ ...nothing, ...row }, check)
}
/** A row that is there already stays as it is. */
export const unlessThere = (insert: any) => insert.onConflictDoNothing()

/** The row of a query for one, if there is such a row. */
export const first = <R>(rows: R[]): R | undefined => rows[0]
export const some = (rows: unknown[]) => rows.length > 0
/** A few rows are put in order here: asked to do it, a database takes twice as long for them. */
export const by =
  <R>(key: (row: R) => string) =>
  (a: R, b: R) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
export const byId = by(({ id }: { id: string }) => id)
