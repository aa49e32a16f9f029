// A statechart as a graph for the layout engine: states nested, ways as edges with their words.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Description } from '../machines/describe.ts'
import type { DrawnCause } from './drawing.ts'
import { stateBox, wayBox } from './drawing-words.ts'

export type State = Description['states'][number]
/** `node` is the box it leads to: the state's path, or `path>from` where an end is drawn beside each step that leads to it. */
export type Way = { from: string; to: string; node: string; events: DrawnCause[] }
export type End = State & { node: string }

// The engine's own order of nodes crashes on nested graphs, so order comes from positions and from turning backward ways round.
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.spacing.nodeNode': '26',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
}

/** Pixels to add at the right of a box, so that its title fits. */
export type More = ReadonlyMap<string, number>

/** The whole chart with a dot before its first state. */
export function graph(initial: string, states: End[], ways: Way[], more: More): ElkNode {
  const start = { id: 'initial', width: 14, height: 14 }
  const first = { id: 'initial', sources: ['initial'], targets: [initial] }
  const edges = [first, ...ways.map((way, index) => edge(way, index, backwards(way, states)))]
  return {
    id: 'root',
    layoutOptions: { ...options, 'elk.padding': padding(24, 24) },
    children: [start, ...childrenOf('', states, more)],
    edges,
  }
}

const padding = (top: number, others: number, right = others) => `[top=${top},left=${others},bottom=${others},right=${right}]`
const parentOf = (path: string) => path.split('.').slice(0, -1).join('.')
const childrenOf = (parent: string, states: End[], more: More): ElkNode[] =>
  states.filter((s) => parentOf(s.path) === parent).map((state) => box(state, states, more))

function box(state: End, states: End[], more: More): ElkNode {
  const children = childrenOf(state.path, states, more)
  const place = { 'elk.alignment': 'TOP', 'elk.position': `(${placeOf(state, states)}, 0)` }
  if (!children.length) {
    const { width, height } = stateBox(state.label)
    return { id: state.node, width, height, layoutOptions: place }
  }
  return {
    id: state.node,
    children,
    layoutOptions: { ...options, ...place, 'elk.padding': padding(40, 14, 14 + (more.get(state.node) ?? 0)) },
  }
}

/** From left to right as they are written, ends last. */
const placeOf = (state: End, states: End[]) => states.indexOf(state) * 10 + (state.type === 'final' ? 10_000 : 0)

/** Whether a way leads to a state written earlier: it is drawn upwards, so that the chart reads from top to bottom. */
function backwards({ from, to }: Way, states: End[]): boolean {
  const [a, b] = [from.split('.'), to.split('.')]
  const fork = a.findIndex((key, index) => key !== b[index])
  if (fork < 0 || b[fork] === undefined) return false
  const place = (path: string[]) => states.findIndex((s) => s.path === path.slice(0, fork + 1).join('.'))
  return place(b) < place(a) && states[place(b)]!.type !== 'final'
}

function edge(way: Way, index: number, back: boolean): ElkExtendedEdge {
  const { width, height } = wayBox(way.events)
  const labels = [{ text: ' ', width, height, layoutOptions: { 'elk.edgeLabels.inline': 'true' } }]
  const [sources, targets] = [[way.from], [way.node]]
  return back ? { id: `way:${index}:back`, sources: targets, targets: sources, labels } : { id: `way:${index}`, sources, targets, labels }
}
