// Opens the SQLite file, applies the migrations, and says what a statement of a transaction is.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { groupCommit } from './group-commit.ts'
import * as identity from './identity-tables.ts'
import * as tables from './tables.ts'

export const schema = { ...tables, ...identity }
export type Query = BetterSQLite3Database<typeof schema>
type Statement = { all(): unknown[] }
/** One statement of a transaction. `check` looks at the rows it returns and throws to undo everything. */
export type Write = { statement: (tx: Query) => Statement; check?: (rows: unknown[]) => void }
export type Db = {
  q: Query
  /** All of it or nothing; durable when it returns. Throws what a check throws, or the driver's error. */
  commit: (writes: readonly Write[]) => Promise<void>
  close: () => void
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** `file` is a path, its folder is made when missing. */
export function openDatabase(file: string): Db {
  mkdirSync(dirname(file), { recursive: true })
  const raw = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000']) raw.pragma(pragma)
  const q = drizzle(raw, { schema })
  migrate(q, { migrationsFolder })
  const { commit, flush } = groupCommit(raw, q)
  return {
    q,
    commit,
    close: () => {
      flush()
      raw.close()
    },
  }
}

/** For those who only look: nothing is migrated and nothing can be written. */
export function openReadOnly(file: string): { q: Query; close: () => void } {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  return { q: drizzle(raw, { schema }), close: () => raw.close() }
}

/** A statement for `commit`. */
export const write = (statement: Write['statement'], check?: Write['check']): Write => (check ? { statement, check } : { statement })
