// Makes up what is written for one more event of a case: the event sealed, the new state, its timers, steps and effects.
import { type CaseState, staysEnded, storedOf } from '../db/case-state.ts'
import type { Write } from '../db/database.ts'
import { appendEvent, carryOut, concerns, handledBy, insertCase, leftLate, refersTo, seal, stayed, updateCase } from '../db/write-case.ts'
import { advance, open, type Step, type Timer } from '../machines/engine.ts'
import type { Procedure } from '../machines/procedure.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { stateDigest } from '../machines/proof/chain.ts'
import { publish } from '../machines/published.ts'
import { acted, handlersBy, lateAfter, moved, opened } from './case-after.ts'
import { type Files, withFiles } from './files.ts'
import type { House } from './house.ts'

type Values = Record<string, unknown>
export type Words = Values | null
/** Who says it, and for whom. */
export type Saying = { actor: string; onBehalfOf: string | null }
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

type Opened = { id: string; procedure: Procedure; facts: Values; personal: Words; saying: Saying; files: Files }

/** Event 1 and the case itself. `facts` hold the form's facts, campus, number and settings. */
export function recordOpening(house: House, { id, procedure, facts, saying, files, ...said }: Opened): Recording {
  const personal = withFiles(said.personal, files)
  const at = moment(house)
  const { actor, onBehalfOf } = saying
  const step = open(procedure, { ...facts, type: 'case.opened', actor, onBehalfOf, at })
  const event = seal({
    case: id,
    sequence: 1,
    procedure: `${procedure.name}@${procedure.version}`,
    definition: publish(procedure).definition,
    type: 'case.opened',
    actor,
    onBehalfOf,
    at,
    facts,
    stateDigest: stateDigest(step.stored),
    previous: null,
    personal,
    salt: personal && house.salt(),
  })
  const state = opened(procedure, event, step, house.calendar)
  const origin = { caseId: id, sequence: 1, at, student: state.row.student, newId: house.newId }
  const writes = [
    ...appendEvent(event),
    ...insertCase(state),
    ...handledBy(id, handlersBy(procedure, event)),
    ...concerns(id, state.row.context.enrolments),
    ...refersTo(id, Object.keys(files)),
    ...carryOut(step.effects, origin),
  ]
  return { state, writes, step }
}

/** `handlers` are those known to handle the case already: nobody is written down twice. */
type Said = { type: string; facts: Values; personal: Words; saying: Saying; files: Files; handlers?: readonly string[] }

/** One event that the machine takes; null where it does not. `fired` is the timer that caused it. */
export function recordEvent(house: House, procedure: Procedure, before: CaseState, said: Said, fired?: Timer): Recording | null {
  const at = moment(house, before)
  const { actor, onBehalfOf } = said.saying
  const step = advance(procedure, storedOf(before.row), { ...said.facts, type: said.type, actor, onBehalfOf, at })
  if (!step) return null
  const event = sealNext(house, before, said, stateDigest(step.stored), at)
  const id = before.row.id
  const state = moved(procedure, before, event, step, house.calendar, fired)
  const origin = { caseId: id, sequence: event.sequence, at, student: state.row.student, newId: house.newId }
  const late = lateAfter(procedure, before, event, step)
  const writes = [
    ...appendEvent(event),
    ...(late ? [leftLate(event, late)] : []),
    ...updateCase(before, state),
    ...stayed(staysEnded(procedure, before, state)),
    ...handledBy(
      id,
      handlersBy(procedure, event).filter((person) => !said.handlers?.includes(person)),
    ),
    ...refersTo(id, Object.keys(said.files)),
    ...carryOut(step.effects, origin),
  ]
  return { state, writes, step }
}

/** An act: in the same chain, its state digest that of the event before; the machine does not learn of it. */
export function recordAct(house: House, before: CaseState, said: Said): Recording {
  const event = sealNext(house, before, said, before.row.stateDigest, moment(house, before))
  const state = acted(before, event)
  const { id } = state.row
  return { state, writes: [...appendEvent(event), ...updateCase(before, state), ...refersTo(id, Object.keys(said.files))], step: null }
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
