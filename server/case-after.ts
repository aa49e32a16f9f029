// Where a case stands after one of its events, worked out from the event alone: when it is recorded, and again when its history is checked.
import { type CaseRow, type CaseState, dueOf, type Stay, type StepRow, staysEnded, stepsAfter, timersAfter } from '../db/case-state.ts'
import { type ActName, isAct } from '../machines/acts.ts'
import type { Calendar } from '../machines/due.ts'
import type { Step, Timer } from '../machines/engine.ts'
import type { Procedure } from '../machines/procedure.ts'
import type { ChainedEvent } from '../machines/proof/chain.ts'
import { missed, type Running, settled } from '../machines/running.ts'

type Event = Pick<
  ChainedEvent,
  'case' | 'sequence' | 'definition' | 'type' | 'actor' | 'onBehalfOf' | 'at' | 'facts' | 'stateDigest' | 'hash'
>

/** The case that event 1 opens. Its facts hold the form's facts and the number. */
export function opened(procedure: Procedure, event: Event, { stored, outcome, ...step }: Step, calendar: Calendar): CaseState {
  const { case: id, at, facts, hash: head, actor: openedBy, definition, stateDigest } = event
  const { context } = stored
  const timers = timersAfter([], { stored, ...step }, id, at, calendar)
  const steps = stepsAfter(procedure, [], stored, timers, id, at)
  const row: CaseRow = {
    id,
    number: facts.number as string,
    procedure: procedure.name,
    version: procedure.version,
    definition,
    ...stored,
    stateDigest,
    revision: 1,
    sequence: 1,
    head,
    lastAt: at,
    openedAt: at,
    openedBy,
    closedAt: null,
    outcome: outcome ?? null,
    student: context.student,
    campus: context.campus,
    about: procedure.about?.(context) ?? null,
    follows: (facts.follows as string | undefined) ?? null,
    ...dueOf(steps),
  }
  return { row, steps, timers }
}

/** The case after an event that its machine took; `fired` is the deadline that caused it. */
export function moved(procedure: Procedure, before: CaseState, event: Event, step: Step, calendar: Calendar, fired?: Timer): CaseState {
  const { stored, outcome = null } = step
  const { sequence, at: lastAt, hash: head, stateDigest } = event
  const { id } = before.row
  const timers = timersAfter(before.timers, step, id, lastAt, calendar, fired)
  const steps = stepsAfter(procedure, before.steps, stored, timers, id, lastAt)
  const closedAt = stored.status === 'done' ? lastAt : null
  const about = procedure.about?.(stored.context) ?? null
  const rest = { closedAt, outcome, about, ...dueOf(steps, closedAt) }
  return { row: { ...before.row, ...stored, stateDigest, revision: sequence, sequence, head, lastAt, ...rest }, steps, timers }
}

type Facts = Record<string, any>
const changes: Partial<Record<ActName, (event: Event) => Partial<StepRow>>> = {
  'step.claimed': ({ actor }) => ({ assignee: actor }),
  'step.released': () => ({ assignee: null }),
  'step.handedOver': ({ facts }) => ({ assignee: (facts as Facts).user }),
  'case.nudged': ({ at }) => ({ nudgedAt: at }),
}

/** The case after an act, of which its machine does not learn: who works on which step, and when they were urged. */
export function acted({ row, steps, timers }: CaseState, event: Event): CaseState {
  const { type, facts, sequence, at: lastAt, hash: head } = event
  const change = changes[type as ActName]?.(event)
  const after = change ? steps.map((step) => (step.path === facts.step ? { ...step, ...change } : step)) : steps
  return { row: { ...row, sequence, head, lastAt }, steps: after, timers }
}

/** Whom an event makes handlers of the case: whoever said it, and the principal they said it for. Deciding is not handling. */
export function handlersBy(procedure: Procedure, { type, actor, onBehalfOf }: Pick<Event, 'type' | 'actor' | 'onBehalfOf'>): string[] {
  const opens = type === 'case.opened'
  const spec = procedure.events[type]
  if (!opens && (!spec?.by.length || spec.decision)) return []
  return onBehalfOf ? [actor, onBehalfOf] : [actor]
}

const firedBy = ({ type, facts }: Event): Timer | undefined =>
  type === 'deadline.passed' ? { deadline: String(facts.deadline), step: String(facts.step) } : undefined

/** The deadline by which a step should have been left that this event left late; null where it left none late. */
export const lateAfter = (procedure: Procedure, before: CaseState, { at }: Pick<Event, 'at'>, step: Step): Running | null =>
  missed(settled(procedure, before.timers, step), at)

export type Late = Running & Pick<Event, 'sequence'>
export type Led = {
  state: CaseState | null
  handlers: readonly string[]
  enrolments: readonly string[]
  late: readonly Late[]
  stays: readonly Stay[]
}
/** Follows a history, told event by event with the step its machine took, to where it leads. */
export function following(procedure: Procedure, calendar: Calendar) {
  let state: CaseState | null = null
  let enrolments: readonly string[] = []
  const handlers = new Set<string>()
  const late: Late[] = []
  const stays: Stay[] = []
  const move = (before: CaseState, event: Event, step: Step): CaseState => {
    const after = moved(procedure, before, event, step, calendar, firedBy(event))
    const deadline = lateAfter(procedure, before, event, step)
    if (deadline) late.push({ ...deadline, sequence: event.sequence })
    stays.push(...staysEnded(procedure, before, after))
    return after
  }
  return {
    hear: (event: Event, step: Step | null) => {
      if (event.sequence === 1 && step) state = opened(procedure, event, step, calendar)
      else if (state && step) state = move(state, event, step)
      else if (state && isAct(event.type)) state = acted(state, event)
      if (event.sequence === 1) enrolments = state?.row.context.enrolments ?? []
      for (const person of handlersBy(procedure, event)) handlers.add(person)
    },
    stands: (): Led => ({ state, handlers: [...handlers], enrolments, late, stays }),
  }
}
