// The boxes of a statechart: stages around steps, steps, ends.
import type { KeyboardEvent } from 'react'
import type { DrawnNode } from '../api/procedures.ts'
import { colours } from '../theme.ts'
import { type Heat, type Hot, heatColour } from './heat.ts'
import { edgeName, type Marks } from './marks.ts'
import { useWords } from './words.ts'

type NodeProps = { node: DrawnNode; marks: Marks; heat?: Heat; onChoose?: (path: string) => void }

/** A press of the mouse or of a key that means "tell me about this". */
const choosing = ({ node, heat, onChoose }: NodeProps, label: string) =>
  onChoose && node.path && (!heat || heat.at.has(node.path))
    ? {
        role: heat ? 'link' : 'button',
        tabIndex: 0,
        'aria-label': label,
        onClick: () => onChoose(node.path),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && (heat || event.key !== ' ')) return
          event.preventDefault()
          onChoose(node.path)
        },
        style: { cursor: 'pointer' },
      }
    : {}

const joiner = { 'zh-CN': '', en: ' ' }

export function Container(props: NodeProps) {
  const { node, marks } = props
  const { locale, t } = useWords()
  const inside = [...marks.current].some((path) => path.startsWith(`${node.path}.`))
  const deep = node.path.split('.').length % 2 === 0
  const label = node.lines[locale].join(joiner[locale])
  const times = timesOf(props)
  return (
    <g {...choosing(props, label)} aria-description={times > 1 ? t('chart.times', { count: times }) : undefined}>
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
      <Times x={node.x + node.width} y={node.y} n={times} />
    </g>
  )
}
/** A part of a parallel state is drawn with a dashed border. */
const isRegion = ({ kind, parent }: DrawnNode) => kind === 'compound' && parent !== undefined && parent !== ''

export function Box(props: NodeProps) {
  const { node, marks, heat } = props
  const { locale, t } = useWords()
  const hot = heat?.at.get(node.path)
  if (node.kind === 'initial') return <circle cx={node.x + node.width / 2} cy={node.y + node.height / 2} r={6} fill={colours.ink} />
  const reached = !node.after || marks.walkedEdges.has(edgeName({ from: node.after, to: node.path }))
  const done = node.kind === 'final' && node.parent !== undefined && marks.current.has(node.path)
  const current = marks.current.has(node.path) && reached && !done
  const walked = marks.walked.has(node.path) && reached
  const earlier = !walked && isEarlier(props)
  const label = node.lines[locale].join(joiner[locale])
  const said = hot
    ? hot.said
    : current
      ? t('chart.current', { label })
      : walked
        ? t('chart.walked', { label })
        : earlier
          ? t('chart.earlier', { label })
          : label
  const times = reached ? timesOf(props) : 0
  const begun = marks.walked.size > 0
  return (
    <g {...choosing(props, said)} aria-description={times > 1 ? t('chart.times', { count: times }) : undefined}>
      <Frame
        node={node}
        current={current}
        walked={walked}
        earlier={earlier}
        ahead={begun && !walked && !current}
        ground={heat && hot && heatColour(heat.hue, hot.level)}
      />
      <BoxWords node={node} lines={node.lines[locale]} join={joiner[locale]} current={current} ahead={begun && !walked} />
      <Times x={node.x + node.width} y={node.y} n={times} />
      {hot && <Figure x={node.x + node.width} y={node.y} hot={hot} />}
      {(current || done) && <Sign x={node.x} y={node.y} shape={done ? tick : flag} />}
    </g>
  )
}

const timesOf = ({ node, marks }: NodeProps) => marks.times?.get(node.path) ?? 0
/** Gone before, and not part of the way that led here: at an end drawn several times, by its own line. */
const isEarlier = ({ node, marks }: NodeProps) =>
  Boolean(node.after ? marks.earlierEdges?.has(edgeName({ from: node.after, to: node.path })) : marks.earlier?.has(node.path))

/** `ahead` of a case under way is grey: it has not come to it, or will come to it again. */
type FrameProps = { node: DrawnNode; current: boolean; walked: boolean; earlier: boolean; ahead: boolean; ground?: string }
function Frame({ node, current, walked, earlier, ahead, ground }: FrameProps) {
  const { x, y, width, height, kind } = node
  const fill = current ? colours.accent : walked ? colours.accentSoft : ahead ? colours.inset : colours.paper
  const stroke = current || walked || earlier ? colours.accent : ahead ? colours.line : colours.lineStrong
  const style = ground ? { fill: ground } : undefined
  const dashed = kind === 'any' || earlier ? '3 3' : undefined
  return (
    <>
      <rect
        {...{ x, y, width, height, fill, stroke, style }}
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

const lineHeight = 18
/** `join` stands between the lines for who hears them: what is written there reads as what the box is called. */
type BoxSaid = { node: DrawnNode; lines: string[]; join: string; current: boolean; ahead: boolean }
function BoxWords({ node, lines, join, current, ahead }: BoxSaid) {
  const middle = node.y + node.height / 2 + 4.5
  return lines.map((line, index) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: a drawn line of words stays where it is
      key={index}
      x={node.x + node.width / 2}
      y={middle + (index - (lines.length - 1) / 2) * lineHeight}
      textAnchor="middle"
      fontSize={13}
      fontWeight={current ? 600 : 400}
      fill={current ? colours.paper : ahead ? colours.quiet : colours.ink}
    >
      {index < lines.length - 1 ? line + join : line}
    </text>
  ))
}

/** How often the case came here, where it was more than once. */
function Times({ x, y, n }: { x: number; y: number; n: number }) {
  if (n < 2) return null
  const width = 14 + 7 * String(n).length
  return (
    <g aria-hidden transform={`translate(${x - width + 6} ${y - 9})`}>
      <rect width={width} height={18} rx={9} fill={colours.paper} stroke={colours.accent} strokeWidth={1.5} />
      <text x={width / 2} y={13} textAnchor="middle" fontSize={11} fontWeight={600} fill={colours.accent}>
        ×{n}
      </text>
    </g>
  )
}

/** How much of something there is at this step; a blank keeps it from the words before it for whoever hears both. */
function Figure({ x, y, hot: { figure } }: { x: number; y: number; hot: Hot }) {
  const width = 12 + [...figure].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 7), 0)
  return (
    <g aria-hidden transform={`translate(${x - width + 10} ${y - 11})`}>
      <rect width={width} height={20} rx={10} fill={colours.paper} stroke={colours.ink} strokeWidth={1.2} />
      <text x={width / 2} y={14.5} textAnchor="middle" fontSize={12} fontWeight={600} fill={colours.ink}>
        {` ${figure}`}
      </text>
    </g>
  )
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
