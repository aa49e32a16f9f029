// The columns of both engines. They hold text, whole numbers and bytes, written alike, so that a row is the same row on both:
// queries are built on the SQLite tables whichever engine answers, and PostgreSQL is given the tables that fit them.
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

/** Hex digits to the program, half as many bytes in the store. What is not bytes was not written by us: it is shown as it is. */
const hex = {
  toDriver: (digits: string | null) => (digits === null ? null : Buffer.from(digits, 'hex')),
  fromDriver: (stored: unknown) => (Buffer.isBuffer(stored) ? stored.toString('hex') : String(stored)),
}

export const sqlite = {
  table: lite.sqliteTable,
  index: lite.index,
  primaryKey: lite.primaryKey,
  text: lite.text,
  json: (name: string) => lite.text(name, { mode: 'json' }),
  integer: (name: string) => lite.integer(name),
  flag: (name: string) => lite.integer(name, { mode: 'boolean' }),
  moment: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  bytes: (name: string) => lite.blob(name, { mode: 'buffer' }),
  hex: lite.customType<{ data: string }>({ dataType: () => 'blob', ...hex }),
}
export type Columns = typeof sqlite

/** Compared byte by byte, as SQLite does, whatever the database's own order is. */
const text = pg.customType<{ data: string }>({ dataType: () => 'text collate "C"' })
const integer = (name: string) => pg.bigint(name, { mode: 'number' })

export const postgres = {
  table: pg.pgTable,
  index: pg.index,
  primaryKey: pg.primaryKey,
  text,
  json: text,
  integer,
  /** Reads the 1 and 0 that SQLite keeps. */
  flag: pg.boolean,
  moment: integer,
  bytes: pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' }),
  hex: pg.customType<{ data: string }>({ dataType: () => 'bytea', ...hex }),
} as unknown as Columns
