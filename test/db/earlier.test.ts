// A store that an earlier version made: it is opened by this one, and says the same.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle as onSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { expect, inject, it, onTestFinished } from 'vitest'
import { openDatabase, schema } from '../../db/database.ts'
import { inSql, newPlace, scratch } from '../server/store.ts'

const test = inject('template')

/** The migrations of the engine before the one named so. */
function migrationsBefore(name: string): string {
  const folder = scratch()
  cpSync(fileURLToPath(new URL(`../../db/migrations/${test.engine}`, import.meta.url)), folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] }
  const at = entries.findIndex(({ tag }) => tag.endsWith(`_${name}`))
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, at) }))
  return folder
}

/** A database as it was before the migration of that name, with what these statements write. */
async function storeBefore(name: string, statements: string[]): Promise<string> {
  const { where, drop } = await newPlace(test)
  onTestFinished(drop)
  const migrationsFolder = migrationsBefore(name)
  if (test.engine === 'sqlite') {
    const raw = new Database(where)
    migrateSqlite(onSqlite(raw), { migrationsFolder })
    for (const statement of statements) raw.exec(statement)
    raw.close()
    return where
  }
  const client = new pg.Client({ connectionString: where })
  await client.connect()
  await migratePostgres(onPostgres(client), { migrationsFolder, migrationsSchema: 'public' })
  for (const statement of statements) await client.query(statement)
  await client.end()
  return where
}

const digest = (of: string) => of.repeat(64)
const salt = '0123456789abcdef0123456789abcdef'
const [definition, state, first, second, personal] = ['a', 'b', 'c', 'd', 'e'].map(digest)
const at = '2026-03-09T02:00:00.000Z'
const eventColumns = 'case_id, sequence, procedure, definition, type, actor, at, facts, personal_digest, state_digest, previous, hash'

it('holds the same digests when they are kept as bytes, and its history refuses a change as before', async () => {
  const where = await storeBefore('digests', [
    `insert into cases (id, number, procedure, version, definition, status, value, context, state_digest, revision, sequence, head, last_at, opened_at, opened_by)
      values ('one', 'W-1', 'withdrawal', 1, '${definition}', 'active', '{}', '{}', '${state}', 2, 2, '${second}', '${at}', '${at}', 'somebody')`,
    `insert into events (${eventColumns}) values
      ('one', 1, 'withdrawal@1', '${definition}', 'case.opened', 'somebody', '${at}', '{}', '${personal}', '${state}', null, '${first}'),
      ('one', 2, 'withdrawal@1', '${definition}', 'identity.confirmed', 'somebody', '${at}', '{}', null, '${state}', '${first}', '${second}')`,
    `insert into words (case_id, sequence, personal, salt) values ('one', 1, '{"reason":"搬家"}', '${salt}')`,
    `insert into words (case_id, sequence, erased_at, erased_reason) values ('one', 2, '${at}', 'asked')`,
  ])

  const db = await openDatabase(where)
  onTestFinished(() => db.close())
  const events = await db.q.select().from(schema.events).orderBy(schema.events.sequence)
  expect(
    events.map(({ definition, stateDigest, personalDigest, previous, hash }) => [definition, stateDigest, personalDigest, previous, hash]),
  ).toEqual([
    [definition, state, personal, null, first],
    [definition, state, null, first, second],
  ])
  expect(await db.q.select().from(schema.cases)).toMatchObject([{ definition, stateDigest: state, head: second }])
  const words = await db.q.select().from(schema.words).orderBy(schema.words.sequence)
  expect(words.map((row) => [row.salt, row.personal])).toEqual([
    [salt, { reason: '搬家' }],
    [null, null],
  ])
  await expect(inSql(db, "update events set actor = 'another'")).rejects.toThrow('append-only')
  await expect(inSql(db, 'delete from events')).rejects.toThrow('append-only')
})

it('holds notices that are to a department, and to nobody in person', async () => {
  const where = await storeBefore('personal_notices', [
    `insert into notices (id, case_id, department, notice, created_at) values ('told', 'one', 'finance', 'overdue', '${at}')`,
  ])
  const db = await openDatabase(where)
  onTestFinished(() => db.close())
  expect(await db.q.select().from(schema.notices)).toMatchObject([{ id: 'told', department: 'finance', person: null, readAt: null }])
})
