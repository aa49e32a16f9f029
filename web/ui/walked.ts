// Where a case has been, read from its history: states, and the ways between them.
import type { HistoryEvent } from '../api/cases.ts'
import type { Drawing, DrawnEdge } from '../api/procedures.ts'
import { edgeName, type Marks } from './Statechart.tsx'

const within = (path: string, state: string) => path === state || path.startsWith(`${state}.`)
const someWithin = (paths: string[], state: string) => paths.some((path) => within(path, state))

type Moved = Pick<HistoryEvent, 'type' | 'paths'> & { facts: Readonly<Record<string, unknown>> }

/** The marks after the first `length` events; `current` are the active states then. */
export function marksOf(drawing: Drawing, history: readonly Moved[], length = history.length): Marks {
  const past = history.slice(0, length)
  const walked = new Set(past.flatMap(({ paths }) => paths))
  const edges = drawing.edges.filter((edge) => past.some((event, index) => leads(edge, event, past[index - 1]?.paths ?? [])))
  return { current: new Set(past.at(-1)?.paths ?? []), walked, walkedEdges: new Set(edges.map(edgeName)) }
}

/** Whether this event, or what followed from it by itself, led along the line. */
function leads(edge: DrawnEdge, { type, facts, paths }: Moved, before: string[]): boolean {
  if (!someWithin(paths, edge.to) || edge.to === '') return false
  if (edge.events.length === 0) return before.length === 0
  const causes = edge.events.some(({ event, deadline }) => (deadline ? type === 'deadline.passed' && facts.deadline === deadline : event === type))
  const came = edge.from === '' || someWithin(before, edge.from)
  if (causes) return came
  const byItself = edge.events.some(({ event }) => event === '')
  return byItself && came && !someWithin(before, edge.to)
}
