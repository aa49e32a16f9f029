// Steps left late before that was noted with the event: read out of their histories once, a few cases at a time, beside the daily work.
import { setTimeout as sleep } from 'node:timers/promises'
import { asc, eq, gt } from 'drizzle-orm'
import { schema, type Write, write } from '../db/database.ts'
import { some } from '../db/prepared.ts'
import { historiesOf, type ToldEvent } from '../db/queries/trail.ts'
import { leftLate } from '../db/write-case.ts'
import { passagesOf } from '../machines/conformance.ts'
import { procedureAt } from '../machines/published.ts'
import { missed } from '../machines/running.ts'
import type { House } from './house.ts'

const { cases, state } = schema
const key = 'lateSteps'
const together = 50
const pauseMs = 5

/** Does nothing where it has been done; begins again after an interruption, and changes nothing twice. `stopped` ends it. */
export async function noteLateSteps({ db, calendar }: House, stopped: () => boolean = () => false): Promise<void> {
  if (some(await db.q.select().from(state).where(eq(state.key, key)))) return
  const columns = { id: cases.id, procedure: cases.procedure, version: cases.version }
  for (let after = ''; ; await sleep(pauseMs)) {
    const found = await db.q.select(columns).from(cases).where(gt(cases.id, after)).orderBy(asc(cases.id)).limit(together)
    if (stopped()) return
    if (!found.length) break
    const histories = await historiesOf(
      db,
      found.map(({ id }) => id),
    )
    await db.commit(found.flatMap((row) => lateIn(calendar, row, histories.get(row.id) ?? [])))
    after = found.at(-1)!.id
  }
  await db.commit([write((tx) => tx.insert(state).values({ key, value: 'noted' }).onConflictDoNothing().returning({ key: state.key }))])
}

type Pinned = { id: string; procedure: string; version: number }
function lateIn(calendar: House['calendar'], { id, procedure, version }: Pinned, events: ToldEvent[]): Write[] {
  const found = procedureAt(procedure, version)
  if (!found) return []
  const passages = passagesOf(found, events, calendar)
  return events.flatMap((event, index) => {
    const late = missed(passages[index]?.deadlines ?? [], event.at)
    return late ? [leftLate({ ...event, case: id, procedure: `${procedure}@${version}` }, late)] : []
  })
}
