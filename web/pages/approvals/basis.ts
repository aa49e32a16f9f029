// Reads from a case's history and procedure what its approver should see.
import type { Label } from '../../../machines/label.ts'
import type { Case, HistoryEvent } from '../../api/cases.ts'
import type { Described, WithActs } from '../../api/procedures.ts'
import { filesOf, formOf } from '../../ui/recorded.ts'

export const lastReturn = (history: HistoryEvent[]) => history.findLast(({ type }) => type === 'approval.returned')

/** Everything after the opening, or after the last return. */
export const sinceLastReturn = (history: HistoryEvent[]) => {
  const from = lastReturn(history)?.sequence ?? 1
  return history.filter(({ sequence, act }) => sequence > from && !act)
}

/** What brought the case to the steps it waits in: whoever submitted it said why. */
export const submission = (history: HistoryEvent[], waiting: string[]): HistoryEvent | undefined =>
  history.findLast(({ paths }, at) => waiting.some((path) => paths.includes(path) && !history[at - 1]?.paths.includes(path)))

/** The ids of all files that the events of a history refer to, each once. */
export const filesIn = (history: HistoryEvent[], procedure: WithActs): string[] => [
  ...new Set(history.flatMap((event) => filesOf(formOf(event.type, procedure), event.facts))),
]

const parentOf = (path: string) => path.split('.').slice(0, -1).join('.')
const isWithin = (path: string, state: string) => path === state || path.startsWith(`${state}.`)

/** The steps that wait for management. */
export const waitingPaths = ({ steps }: Pick<Case, 'steps'>) =>
  steps.filter(({ department }) => department === 'management').map(({ path }) => path)

/** The decision a step is there for: the first that its procedure names in it, or in the stage around it. */
export function decisionOf(procedure: Described, path: string): string | undefined {
  const { transitions, events } = procedure
  const way = transitions.find(({ from, event }) => from === path && events[event]?.decision)
  return way || !path ? way?.event : decisionOf(procedure, parentOf(path))
}

/** Where the case goes when this is decided, as a rule: the next state, followed through the ends of its parts. Undefined when it stays. */
export function leadsTo({ transitions, states }: Described, from: string[], event: string): Label | undefined {
  const ways = transitions.filter((w) => w.event === event && w.from !== '' && from.some((path) => isWithin(path, w.from)))
  const way = ways.find(({ guard }) => guard === undefined) ?? ways[0]
  let to = way?.to[0]
  for (let end = stateAt(states, to); end?.type === 'final' && parentOf(end.path); end = stateAt(states, to)) {
    const next = transitions.find((w) => w.event === '' && w.from === parentOf(end!.path))
    if (!next) break
    to = next.to[0]
  }
  return to === way?.from ? undefined : stateAt(states, to)?.label
}
const stateAt = (states: Described['states'], path: string | undefined) => states.find((s) => s.path === path)
