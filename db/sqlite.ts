// SQLite: one file, one process, every commit on the disk before it is acknowledged.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { listeners } from './changes.ts'
import { type Db, type Look, NotEmpty, type Query, schema } from './database.ts'
import { groupCommit } from './group-commit.ts'

const migrationsFolder = fileURLToPath(new URL('../db/migrations/sqlite', import.meta.url))
// The driver answers at once; whoever awaits it does not notice.
const asked = (q: unknown) => q as Query

/** `hurried`: nobody relies on it before it is closed, so the disk is waited for once, at the end. */
export function openSqlite(file: string, { hurried = false } = {}): Db {
  mkdirSync(dirname(file), { recursive: true })
  const raw = new Database(file)
  for (const pragma of ['journal_mode = WAL', `synchronous = ${hurried ? 'OFF' : 'FULL'}`, 'foreign_keys = ON', 'busy_timeout = 5000'])
    raw.pragma(pragma)
  const q = drizzle(raw, { schema })
  migrate(q, { migrationsFolder })
  const { hear, tell } = listeners()
  const { commit, flush } = groupCommit(raw, asked(q), tell)
  return {
    engine: 'sqlite',
    q: asked(q),
    commit,
    hear,
    close: async () => {
      flush()
      if (hurried) for (const pragma of ['synchronous = FULL', 'wal_checkpoint(truncate)']) raw.pragma(pragma)
      raw.close()
    },
  }
}

export function lookIntoSqlite(file: string): Look {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  raw.exec('begin')
  return { q: asked(drizzle(raw, { schema })), close: async () => void raw.close() }
}

/** Made beside its place and moved there when it is whole: what is interrupted leaves nothing half made. */
export async function fillSqlite<T>(file: string, work: (q: Query) => Promise<T>): Promise<T> {
  if (existsSync(file)) throw new NotEmpty(`${file} exists already`)
  const unfinished = `${file}.unfinished`
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  const raw = new Database(unfinished)
  try {
    for (const pragma of ['journal_mode = off', 'synchronous = off', 'foreign_keys = ON']) raw.pragma(pragma)
    const q = drizzle(raw, { schema })
    migrate(q, { migrationsFolder })
    raw.exec('begin')
    const made = await work(asked(q))
    raw.exec('commit')
    raw.close()
    toDisk(unfinished)
    renameSync(unfinished, file)
    toDisk(dirname(file))
    return made
  } finally {
    raw.close()
    rmSync(unfinished, { force: true })
  }
}

function toDisk(path: string) {
  const opened = openSync(path, 'r')
  fsyncSync(opened)
  closeSync(opened)
}

/** Takes what the log holds into the file. */
export function checkpoint(file: string) {
  const raw = new Database(file)
  raw.pragma('wal_checkpoint(truncate)')
  raw.close()
}
