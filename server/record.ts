// Makes up what is written for one more event of a case: the event sealed, the new state, its timers, steps and effects.
import { type CaseRow, type CaseState, dueOf, stepsAfter, storedOf, timersAfter } from '../db/case-state.ts'
import type { Write } from '../db/database.ts'
import { appendEvent, carryOut, concerns, handledBy, insertCase, leftLate, refersTo, seal, updateCase } from '../db/write-case.ts'
import { advance, type MachineEvent, open, type Step, type Timer } from '../machines/engine.ts'
import type { Procedure } from '../machines/procedure.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { stateDigest } from '../machines/proof/chain.ts'
import { publish } from '../machines/published.ts'
import { missed, settled } from '../machines/running.ts'
import { type Files, withFiles } from './files.ts'
import type { House } from './house.ts'

type Values = Record<string, unknown>
export type Words = Values | null
/** Who says it: `handles` whom the event makes a handler of the case. */
export type Saying = { actor: string; onBehalfOf: string | null; handles: string[] }
export type Recording = { state: CaseState; writes: Write[]; step: Step | null }

type Spec = { words: Values; payload: object }
type Fields = { properties?: Record<string, { format?: string }> }
/** Whatever offset an instant was told with, it is written in UTC. */
const inUtc = ({ payload }: Spec, name: string, value: unknown) =>
  (payload as Fields).properties?.[name]?.format === 'date-time' ? new Date(value as string).toISOString() : value

/** Splits answers into what the machine learns and the personal words it never does; text in NFC, instants in UTC. */
export function split(spec: Spec, answers: Values): { facts: Values; personal: Words } {
  const entries = Object.entries(normalise(answers)).map(([name, value]) => [name, inUtc(spec, name, value)] as const)
  const facts = Object.fromEntries(entries.filter(([name]) => !Object.hasOwn(spec.words, name)))
  const personal = entries.filter(([name]) => Object.hasOwn(spec.words, name))
  return { facts, personal: personal.length ? Object.fromEntries(personal) : null }
}

/** Never earlier than the case's last event. */
const moment = (house: House, state?: CaseState) => {
  const now = house.now().toISOString()
  return state && state.row.lastAt > now ? state.row.lastAt : now
}

type Opened = { id: string; number: string; procedure: Procedure; facts: Values; personal: Words; saying: Saying; files: Files }

/** Event 1 and the case itself. `facts` hold the form's facts, campus, number and settings. */
export function recordOpening(house: House, { id, number, procedure, facts, saying, files, ...opened }: Opened): Recording {
  const personal = withFiles(opened.personal, files)
  const at = moment(house)
  const event: MachineEvent = { ...facts, type: 'case.opened', actor: saying.actor, onBehalfOf: saying.onBehalfOf, at }
  const step = open(procedure, event)
  const { definition } = publish(procedure)
  const { actor, onBehalfOf } = saying
  const digest = stateDigest(step.stored)
  const version = `${procedure.name}@${procedure.version}`
  const sealed = seal({
    case: id,
    sequence: 1,
    procedure: version,
    definition,
    type: 'case.opened',
    actor,
    onBehalfOf,
    at,
    facts,
    stateDigest: digest,
    previous: null,
    personal,
    salt: personal && house.salt(),
  })
  const timers = timersAfter([], step, id, at, house.calendar)
  const steps = stepsAfter(procedure, [], step.stored, timers, id, at)
  const context = step.stored.context
  const row: CaseRow = {
    id,
    number,
    procedure: procedure.name,
    version: procedure.version,
    definition,
    ...step.stored,
    stateDigest: digest,
    revision: 1,
    sequence: 1,
    head: sealed.hash,
    lastAt: at,
    openedAt: at,
    openedBy: actor,
    closedAt: null,
    outcome: step.outcome ?? null,
    student: context.student,
    campus: context.campus,
    about: procedure.about?.(context) ?? null,
    follows: (facts.follows as string | undefined) ?? null,
    ...dueOf(steps),
  }
  const state = { row, steps, timers }
  const origin = { caseId: id, sequence: 1, at, student: row.student, newId: house.newId }
  const writes = [
    ...appendEvent(sealed),
    ...insertCase(state),
    ...handledBy(id, saying.handles),
    ...concerns(id, context.enrolments),
    ...refersTo(id, Object.keys(files)),
    ...carryOut(step.effects, origin),
  ]
  return { state, writes, step }
}

type Said = { type: string; facts: Values; personal: Words; saying: Saying; files: Files }

/** One event that the machine takes; null where it does not. `fired` is the timer that caused it. */
export function recordEvent(house: House, procedure: Procedure, before: CaseState, said: Said, fired?: Timer): Recording | null {
  const at = moment(house, before)
  const { actor, onBehalfOf } = said.saying
  const step = advance(procedure, storedOf(before.row), { ...said.facts, type: said.type, actor, onBehalfOf, at })
  if (!step) return null
  const { stored } = step
  const digest = stateDigest(stored)
  const sealed = sealNext(house, before, said, digest, at)
  const id = before.row.id
  const timers = timersAfter(before.timers, step, id, at, house.calendar, fired)
  const steps = stepsAfter(procedure, before.steps, stored, timers, id, at)
  const row: CaseRow = {
    ...before.row,
    ...stored,
    stateDigest: digest,
    revision: sealed.sequence,
    sequence: sealed.sequence,
    head: sealed.hash,
    lastAt: at,
    closedAt: stored.status === 'done' ? at : null,
    outcome: step.outcome ?? null,
    about: procedure.about?.(stored.context) ?? null,
    ...dueOf(steps),
  }
  const state = { row, steps, timers }
  const origin = { caseId: id, sequence: sealed.sequence, at, student: row.student, newId: house.newId }
  const late = missed(settled(procedure, before.timers, step), at)
  const writes = [
    ...appendEvent(sealed),
    ...(late ? [leftLate(sealed, late)] : []),
    ...updateCase(before, state),
    ...handledBy(id, said.saying.handles),
    ...refersTo(id, Object.keys(said.files)),
    ...carryOut(step.effects, origin),
  ]
  return { state, writes, step }
}

/** An act: in the same chain, its state digest that of the event before; the machine does not learn of it. */
export function recordAct(house: House, before: CaseState, said: Said, steps: CaseState['steps']): Recording {
  const at = moment(house, before)
  const sealed = sealNext(house, before, said, before.row.stateDigest, at)
  const row = { ...before.row, sequence: sealed.sequence, head: sealed.hash, lastAt: at }
  const state = { ...before, row, steps }
  return { state, writes: [...appendEvent(sealed), ...updateCase(before, state), ...refersTo(row.id, Object.keys(said.files))], step: null }
}

function sealNext(house: House, { row }: CaseState, { type, facts, saying, ...said }: Said, digest: string, at: string) {
  const personal = withFiles(said.personal, said.files)
  return seal({
    case: row.id,
    sequence: row.sequence + 1,
    procedure: `${row.procedure}@${row.version}`,
    definition: row.definition,
    type,
    actor: saying.actor,
    onBehalfOf: saying.onBehalfOf,
    at,
    facts,
    stateDigest: digest,
    previous: row.head,
    personal,
    salt: personal && house.salt(),
  })
}
