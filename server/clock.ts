// What happens without anyone asking: deadlines that pass, and effects carried out from the outbox. Each exactly once.
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { type CaseState, loadCase } from '../db/case-state.ts'
import {
  anythingDue,
  claimEffects,
  claimTimers,
  type DueTimer,
  dropClaimed,
  effectDone,
  type OutboxRow,
  release,
  stillClaimed,
} from '../db/claims.ts'
import { Conflict } from '../db/conflict.ts'
import { schema } from '../db/database.ts'
import { tell } from '../db/knowing.ts'
import type { Posted } from '../db/write-case.ts'
import type { Timer } from '../machines/engine.ts'
import type { Procedure } from '../machines/procedure.ts'
import { procedureAt } from '../machines/published.ts'
import type { House } from './house.ts'
import { recordEvent } from './record.ts'

const { caseEnrolments } = schema
const bySystem = (actor: 'clock' | 'system') => ({ actor, onBehalfOf: null })

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

const patienceMs = 10_000
/** `runDue`, and until what other processes or rounds have taken up is done as well. */
export async function runAllDue(house: House): Promise<number> {
  const late = performance.now() + patienceMs
  for (let done = 0; ; ) {
    done += await runDue(house)
    if (performance.now() > late || !(await anythingDue(house.db, house.now().toISOString()))) return done
    await sleep(10)
  }
}

/** `runDue` now and after every `wake()`, one round at a time, each after `look`. `failed` hears of errors; the next round tries again. */
export function startClock(house: House, everyMs: number, look: () => Promise<void>, heard: Heard, failed: (error: unknown) => void) {
  let round: Promise<unknown> = Promise.resolve()
  let next: Promise<unknown> | null = null
  const wake = () => {
    // One that has not begun yet will see everything there is to see now.
    next ??= round.then(() => {
      round = next!
      next = null
      return look()
        .then(() => runDue(house, heard))
        .catch(failed)
    })
    return next
  }
  const timer = setInterval(wake, everyMs)
  return {
    wake,
    stop: async () => {
      clearInterval(timer)
      await (next ?? round)
    },
  }
}

/** Whatever was not done is released, to be tried again in the next round. */
async function claimed<T>(house: House, failures: unknown[], claim: (token: string) => Promise<T[]>, work: (item: T) => Promise<unknown>) {
  const token = house.newId()
  const items = await claim(token)
  const done = await progress(items, failures, work)
  if (done < items.length) await release(house.db, token)
  return done
}

const passDeadlines = (house: House, failures: unknown[], heard: Heard) =>
  claimed(
    house,
    failures,
    (token) => claimTimers(house.db, token, house.now().toISOString()),
    (timer) => pass(house, timer, heard),
  )

/** False where nothing was to be done, or nothing that this version knows how to do. */
async function pass(house: House, due: DueTimer, heard: Heard) {
  const { caseId, step, deadline } = due
  const found = await known(house, caseId)
  const timer: Timer = { deadline, step }
  if (!found?.state.timers.some((other) => other.step === step && other.deadline === deadline && !other.passedAt)) return false
  const said = { type: 'deadline.passed', facts: { deadline, step, due: due.due }, personal: null, files: {}, saying: bySystem('clock') }
  const recording = recordEvent(house, found.procedure, found.state, said, timer)
  // A deadline its machine no longer knows does no harm and is dropped.
  await house.db.commit([stillClaimed(due), ...(recording ? recording.writes : [dropClaimed(due)])])
  if (recording) heard({ case: caseId, event: 'deadline.passed', deadline })
  return true
}

async function known(house: House, caseId: string): Promise<{ state: CaseState; procedure: Procedure } | null> {
  const state = await loadCase(house.db, caseId)
  const procedure = state && procedureAt(state.row.procedure, state.row.version)
  return state && procedure ? { state, procedure } : null
}

const carryOutOutbox = (house: House, failures: unknown[]) =>
  claimed(
    house,
    failures,
    (token) => claimEffects(house.db, token),
    (row) => carriers[row.effect as Posted](house, row),
  )

const carriedOut = (house: House, row: OutboxRow) => effectDone(row, house.now().toISOString())

const carriers = {
  notify: (house: House, row: OutboxRow) => {
    const { to, notice } = row.params as { to: string; notice: string }
    const values = { id: row.id, caseId: row.caseId, department: to, notice, createdAt: row.createdAt }
    return house.db.commit([carriedOut(house, row), ...tell(values)])
  },
  'siblings.end': async (house: House, row: OutboxRow) => {
    for (const enrolment of row.params.enrolments as string[]) {
      for (const caseId of await casesOf(house, enrolment, row.caseId)) await endSibling(house, caseId, enrolment)
    }
    await house.db.commit([carriedOut(house, row)])
  },
} satisfies Record<Posted, (house: House, row: OutboxRow) => Promise<void>>

async function casesOf({ db }: House, enrolment: string, except: string) {
  const found = await db.q.select({ caseId: caseEnrolments.caseId }).from(caseEnrolments).where(eq(caseEnrolments.enrolment, enrolment))
  return found.map(({ caseId }) => caseId).filter((caseId) => caseId !== except)
}

/** Told once only: a case that no longer counts the enrolment as its own has been told. */
async function endSibling(house: House, caseId: string, enrolment: string) {
  const found = await known(house, caseId)
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
