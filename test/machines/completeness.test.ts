// No procedure is registered half made: what every machine must say about itself, and that every case in it can end.

import { describe, expect, it } from 'vitest'
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { clauses } from '../../machines/clauses.ts'
import { departments } from '../../machines/departments.ts'
import { guardOf, paths } from '../../machines/engine.ts'
import type { Label } from '../../machines/label.ts'
import { narrowed } from '../../machines/narrowing.ts'
import type { EventSpec, Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { tooClose } from '../../machines/rights.ts'
import { deadlineOf, guardName, metaOf, pathOf, statesOf } from '../../machines/states.ts'
import { recordsOf } from './institution.ts'
import { speakerFor } from './saying.ts'
import { ending, type Walk, walk } from './walk.ts'

/** Steps that management may record without deciding: as members of staff, or standing in where a department has nobody left. */
const managementSteps: Record<string, string[]> = {
  discipline: ['misconduct.repeated'],
  complaint: [
    'opinion.given',
    'verdict.administration.approved',
    'verdict.administration.objected',
    'verdict.finance.approved',
    'verdict.finance.objected',
  ],
}

type Named = [string, unknown]
const every = (items: Named[], check: (item: any, name: string) => void) => {
  expect(items.length).toBeGreaterThan(0)
  for (const [name, item] of items) check(item, name)
}

/** Whole and in both languages, Chinese with its own full-width punctuation. */
const wellWorded = ({ 'zh-CN': zh, en }: Label) =>
  /\p{Script=Han}/u.test(zh) && !/[,;:!?()]/.test(zh) && /^[A-Z]/.test(en) && !/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(en)
const badlyWorded = (labels: [string, Label | undefined][]) =>
  labels.filter(([, label]) => !label || !wellWorded(label)).map(([name, label]) => `${name}: ${label?.['zh-CN']} | ${label?.en}`)

const isFinal = (node: AnyStateNode) => node.type === 'final'
const isLeaf = (node: AnyStateNode) => Object.keys(node.states).length === 0
const isTopLevel = (node: AnyStateNode) => node.path.length === 1
/** A case never waits in a state that is left at once, whatever the context. */
const passesOn = (node: AnyStateNode) => (node.always ?? []).some((way) => way.target && !way.guard)
const waysOf = (node: AnyStateNode): AnyTransitionDefinition[] => [...[...node.transitions.values()].flat(), ...(node.always ?? [])]
const actionNames = ({ actions }: AnyTransitionDefinition) =>
  actions.map((action) => (typeof action === 'string' ? action : (action as { type: string }).type))
const ascending = (names: Iterable<string>) => [...new Set(names)].sort()

const labelsIn = (type: string, payload: object): [string, Label | undefined][] =>
  Object.entries(narrowed(payload, {}).properties).flatMap(([name, field]): [string, Label | undefined][] => [
    [`${type} ${name}`, field['x-title']],
    ...Object.entries(field['x-labels'] ?? {}).map(([value, label]): [string, Label] => [`${type} ${name} ${value}`, label]),
  ])

/** A context in which the event happened, for every department that may have had to say it. */
const contextsOf = ({ nodes }: Walk, type: string, { department }: EventSpec) => {
  const found = [...nodes.values()].filter(({ ways }) => ways.some(({ cause }) => cause === type)).map(({ stored }) => stored.context)
  return [...new Map(found.map((context) => [department?.(context), context])).values()]
}

describe.each(Object.entries(procedures))('the procedure %s', (_, procedure: Procedure) => {
  const { machine, events, opening } = procedure
  const nodes = [machine.root, ...statesOf(procedure)]
  const states: [string, AnyStateNode][] = statesOf(procedure).map((node) => [pathOf(node), node])
  const leaves = states.filter(([, node]) => isLeaf(node))
  const waiting = leaves.filter(([, node]) => !isFinal(node) && !passesOn(node))
  const ways: [string, AnyTransitionDefinition][] = nodes.flatMap((node) =>
    waysOf(node).map((way): [string, AnyTransitionDefinition] => [
      `${way.eventType || 'by itself'} in ${pathOf(node) || 'every state'}`,
      way,
    ]),
  )
  const guards = ascending(ways.flatMap(([, way]) => guardName(way) ?? []))
  const delays = ascending(nodes.flatMap((node) => node.after.map(({ delay }) => String(delay))))
  const forms: [string, Procedure['opening'] | EventSpec][] = [['opening', opening], ...Object.entries(events)]

  it('names every state in both languages', () => {
    expect(badlyWorded(states.map(([path, node]) => [path, metaOf(node)?.label]))).toEqual([])
  })

  it('cites a clause of the regulations at every state', () => {
    every(states, (node, path) => expect(Object.keys(clauses), path).toContain(metaOf(node)?.clause))
  })

  it('says whose turn it is wherever a case waits', () => {
    every(waiting, (node, path) => expect(Object.keys(departments), path).toContain(metaOf(node).owner))
  })

  it('sets a deadline wherever a case waits, its own or that of the step around it', () => {
    every(waiting, (node, path) => expect(deadlineOf(node), path).toBeDefined())
  })

  it('says at each end of a case, and nowhere else, whether the student left', () => {
    every(states, (node, path) =>
      isFinal(node) && isTopLevel(node)
        ? expect(['lost', 'kept', 'none'], path).toContain(metaOf(node).outcome)
        : expect(metaOf(node).outcome, path).toBeUndefined(),
    )
  })

  it('says why, where the regulation is silent, in words', () => {
    for (const [path, node] of states)
      if (metaOf(node).note !== undefined)
        expect(metaOf(node).note, path).toEqual({
          'zh-CN': expect.stringMatching(/[\u4e00-\u9fff]。$/),
          en: expect.stringMatching(/\w+ \w+/),
        })
  })

  it('uses exactly the events of its catalogue', () => {
    const used = ways.map(([, way]) => way.eventType).filter((type) => type && !type.startsWith('xstate.'))
    expect(ascending(used)).toEqual(ascending(Object.keys(events)))
  })

  it('remembers what an event is meant to be remembered for, on every way it can take', () => {
    const forgetful = ways.filter(([, way]) => events[way.eventType]?.remember && !actionNames(way).includes('remember'))
    expect(forgetful.map(([name]) => name)).toEqual([])
  })

  it('does something at every event: a way without target and action is none', () => {
    expect(ways.filter(([, way]) => !way.target && way.actions.length === 0).map(([name]) => name)).toEqual([])
  })

  it('leads to states that exist', () => {
    const all = new Set(statesOf(procedure))
    every(ways, (way, name) =>
      expect(
        (way.target ?? []).every((target: AnyStateNode) => all.has(target)),
        name,
      ).toBe(true),
    )
  })

  it('can leave every state that is not an end, by the state itself or a step around it', () => {
    every(waiting, (node, path) => {
      const around = [...lineage(node)].flatMap(waysOf).filter(({ target }) => target !== undefined)
      expect(around, path).not.toEqual([])
    })
  })

  it('explains each of its guards when it is not met', () => {
    expect(badlyWorded(guards.map((name) => [name, guardOf(procedure, name)?.unmet]))).toEqual([])
  })

  it('asks each of its own guards somewhere', () => {
    expect(guards).toEqual(expect.arrayContaining(Object.keys(procedure.guards)))
  })

  it('names each deadline, and sets each somewhere', () => {
    expect(delays).toEqual(ascending(Object.keys(procedure.deadlines)))
    expect(badlyWorded(Object.entries(procedure.deadlines).map(([name, { label }]) => [name, label]))).toEqual([])
  })

  it('names the procedure, its events and every field of its forms in both languages', () => {
    const names = Object.entries(events).map(([type, { label }]): [string, Label] => [type, label])
    expect(
      badlyWorded([[procedure.name, procedure.label], ...names, ...forms.flatMap(([type, { payload }]) => labelsIn(type, payload))]),
    ).toEqual([])
  })

  it('leaves decisions to management alone', () => {
    for (const [type, { by, decision }] of Object.entries(events)) if (decision) expect(by, type).toEqual(['management'])
  })

  it('leaves steps to others than management, but for those known', () => {
    const steps = Object.entries(events).filter(([, { by, decision }]) => by.includes('management') && !decision)
    expect(ascending(steps.map(([type]) => type))).toEqual(ascending(managementSteps[procedure.name] ?? []))
  })

  it('keeps apart what its machine learns and what it never does', () => {
    every(forms, ({ facts, words }, type) => {
      for (const name of Object.keys(words)) expect(Object.keys(facts), type).not.toContain(name)
    })
  })

  describe('walked through from every opening', () => {
    let walked: ReturnType<typeof walk> | undefined
    const whole = () => (walked ??= walk(procedure))

    it('is known entirely', { timeout: 240_000 }, () => {
      expect(whole().complete).toBe(true)
    })

    it('never refuses what it offers, never lets a personal word in, and never ends without an outcome', () => {
      expect([...whole().faults]).toEqual([])
    })

    it('comes through every one of its states', () => {
      expect(leaves.map(([path]) => path).filter((path) => !whole().visited.has(path))).toEqual([])
    })

    it('gives every event its turn', () => {
      expect(Object.keys(events).filter((type) => !whole().said.has(type))).toEqual([])
    })

    if (procedure.about)
      it('leaves somebody to act in every step, whoever of the leads the case is about', () => {
        const steps = Object.entries(events).filter(([, { by, decision }]) => by.length > 0 && !decision)
        const records = recordsOf({}, '2026-03-09T01:00:00.000Z', procedure.name)
        const stuck = steps.flatMap(([type, spec]) =>
          contextsOf(whole(), type, spec).flatMap((context) =>
            records.people
              .filter(({ lead }) => lead)
              .filter(({ id }) => !speakerFor(spec, context, { ...records, barred: tooClose(id, records.people) }))
              .map(({ id }) => `${type}, about ${id}`),
          ),
        )
        expect(stuck).toEqual([])
      })

    it('can end from everywhere, without anybody voiding or merging the case', () => {
      const canEnd = ending(whole())
      const stuck = [...whole().nodes.values()].filter(({ key }) => !canEnd.has(key))
      expect(ascending(stuck.map(({ stored }) => paths(stored.value).join(' + ')))).toEqual([])
    })
  })
})

function* lineage(node: AnyStateNode): Generator<AnyStateNode> {
  for (let at: AnyStateNode | undefined = node; at?.parent; at = at.parent) yield at
}
