// The whole content of a store, row by row, from one engine to another: what is the same row there has the same hash there.
import { asc, count, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Query, schema } from './database.ts'
import { some } from './prepared.ts'

const all: SQLiteTable[] = Object.values(schema)
/** Rows read and written together: no engine takes more values than it can count in a statement, and files are large. */
const together = (table: SQLiteTable) => ('content' in getTableColumns(table) ? 10 : 500)

function keyOf(table: SQLiteTable): SQLiteColumn[] {
  const { columns, primaryKeys } = getTableConfig(table)
  return primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)
}
const tuple = (parts: (SQLiteColumn | SQL)[]) => sql`(${sql.join(parts, sql`, `)})`

/** In the order of their keys, page by page. */
async function* pagesOf(q: Query, table: SQLiteTable): AsyncGenerator<Record<string, unknown>[]> {
  const key = keyOf(table)
  const columns = Object.entries(getTableColumns(table))
  const names = key.map((column) => columns.find(([, other]) => other === column)![0])
  for (let last: Record<string, unknown> | undefined; ; ) {
    const after = last && sql`${tuple(key)} > ${tuple(names.map((name) => sql`${last![name]}`))}`
    const page = await q
      .select()
      .from(table)
      .where(after)
      .orderBy(...key.map((column) => asc(column)))
      .limit(together(table))
    if (page.length) yield page
    last = page.at(-1)
    if (page.length < together(table)) return
  }
}

const countOf = async (q: Query, table: SQLiteTable) => (await q.select({ rows: count() }).from(table))[0]!.rows

/** How many rows each table holds, by its name. */
export async function countRows(q: Query): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of all) counts[getTableName(table)] = await countOf(q, table)
  return counts
}
export async function isEmpty(q: Query): Promise<boolean> {
  for (const table of all) if (some(await q.select({ any: sql`1` }).from(table).limit(1))) return false
  return true
}

/** `progress` hears the part of the rows that is done, 0 to 1. */
export async function copyRows(from: Query, to: Query, progress: (part: number) => void) {
  const total = Object.values(await countRows(from)).reduce((sum, rows) => sum + rows, 0)
  let done = 0
  for (const table of all) {
    for await (const page of pagesOf(from, table)) {
      await to.insert(table).values(page)
      done += page.length
      progress(done / total)
    }
  }
}
