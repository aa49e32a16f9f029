// What happens without anyone asking: deadlines that pass, and effects carried out from the outbox. Each exactly once.
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { type CaseState, loadCase } from '../db/case-state.ts'
import { Conflict, rows } from '../db/conflict.ts'
import { schema, type Write, write } from '../db/database.ts'
import type { Posted } from '../db/write-case.ts'
import type { Timer } from '../machines/engine.ts'
import type { Procedure } from '../machines/procedure.ts'
import { procedureAt } from '../machines/published.ts'
import type { House } from './house.ts'
import { recordEvent } from './record.ts'

const batch = 100
const { timers, outbox, notices, caseEnrolments } = schema
const bySystem = (actor: 'clock' | 'system') => ({ actor, onBehalfOf: null, handles: [] })

/** Hears what was recorded without anyone asking. */
export type Heard = (what: { case: string; event: string; deadline?: string }) => void

/**
 * Runs every due deadline and every open effect until none is left; returns how many there were. One that fails does not keep
 * the others waiting: what failed is thrown, as an AggregateError, once everything else is done.
 */
export async function runDue(house: House, heard: Heard = () => {}): Promise<number> {
  const failures: unknown[] = []
  let done = 0
  for (let more = 1; more > 0; done += more) more = (await passDeadlines(house, failures, heard)) + (await carryOutOutbox(house, failures))
  if (failures.length) throw new AggregateError(failures, 'a deadline or an effect could not be carried out')
  return done
}

/** `runDue` now and after every `wake()`, one round at a time. `failed` hears of errors; the next round tries again. */
export function startClock(house: House, everyMs: number, heard: Heard, failed: (error: unknown) => void) {
  let round: Promise<unknown> = Promise.resolve()
  const wake = () => {
    round = round.then(() => runDue(house, heard)).catch(failed)
    return round
  }
  const timer = setInterval(wake, everyMs)
  return {
    wake,
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}

async function passDeadlines(house: House, failures: unknown[], heard: Heard): Promise<number> {
  const now = house.now().toISOString()
  const due = house.db.q
    .select()
    .from(timers)
    .where(and(isNull(timers.passedAt), lte(timers.due, now)))
    .orderBy(asc(timers.due))
    .limit(batch)
    .all()
  return progress(due, failures, (timer) => pass(house, timer, heard))
}

type DueTimer = typeof timers.$inferSelect
/** False where nothing was to be done, or nothing that this version knows how to do. */
async function pass(house: House, { caseId, step, deadline, due }: DueTimer, heard: Heard) {
  const found = known(house, caseId)
  const timer: Timer = { deadline, step }
  if (!found?.state.timers.some((other) => other.step === step && other.deadline === deadline && !other.passedAt)) return false
  const said = { type: 'deadline.passed', facts: { deadline, step, due }, personal: null, files: {}, saying: bySystem('clock') }
  const recording = recordEvent(house, found.procedure, found.state, said, timer)
  await house.db.commit(recording ? recording.writes : [stale(caseId, timer)])
  if (recording) heard({ case: caseId, event: 'deadline.passed', deadline })
  return true
}

/** A deadline its machine no longer knows does no harm and is dropped. */
const stale = (caseId: string, { step, deadline }: Timer): Write =>
  write((tx) =>
    tx
      .delete(timers)
      .where(and(eq(timers.caseId, caseId), eq(timers.step, step), eq(timers.deadline, deadline)))
      .returning({ step: timers.step }),
  )

function known(house: House, caseId: string): { state: CaseState; procedure: Procedure } | null {
  const state = loadCase(house.db, caseId)
  const procedure = state && procedureAt(state.row.procedure, state.row.version)
  return state && procedure ? { state, procedure } : null
}

async function carryOutOutbox(house: House, failures: unknown[]): Promise<number> {
  const open = house.db.q.select().from(outbox).where(isNull(outbox.doneAt)).orderBy(asc(outbox.id)).limit(batch).all()
  return progress(open, failures, (row) => carriers[row.effect as Posted](house, row))
}

type OutboxRow = typeof outbox.$inferSelect
const carriedOut = (house: House, { id }: OutboxRow): Write =>
  write(
    (tx) =>
      tx
        .update(outbox)
        .set({ doneAt: house.now().toISOString() })
        .where(and(eq(outbox.id, id), isNull(outbox.doneAt)))
        .returning({ id: outbox.id }),
    rows(1),
  )

const carriers = {
  notify: (house: House, row: OutboxRow) => {
    const { to, notice } = row.params as { to: string; notice: string }
    const values = { id: row.id, caseId: row.caseId, department: to, notice, createdAt: row.createdAt }
    return house.db.commit([
      carriedOut(house, row),
      write((tx) => tx.insert(notices).values(values).onConflictDoNothing().returning({ id: notices.id })),
    ])
  },
  'siblings.end': async (house: House, row: OutboxRow) => {
    for (const enrolment of row.params.enrolments as string[]) {
      for (const caseId of casesOf(house, enrolment, row.caseId)) await endSibling(house, caseId, enrolment)
    }
    await house.db.commit([carriedOut(house, row)])
  },
} satisfies Record<Posted, (house: House, row: OutboxRow) => Promise<void>>

const casesOf = ({ db }: House, enrolment: string, except: string) =>
  db.q
    .select({ caseId: caseEnrolments.caseId })
    .from(caseEnrolments)
    .where(eq(caseEnrolments.enrolment, enrolment))
    .all()
    .map(({ caseId }) => caseId)
    .filter((caseId) => caseId !== except)

/** Told once only: a case that no longer counts the enrolment as its own has been told. */
async function endSibling(house: House, caseId: string, enrolment: string) {
  const found = known(house, caseId)
  if (found?.state.row.status !== 'active' || !found.procedure.events['enrolment.ended']) return
  if (!found.state.row.context.enrolments.includes(enrolment)) return
  const said = { type: 'enrolment.ended', facts: { enrolment }, personal: null, files: {}, saying: bySystem('system') }
  const recording = recordEvent(house, found.procedure, found.state, said)
  if (recording) await house.db.commit(recording.writes)
}

/** How many were done. Where a person was first, the same comes up again in the next round, on what is true then. */
async function progress<T>(items: T[], failures: unknown[], work: (item: T) => Promise<unknown>) {
  let done = 0
  for (const item of items) {
    try {
      if ((await work(item)) !== false) done++
    } catch (error) {
      if (!(error instanceof Conflict)) failures.push(error)
    }
  }
  return done
}
