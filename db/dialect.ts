// What the two engines say differently.
import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Engine } from './database.ts'

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')
/** Whether `text` is part of the column, whatever the case of Latin letters. */
export const contains = (column: SQLWrapper, text: string): SQL<boolean> => like(column, partOf(text))
/** `pattern` is what `partOf` makes of a text. */
export const like = (column: SQLWrapper, pattern: string | Placeholder): SQL<boolean> => sql`lower(${column}) like ${pattern} escape '\\'`
export const partOf = (text: string) => `%${literal(text).toLowerCase()}%`

type Text = string | Placeholder
/** Whether a JSON column holds `value` at the end of a path, and whether it holds anything there. `path` is what `jsonPath` makes of names. */
export const jsonHolds = (engine: Engine, column: SQLWrapper, path: Text, value: Text): SQL<boolean> =>
  engine === 'postgres' ? sql`${column}::jsonb #>> ${path}::text[] = ${value}` : sql`json_extract(${column}, ${path}) = ${value}`
export const jsonHas = (engine: Engine, column: SQLWrapper, path: Text): SQL<boolean> =>
  engine === 'postgres' ? sql`${column}::jsonb #> ${path}::text[] is not null` : sql`json_type(${column}, ${path}) is not null`
/** The texts of a JSON array, as rows. */
export const jsonTexts = (engine: Engine, array: unknown): SQL =>
  engine === 'postgres' ? sql`(select json_array_elements_text(${array}::json))` : sql`(select value from json_each(${array}))`
/** Names are letters, digits and dashes. */
export const jsonPath = (engine: Engine, names: string[]) =>
  engine === 'postgres' ? `{${names.join(',')}}` : ['$', ...names.map((name) => `"${name}"`)].join('.')
