// A procedure's statechart laid out for drawing: boxes, lines and words with absolute coordinates in pixels. Pure, but it costs
// some hundred milliseconds: callers keep what they drew.
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Description } from '../machines/describe.ts'
import type { Label } from '../machines/label.ts'
import { drawAside } from './drawing-aside.ts'
import { type End, graph, type State, type Way } from './drawing-graph.ts'
import { type Lines, noLines, stateBox, titleBox, wayBox } from './drawing-words.ts'

export type Point = { x: number; y: number }
/** `initial` is the dot a case starts from; `any` stands for whatever step a case is in. */
export type NodeKind = 'atomic' | 'compound' | 'parallel' | 'final' | 'initial' | 'any'
/** `after` stands at an end that is drawn several times: this one is reached from that state. */
export type DrawnNode = {
  path: string
  kind: NodeKind
  x: number
  y: number
  width: number
  height: number
  parent?: string
  after?: string
  lines: Lines
}
/** What leads along a line; `event` is empty where it happens by itself. */
export type DrawnCause = { event: string; label: Label; guard?: string; deadline?: string }
/** All ways between two states in one line; `from` is empty where it begins in any step or at the start. */
export type DrawnEdge = {
  from: string
  to: string
  events: DrawnCause[]
  points: Point[]
  labelX: number
  labelY: number
  labelWidth: number
  labelHeight: number
  lines: Lines
}
export type Drawing = { width: number; height: number; nodes: DrawnNode[]; edges: DrawnEdge[] }

const margin = 24

/** Lays out a description as published. The root's own ways (voided, merged …) stand apart at the bottom, as from any step. */
export async function draw(description: Description): Promise<Drawing> {
  const ways = waysOf(description)
  const inside = withOwnEnds(
    ways.filter((way) => way.from !== ''),
    description.states,
  )
  const aside = ways.filter((way) => way.from === '')
  const states = description.states.filter((state) => !onlyAside(state, ways))
  const laid = await laidOut(description.initial, ends(states, inside), inside)
  const below = drawAside(aside, description.states, { x: margin, y: laid.height ?? 0 })
  const nodes = [...nodesOf(laid, description.states), ...below.nodes]
  const edges = [...edgesOf(laid, inside), ...below.edges]
  return { ...extent(nodes, laid), nodes, edges }
}

/** The engine gives a box the room its content needs; where the title needs more, everything is laid out once more. */
async function laidOut(initial: string, states: End[], ways: Way[]): Promise<ElkNode> {
  const elk = new ELK()
  const first = await elk.layout(graph(initial, states, ways, new Map()))
  const titles = new Map(states.map(({ node, label }) => [node, titleBox(label).width]))
  const narrow = flat(first).flatMap(({ id, children, width = 0 }): [string, number][] => {
    const missing = children?.length ? (titles.get(id) ?? 0) - width : 0
    return missing > 0 ? [[id, missing]] : []
  })
  return narrow.length ? elk.layout(graph(initial, states, ways, new Map(narrow))) : first
}

const onlyAside = ({ path }: State, ways: Way[]) => {
  const leading = ways.filter((way) => way.to === path)
  return leading.length > 0 && leading.every((way) => way.from === '')
}

const extent = (nodes: DrawnNode[], { width = 0, height = 0 }: ElkNode) => ({
  width: Math.max(width, ...nodes.map((n) => n.x + n.width + margin)),
  height: Math.max(height, ...nodes.map((n) => n.y + n.height + margin)),
})

/** One way per pair of states that differ; what happens without leaving a state is told beside the state. */
function waysOf({ transitions }: Description): Way[] {
  const ways = new Map<string, Way>()
  for (const { from, event, to: targets, label, guard, deadline } of transitions)
    for (const to of targets.filter((path) => path !== from && path !== '')) {
      const way = ways.get(`${from}>${to}`) ?? { from, to, node: to, events: [] }
      if (!way.events.some((e) => e.event === event && e.deadline === deadline)) way.events.push({ event, label, guard, deadline })
      ways.set(`${from}>${to}`, way)
    }
  return [...ways.values()]
}

/** An end that several steps lead to is drawn beside each of them: long lines across the chart say nothing. */
function withOwnEnds(ways: Way[], states: readonly State[]): Way[] {
  const finals = new Set(states.filter((s) => s.type === 'final' && !s.path.includes('.')).map((s) => s.path))
  const shared = (way: Way) => finals.has(way.to) && ways.some((other) => other.to === way.to && other.from !== way.from)
  return ways.map((way) => (shared(way) ? { ...way, node: `${way.to}>${way.from}` } : way))
}

const ends = (states: readonly State[], ways: Way[]): End[] =>
  states.flatMap((state) => {
    const own = ways.filter((way) => way.to === state.path && way.node !== way.to)
    return own.length ? own.map(({ node }) => ({ ...state, node })) : [{ ...state, node: state.path }]
  })

const flat = (node: ElkNode): ElkNode[] => (node.children ?? []).flatMap((child) => [child, ...flat(child)])

function nodesOf(laid: ElkNode, states: readonly State[]): DrawnNode[] {
  return flat(laid).map(({ id, children, x = 0, y = 0, width = 0, height = 0 }) => {
    const [path = '', after] = id.split('>')
    const state = states.find((s) => s.path === path)
    if (!state) return { path: '', kind: 'initial', x, y, width, height, lines: noLines }
    const { lines } = children?.length ? titleBox(state.label) : stateBox(state.label)
    const parent = path.split('.').slice(0, -1).join('.')
    return { path, kind: state.type as NodeKind, x, y, width, height, lines, ...(parent && { parent }), ...(after && { after }) }
  })
}

function edgesOf(laid: ElkNode, ways: Way[]): DrawnEdge[] {
  return (laid.edges ?? []).map(({ id, sections = [], labels = [], targets }) => {
    const [, index, back] = id.split(':')
    const { from, to, events } = ways[Number(index)] ?? { from: '', to: targets[0]!, events: [] }
    const points = sections.flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]).map(({ x, y }) => ({ x, y }))
    const { x: labelX = 0, y: labelY = 0, width: labelWidth = 0, height: labelHeight = 0 } = labels[0] ?? {}
    return {
      from,
      to,
      events,
      points: back ? points.reverse() : points,
      labelX,
      labelY,
      labelWidth,
      labelHeight,
      lines: wayBox(events).lines,
    }
  })
}
