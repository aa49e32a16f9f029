// Everything a database holds, as one digest: the same before and after means that nothing was changed.
import { createHash } from 'node:crypto'
import { schema } from '../../db/database.ts'
import type { Institution } from './app.ts'

/** Taken once what was set going has been carried out. */
export async function contentsOf({ app, house }: Pick<Institution, 'app' | 'house'>): Promise<string> {
  await app.wake()
  const hash = createHash('sha256')
  for (const [name, table] of Object.entries(schema)) {
    const rows = (await house.db.q.select().from(table)).map((row) => JSON.stringify(row))
    hash.update(`${name}\n${rows.sort().join('\n')}`)
  }
  return hash.digest('hex')
}
