// A walk through everything that can happen in a procedure, as far as its guards and timers can tell cases apart.
import { getInitialMicrosteps, getMicrosteps } from 'xstate'
import { advance, type MachineEvent, open, paths, possible, type Step, type Stored, snapshotOf } from '../../machines/engine.ts'
import { type FormSchema, narrowed, violations } from '../../machines/narrowing.ts'
import type { Narrowing, Procedure } from '../../machines/procedure.ts'
import { canonical } from '../../machines/proof/canonical.ts'
import type { Records } from '../../machines/records.ts'
import { tooClose } from '../../machines/rights.ts'
import { defaultSettings, type Settings } from '../../machines/settings.ts'
import { opensAlike, stepsAlike } from './as-xstate.ts'
import { type Circumstances, lookupIn, recordsOf } from './institution.ts'
import { type Answers, answersFor, NothingToChoose, type Schema, variantsFor } from './sample.ts'
import { clock, openedEvent, saidEvent, speakerFor } from './saying.ts'
import { keyOf } from './told-apart.ts'

/** A case as far as it can be told apart from others; `ways` lead to other nodes by what happened. */
export type Node = { key: string; stored: Stored; at: string; timers: readonly string[]; ways: Way[] }
export type Way = { cause: string; to: string }
export type Walk = {
  procedure: Procedure
  nodes: Map<string, Node>
  /** Dotted paths of every state a case was in, also only in passing. */
  visited: Set<string>
  said: Set<string>
  /** What went wrong on the way, in words of whoever must mend the machine. */
  faults: Set<string>
  /** What the guards look at in a context, found out by looking over their shoulders. */
  looked: Set<string>
  /** Ways already gone step by step. */
  gone: Set<string>
  /** Forms already filled in: the same form in the same circumstances has the same answers. */
  filled: Map<string, Answers[]>
  complete: boolean
}

/** Stands in every personal word; found in what a machine keeps, it is a leak. */
export const secret = '保密4711'
/** Few rounds, so that loops end soon; the rounds are an institution's to set. */
export const shortLoops: Settings = { ...defaultSettings, attempts: 2, negotiationRounds: 2, dunningRounds: 2 }
/** Whatever an institution may choose to do or not to do. */
const allSettings: Settings[] = [false, true].map((anonymousComplaints) => ({ ...shortLoops, anonymousComplaints }))
/** The institution's records may say any of this at any time. */
const allCircumstances: Circumstances[] = [
  { enrolments: 2, money: 'large' },
  { enrolments: 2, money: 'small', minor: true },
  { enrolments: 2, money: 'nil' },
  { enrolments: 2, money: 'debt', complaint: true },
]

const hour = 3_600_000
const day = 24 * hour
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()
const beginning = '2026-03-09T01:00:00.000Z'

/** Walks until nothing new is found, or `bound` nodes are known. */
export function walk(procedure: Procedure, bound = 20_000, looked = new Set<string>()): Walk {
  const known = looked.size
  const found: Walk = {
    procedure,
    nodes: new Map(),
    visited: new Set(),
    said: new Set(),
    faults: new Set(),
    looked,
    gone: new Set(),
    filled: new Map(),
    complete: true,
  }
  for (const settings of allSettings) for (const circumstances of allCircumstances) begin(found, settings, circumstances)
  for (const node of found.nodes.values()) {
    // A guard looked at something new: cases are told apart by more than was thought.
    if (looked.size > known) return walk(procedure, bound, looked)
    if (found.nodes.size > bound) return { ...found, complete: false }
    if (node.stored.status === 'active') goOn(found, node)
  }
  return found
}

function begin(found: Walk, settings: Settings, circumstances: Circumstances) {
  const { procedure } = found
  const { by, payload } = procedure.opening
  const records = recordsOf(circumstances, beginning, procedure.name)
  const speaker = { actor: records.people.find(({ role }) => by.includes(role))?.id ?? 'system', onBehalfOf: null }
  for (const answers of filled(found, { type: 'case.opened', payload, narrowing: {}, all: true }, circumstances, records)) {
    const event = openedEvent(procedure, { answers, speaker, at: beginning, records }, settings)
    if (!event) continue
    if (!opensAlike(procedure, event)) found.faults.add('XState opens a case in another way')
    for (const [snapshot] of getInitialMicrosteps(procedure.machine, event as never)) visit(found, snapshot.value)
    arrive(found, [], event, open(procedure, event))
  }
}

function goOn(found: Walk, node: Node) {
  const { ready, waiting } = possible(found.procedure, node.stored)
  for (const type of ready) for (const event of eventsOf(found, node, type)) happen(found, node, event)
  for (const { type } of waiting) refuse(found, node, type)
  for (const timer of node.timers) pass(found, node, timer)
}

/** Every event of this type that is remembered in a way of its own, whatever the records say. */
function eventsOf(found: Walk, node: Node, type: string): MachineEvent[] {
  const { procedure } = found
  const spec = procedure.events[type]!
  const asksRecords = spec.complete ?? spec.narrow ?? spec.possible
  const { context } = node.stored
  const at = later(node.at, hour)
  const events = allCircumstances.slice(0, asksRecords ? undefined : 1).flatMap((circumstances) => {
    const records = barring(procedure, context, recordsOf(circumstances, at, procedure.name))
    const speaker = speakerFor(spec, context, records)
    if (!speaker) return []
    const form = { type, payload: spec.payload, narrowing: spec.narrow?.(context, records) ?? {}, all: Boolean(spec.remember) }
    return filled(found, form, circumstances, records).flatMap(
      (one) => saidEvent(procedure, node.stored, type, { answers: one, speaker, at, records }) ?? [],
    )
  })
  return different(events, (event) => spec.remember?.(context, event as never))
}

/** Whoever a case is about is kept from it, with those above and below. */
const barring = ({ about }: Procedure, context: unknown, records: Records): Records => ({
  ...records,
  barred: tooClose(about?.(context) ?? null, records.people),
})

type Form = { type: string; payload: object; narrowing: Narrowing; all: boolean }
function filled(found: Walk, form: Form, circumstances: Circumstances, records: Records): Answers[] {
  const key = JSON.stringify([form.type, form.narrowing, circumstances])
  const known = found.filled.get(key) ?? fill(found, form, records)
  found.filled.set(key, known)
  return known
}

function fill({ faults }: Walk, { type, payload, narrowing, all }: Form, records: Records): Answers[] {
  const schema = narrowed(payload, narrowing)
  const lookup = lookupIn(records)
  try {
    const answers = all ? variantsFor(schema as Schema, lookup) : [answersFor(schema as Schema, lookup)]
    for (const { path, message } of answers.flatMap((one) => violations(schema, one))) faults.add(`${type}${path}: ${message.en}`)
    return different(answers.map((one) => withSecrets(schema, one)))
  } catch (error) {
    if (error instanceof NothingToChoose) return []
    throw error
  }
}

const different = <T>(values: T[], by: (value: T) => unknown = (value) => value) => [
  ...new Map(values.map((value) => [JSON.stringify(by(value)), value])).values(),
]

const withSecrets = ({ properties }: FormSchema, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const field = properties[name]!
      return [name, field['x-personal'] && typeof value === 'string' && !field.enum ? secret : value]
    }),
  )

function happen(found: Walk, node: Node, event: MachineEvent) {
  const next = advance(found.procedure, node.stored, event)
  if (!next) return found.faults.add(`${event.type} is offered in ${paths(node.stored.value)} and then refused`)
  found.said.add(event.type)
  go(found, node, event, event.type, arrive(found, node.timers, event, next))
}

function refuse(found: Walk, node: Node, type: string) {
  const event = { type, ...clock, at: node.at }
  if (advance(found.procedure, node.stored, event))
    found.faults.add(`${type} is said to wait in ${paths(node.stored.value)} and is then accepted`)
}

/** Deadlines pass long after, so that all that counts days has counted them. */
function pass(found: Walk, node: Node, timer: string) {
  const { procedure } = found
  const [deadline, step] = timer.split('@') as [string, string]
  const at = later(node.at, 40 * day)
  const event = { type: 'deadline.passed', ...clock, at, deadline, step, due: at }
  const next = advance(procedure, node.stored, event)
  if (!next) return found.faults.add(`${deadline} of ${step} is set in ${paths(node.stored.value)} and cannot pass`)
  const rest = node.timers.filter((other) => other !== timer)
  go(
    found,
    node,
    { ...event, type: `xstate.after.${deadline}.${procedure.machine.id}.${step}` },
    deadline,
    arrive(found, rest, event, next),
  )
}

/** Notes the way and, the first time, the states it passes through. */
function go(found: Walk, node: Node, received: MachineEvent, cause: string, to: string) {
  if (node.ways.some((way) => way.cause === cause && way.to === to)) return
  node.ways.push({ cause, to })
  const way = JSON.stringify([node.stored.value, cause, found.nodes.get(to)!.stored.value])
  if (found.gone.has(way)) return
  found.gone.add(way)
  if (!stepsAlike(found.procedure, node.stored, received)) found.faults.add(`XState takes ${cause} in another way`)
  const now = snapshotOf(found.procedure, node.stored)
  for (const [snapshot] of getMicrosteps(found.procedure.machine, now as never, received as never)) visit(found, snapshot.value)
}

const visit = ({ visited }: Walk, value: Stored['value']) => {
  for (const path of paths(value)) visited.add(path)
}

function arrive(found: Walk, before: readonly string[], event: MachineEvent, { stored, timers, outcome }: Step): string {
  if (stored.status === 'done' && !outcome) found.faults.add(`${paths(stored.value)} ends a case without an outcome`)
  listen(found, event, stored)
  const node = { stored, at: event.at, timers: timers.reduce(changed, before).toSorted(), ways: [] }
  const key = keyOf(found, node)
  if (!found.nodes.has(key)) {
    // Throws for a context that JSON cannot carry.
    canonical(stored)
    found.nodes.set(key, { ...node, key })
  }
  return key
}

const changed = (timers: readonly string[], change: Step['timers'][number]) => {
  const { deadline, step } = 'set' in change ? change.set : change.clear
  const others = timers.filter((timer) => timer !== `${deadline}@${step}`)
  return 'set' in change ? [...others, `${deadline}@${step}`] : others
}

/** Personal words stay out of what an event tells the machine and out of what the machine keeps of it. */
function listen({ procedure, faults }: Walk, event: MachineEvent, after: Stored) {
  const { words = {} } = event.type === 'case.opened' ? procedure.opening : (procedure.events[event.type] ?? {})
  const named = Object.keys(words).some((name) => Object.hasOwn(event, name))
  if (named || JSON.stringify(event).includes(secret)) faults.add(`${event.type} brings personal words among its facts`)
  if (JSON.stringify(after.context).includes(secret)) faults.add(`${event.type} leaves personal words in the context`)
}

/** The nodes from which a case can still end by its own events and deadlines, leaving out those of the machine's root (void, merge …). */
export function ending({ procedure, nodes }: Walk): Set<string> {
  const anyTime = new Set(procedure.machine.root.ownEvents)
  const before = Map.groupBy(
    [...nodes.values()].flatMap((node) => node.ways.filter(({ cause }) => !anyTime.has(cause)).map(({ to }) => ({ from: node.key, to }))),
    ({ to }) => to,
  )
  const reached = new Set([...nodes.values()].filter(({ stored }) => stored.status === 'done').map(({ key }) => key))
  for (const key of reached) for (const { from } of before.get(key) ?? []) reached.add(from)
  return reached
}
