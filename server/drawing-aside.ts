// What can happen in any step of a procedure (voided, merged, superseded): one short line each, below the chart.
import { say } from '../machines/label.ts'
import type { DrawnEdge, DrawnNode, Point } from './drawing.ts'
import type { State, Way } from './drawing-graph.ts'
import { asideBox, stateBox, titleBox } from './drawing-words.ts'

type Drawn = { nodes: DrawnNode[]; edges: DrawnEdge[] }
const any = titleBox(say('任何步骤', 'Any step'))
const rowHeight = 52

/** Rows from `corner` downwards. */
export function drawAside(aside: Way[], states: readonly State[], corner: Point): Drawn {
  const rows = aside.map((way, row) => drawRow(way, states.find((s) => s.path === way.to)!, { x: corner.x, y: corner.y + row * rowHeight }))
  return { nodes: rows.flatMap((row) => row.nodes), edges: rows.map((row) => row.edge) }
}

function drawRow({ from, to, events }: Way, target: State, { x, y }: Point) {
  const [words, end] = [asideBox(events), stateBox(target.label)]
  const start = x + any.width
  const stop = start + words.width + 40
  const middle = y + end.height / 2
  const nodes: DrawnNode[] = [
    { path: '', kind: 'any', x, y: middle - any.height / 2, width: any.width, height: any.height, lines: any.lines },
    { path: to, kind: target.type as DrawnNode['kind'], x: stop, y, width: end.width, height: end.height, lines: end.lines },
  ]
  const points = [start, stop].map((at) => ({ x: at, y: middle }))
  const label = { labelX: start + 16, labelY: middle - words.height / 2, labelWidth: words.width, labelHeight: words.height }
  return { nodes, edge: { from, to, events, points, ...label, lines: words.lines } }
}
