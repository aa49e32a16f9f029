// Everything a database holds, as one digest: the same before and after means that nothing was changed.
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Institution } from './app.ts'

/** Taken once what was set going has been carried out. */
export async function contentsOf({ app, house }: Pick<Institution, 'app' | 'house'>): Promise<string> {
  await app.wake()
  const { q } = house.db
  const tables = q.all<{ name: string }>(sql`select name from sqlite_master where type = 'table' order by name`)
  const hash = createHash('sha256')
  for (const { name } of tables) hash.update(`${name}\n${JSON.stringify(q.all(sql`select * from ${sql.identifier(name)}`))}`)
  return hash.digest('hex')
}
