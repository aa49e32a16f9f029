// What a step that waits for management is there to decide, and where the case goes by it.
import type { Label } from './label.ts'
import type { Published } from './published.ts'

type Decided = Pick<Published, 'states'> & {
  transitions: Pick<Published['transitions'][number], 'from' | 'to' | 'event' | 'guard'>[]
  events: Record<string, { decision: boolean }>
}

const parentOf = (path: string) => path.split('.').slice(0, -1).join('.')
const isWithin = (path: string, state: string) => path === state || path.startsWith(`${state}.`)

/** The steps that wait for management. */
export const waitingPaths = (steps: readonly { path: string; department?: string | null }[]): string[] =>
  steps.filter(({ department }) => department === 'management').map(({ path }) => path)

/** The decision a step is there for: the first that its procedure names in it, or in the stage around it. */
export function decisionOf(procedure: Decided, path: string): string | undefined {
  const { transitions, events } = procedure
  const way = transitions.find(({ from, event }) => from === path && events[event]?.decision)
  return way || !path ? way?.event : decisionOf(procedure, parentOf(path))
}

/** Where the case goes when this is decided, as a rule: the next state, followed through the ends of its parts. Undefined when it stays. */
export function leadsTo({ transitions, states }: Decided, from: string[], event: string): Label | undefined {
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
const stateAt = (states: Decided['states'], path: string | undefined) => states.find((s) => s.path === path)
