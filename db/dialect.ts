// What the two engines say differently.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Engine } from './database.ts'

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')
/** Whether `text` is part of the column, whatever the case of Latin letters. */
export const contains = (column: SQLWrapper, text: string): SQL<boolean> =>
  sql`lower(${column}) like ${`%${literal(text).toLowerCase()}%`} escape '\\'`

/** Whether a JSON column holds `value` at the end of a path of names, and whether it holds anything there. Names are letters, digits and dashes. */
export const jsonHolds = (engine: Engine, column: SQLWrapper, names: string[], value: string): SQL<boolean> =>
  engine === 'postgres'
    ? sql`${column}::jsonb #>> ${braced(names)}::text[] = ${value}`
    : sql`json_extract(${column}, ${dotted(names)}) = ${value}`
export const jsonHas = (engine: Engine, column: SQLWrapper, names: string[]): SQL<boolean> =>
  engine === 'postgres'
    ? sql`${column}::jsonb #> ${braced(names)}::text[] is not null`
    : sql`json_type(${column}, ${dotted(names)}) is not null`

const braced = (names: string[]) => `{${names.join(',')}}`
const dotted = (names: string[]) => ['$', ...names.map((name) => `"${name}"`)].join('.')
