// A clause as a sentence: given(procedure, …what happened).when(what happens).then(what must hold). Pure, on the engine; time runs, deadlines pass.
import { expect } from 'vitest'
import type { Share, Waiver } from '../../machines/debts.ts'
import type { Department } from '../../machines/departments.ts'
import { due, shanghaiDate } from '../../machines/due.ts'
import type { Effect } from '../../machines/effects.ts'
import { advance, type MachineEvent, open, paths, possible, type Step, type Timer } from '../../machines/engine.ts'
import { statutoryCalendar } from '../../machines/holidays.ts'
import { type Label, say } from '../../machines/label.ts'
import { violations } from '../../machines/narrowing.ts'
import type { NoticeName } from '../../machines/notices.ts'
import { type EventSpec, type Outcome, type Procedure, persons } from '../../machines/procedure.ts'
import { type EnrolmentRecord, isImpossible, type Records } from '../../machines/records.ts'
import { isDenial, mayRecord } from '../../machines/rights.ts'
import { defaultSettings, type Settings } from '../../machines/settings.ts'
import { type Circumstances, lookupIn, recordsOf } from './institution.ts'
import { type Answers, answersFor, type Schema } from './sample.ts'
import { clock, formFor, openedEvent, type Speaker, saidEvent, speakerFor, system } from './saying.ts'

/** Something that happens. An event's name alone says it plainly, by the first person who may. */
export type Happening = string | Said | { passes: string } | { waits: number }
type Said = { says: string; answers: Answers; by: string | null }
/** What is not answered is answered plainly, `undefined` leaves it out; without `by` the first person who may says it. */
export const says = (type: string, answers: Answers = {}, by: string | null = null): Happening => ({ says: type, answers, by })
/** Time goes by until the deadline has passed. */
export const passes = (deadline: string): Happening => ({ passes: deadline })
/** Calendar days go by; deadlines that fall into them pass. */
export const waits = (days: number): Happening => ({ waits: days })

/** The effect that a department finds a notice. */
export const tells = (to: Department, notice: NoticeName): Effect => ({ type: 'notify', params: { to, notice } })

/** The house and the form a case is opened with. `held` changes what each enrolment holds, `records` anything else that is on record. */
export type Setting = Circumstances & {
  opening?: Answers
  settings?: Partial<Settings>
  held?: Partial<EnrolmentRecord>
  records?: Partial<Records>
}

type Running = Timer & { due: string }
type Case = {
  procedure: Procedure
  setting: Setting
  at: string
  step: Step
  timers: Running[]
  handlers: string[]
  enrolments: EnrolmentRecord[]
}
type Refused = { refused: Label }
const isRefused = (result: Case | Refused): result is Refused => 'refused' in result

/** What must hold after the last happening: everything named is checked, nothing else. */
export type Expected = {
  /** The dotted paths of all active states, in the order of the drawing. */
  at?: string | string[]
  outcome?: Outcome
  /** Effects among those of the last step: by name, or with parameters. */
  effects?: (Effect['type'] | Effect)[]
  without?: Effect['type'][]
  context?: object
  /** By deadline: the Shanghai date on which it falls due, or null where it must not run. */
  timers?: Record<string, string | null>
  offers?: string[]
  withheld?: string[]
  /** By event: why a guard still forbids it, in English. */
  waiting?: Record<string, string>
  /** Facts that were computed for the last event. */
  facts?: object
  /** The last happening was refused, in these English words. */
  refused?: string
}

type Outcomes = { then: (expected: Expected) => void }
type Given = Outcomes & { when: (happening: Happening) => Outcomes }

/** `setting` may stand before the happenings, for anything but a plain case. */
export function given(procedure: Procedure, ...told: [Setting, ...Happening[]] | Happening[]): Given {
  const [setting, happenings] = isSetting(told[0]) ? [told[0], told.slice(1)] : [{}, told]
  const before = () => (happenings as Happening[]).reduce(certainly, opened(procedure, setting))
  return { ...outcomes(before), when: (happening) => outcomes(() => happen(before(), happening)) }
}
export const isSetting = (told: Setting | Happening | undefined): told is Setting =>
  typeof told === 'object' && !('says' in told) && !('passes' in told) && !('waits' in told)

/** The opening alone, also one that is refused. */
export const opening = (procedure: Procedure, setting: Setting) => outcomes(() => begin(procedure, setting))

const outcomes = (result: () => Case | Refused): Outcomes => ({
  // biome-ignore lint/suspicious/noThenProperty: it reads as a sentence, and nobody awaits it
  then: (expected) => check(result(), expected),
})

const certainly = (theCase: Case, happening: Happening): Case => {
  const result = happen(theCase, happening)
  if (isRefused(result)) throw new Error(`${JSON.stringify(happening)} at ${where(theCase)}: ${result.refused.en}`)
  return result
}
const opened = (procedure: Procedure, setting: Setting): Case => {
  const result = begin(procedure, setting)
  if (isRefused(result)) throw new Error(`${procedure.name} cannot be opened: ${result.refused.en}`)
  return result
}
const where = ({ step }: Case) => paths(step.stored.value).join(' + ')

const start = '2026-03-09T01:00:00.000Z'
const minute = 60_000
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

const recordsAt = ({ procedure, setting, at, handlers, enrolments }: Omit<Case, 'step'>): Records => ({
  ...recordsOf(setting, at, procedure.name),
  ...setting.records,
  handlers,
  enrolments,
})

function begin(procedure: Procedure, setting: Setting): Case | Refused {
  const enrolments = recordsOf(setting, start, procedure.name).enrolments.map((held) => ({ ...held, ...setting.held }))
  const fresh = { procedure, setting, at: start, timers: [], handlers: [], enrolments }
  const records = recordsAt(fresh)
  const opener = records.people.find(({ role }) => procedure.opening.by.includes(role))
  const speaker = opener ? { actor: opener.id, onBehalfOf: null } : system
  const answers = { ...answersFor(procedure.opening.payload as Schema, lookupIn(records)), ...setting.opening }
  const wrong = violations(procedure.opening.payload as never, answers)[0]
  if (wrong) return { refused: wrong.message }
  const computed = procedure.opening.complete?.(answers, { ...records, actor: speaker.actor }) ?? {}
  if (isImpossible(computed)) return { refused: computed.impossible }
  const event = openedEvent(procedure, { answers, speaker, at: start, records }, { ...defaultSettings, ...setting.settings })!
  return after(fresh, event, open(procedure, event))
}

function happen(theCase: Case, happening: Happening): Case | Refused {
  if (typeof happening === 'string') return speak(theCase, { says: happening, answers: {}, by: null })
  if ('passes' in happening) return pass(theCase, happening.passes)
  if ('waits' in happening) return wait(theCase, happening.waits)
  return speak(theCase, happening)
}

const notNow = say('目前不能这样办理', 'This cannot happen now')

function speak(theCase: Case, { says: type, answers: given, by }: Said): Case | Refused {
  const { procedure, step } = theCase
  const spec = procedure.events[type]
  if (!spec) throw new Error(`${procedure.name} has no event ${type}`)
  const now = { ...theCase, at: later(theCase.at, minute) }
  const records = recordsAt(now)
  const forbidden = unmet(now, type)
  if (forbidden) return { refused: forbidden }
  const speaker = chosen(type, now, by)
  if ('refused' in speaker) return speaker
  const schema = formFor(spec, step.stored.context, records)
  const answers = answered({ ...answersFor(schema as Schema, lookupIn(records)), ...given })
  const objection = objectionTo(spec, answers, { context: step.stored.context, records: { ...records, actor: speaker.actor } })
  const wrong = violations(schema, answers)[0]?.message ?? objection
  if (wrong) return { refused: wrong }
  const event = saidEvent(procedure, step.stored, type, { answers, speaker, at: now.at, records })!
  return moved(now, event)
}

const answered = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined))

const unmet = ({ procedure, step }: Case, type: string): Label | null => {
  const { ready, waiting } = possible(procedure, step.stored)
  return ready.includes(type) ? null : (waiting.find((one) => one.type === type)?.unmet ?? notNow)
}

function chosen(type: string, theCase: Case, by: string | null): Speaker | Refused {
  const records = recordsAt(theCase)
  const spec = theCase.procedure.events[type]!
  const { context } = theCase.step.stored
  if (!by) return speakerFor(spec, context, records) ?? { refused: say('没有人可以办理', 'Nobody may do this') }
  const person = records.people.find(({ id }) => id === by)
  if (!person) throw new Error(`nobody is called ${by}`)
  const answer = mayRecord(spec, { ...person, principals: [] }, { type, context, records })
  return isDenial(answer) ? { refused: answer.reason } : { actor: by, onBehalfOf: null }
}

function objectionTo(spec: EventSpec, answers: Answers, { context, records }: { context: unknown; records: Records }): Label | null {
  const against = spec.possible?.(context, records)
  if (against) return against
  const computed = spec.complete?.(answers, context, records) ?? {}
  return isImpossible(computed) ? computed.impossible : null
}

/** Deadlines that fall due before this one pass before it. */
function pass(theCase: Case, deadline: string): Case | Refused {
  let now: Case | Refused = theCase
  for (;;) {
    const next: Running | undefined = soonest(now)
    if (!next) return { refused: say('没有这个期限', `No deadline ${deadline} runs`) }
    now = fire(now, next)
    if (isRefused(now) || next.deadline === deadline) return now
  }
}

function wait(theCase: Case, days: number): Case | Refused {
  const until = later(theCase.at, days * 24 * 60 * minute)
  let now: Case | Refused = theCase
  for (let next = soonest(now); next && next.due < until; next = soonest(now)) {
    now = fire(now, next)
    if (isRefused(now)) return now
  }
  return { ...now, at: until }
}

const soonest = ({ timers }: Case) => timers.toSorted((a, b) => a.due.localeCompare(b.due))[0]
/** A date already gone passes at once: time never runs back. */
function fire(theCase: Case, timer: Running): Case | Refused {
  const at = [later(timer.due, 1), theCase.at].sort()[1]!
  const timers = theCase.timers.filter((other) => other !== timer)
  return moved({ ...theCase, at, timers }, { type: 'deadline.passed', ...timer, ...clock, at })
}

function moved(theCase: Case, event: MachineEvent): Case | Refused {
  const step = advance(theCase.procedure, theCase.step.stored, event)
  return step ? after(theCase, event, step) : { refused: notNow }
}

function after(theCase: Omit<Case, 'step'>, event: MachineEvent, step: Step): Case {
  const spec = theCase.procedure.events[event.type]
  const human = event.actor !== 'clock' && event.actor !== 'system'
  const handlers = human && !spec?.decision ? [...theCase.handlers, ...persons(event)] : theCase.handlers
  const timers = step.outcome ? [] : step.timers.reduce((running, change) => changed(running, change, event.at), theCase.timers)
  const enrolments = step.effects.reduce(carriedOut, theCase.enrolments)
  return { ...theCase, at: event.at, step: { ...step, event } as Step, handlers, timers, enrolments }
}

const changed = (running: Running[], change: Step['timers'][number], at: string): Running[] => {
  const { deadline, step } = 'set' in change ? change.set : change.clear
  const others = running.filter((timer) => timer.deadline !== deadline || timer.step !== step)
  return 'set' in change ? [...others, { deadline, step, due: due(at, change.span, statutoryCalendar).due }] : others
}

/** What a step does to the enrolments on record, as far as a later settlement looks at it. */
const carriedOut = (enrolments: EnrolmentRecord[], { type, params }: Effect): EnrolmentRecord[] => {
  if (type === 'debt.pay') return changedBy(enrolments, params.shares, paid)
  if (type === 'debt.waive') return changedBy(enrolments, params.shares, waived)
  if (type === 'enrolments.end')
    return enrolments.map((held) => (params.enrolments.includes(held.enrolment) ? { ...held, status: 'ended' } : held))
  if (type === 'enrolments.restore')
    return enrolments.map((held) => (params.enrolments.includes(held.enrolment) ? { ...held, status: 'running' } : held))
  return enrolments
}
type Change<S> = (held: EnrolmentRecord, share: S) => EnrolmentRecord
const changedBy = <S extends Share>(enrolments: EnrolmentRecord[], shares: S[], change: Change<S>) =>
  enrolments.map((held) => shares.filter((s) => s.enrolment === held.enrolment).reduce(change, held))
const paid: Change<Share> = (held, { amountFen }) => ({
  ...held,
  owedFen: held.owedFen - amountFen,
  paidFen: held.paidFen + amountFen,
})
const waived: Change<Waiver> = (held, { amountFen, priceFen }) => ({
  ...held,
  owedFen: held.owedFen - amountFen,
  priceFen: held.priceFen - priceFen,
})

function check(result: Case | Refused, expected: Expected) {
  if (expected.refused !== undefined || isRefused(result)) {
    expect(isRefused(result) ? result.refused.en : 'not refused').toBe(expected.refused ?? 'not refused')
    return
  }
  checkStep(result, expected)
  checkWays(result, expected)
}

function checkStep({ step, timers }: Case, { at, outcome, effects = [], without = [], context, timers: due = {}, facts }: Expected) {
  if (at !== undefined) expect(paths(step.stored.value)).toEqual([at].flat())
  if (outcome !== undefined) expect(step.outcome).toBe(outcome)
  if (context) expect(step.stored.context).toMatchObject(context)
  if (facts) expect((step as Step & { event: MachineEvent }).event).toMatchObject(facts)
  const names = step.effects.map(({ type }) => type)
  for (const effect of effects) {
    if (typeof effect === 'string') expect(names).toContain(effect)
    else expect(step.effects).toContainEqual(effect)
  }
  for (const effect of without) expect(names).not.toContain(effect)
  for (const [deadline, date] of Object.entries(due)) {
    const timer = timers.find((one) => one.deadline === deadline)
    expect([deadline, timer ? shanghaiDate(timer.due) : null]).toEqual([deadline, date])
  }
}

function checkWays({ procedure, step }: Case, { offers = [], withheld = [], waiting = {} }: Expected) {
  const ways = possible(procedure, step.stored)
  expect(ways.ready).toEqual(expect.arrayContaining(offers))
  for (const type of withheld) expect(ways.ready).not.toContain(type)
  for (const [type, words] of Object.entries(waiting)) expect(ways.waiting.find((one) => one.type === type)?.unmet.en).toBe(words)
}
