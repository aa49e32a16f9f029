// Where a case has been, read from its history: states, and the ways between them.
import type { HistoryEvent } from '../api/cases.ts'
import type { Drawing, DrawnEdge } from '../api/procedures.ts'
import { edgeName, type Marks } from './marks.ts'

const within = (path: string, state: string) => path === state || path.startsWith(`${state}.`)
const someWithin = (paths: string[], state: string) => paths.some((path) => within(path, state))
const parentOf = (path: string) => path.split('.').slice(0, -1).join('.')

type Moved = Pick<HistoryEvent, 'type' | 'paths'> & { facts: Readonly<Record<string, unknown>> }
type Step = { event: Moved; before: string[] }

/** The marks after the first `length` events; `current` are the active states then. */
export function marksOf(drawing: Drawing, history: readonly Moved[], length = history.length): Marks {
  const past = history.slice(0, length)
  const steps = past.map((event, index): Step => ({ event, before: past[index - 1]?.paths ?? [] }))
  const edges = drawing.edges.filter((edge) => steps.some((step) => leads(drawing, edge, step)))
  const walked = new Set([...past.flatMap(({ paths }) => paths), ...edges.map(({ to }) => to)])
  return { current: new Set(past.at(-1)?.paths ?? []), walked, walkedEdges: new Set(edges.map(edgeName)) }
}

/** Whether this event, or what followed from it by itself, led along the line. */
function leads(drawing: Drawing, edge: DrawnEdge, { event, before }: Step): boolean {
  const reached = someWithin(event.paths, edge.to)
  if (edge.from === '' && edge.events.length === 0) return reached && before.length === 0
  const came = edge.from === '' || someWithin(before, edge.from)
  if (!came) return false
  if (causedBy(edge, event)) return reached || passedThrough(drawing, edge.to, event.paths)
  return edge.events.some((cause) => cause.event === '') && reached && !someWithin(before, edge.to)
}

const causedBy = ({ events }: DrawnEdge, { type, facts }: Moved) =>
  events.some(({ event, deadline }) => (deadline ? type === 'deadline.passed' && facts.deadline === deadline : event === type))

/** An end of a part, left at once because the whole was done with it. */
function passedThrough({ nodes, edges }: Drawing, end: string, paths: string[]): boolean {
  if (!nodes.some(({ path, kind }) => path === end && kind === 'final')) return false
  for (let whole = parentOf(end); whole; whole = parentOf(whole))
    if (edges.some((edge) => edge.from === whole && edge.events.some(({ event }) => event === '') && someWithin(paths, edge.to)))
      return true
  return false
}
