// Whether what stands beside a case's history is what the history leads to: state, steps, timers, messages, words, handlers.
import { eq } from 'drizzle-orm'
import { type Query, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { isAct } from '../../machines/acts.ts'
import { advance, open, paths, type Step, type TimerChange } from '../../machines/engine.ts'
import { procedures } from '../../machines/procedures.ts'
import { received } from '../../machines/replay.ts'

const { cases, outbox, steps, timers, words } = schema
const inTransaction = [
  'ending.claim',
  'ending.release',
  'enrolments.end',
  'enrolments.restore',
  'debt.pay',
  'debt.waive',
  'debt.restore',
  'promise.keep',
]
const name = ({ step, deadline }: { step: string; deadline: string }) => `${deadline} of ${step}`
const after = (running: Set<string>, changes: TimerChange[]) => {
  for (const change of changes) 'set' in change ? running.add(name(change.set)) : running.delete(name(change.clear))
}

/** What is half-written of a case; empty when every part of every event is there, or none. */
export async function halfWritten(q: Query, id: string): Promise<string[]> {
  const row = (await q.select().from(cases).where(eq(cases.id, id)))[0]!
  const procedure = procedures[row.procedure]!
  const events = await historyOf({ q }, id)
  const running = new Set<string>()
  const messages: string[] = []
  let state: Step | null = null
  for (const event of events) {
    if (isAct(event.type)) continue
    state = state ? advance(procedure, state.stored, received(event)) : open(procedure, received(event))
    if (!state) return [`event ${event.sequence} could not have happened`]
    after(running, state.timers)
    messages.push(...state.effects.filter(({ type }) => !inTransaction.includes(type)).map(({ type }) => `${event.sequence} ${type}`))
  }
  const { stored } = state!
  const done = stored.status === 'done'
  const same = (what: string, found: string[], expected: string[]) =>
    String(found.toSorted()) === String(expected.toSorted()) ? [] : [`${what} of ${row.number}: ${found} instead of ${expected}`]
  const last = events.at(-1)!
  return [
    ...same('state', [row.status, ...paths(row.value)], [stored.status, ...paths(stored.value)]),
    ...same('head', [row.head, String(row.sequence), String(events.length)], [last.hash, String(last.sequence), String(last.sequence)]),
    ...same('timers', (await q.select().from(timers).where(eq(timers.caseId, id))).map(name), done ? [] : [...running]),
    ...same(
      'steps',
      (await q.select().from(steps).where(eq(steps.caseId, id))).map(({ path }) => path),
      done ? [] : waiting(procedure, stored.value),
    ),
    ...same(
      'messages',
      (await q.select().from(outbox).where(eq(outbox.caseId, id))).map(({ sequence, effect }) => `${sequence} ${effect}`),
      messages,
    ),
    ...same(
      'words',
      (await q.select().from(words).where(eq(words.caseId, id))).map(({ sequence }) => String(sequence)),
      events.filter((e) => e.personalDigest).map((e) => String(e.sequence)),
    ),
  ]
}

const waiting = ({ machine }: (typeof procedures)[string], value: Step['stored']['value']) =>
  paths(value).filter((path) => machine.getStateNodeById(`${machine.id}.${path}`).type !== 'final')
