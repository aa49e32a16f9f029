// One step of a procedure as a pure function: state and event in; state, effects and timers out.
import { type AnyMachineSnapshot, type AnyTransitionDefinition, getNextTransitions, type StateValue } from 'xstate'
import { commonGuards } from './common.ts'
import type { Department } from './departments.ts'
import type { Span } from './due.ts'
import { type Effect, effectNames, type Overdue, overdue } from './effects.ts'
import type { Label } from './label.ts'
import type { Guard, Outcome, Procedure, Said, StateMeta } from './procedure.ts'
import { departmentOf, guardName, isFinal, within } from './states.ts'
import { initialMicrosteps, initialTransition, microsteps, type Taken, transition } from './transition.ts'

/** What is kept of a case: XState's snapshot without its machinery. The state digest is taken over exactly this. */
export type Stored = Readonly<{ status: 'active' | 'done'; value: StateValue; context: any }>
/** What a machine receives, and nothing else. */
export type MachineEvent = { type: string } & Said & Record<string, unknown>
/** `step` is the dotted path of the state that the deadline belongs to. */
export type Timer = { deadline: string; step: string }
export type TimerChange = { set: Timer; span: Span } | { clear: Timer }
export type Step = { stored: Stored; outcome?: Outcome; effects: Effect[]; timers: TimerChange[] }

const known = new Set<string>(effectNames)
const afterPrefix = 'xstate.after.'

/** The first state of a case; `event` is `case.opened` with the form's facts, campus, number and settings. */
export function open(procedure: Procedure, event: MachineEvent): Step {
  return step(procedure, event, initialTransition(procedure.machine, event))
}

/** The next state, or null where the event cannot happen now: another state, a guard, a deadline gone stale, a closed case. */
export function advance(procedure: Procedure, stored: Stored, event: MachineEvent): Step | null {
  if (stored.status !== 'active') return null
  const now = snapshotOf(procedure, stored)
  const received = inXState(procedure, event)
  return now.can(received) ? step(procedure, event, transition(procedure.machine, now, received)) : null
}

/** The event as XState knows it: its own name for a deadline that passed. */
export const inXState = (procedure: Procedure, event: MachineEvent): MachineEvent =>
  event.type === 'deadline.passed' ? { ...event, type: timerEvent(procedure, event as unknown as Timer) } : event

/**
 * The active states on the way that an event led, but for those where it ended: left at once, since nothing in them waited for anybody.
 * `stored` is null for the opening.
 */
export function passedThrough(procedure: Procedure, stored: Stored | null, event: MachineEvent): string[][] {
  const { machine } = procedure
  const steps = stored ? microsteps(machine, snapshotOf(procedure, stored), inXState(procedure, event)) : initialMicrosteps(machine, event)
  return steps.slice(0, -1).map(({ value }) => paths(value))
}

/** What XState resolves of a state value, which is the larger part of a snapshot, is always the same: it is kept by the value's text. */
const resolved = new WeakMap<Procedure, Map<string, AnyMachineSnapshot>>()
export function snapshotOf(procedure: Procedure, { value, context }: Stored): AnyMachineSnapshot {
  if (!resolved.has(procedure)) resolved.set(procedure, new Map())
  const known = resolved.get(procedure)!
  const text = JSON.stringify(value)
  if (!known.has(text)) known.set(text, procedure.machine.resolveState({ value, context: {} } as never))
  return { ...known.get(text)!, context } as AnyMachineSnapshot
}

const timerEvent = ({ machine }: Procedure, { deadline, step }: Timer) => `${afterPrefix}${deadline}.${machine.id}.${step}`
/** `xstate.after.acceptanceDue.withdrawal.acceptance` → deadline and step. */
const timerOf = ({ machine }: Procedure, id: string): Timer => {
  const [deadline, ...rest] = id.slice(afterPrefix.length).split('.')
  return { deadline: deadline!, step: rest.join('.').slice(machine.id.length + 1) }
}

type Action = { type: string; params: any }
function step(procedure: Procedure, event: MachineEvent, [now, actions]: Taken): Step {
  const { status, value, context } = now as unknown as Stored
  const result: Step = { stored: { status, value, context }, effects: [], timers: [] }
  for (const action of actions as readonly Action[]) collect(procedure, event, action, result)
  const outcome = status === 'done' ? outcomeOf(now) : undefined
  return outcome ? { ...result, outcome } : result
}

function collect(procedure: Procedure, event: MachineEvent, { type, params }: Action, { stored, effects, timers }: Step) {
  if (known.has(type)) effects.push({ type, params } as Effect)
  else if (type === overdue) for (const to of late(procedure, stored, event, params)) effects.push(toldLate(to))
  else if (type === 'xstate.cancel') timers.push({ clear: timerOf(procedure, params.sendId) })
  else if (type === 'xstate.raise' && params.delay !== undefined) {
    const timer = timerOf(procedure, params.event.type)
    timers.push({ set: timer, span: procedure.deadlines[timer.deadline]!.span(stored.context) })
  } else if (type !== 'xstate.raise') throw new Error(`${procedure.name} asked for an effect nobody carries out: ${type}`)
}

const toldLate = (to: Department): Effect => ({ type: 'notify', params: { to, notice: 'overdue' } })
/** Whoever the step that is late still waits for, and who watches over it. */
const late = (procedure: Procedure, { value, context }: Stored, event: MachineEvent, { also }: Overdue) => {
  const waiting = paths(value).filter((path) => within(path, String(event.step)) && !isFinal(procedure, path))
  return new Set([...waiting.map((path) => departmentOf(procedure, context, path)), ...(also ? [also] : [])])
}

const outcomeOf = (now: AnyMachineSnapshot) =>
  Object.values(now.getMeta() as Record<string, StateMeta>)
    .map((meta) => meta.outcome)
    .find(Boolean)

/** The active atomic states as dotted paths, in the order of the drawing. */
export const paths = (value: StateValue, prefix = ''): string[] =>
  typeof value === 'string'
    ? [prefix + value]
    : Object.entries(value).flatMap(([key, inner]) => (Object.keys(inner!).length ? paths(inner!, `${prefix}${key}.`) : [prefix + key]))

export const guardOf = (procedure: Procedure, name: string): Guard<any> =>
  procedure.guards[name] ?? commonGuards[name as keyof typeof commonGuards]

/** What can happen now and what a guard still forbids, with its words; deadlines and completions left out. */
export function possible(procedure: Procedure, stored: Stored): { ready: string[]; waiting: { type: string; unmet: Label }[] } {
  if (stored.status !== 'active') return { ready: [], waiting: [] }
  const now = snapshotOf(procedure, stored)
  const unmet = new Map<string, Label | null>()
  for (const way of getNextTransitions(now)) {
    if (!procedure.events[way.eventType] || unmet.get(way.eventType) === null) continue
    unmet.set(way.eventType, closedBy(procedure, way, stored.context))
  }
  const entries = [...unmet]
  return {
    ready: entries.filter(([, why]) => why === null).map(([type]) => type),
    waiting: entries.flatMap(([type, why]) => (why ? [{ type, unmet: why }] : [])),
  }
}

const closedBy = (procedure: Procedure, way: AnyTransitionDefinition, context: unknown): Label | null => {
  const name = guardName(way)
  if (!name) return null
  const guard = guardOf(procedure, name)
  return guard.when(context) ? null : guard.unmet
}
