// A procedure's statechart, drawn where the server laid it out: current steps marked by fill, border and sign, the walked path tinted.
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Drawing, DrawnEdge, DrawnNode } from '../api/procedures.ts'
import { colours } from '../theme.ts'
import { useWords } from './words.ts'
import { useZoom, ZoomBar } from './zoom.tsx'

/** `walked` and `walkedEdges` say where a case has been; `from` names an edge by its two ends. */
export type Marks = { current: ReadonlySet<string>; walked: ReadonlySet<string>; walkedEdges: ReadonlySet<string> }
export const noMarks: Marks = { current: new Set(), walked: new Set(), walkedEdges: new Set() }
export const edgeName = ({ from, to }: { from: string; to: string }) => `${from}>${to}`

type Props = { drawing: Drawing; marks?: Marks; label: string; onChoose?: (path: string) => void; height?: number }
const nested = new Set(['compound', 'parallel'])

export function Statechart({ drawing, marks = noMarks, label, onChoose, height = 560 }: Props) {
  const { t } = useWords()
  const zoom = useZoom(drawing)
  useShowing(zoom.frame, drawing, marks.current, zoom.scale)
  return (
    <div style={{ position: 'relative' }}>
      <ZoomBar zoom={zoom} />
      <section
        ref={zoom.frame}
        className="chart"
        style={{ height }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls must be reachable by keys
        tabIndex={0}
        aria-label={t('chart.scroll', { label })}
        {...zoom.dragging}
      >
        <svg width={drawing.width * zoom.scale} height={drawing.height * zoom.scale} viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
          <title>{label}</title>
          <Arrowheads />
          {drawing.nodes
            .filter((n) => nested.has(n.kind))
            .map((node) => (
              <Container key={node.path} node={node} marks={marks} onChoose={onChoose} />
            ))}
          {drawing.edges.map((edge) => (
            <Way key={edgeName(edge)} edge={edge} walked={marks.walkedEdges.has(edgeName(edge))} />
          ))}
          {drawing.edges.map((edge) => (
            <WayWords key={edgeName(edge)} edge={edge} walked={marks.walkedEdges.has(edgeName(edge))} />
          ))}
          {drawing.nodes
            .filter((n) => !nested.has(n.kind))
            .map((node) => (
              <Box key={`${node.path}>${node.after ?? ''}>${node.y}`} node={node} marks={marks} onChoose={onChoose} />
            ))}
        </svg>
      </section>
    </div>
  )
}

/** Brings the current steps into view when they change: all of them where they fit, else the first. */
function useShowing(frame: React.RefObject<HTMLElement | null>, { nodes }: Drawing, current: ReadonlySet<string>, scale: number) {
  const key = [...current].join()
  const latest = useRef({ nodes, scale })
  latest.current = { nodes, scale }
  useEffect(() => {
    const { nodes, scale } = latest.current
    const paths = new Set(key.split(','))
    const active = nodes.filter((n) => paths.has(n.path))
    const waiting = active.filter((n) => n.kind !== 'final')
    if (frame.current) show(frame.current, waiting.length ? waiting : active, scale)
  }, [key, frame])
}

function show(box: HTMLElement, nodes: DrawnNode[], scale: number) {
  const [first] = nodes
  if (!first) return
  const all = { left: Math.min(...nodes.map((n) => n.x)), right: Math.max(...nodes.map((n) => n.x + n.width)) }
  const fits = (all.right - all.left) * scale < box.clientWidth
  const middle = fits ? (all.left + all.right) / 2 : first.x + first.width / 2
  box.scrollTo?.({ left: middle * scale - box.clientWidth / 2, top: (first.y + first.height / 2) * scale - box.clientHeight / 2 })
}

function Arrowheads() {
  const id = useId()
  return (
    <defs>
      {[
        ['arrow', colours.lineStrong],
        ['arrow-walked', colours.accent],
      ].map(([name, colour]) => (
        <marker
          key={name + id}
          id={name}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="9"
          markerHeight="9"
          orient="auto-start-reverse"
        >
          <path d="M0 0 L8 4 L0 8 Z" fill={colour} />
        </marker>
      ))}
    </defs>
  )
}

function Way({ edge, walked }: { edge: DrawnEdge; walked: boolean }) {
  const line = edge.points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x} ${y}`).join(' ')
  const [colour, width] = walked ? [colours.accent, 2.2] : [colours.lineStrong, 1.2]
  return (
    <path
      d={line}
      fill="none"
      stroke={colour}
      strokeWidth={width}
      strokeLinejoin="round"
      markerEnd={`url(#${walked ? 'arrow-walked' : 'arrow'})`}
    />
  )
}

const lineHeight = 18
function WayWords({ edge, walked }: { edge: DrawnEdge; walked: boolean }) {
  const { locale } = useWords()
  const lines = edge.lines[locale]
  if (!lines.length) return null
  const middle = edge.labelX + edge.labelWidth / 2
  const top = edge.labelY + (edge.labelHeight - lines.length * lineHeight) / 2
  const widest = Math.max(...lines.map((line) => [...line].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 12.2 : 6.6), 0)))
  return (
    <g fontSize={12} fill={walked ? colours.accent : colours.quiet} textAnchor="middle">
      <rect
        x={middle - widest / 2 - 3}
        y={top}
        width={widest + 6}
        height={lines.length * lineHeight}
        fill={colours.paper}
        fillOpacity={0.88}
        rx={3}
      />
      {lines.map((line, index) => (
        <text key={line} x={middle} y={top + 13 + index * lineHeight}>
          {line}
        </text>
      ))}
    </g>
  )
}

type NodeProps = { node: DrawnNode; marks: Marks; onChoose?: (path: string) => void }

/** A press of the mouse or of a key that means "tell me about this". */
const choosing = ({ node, onChoose }: NodeProps, label: string) =>
  onChoose && node.path
    ? {
        role: 'button',
        tabIndex: 0,
        'aria-label': label,
        onClick: () => onChoose(node.path),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onChoose(node.path)
        },
        style: { cursor: 'pointer' },
      }
    : {}

const joiner = { 'zh-CN': '', en: ' ' }

function Container(props: NodeProps) {
  const { node, marks } = props
  const { locale } = useWords()
  const inside = [...marks.current].some((path) => path.startsWith(`${node.path}.`))
  const deep = node.path.split('.').length % 2 === 0
  const label = node.lines[locale].join(joiner[locale])
  return (
    <g {...choosing(props, label)}>
      <rect
        {...{ x: node.x, y: node.y, width: node.width, height: node.height, rx: 8 }}
        fill={deep ? colours.paper : colours.inset}
        stroke={inside ? colours.accent : isRegion(node) ? colours.lineStrong : colours.line}
        strokeWidth={inside ? 1.8 : 1.2}
        strokeDasharray={isRegion(node) ? '5 4' : undefined}
      />
      <text x={node.x + 12} y={node.y + 22} fontSize={13} fontWeight={600} fill={inside ? colours.accent : colours.quiet}>
        {label}
      </text>
    </g>
  )
}
/** A part of a parallel state is drawn with a dashed border. */
const isRegion = ({ kind, parent }: DrawnNode) => kind === 'compound' && parent !== undefined && parent !== ''

function Box(props: NodeProps) {
  const { node, marks } = props
  const { locale, t } = useWords()
  if (node.kind === 'initial') return <circle cx={node.x + node.width / 2} cy={node.y + node.height / 2} r={6} fill={colours.ink} />
  const reached = !node.after || marks.walkedEdges.has(`${node.after}>${node.path}`)
  const done = node.kind === 'final' && node.parent !== undefined && marks.current.has(node.path)
  const current = marks.current.has(node.path) && reached && !done
  const walked = marks.walked.has(node.path) && reached
  const label = node.lines[locale].join(joiner[locale])
  const said = current ? t('chart.current', { label }) : walked ? t('chart.walked', { label }) : label
  return (
    <g {...choosing(props, said)}>
      <Frame node={node} current={current} walked={walked} />
      <BoxWords node={node} lines={node.lines[locale]} current={current} />
      {(current || done) && <Sign x={node.x} y={node.y} shape={done ? tick : flag} />}
    </g>
  )
}

function Frame({ node, current, walked }: { node: DrawnNode; current: boolean; walked: boolean }) {
  const { x, y, width, height, kind } = node
  const fill = current ? colours.accent : walked ? colours.accentSoft : colours.paper
  const stroke = current || walked ? colours.accent : colours.lineStrong
  const dashed = kind === 'any' ? '3 3' : undefined
  return (
    <>
      <rect
        {...{ x, y, width, height, fill, stroke }}
        rx={kind === 'final' ? height / 2.2 : 6}
        strokeWidth={current ? 3 : 1.3}
        strokeDasharray={dashed}
      />
      {kind === 'final' && (
        <rect
          x={x + 3.5}
          y={y + 3.5}
          width={width - 7}
          height={height - 7}
          rx={(height - 7) / 2.2}
          fill="none"
          stroke={current ? colours.paper : stroke}
          strokeWidth={1}
        />
      )}
    </>
  )
}

function BoxWords({ node, lines, current }: { node: DrawnNode; lines: string[]; current: boolean }) {
  const middle = node.y + node.height / 2 + 4.5
  return lines.map((line, index) => (
    <text
      key={line}
      x={node.x + node.width / 2}
      y={middle + (index - (lines.length - 1) / 2) * lineHeight}
      textAnchor="middle"
      fontSize={13}
      fontWeight={current ? 600 : 400}
      fill={current ? colours.paper : colours.ink}
    >
      {line}
    </text>
  ))
}

/** A sign at the corner: neither the current step nor a finished part is told by colour alone. */
const flag = 'M6.5 4.8 L13 9 L6.5 13.2 Z'
const tick = 'M5 9 L8 12 L13 6.5'
const Sign = ({ x, y, shape }: { x: number; y: number; shape: string }) => (
  <g aria-hidden transform={`translate(${x - 7} ${y - 9})`}>
    <circle cx={9} cy={9} r={9} fill={colours.paper} stroke={colours.accent} strokeWidth={2} />
    <path d={shape} fill={shape === flag ? colours.accent : 'none'} stroke={colours.accent} strokeWidth={1.8} />
  </g>
)
