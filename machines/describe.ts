// A procedure as data: what `GET /api/procedures` publishes, and what a case's `definition` digest is taken over.
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import type { Role } from './departments.ts'
import type { Label } from './label.ts'
import type { Outcome, Procedure } from './procedure.ts'
import { canonical } from './proof/canonical.ts'
import { sha256Hex } from './proof/hash.ts'
import { below, deadlineOf, guardName, metaOf, pathOf, statesOf } from './states.ts'

type DescribedState = {
  path: string
  label: Label
  clause: string
  owner?: string
  outcome?: Outcome
  deadline?: string
  note?: Label
  type: string
}
type DescribedTransition = { from: string; event: string; to: string[]; label: Label; guard?: string; clause?: string; deadline?: string }
type DescribedEvent = { label: Label; by: readonly Role[]; payload: object; decision: boolean }
export type Description = {
  name: string
  version: number
  label: Label
  initial: string
  department: string
  states: DescribedState[]
  transitions: DescribedTransition[]
  openedBy: readonly Role[]
  opening: object
  events: Record<string, DescribedEvent>
  deadlines: Record<string, Label>
}

const by = { 'zh-CN': '自动', en: 'By itself' }

export function describe(procedure: Procedure): Description {
  const { name, version, label, department, events, deadlines, opening, machine } = procedure
  const described = {
    name,
    version,
    label,
    department,
    initial: machine.root.initial.target.map(pathOf).join(),
    states: statesOf(procedure).map(state),
    transitions: below(machine.root).flatMap((node) => transitionsOf(procedure, node)),
    openedBy: opening.by,
    opening: opening.payload,
    events: map(events, (event) => ({ label: event.label, by: event.by, payload: event.payload, decision: event.decision })),
    deadlines: map(deadlines, (deadline) => deadline.label),
  }
  return JSON.parse(JSON.stringify(described))
}

/** hex H(canonical description): what a case is pinned to. */
export const definitionOf = (procedure: Procedure) => sha256Hex(canonical(describe(procedure)))

const state = (node: AnyStateNode): DescribedState => {
  const { label, clause, owner, outcome, note } = metaOf(node)
  return { path: pathOf(node), type: node.type, label, clause, owner, outcome, deadline: deadlineOf(node), note }
}

const transitionsOf = (procedure: Procedure, node: AnyStateNode): DescribedTransition[] =>
  [...node.transitions.values(), node.always ?? []].flat().map((way) => ({
    from: pathOf(node),
    to: (way.target ?? [node]).map(pathOf),
    guard: guardName(way),
    clause: node.path.length ? metaOf(node).clause : undefined,
    ...cause(procedure, way),
  }))

const cause = ({ events, deadlines }: Procedure, { eventType }: AnyTransitionDefinition) => {
  const deadline = /^xstate\.after\.([^.]+)/.exec(eventType)?.[1]
  if (deadline) return { event: 'deadline.passed', deadline, label: deadlines[deadline]!.label }
  const event = events[eventType]
  return event ? { event: eventType, label: event.label } : { event: '', label: by }
}

const map = <A, B>(record: Record<string, A>, f: (a: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value)]))
