// Where a case has been, read from its history: states, and the ways between them.
import type { HistoryEvent } from '../api/cases.ts'
import type { Drawing, DrawnEdge } from '../api/procedures.ts'
import { edgeName, type Marks } from './marks.ts'

const within = (path: string, state: string) => path === state || path.startsWith(`${state}.`)
const someWithin = (paths: readonly string[], state: string) => state === '' || paths.some((path) => within(path, state))
const parentOf = (path: string) => path.split('.').slice(0, -1).join('.')

type Moved = Pick<HistoryEvent, 'type' | 'paths'> & { facts: Readonly<Record<string, unknown>> }

/** The marks after the first `length` events; `current` are the active states then. */
export function marksOf(drawing: Drawing, history: readonly Moved[], length = history.length): Marks {
  const past = history.slice(0, length)
  const edges = past.flatMap((event, index) => gone(drawing, event, past[index - 1]?.paths ?? null))
  const walked = new Set([...past.flatMap(({ paths }) => paths), ...edges.map(({ to }) => to)])
  return { current: new Set(past.at(-1)?.paths ?? []), walked, walkedEdges: new Set(edges.map(edgeName)) }
}

/** The lines gone along at one event: where it led itself, and what followed from that by itself. */
function gone(drawing: Drawing, event: Moved, before: readonly string[] | null): DrawnEdge[] {
  if (!before) return drawing.edges.filter((edge) => isStart(edge) && someWithin(event.paths, edge.to))
  const leads = (edge: DrawnEdge) =>
    (someWithin(event.paths, edge.to) && !someWithin(before, edge.to)) || passed(drawing, edge.to, event.paths)
  const found = drawing.edges.filter(
    (edge) => causedBy(edge, event) && someWithin(before, edge.from) && (someWithin(event.paths, edge.to) || leads(edge)),
  )
  const visited = [...before, ...found.map(({ to }) => to)]
  for (let more: DrawnEdge | undefined; ; visited.push(more.to)) {
    more = drawing.edges.find((edge) => byItself(edge) && !found.includes(edge) && someWithin(visited, edge.from) && leads(edge))
    if (!more) return found
    found.push(more)
  }
}

const isStart = ({ from, events }: DrawnEdge) => from === '' && events.length === 0
const byItself = ({ events }: DrawnEdge) => events.some(({ event }) => event === '')
const causedBy = ({ events }: DrawnEdge, { type, facts }: Moved) =>
  events.some(({ event, deadline }) => (deadline ? type === 'deadline.passed' && facts.deadline === deadline : event === type))

/** Whether a state was entered and left at once, for one of `paths`: by a way of its own, or as the end of a part whose whole was then done. */
function passed(drawing: Drawing, state: string, paths: readonly string[], seen: readonly string[] = []): boolean {
  if (seen.includes(state)) return false
  const isEnd = drawing.nodes.some(({ path, kind }) => path === state && kind === 'final')
  const left = isEnd ? wholes(state) : [state]
  return drawing.edges.some(
    (edge) =>
      byItself(edge) && left.includes(edge.from) && (someWithin(paths, edge.to) || passed(drawing, edge.to, paths, [...seen, state])),
  )
}

const wholes = (path: string): string[] => (path.includes('.') ? [parentOf(path), ...wholes(parentOf(path))] : [])
