// Every statechart is drawn whole and legibly: all states and ways, nothing on top of anything else, every word in its box.
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { type Published, publish } from '../../machines/published.ts'
import { type Drawing, type DrawnNode, draw } from '../../server/drawing.ts'
import { broken } from '../../server/drawing-words.ts'

type Box = { x: number; y: number; width: number; height: number }
const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
const apart = (a: Box, b: Box) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
const near = ({ x, y }: { x: number; y: number }, box: Box) =>
  inside({ x, y, width: 0, height: 0 }, { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 })
const pairs = (nodes: DrawnNode[]) => nodes.flatMap((a, index) => nodes.slice(index + 1).map((b) => [a, b] as const))
const named = ({ path, after }: DrawnNode) => (after ? `${path} after ${after}` : path)

describe.each(Object.values(procedures).map((p) => [p.name, publish(p)] as const))('the drawing of %s', (_, description: Published) => {
  let drawing: Drawing
  beforeAll(async () => {
    drawing = await draw(description)
  })

  it('shows every state, one inside another as they are', () => {
    const drawn = new Set(drawing.nodes.map(({ path }) => path))
    expect(description.states.map(({ path }) => path).filter((path) => !drawn.has(path))).toEqual([])
    for (const node of drawing.nodes.filter(({ parent }) => parent)) {
      const parent = drawing.nodes.find(({ path }) => path === node.parent)!
      expect([named(node), inside(node, parent)]).toEqual([named(node), true])
    }
  })

  it('puts no state on top of another', () => {
    const siblings = Map.groupBy(drawing.nodes, ({ parent }) => parent ?? '')
    const covered = [...siblings.values()].flatMap(pairs).filter(([a, b]) => !apart(a, b))
    expect(covered.map(([a, b]) => [named(a), named(b)])).toEqual([])
  })

  it('has a line for every way that leads somewhere, and says on it what leads along it', () => {
    const wanted = description.transitions.flatMap(({ from, event, deadline, to }) =>
      to.filter((path) => path !== from && path !== '').map((path) => ({ from, to: path, event, deadline })),
    )
    const missing = wanted.filter(
      (way) =>
        !drawing.edges.some(
          (e) => e.from === way.from && e.to === way.to && e.events.some((c) => c.event === way.event && c.deadline === way.deadline),
        ),
    )
    expect(missing).toEqual([])
  })

  it('has one line between the same two states, however many events lead along it', () => {
    const ends = drawing.edges.map(({ from, to }) => `${from}>${to}`)
    expect(new Set(ends).size).toBe(ends.length)
  })

  it('leads every line from the edge of one box to the edge of another', () => {
    for (const { from, to, points } of drawing.edges) {
      const starts = drawing.nodes.filter(({ path, kind }) => (from ? path === from : kind === 'initial' || kind === 'any'))
      const stops = drawing.nodes.filter(({ path }) => path === to)
      expect([from, to, starts.some((box) => near(points[0]!, box)), stops.some((box) => near(points.at(-1)!, box))]).toEqual([
        from,
        to,
        true,
        true,
      ])
    }
  })

  it('keeps everything within its size', () => {
    const page = { x: 0, y: 0, width: drawing.width, height: drawing.height }
    const words = drawing.edges.map((e) => ({ x: e.labelX, y: e.labelY, width: e.labelWidth, height: e.labelHeight }))
    expect([...drawing.nodes, ...words].filter((box) => !inside(box, page))).toEqual([])
  })

  it('gives every box room for its words in both languages', () => {
    for (const { lines, width, height, kind } of drawing.nodes) {
      const rows = Math.max(lines['zh-CN'].length, lines.en.length)
      const widest = Math.max(0, ...lines['zh-CN'].map((line) => line.length * 13), ...lines.en.map((line) => line.length * 6.5))
      expect(widest).toBeLessThanOrEqual(width)
      if (kind !== 'compound' && kind !== 'parallel') expect(rows * 18).toBeLessThanOrEqual(height)
    }
  })

  it('reads from top to bottom: the first state stands above all others of its rank', () => {
    const first = drawing.nodes.find(({ path }) => path === description.initial)!
    const others = drawing.nodes.filter(({ path, parent, kind }) => path && !parent && path !== description.initial && kind !== 'initial')
    expect(others.filter(({ y }) => y < first.y).map(named)).toEqual([])
  })

  it('comes out the same every time', async () => {
    expect(await draw(description)).toEqual(drawing)
  })
})

describe('words', () => {
  it('break between letters in Chinese, and no line begins with a stop', () => {
    expect(broken('完成财务审核，并送审', 80)).toEqual(['完成财务审核，', '并送审'])
  })

  it('break between words in English', () => {
    expect(broken('Waiting for the co-approver', 120)).toEqual(['Waiting for the', 'co-approver'])
  })

  it('stay in one line where there is room', () => {
    expect(broken('等待审批', 150)).toEqual(['等待审批'])
  })

  it('longer than a line stand alone rather than being cut', () => {
    expect(broken('Misunderstandings', 20)).toEqual(['Misunderstandings'])
  })
})
