// The store, whichever engine keeps it: what can be asked, what a statement of a transaction is, and how one is opened.
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { sqlite } from './columns.ts'
import { identityTablesOf } from './identity-tables.ts'
import { held } from './locks.ts'
import { tablesOf } from './tables.ts'

export const schema = { ...tablesOf(sqlite), ...identityTablesOf(sqlite) }
export type Query = Pick<BaseSQLiteDatabase<'async', unknown, typeof schema>, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>
/** What has changed, told to every process that works on the database once it is committed. */
export type Change = { of: 'case'; id: string }
/** One statement of a transaction. `check` looks at the rows it returns and throws to undo everything. */
export type Write = {
  statement: (tx: Query) => PromiseLike<unknown[]>
  check?: (rows: unknown[]) => void
  change?: Change
}
export type Engine = 'sqlite' | 'postgres'
export type Db = {
  engine: Engine
  q: Query
  /** All of it or nothing; durable when it resolves. Throws what a check throws, or the driver's error. */
  commit: (writes: readonly Write[]) => Promise<void>
  /** Hears of every change, whichever process made it; null where some may have been missed. Returns what ends it. */
  hear: (listener: Listener) => () => void
  /** Counts one more in the window that runs for `key`, for all processes: how many there are, and for how long. Only where there may be several. */
  hit?: (key: string, windowMs: number) => Promise<{ count: number; ttlMs: number }>
  close: () => Promise<void>
}
export type Listener = (change: Change | null) => void

export const isPostgres = (where: string) => /^postgres(ql)?:\/\//.test(where)

/** `where` is the path of a SQLite file, whose folder is made when missing, or the URL of a PostgreSQL database. Brings its tables up to date. */
export async function openDatabase(where: string): Promise<Db> {
  if (isPostgres(where)) return (await import('./postgres.ts')).openPostgres(where)
  return (await import('./sqlite.ts')).openSqlite(where)
}

/** A statement for `commit`. */
export const write = (statement: Write['statement'], check?: Write['check']): Write => (check ? { statement, check } : { statement })
/** What a decision stood on, read again in the transaction that carries it out, and held until it ends. */
export const still = (
  statement: Write['statement'],
  check: NonNullable<Write['check']>,
  strength: Parameters<typeof held>[1] = 'share',
): Write => ({ statement: (tx) => held(statement(tx), strength), check })

/** A store as it is at one moment, for those who only look: nothing is brought up to date and nothing can be written. */
export type Look = { q: Query; close: () => Promise<void> }
export async function lookInto(where: string): Promise<Look> {
  if (isPostgres(where)) return (await import('./postgres.ts')).lookIntoPostgres(where)
  return (await import('./sqlite.ts')).lookIntoSqlite(where)
}

/** Fills a store that holds nothing yet, all or nothing; an Error where it holds something. */
export async function fill<T>(where: string, work: (q: Query) => Promise<T>): Promise<T> {
  if (isPostgres(where)) return (await import('./postgres.ts')).fillPostgres(where, work)
  return (await import('./sqlite.ts')).fillSqlite(where, work)
}
export class NotEmpty extends Error {}
