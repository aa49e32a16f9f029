// The vocabulary every procedure is written in: events with facts and words, guards with reasons, deadlines by name.
import type { Static, TObject, TProperties, TSchema } from 'typebox'
import { type AnyStateMachine, assign, type EventObject, type MachineContext, setup } from 'xstate'
import { commonActions } from './actions.ts'
import type { ClauseId } from './clauses.ts'
import { type Common, commonGuards } from './common.ts'
import type { Department, Role } from './departments.ts'
import type { Span } from './due.ts'
import { type EffectParams, effectNames, type Overdue, overdue } from './effects.ts'
import { form } from './form.ts'
import type { Label } from './label.ts'
import type { Impossible, Records } from './records.ts'
import type { Settings } from './settings.ts'

/** Who said it, for whom, and when: a part of every event a machine receives. */
export type Said = { actor: string; onBehalfOf: string | null; at: string }
/** Both persons of an event recorded by a deputy. */
export const persons = ({ actor, onBehalfOf }: Said) => (onBehalfOf ? [actor, onBehalfOf] : [actor])

type Facts<F extends TProperties> = Static<TObject<F>>
type Computed<R> = Exclude<R, Impossible>
/** What a form's answers look like before the personal words are split off. */
export type Answers = Record<string, unknown>
/** What this case makes of a form: `fields: {name: {const, enum, default, minimum, formatMinimum …}}`, fields it cannot do without, and optional ones `without` which it is. */
export type Narrowing = { fields?: Record<string, Record<string, unknown>>; required?: string[]; without?: string[] }
export type PersonRule<C> = { allowed: (context: C, who: readonly string[]) => boolean; unmet: Label; code: 'four-eyes' | 'not-yours' }

/**
 * One thing that can happen: who may say it, what it is called, and what must be said with it.
 * `facts` reach the machine, `words` never do. A `decision` is no step: who decided did not thereby handle the case.
 */
export type EventSpec<C = any, F extends TProperties = any, R extends object = any> = {
  by: readonly Role[]
  label: Label
  facts: F
  words: TProperties
  payload: TSchema
  decision: boolean
  /** Only who leads one of the departments in `by`. */
  lead: boolean
  person?: PersonRule<C>
  /** Only people of this department, where the case itself says which one handles it. */
  department?: (context: C) => Department
  narrow?: (context: C, records: Records) => Narrowing
  /** What other records say against it: the reason, or null. */
  possible?: (context: C, records: Records) => Label | null
  /** Adds what can be computed, so that nobody is asked for it. */
  complete?: (answers: Answers, context: C, records: Records) => R
  /** What the machine keeps of it: a patch to its context. */
  remember?: (context: C, event: Said & Facts<F> & Computed<R>) => Partial<C>
}
type Optional = 'facts' | 'words' | 'payload' | 'decision' | 'lead'
type Written<C, F extends TProperties, R extends object> = Omit<EventSpec<C, F, R>, Optional> & {
  facts?: F
  words?: TProperties
  decision?: true
  lead?: true
}

/** Makes the `event()` of a procedure whose context is C. */
export const eventsOf =
  <C extends MachineContext>() =>
  <const F extends TProperties = {}, R extends object = {}>(written: Written<C & Common, F, R>): EventSpec<C & Common, F, R> => {
    const { facts = {} as F, words = {}, decision = false, lead = false } = written
    return { ...written, facts, words, decision, lead, payload: form(facts, words) }
  }
export const event = eventsOf<{}>()

export type Catalogue = Record<string, EventSpec>
type EventOf<Cat extends Catalogue> = {
  [K in keyof Cat & string]: Cat[K] extends EventSpec<any, infer F, infer R> ? { type: K } & Said & Facts<F> & Computed<R> : never
}[keyof Cat & string]

/** What every state says about itself; a test refuses a state that doesn't. `outcome` stands at final states only. */
export type StateMeta = { label: Label; clause: ClauseId; owner?: Department; outcome?: Outcome; note?: Label }
export type Outcome = 'lost' | 'kept' | 'none'

/** A guard reads the context only, so a worklist can ask it before anyone has filled in a form. */
export type Guard<C> = { when: (context: C) => boolean; unmet: Label }
/** How long a state may last. Never read from XState's delay: that is looked up here by its name. */
export type Deadline<C> = { label: Label; span: (context: C) => Span }

export type Opening<C = any, F extends TProperties = any, R extends object = any> = {
  by: readonly Role[]
  facts: F
  words: TProperties
  payload: TSchema
  complete?: (answers: Answers, records: Records) => R
  /** The context a case starts with. */
  start: (input: Input<F, R>) => C
}
/** What event 1 holds beside the form: settings in force, campus and number. */
export type Input<F extends TProperties = {}, R extends object = {}> = Facts<F> &
  Computed<R> & { settings: Settings; campus: string | null; number: string; at: string; actor: string; follows?: string }

type InputOf<O> = O extends Opening<any, infer F, infer R> ? Input<F, R> : never

export type Procedure = {
  name: string
  version: number
  label: Label
  /** The department whose procedure this is: its lead may void or merge a case. */
  department: Department
  /** Two or more capital letters that begin a case number. */
  prefix: string
  events: Catalogue
  opening: Opening
  guards: Record<string, Guard<any>>
  deadlines: Record<string, Deadline<any>>
  machine: AnyStateMachine
  /** The person a case is about: kept from it, as are those who lead them or report to them. */
  about?: (context: any) => string | null
  /** What follows a case of another procedure appeals it: whoever handled or decided that one is kept from this. */
  appeals?: true
  /** Departments that watch over every case from its opening and read its words. */
  watchedBy?: readonly Department[]
  /** Who handled it in the sense of an appeal, where not everybody who recorded a step did. */
  handledBy?: (context: any) => string[]
  /** Who owns a state whose department depends on the case; undefined where the state's own owner stands. */
  ownerOf?: (context: any, path: string) => Department | undefined
}

export const openedBy =
  <C extends MachineContext>() =>
  <const F extends TProperties = {}, R extends object = {}>(
    written: Omit<Opening<C & Common, F, R>, 'payload' | 'words'> & { words?: TProperties },
  ): Opening<C & Common, F, R> => {
    const { words = {} } = written
    return { ...written, words, payload: form(written.facts, words) }
  }

type Parts<C, Cat, O, G extends string, D extends string> = {
  context: C
  events: Cat
  opening: O
  guards?: Record<G, Guard<C & Common>>
  deadlines?: Record<D, Deadline<C & Common>>
}
/** Actions every procedure may use: `leave` and `undoLeaving` carry all that A6.1.3 sets going at once. */
type Actions = EffectParams & {
  remember: undefined
  late: Overdue | undefined
  attempt: undefined
  attemptsBegin: undefined
  leave: undefined
  undoClaim: undefined
  undoLeaving: undefined
}

const outside = () => {
  throw new Error('an effect was executed inside a transition')
}
const effects = Object.fromEntries([...effectNames, overdue].map((name) => [name, outside]))
/** XState wants a number; what a delay means is looked up by its name. */
const unread = 1

const each = <K extends string, A, B>(record: Record<K, A> | undefined, f: (a: A) => B) =>
  Object.fromEntries(Object.entries(record ?? {}).map(([key, a]) => [key, f(a as A)])) as Record<K, B>

/** A `setup()` that knows one procedure's events, guards, deadlines and context, and everything procedures share. */
export const procedure = <
  C extends MachineContext,
  const Cat extends Catalogue,
  O extends Opening,
  G extends string = never,
  D extends string = never,
>(
  parts: Parts<C, Cat, O, G, D>,
) => {
  type Context = C & Common
  type Event = EventOf<Cat>
  const remember = assign(({ context, event }) => (parts.events[event.type]?.remember?.(context, event as never) ?? {}) as Partial<Context>)
  return setup<
    Context,
    Event,
    {},
    {},
    Actions,
    Record<G | keyof typeof commonGuards, undefined>,
    D,
    string,
    InputOf<O>,
    {},
    EventObject,
    StateMeta
  >({
    actions: { ...effects, ...commonActions, remember } as never,
    guards: each({ ...commonGuards, ...parts.guards } as Record<string, Guard<Context>>, askContext) as never,
    delays: each(parts.deadlines, () => unread) as never,
  })
}

const askContext =
  <C>(guard: Guard<C>) =>
  ({ context }: { context: C }) =>
    guard.when(context)

/** The opening of a kit that only shared states are written with. */
export const nothingElse: Opening = { by: [], facts: {}, words: {}, payload: form({}, {}), start: () => ({}) }
