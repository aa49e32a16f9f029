// Where a case has been, read from its history: states, and the ways between them.
import type { HistoryEvent } from '../api/cases.ts'
import type { Drawing, DrawnEdge } from '../api/procedures.ts'
import { edgeName, type Marks } from './marks.ts'

const within = (path: string, state: string) => path === state || path.startsWith(`${state}.`)
const someWithin = (paths: readonly string[], state: string) => state === '' || paths.some((path) => within(path, state))
const parentOf = (path: string) => path.split('.').slice(0, -1).join('.')

type Moved = Pick<HistoryEvent, 'type' | 'paths' | 'through'> & { facts: Readonly<Record<string, unknown>> }

/** The marks after the first `length` events; `current` are the active states then. */
export function marksOf(drawing: Drawing, history: readonly Moved[], length = history.length): Marks {
  const past = history.slice(0, length)
  const way = new Way(drawing)
  for (const [index, event] of past.entries()) for (const step of stepsOf(drawing, event, past[index - 1]?.paths ?? null)) way.go(step)
  return { current: new Set(past.at(-1)?.paths ?? []), ...way.marks() }
}

/** From one set of active states to the next, along these lines. */
type Step = { before: readonly string[]; after: readonly string[]; edges: DrawnEdge[] }
type At = { order: number; path: string }
type Along = { order: number; edge: DrawnEdge }

/** The way a case has gone, without the loops it made: whoever comes back to a step has the rest of the way ahead of them again. */
class Way {
  private order = 0
  private states: At[] = []
  private lines: Along[] = []
  private readonly ever = { states: new Set<string>(), lines: new Set<string>() }
  private readonly times = new Map<string, number>()
  private readonly stages: string[]

  constructor({ nodes }: Drawing) {
    this.stages = nodes.filter(({ kind }) => kind === 'compound' || kind === 'parallel').map(({ path }) => path)
  }

  go({ before, after, edges }: Step) {
    const fresh = this.entered(before, after)
    const back = this.cameBackTo(fresh, before, after)
    const order = back ?? ++this.order
    for (const path of fresh) if (!this.states.some((at) => at.path === path)) this.states.push({ order, path })
    // The line that led back closes a loop, and is none of the way.
    if (back === null) for (const edge of edges) this.lines.push({ order, edge })
    for (const name of [...fresh, ...edges.map(edgeName)]) this.times.set(name, (this.times.get(name) ?? 0) + 1)
    for (const path of fresh) this.ever.states.add(path)
    for (const edge of edges) this.ever.lines.add(edgeName(edge))
  }

  /** States come to, and the stages around them. */
  private entered(before: readonly string[], after: readonly string[]): string[] {
    const stages = this.stages.filter((stage) => someWithin(after, stage) && !someWithin(before, stage))
    return [...after.filter((path) => !before.includes(path)), ...stages]
  }

  /** Takes what was gone since out of the way, where the case came back; the place it came back to, else null. */
  private cameBackTo(fresh: string[], before: readonly string[], after: readonly string[]): number | null {
    const known = this.states.filter(({ path }) => fresh.includes(path))
    if (!known.length) return null
    const order = Math.min(...known.map((at) => at.order))
    const around = innermost([...before.filter((path) => !after.includes(path)), ...fresh])
    const undone = (at: number, ...ends: string[]) => at > order && ends.every((path) => around === '' || within(path, around))
    this.states = this.states.filter((at) => fresh.includes(at.path) || !undone(at.order, at.path))
    this.lines = this.lines.filter(({ order: at, edge }) => !undone(at, edge.from, edge.to))
    return order
  }

  marks(): Omit<Marks, 'current'> {
    const walked = new Set(this.states.map(({ path }) => path))
    const walkedEdges = new Set(this.lines.map(({ edge }) => edgeName(edge)))
    const left = (all: Set<string>, kept: Set<string>) => new Set([...all].filter((name) => !kept.has(name)))
    return {
      walked,
      walkedEdges,
      earlier: left(this.ever.states, walked),
      earlierEdges: left(this.ever.lines, walkedEdges),
      times: this.times,
    }
  }
}

/** The innermost state around all of these; '' for the whole procedure. */
function innermost(paths: string[]): string {
  const [first = '', ...others] = paths.map(parentOf)
  const keys = first ? first.split('.') : []
  const shared = keys.filter((_, index) => others.every((path) => within(path, keys.slice(0, index + 1).join('.'))))
  return shared.join('.')
}

/** What one event did: where it led itself, then what followed from that by itself. */
function stepsOf(drawing: Drawing, event: Moved, before: readonly string[] | null): Step[] {
  const places = [...event.through, event.paths]
  return places.map((after, index) => {
    const here = index ? places[index - 1]! : (before ?? [])
    const edges = drawing.edges.filter((edge) => {
      if (index) return byItself(edge) && leads(edge, here, after)
      return before
        ? causedBy(edge, event) && someWithin(here, edge.from) && someWithin(after, edge.to)
        : isStart(edge) && someWithin(after, edge.to)
    })
    return { before: here, after, edges }
  })
}

const leads = ({ from, to }: DrawnEdge, here: readonly string[], there: readonly string[]) =>
  someWithin(here, from) && someWithin(there, to) && !someWithin(here, to)
const isStart = ({ from, events }: DrawnEdge) => from === '' && events.length === 0
const byItself = ({ events }: DrawnEdge) => events.some(({ event }) => event === '')
const causedBy = ({ events }: DrawnEdge, { type, facts }: Moved) =>
  events.some(({ event, deadline }) => (deadline ? type === 'deadline.passed' && facts.deadline === deadline : event === type))
