// What the compiler must refuse in a procedure; `tsc` is the runner. Each line below an expectation would be a mistake nobody has to test for.
import { common } from '../../machines/common.ts'
import type { Effect } from '../../machines/effects.ts'
import { choice, date, fen, text } from '../../machines/form.ts'
import { type Label, say } from '../../machines/label.ts'
import { type Deadline, event, eventsOf, type Guard, openedBy, type Procedure, procedure } from '../../machines/procedure.ts'
import { closing, superseding } from '../../machines/shared/closing.ts'
import { notice } from '../../machines/shared/formalities.ts'

type Context = { rounds: number }
const label = say('测试', 'Test')
const teaching = ['teaching'] as const
const meta = { label, clause: 'A1.1', owner: 'teaching' } as const

// Labels: both languages.
// @ts-expect-error no Chinese
export const english: Label = { en: 'Test' }

// Events: known people, facts apart from words.
const said = eventsOf<Context>()
const when = { when: date('日期', 'Date') }
const why = { why: text('原因', 'Reason') }
export const good = said({
  by: teaching,
  label,
  facts: when,
  words: why,
  remember: ({ rounds }, { when }) => ({ rounds: rounds + when.length }),
})
// @ts-expect-error nobody has this role
event({ by: ['teacher'], label })
// @ts-expect-error no label
event({ by: teaching })
// @ts-expect-error an event is a decision or says nothing of it
event({ by: teaching, label, decision: false })
// @ts-expect-error a word never reaches the machine
said({ by: teaching, label, words: why, remember: (_, { why }) => ({ rounds: why.length }) })
// @ts-expect-error a fact nobody said
said({ by: teaching, label, facts: when, remember: (_, { where }) => ({ rounds: where }) })
// @ts-expect-error a date is no number
said({ by: teaching, label, facts: when, remember: (_, { when }) => ({ rounds: when }) })
// @ts-expect-error the case keeps no such thing
said({ by: teaching, label, remember: ({ rounds }) => ({ round: rounds }) })
// @ts-expect-error nothing of the kind was computed
said({ by: teaching, label, complete: () => ({ sum: 1 }), remember: (_, { total }) => ({ rounds: total }) })
// @ts-expect-error the context has no such thing
said({ by: teaching, label, narrow: ({ amount }) => ({ fields: { amountFen: { const: amount } } }) })
// @ts-expect-error a choice names each value in both languages
choice('颜色', 'Colour', { red: 'Red' })
// @ts-expect-error both titles
fen('金额')

// Guards and deadlines.
// @ts-expect-error a guard reads the context, never the event
export const guard: Guard<Context> = { when: (context: Context, said: object) => context === said, unmet: label }
// @ts-expect-error a guard says what is missing
export const silent: Guard<Context> = { when: () => true }
// @ts-expect-error working days, calendar days or a date
export const hours: Deadline<Context> = { label, span: () => ({ hours: 2 }) }

// Openings.
// @ts-expect-error the case starts without its rounds
openedBy<Context>()({ by: teaching, facts: {}, start: (input) => common(input) })
// @ts-expect-error the form does not ask for a student
openedBy<Context>()({ by: teaching, facts: {}, start: (input) => ({ ...common({ ...input, student: input.student }), rounds: 0 }) })

// Machines. A deadline nobody named slips through XState’s types; completeness.test.ts refuses it.
const events = { good, plain: event({ by: teaching, label }) }
const opening = openedBy<Context>()({ by: teaching, facts: {}, start: (input) => ({ ...common(input), rounds: 0 }) })
const guards = { often: { when: ({ rounds }: Context) => rounds > 2, unmet: label } }
const deadlines = { soon: { label, span: () => ({ workingDays: 1 }) } }
const kit = procedure({ context: {} as Context, events, opening, guards, deadlines })
const notify = { type: 'notify', params: { to: 'teaching', notice: 'tellOutcome' } } as const

kit.createStateConfig({
  meta,
  entry: notify,
  after: { soon: { actions: { type: 'late', params: { also: 'teaching' } } } },
  on: {
    good: [
      { guard: 'often', target: 'b', actions: 'remember' },
      { guard: 'settlementOpen', target: 'c' },
    ],
    plain: 'b',
  },
})
// @ts-expect-error an event outside the catalogue
kit.createStateConfig({ meta, on: { bad: 'b' } })
// @ts-expect-error a guard nobody wrote
kit.createStateConfig({ meta, on: { good: { guard: 'never', target: 'b' } } })
// @ts-expect-error no clause
kit.createStateConfig({ meta: { label, owner: 'teaching' } })
// @ts-expect-error no such clause in the regulations
kit.createStateConfig({ meta: { ...meta, clause: 'A9.9' } })
// @ts-expect-error no such department
kit.createStateConfig({ meta: { ...meta, owner: 'teachers' } })
// @ts-expect-error a case ends lost, kept or none
kit.createStateConfig({ meta: { ...meta, outcome: 'won' } })
// @ts-expect-error an action nobody carries out
kit.createStateConfig({ meta, entry: 'celebrate' })
// @ts-expect-error a notice tells somebody something
kit.createStateConfig({ meta, entry: 'notify' })
// @ts-expect-error no such notice
kit.createStateConfig({ meta, entry: { ...notify, params: { to: 'teaching', notice: 'hello' } } })
kit.createStateConfig({ meta, after: { soon: { actions: 'late' } } })
// @ts-expect-error no such department
kit.createStateConfig({ meta, after: { soon: { actions: { type: 'late', params: { also: 'teachers' } } } } })
// @ts-expect-error a promise has a date
export const promise: Effect = { type: 'promise.keep', params: { materials: true, percent: 10 } }

const machine = { id: 'a', context: opening.start({} as never), initial: 'a' } as const
kit.createMachine({ ...machine, states: { a: { meta, after: { soon: 'b' } }, b: { meta } } })
// @ts-expect-error a shared state needs its events in the catalogue
kit.createMachine({ ...machine, states: { a: notice('b'), b: { meta } } })
// @ts-expect-error a case that can be voided needs the event for it
kit.createMachine({ ...machine, on: { ...closing }, states: { a: { meta } } })
// @ts-expect-error a case that can be superseded needs the event for it
kit.createMachine({ ...machine, on: { ...superseding }, states: { a: { meta } } })

// Procedures.
const made = { version: 1, label, department: 'teaching', prefix: 'CS', events, opening, guards, deadlines, machine: {} as never } as const
export const whole: Procedure = { name: 'a', ...made }
// @ts-expect-error no name
export const nameless: Procedure = made
// @ts-expect-error no department has this name
export const homeless: Procedure = { name: 'a', ...made, department: 'teachers' }
