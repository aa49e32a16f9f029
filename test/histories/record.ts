// Makes golden histories out of scripts: who says what, day by day, on the engine itself. `UPDATE_HISTORIES=1 npx vitest run
// test/machines/histories.test.ts` writes them; they are made anew only while their version is unreleased.
import { due } from '../../machines/due.ts'
import { advance, type MachineEvent, open, paths, type Step, type Stored } from '../../machines/engine.ts'
import { statutoryCalendar } from '../../machines/holidays.ts'
import { violations } from '../../machines/narrowing.ts'
import { type Procedure, persons } from '../../machines/procedure.ts'
import { stateDigest } from '../../machines/proof/chain.ts'
import type { Records } from '../../machines/records.ts'
import { defaultSettings, type Settings } from '../../machines/settings.ts'
import { type Circumstances, lookupIn, recordsOf } from '../machines/institution.ts'
import { type Answers, answersFor, type Schema } from '../machines/sample.ts'
import { clock, formFor, openedEvent, saidEvent, speakerFor } from '../machines/saying.ts'

/** `says`: what is not answered is answered plainly; without `by` the first person who may says it. `passes`: time goes by until the deadline. */
export type Line = { says: string; answers?: Answers; by?: string } | { passes: string } | { waits: number }
export type Script = { circumstances?: Circumstances; settings?: Partial<Settings>; opening?: Answers; lines: readonly Line[] }
export type Recorded = { event: MachineEvent; paths: string[]; stateDigest: string }
export type History = { procedure: string; events: Recorded[] }

export const says = (type: string, answers: Answers = {}, by?: string): Line => ({ says: type, answers, ...(by && { by }) })
export const passes = (deadline: string): Line => ({ passes: deadline })
/** Days go by; deadlines that fall into them pass. */
export const waits = (days: number): Line => ({ waits: days })

type Running = { deadline: string; step: string; due: string }
type Case = { procedure: Procedure; script: Script; at: string; stored: Stored; timers: Running[]; handlers: string[]; events: Recorded[] }

const hour = 3_600_000
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

/** The history a script makes; an Error naming the line where the procedure doesn't allow it. */
export function record(procedure: Procedure, script: Script): History {
  const theCase = begin(procedure, script)
  for (const line of script.lines) {
    if ('says' in line) speak(theCase, line)
    else if ('passes' in line) passUntil(theCase, line.passes)
    else passDays(theCase, line.waits)
  }
  return { procedure: `${procedure.name}@${procedure.version}`, events: theCase.events }
}

function begin(procedure: Procedure, script: Script): Case {
  const at = '2026-03-09T01:00:00.000Z'
  const records = recordsOf(script.circumstances ?? {}, at, procedure.name)
  const opener = records.people.find(({ role }) => procedure.opening.by.includes(role))
  const answers = { ...answersFor(procedure.opening.payload as Schema, lookupIn(records)), ...script.opening }
  const speaker = opener ? { actor: opener.id, onBehalfOf: null } : clock
  const event =
    openedEvent(procedure, { answers, speaker, at, records }, { ...defaultSettings, ...script.settings }) ??
    refuse(procedure, 'the opening', 'is not possible')
  const theCase: Case = { procedure, script, at, stored: {} as Stored, timers: [], handlers: persons(event), events: [] }
  keep(theCase, event, open(procedure, event))
  return theCase
}

const recordsNow = ({ procedure, script, at, handlers }: Case): Records => ({
  ...recordsOf(script.circumstances ?? {}, at, procedure.name),
  handlers,
})

function speak(theCase: Case, { says: type, answers: given = {}, by }: Extract<Line, { says: string }>) {
  const { procedure, stored } = theCase
  const spec = procedure.events[type] ?? refuse(procedure, type, 'is unknown')
  theCase.at = later(theCase.at, hour)
  const records = recordsNow(theCase)
  const schema = formFor(spec, stored.context, records)
  const answers = { ...answersFor(schema as Schema, lookupIn(records)), ...given }
  for (const { path, message } of violations(schema, answers)) refuse(procedure, type, `${path}: ${message.en}`)
  const people = by ? records.people.filter(({ id }) => id === by) : records.people
  const speaker = speakerFor(spec, stored.context, { ...records, people }) ?? refuse(procedure, type, 'may be said by nobody there')
  const event =
    saidEvent(procedure, stored, type, { answers, speaker, at: theCase.at, records }) ?? refuse(procedure, type, 'is not possible')
  keep(theCase, event, advance(procedure, stored, event) ?? refuse(procedure, type, `cannot happen in ${paths(stored.value)}`))
  if (!spec.decision) theCase.handlers = [...theCase.handlers, ...persons(event)]
}

function passUntil(theCase: Case, deadline: string) {
  for (;;) {
    const next = soonest(theCase) ?? refuse(theCase.procedure, deadline, 'is not running')
    pass(theCase, next)
    if (next.deadline === deadline) return
  }
}
function passDays(theCase: Case, days: number) {
  const until = later(theCase.at, days * 24 * hour)
  for (let next = soonest(theCase); next && next.due <= until; next = soonest(theCase)) pass(theCase, next)
  theCase.at = until
}
const soonest = ({ timers }: Case) => timers.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0]

function pass(theCase: Case, timer: Running) {
  theCase.timers = theCase.timers.filter((other) => other !== timer)
  theCase.at = timer.due > theCase.at ? timer.due : theCase.at
  const event: MachineEvent = { type: 'deadline.passed', ...clock, at: theCase.at, ...timer }
  keep(theCase, event, advance(theCase.procedure, theCase.stored, event) ?? refuse(theCase.procedure, timer.deadline, 'cannot pass'))
}

function keep(theCase: Case, event: MachineEvent, { stored, timers }: Step) {
  theCase.stored = JSON.parse(JSON.stringify(stored))
  theCase.events.push({ event, paths: paths(stored.value), stateDigest: stateDigest(stored) })
  for (const change of timers) {
    const { deadline, step } = 'set' in change ? change.set : change.clear
    theCase.timers = theCase.timers.filter((timer) => timer.deadline !== deadline || timer.step !== step)
    if ('set' in change) theCase.timers.push({ deadline, step, due: due(theCase.at, change.span, statutoryCalendar).due })
  }
}

const refuse = ({ name }: Procedure, what: string, why: string): never => {
  throw new Error(`${name}: ${what} ${why}`)
}
