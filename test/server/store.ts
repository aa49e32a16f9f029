// Databases for tests, each of its own, on the engine under test: SQLite files, or databases of one PostgreSQL server.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { type Db, type Engine, isPostgres } from '../../db/database.ts'
import { administer } from '../../server/bench/postgres.ts'

/** Where a database is, as `openDatabase` takes it, and what does away with it. */
export type Place = { where: string; drop: () => Promise<void> }
/** The engine, and the address of a PostgreSQL server where it is that. */
export type UnderTest = { engine: Engine; server: string }

export const scratch = () => mkdtempSync(join(tmpdir(), 'anjuan-'))

/** A new database that holds what the one at `template` holds; nothing at all without it. */
export const newPlace = (test: UnderTest, template?: string): Promise<Place> =>
  test.engine === 'postgres' ? newDatabase(test.server, template) : newFile(template)

async function newFile(template?: string): Promise<Place> {
  const folder = scratch()
  const where = join(folder, 'anjuan.db')
  if (template) copyFileSync(template, where)
  return { where, drop: async () => rmSync(folder, { recursive: true, force: true }) }
}

let count = 0
async function newDatabase(server: string, template?: string): Promise<Place> {
  const name = `test_${process.pid}_${count++}`
  const from = template ? new URL(template).pathname.slice(1) : 'template0'
  await administer(server, `create database ${name} template ${from}`)
  const where = new URL(server)
  where.pathname = `/${name}`
  return { where: where.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) }
}

/** What a process must be told to work on the database. */
export const environmentOf = (where: string) => (isPostgres(where) ? { DATABASE_URL: where } : { DATA_DIR: dirname(where) })

type Raw = { $client: Database.Database & { query: (statement: string) => Promise<{ rows: unknown[] }> } }
/** Runs a statement in SQL on the service's own connection, past everything it would do by itself. */
export async function inSql({ q, engine }: Db, statement: string): Promise<Record<string, unknown>[]> {
  const { $client } = q as unknown as Raw
  if (engine === 'postgres') return (await $client.query(statement)).rows as Record<string, unknown>[]
  const prepared = $client.prepare(statement)
  return (prepared.reader ? prepared.all() : [prepared.run()]) as Record<string, unknown>[]
}
