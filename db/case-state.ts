// A case as it stands: its row, what waits for whom, and the deadlines that run.
import { eq, getTableColumns } from 'drizzle-orm'
import { type Calendar, due } from '../machines/due.ts'
import { paths, type Step, type Stored, type Timer } from '../machines/engine.ts'
import type { Procedure } from '../machines/procedure.ts'
import { stateDigest } from '../machines/proof/chain.ts'
import { runningAfter, wasDue } from '../machines/running.ts'
import { departmentOf, isFinal, within } from '../machines/states.ts'
import { type Db, schema } from './database.ts'
import { by, given, prepared } from './prepared.ts'

export type CaseRow = typeof schema.cases.$inferSelect
export type StepRow = typeof schema.steps.$inferSelect
/** Who carries it out when it is due is no business of the case. */
export type TimerRow = Omit<typeof schema.timers.$inferSelect, 'claim' | 'claimedAt'>
/** How long a case stood in a step that it left. */
export type Stay = typeof schema.stays.$inferSelect
export type CaseState = { row: CaseRow; steps: StepRow[]; timers: TimerRow[] }

const { cases, steps, timers } = schema
const rowOf = prepared((q) =>
  q
    .select()
    .from(cases)
    .where(eq(cases.id, given('id'))),
)
const stepsOf = prepared((q) =>
  q
    .select()
    .from(steps)
    .where(eq(steps.caseId, given('id'))),
)
const { claim: _, claimedAt: __, ...ofTimer } = getTableColumns(timers)
export const timerColumns = ofTimer
const timersOf = prepared((q) =>
  q
    .select(timerColumns)
    .from(timers)
    .where(eq(timers.caseId, given('id'))),
)

/** The row first: what is read after it may be newer, which whoever writes is told, but never older. */
export async function loadCase(db: Db, id: string): Promise<CaseState | null> {
  const [row] = await rowOf(db, { id })
  if (!row) return null
  const [steps, timers] = await Promise.all([stepsOf(db, { id }), timersOf(db, { id })])
  return { row, steps: steps.sort(by(stepKey)), timers: timers.sort(by(timerKey)) }
}

export const stepKey = ({ path }: StepRow) => path
export const timerKey = ({ step, deadline }: Timer) => `${step} ${deadline}`

type Newest = { hash: string; sequence: number; stateDigest: string }
/** Whether the case stands where its newest event left it, down to what its machine remembers. */
export const standsAt = (row: CaseRow, newest: Newest | undefined) =>
  newest?.hash === row.head &&
  newest.sequence === row.sequence &&
  newest.stateDigest === row.stateDigest &&
  stateDigest(storedOf(row)) === row.stateDigest

export const storedOf = ({ status, value, context }: CaseRow): Stored => ({ status, value, context })

/** The timers after a step; one that has just fired has passed, unless the step left its state or set it anew. */
export const timersAfter = (before: TimerRow[], step: Step, caseId: string, at: string, calendar: Calendar, fired?: Timer): TimerRow[] =>
  runningAfter(before, step, at, ({ set, span }) => timerRow(caseId, set, due(at, span, calendar), calendar.version), fired)

const timerRow = (
  caseId: string,
  { deadline, step }: Timer,
  { skipped: _, ...explained }: ReturnType<typeof due>,
  calendar: string,
): TimerRow => ({
  caseId,
  step,
  deadline,
  calendar,
  passedAt: null,
  ...explained,
})

/** The states that wait for somebody. Who claimed a step keeps it while the case stays in it. */
export function stepsAfter(
  procedure: Procedure,
  before: StepRow[],
  stored: Stored,
  timers: TimerRow[],
  caseId: string,
  at: string,
): StepRow[] {
  if (stored.status === 'done') return []
  const known = before.map((step) => [step.path, step] as const)
  const earlier = new Map(known)
  const waiting = paths(stored.value)
    .filter((path) => !isFinal(procedure, path))
    .map((path) => ({
      caseId,
      path,
      department: departmentOf(procedure, stored.context, path),
      assignee: earlier.get(path)?.assignee ?? null,
      enteredAt: earlier.get(path)?.enteredAt ?? at,
      nudgedAt: earlier.get(path)?.nudgedAt ?? null,
      due: earliest(timers.filter((timer) => within(path, timer.step)).map((timer) => timer.due)),
    }))
  const { sortKey } = dueOf(waiting)
  return waiting.map((step) => ({ ...step, sortKey }))
}

/** The steps that the newest event left, and since when the case had stood in them. */
export const staysEnded = (procedure: Procedure, before: CaseState, { row, steps }: CaseState): Stay[] =>
  before.steps
    .filter(({ path }) => !steps.some((step) => step.path === path))
    .map(({ path, enteredAt }) => ({
      procedure: procedure.name,
      path,
      left: Date.parse(row.lastAt),
      caseId: row.id,
      entered: Date.parse(enteredAt),
      late: wasDue(procedure, path, before.timers, row.lastAt),
    }))

/** When something in the case is due next, null where nothing is, and what lists are sorted by. */
export function dueOf(steps: readonly Pick<StepRow, 'due'>[], closedAt: string | null = null) {
  const due = earliest(steps.map((step) => step.due))
  return { due, sortKey: closedAt ? closedKey(closedAt) : (due ?? '9999') }
}

/** Closed cases stand behind those that are open, the last closed first: the instant with every digit taken from nine. */
export const closedKey = (closedAt: string) => `9999-${backwards(closedAt)}`
export const backwards = (instant: string) => instant.replace(/\d/g, (digit) => String(9 - Number(digit)))

const earliest = (dues: (string | null)[]) => dues.filter((due) => due !== null).sort()[0] ?? null
