// Rows that follow from histories alone, for histories older than them: read out once, a few cases at a time, beside the daily work.
import { setTimeout as sleep } from 'node:timers/promises'
import { asc, eq, gt } from 'drizzle-orm'
import { type Db, schema, type Write, write } from '../db/database.ts'
import { some } from '../db/prepared.ts'
import { historiesOf, type ToldEvent } from '../db/queries/trail.ts'
import type { Procedure } from '../machines/procedure.ts'
import { procedureAt } from '../machines/published.ts'

const { cases, state } = schema
const together = 50
const pauseMs = 5

export type Kind = 'lateSteps' | 'stays'
/** Whether such rows have been read out of every history there was: until then one may be missing. */
export const isNoted = async ({ q }: Pick<Db, 'q'>, kind: Kind) =>
  some(await q.select({ key: state.key }).from(state).where(eq(state.key, kind)))

type WritesOf = (caseId: string, procedure: Procedure, events: readonly ToldEvent[]) => Write[]
/** Does nothing where it has been done; begins again after an interruption, and changes nothing twice. `stopped` ends it. */
export async function noteFromHistories(db: Db, kind: Kind, writesOf: WritesOf, stopped: () => boolean): Promise<void> {
  if (await isNoted(db, kind)) return
  const columns = { id: cases.id, procedure: cases.procedure, version: cases.version }
  for (let after = ''; ; await sleep(pauseMs)) {
    const found = await db.q.select(columns).from(cases).where(gt(cases.id, after)).orderBy(asc(cases.id)).limit(together)
    if (stopped()) return
    if (!found.length) break
    const histories = await historiesOf(
      db,
      found.map(({ id }) => id),
    )
    const writes = found.flatMap(({ id, procedure: name, version }) => {
      const procedure = procedureAt(name, version)
      return procedure ? writesOf(id, procedure, histories.get(id) ?? []) : []
    })
    await db.commit(writes)
    after = found.at(-1)!.id
  }
  const noted = { key: kind, value: 'noted' }
  await db.commit([write((tx) => tx.insert(state).values(noted).onConflictDoNothing().returning({ key: state.key }))])
}
