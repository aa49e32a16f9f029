// The walk finds what it is there to find: shown on a procedure with one fault of each kind.
import { describe, expect, it } from 'vitest'
import { common } from '../../machines/common.ts'
import { flag, text } from '../../machines/form.ts'
import { say } from '../../machines/label.ts'
import { event, openedBy, type Procedure, procedure } from '../../machines/procedure.ts'
import { ending, walk } from './walk.ts'

type Context = { note: string | null; urgent: boolean }
const label = say('测试', 'Test')
const meta = { label, clause: 'A1.1', owner: 'teaching' } as const

const events = {
  noted: event({
    by: ['teaching'],
    label,
    words: { note: text('说明', 'Note') },
    complete: ({ note }) => ({ copied: note as string }),
    remember: (_, { copied }) => ({ note: copied }) as object,
  }),
  ignored: event({ by: ['teaching'], label }),
  stopped: event({ by: ['teaching'], label }),
  finished: event({ by: ['teaching'], label }),
}
const opening = openedBy<Context>()({
  by: ['teaching'],
  facts: { urgent: flag('加急', 'Urgent') },
  start: (input) => ({ ...common(input), note: null, urgent: input.urgent }),
})
const guards = { urgent: { when: (c: Context) => c.urgent, unmet: label }, never: { when: () => false, unmet: label } }
const deadlines = { soon: { label, span: () => ({ workingDays: 1 }) } }
const machine = procedure({ context: {} as Context, events, opening, guards, deadlines }).createMachine({
  id: 'faulty',
  context: ({ input }) => opening.start(input),
  initial: 'begun',
  states: {
    begun: {
      meta,
      on: {
        noted: { target: 'waiting', actions: 'remember' },
        ignored: {},
        stopped: [{ guard: 'urgent', target: 'stuck' }, { target: 'over' }],
      },
    },
    waiting: { meta, after: { soon: 'over' }, on: { finished: { guard: 'never', target: 'unseen' } } },
    stuck: { meta },
    unseen: { meta },
    over: { type: 'final', meta: { label, clause: 'A1.1' } },
  },
})
const faulty: Procedure = {
  name: 'faulty',
  version: 1,
  label,
  department: 'teaching',
  prefix: 'CS',
  events,
  opening,
  guards,
  deadlines,
  machine,
}

describe('a walk through a procedure with faults', () => {
  const found = walk(faulty)

  it('comes everywhere but where no case can be', () => {
    expect([...found.visited].sort()).toEqual(['begun', 'over', 'stuck', 'waiting'])
    expect(found.said).toEqual(new Set(['noted', 'stopped']))
  })

  it('notices what is offered and then refused, what leaks, and what ends without an outcome', () => {
    expect([...found.faults].sort()).toEqual([
      'deadline.passed leaves personal words in the context',
      'ignored is offered in begun and then refused',
      'noted brings personal words among its facts',
      'noted leaves personal words in the context',
      'over ends a case without an outcome',
    ])
  })

  it('notices where a case is stuck, and lets a deadline be a way on', () => {
    const canEnd = ending(found)
    expect([...found.nodes.values()].filter(({ key }) => !canEnd.has(key)).map(({ stored }) => stored.value)).toEqual(['stuck'])
  })

  it('says when it gave up', () => {
    expect(walk(faulty, 5).complete).toBe(false)
  })
})
