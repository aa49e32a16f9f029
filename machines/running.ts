// The deadlines that run in a case, followed from event to event, and what it means that one of them was not met.
import { type Calendar, due, shanghaiDate, workingDaysBetween } from './due.ts'
import type { Step, Timer, TimerChange } from './engine.ts'
import type { Procedure } from './procedure.ts'
import { nodeAt, within } from './states.ts'

/** `passedAt` is when the case was told that the deadline has passed; the step may go on. */
export type Running = Timer & { due: string; passedAt: string | null }

const same = (a: Timer, b: Timer) => a.deadline === b.deadline && a.step === b.step
type Set = Extract<TimerChange, { set: Timer }>

/** What runs after a step; one that has just fired has passed, unless the step left its state or set it anew. `begin` makes a new one. */
export function runningAfter<R extends Running>(
  before: readonly R[],
  step: Step,
  at: string,
  begin: (change: Set) => R,
  fired?: Timer,
): R[] {
  if (step.stored.status === 'done') return []
  let running = before.map((timer) => (fired && same(timer, fired) ? { ...timer, passedAt: at } : timer))
  for (const change of step.timers) {
    const timer = 'set' in change ? change.set : change.clear
    running = running.filter((other) => !same(other, timer))
    if ('set' in change) running.push(begin(change))
  }
  return running
}

/** A deadline begun at an instant, as the calendar has it. */
export const begun = (at: string, { set, span }: Set, calendar: Calendar): Running => ({
  ...set,
  due: due(at, span, calendar).due,
  passedAt: null,
})

/** Whether the step goes on after this deadline, late: others move the case on, and nobody is late for them. */
export function makesLate(procedure: Procedure, { deadline, step }: Timer): boolean {
  const ways = nodeAt(procedure, step)?.after.filter(({ delay }) => delay === deadline) ?? []
  return ways.length > 0 && ways.every(({ target }) => target === undefined)
}

/** The deadlines of the steps that were left, by which somebody had to act. */
export const settled = <R extends Running>(procedure: Procedure, before: readonly R[], { stored, timers }: Step): R[] =>
  before.filter(
    (timer) =>
      makesLate(procedure, timer) && (stored.status === 'done' || timers.some((change) => 'clear' in change && same(change.clear, timer))),
  )

/** The deadline by which a step should have been left that was left at `at`: the first of those missed, null where none was. */
export const missed = <R extends Running>(left: readonly R[], at: string): R | null =>
  left.filter(({ due }) => due < at).sort((a, b) => (a.due < b.due ? -1 : 1))[0] ?? null

/** Whether a step was due before `at`, itself or with the part it belongs to. */
export const wasDue = (procedure: Procedure, path: string, running: readonly Running[], at: string): boolean =>
  running.some((timer) => timer.due < at && within(path, timer.step) && makesLate(procedure, timer))

/** How many working days after its due date something happened; 0 where only days off lie between. */
export const workingDaysLate = (due: string, at: string, calendar: Calendar) =>
  workingDaysBetween(shanghaiDate(due), shanghaiDate(at), calendar)
