// The lines of a statechart and the words at them.
import type { DrawnEdge } from '../api/procedures.ts'
import { colours } from '../theme.ts'
import { useWords } from './words.ts'

export function Arrowheads() {
  return (
    <defs>
      {[
        ['arrow', colours.lineStrong],
        ['arrow-walked', colours.accent],
      ].map(([name, colour]) => (
        <marker
          key={name}
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

/** `earlier`: gone before the case came back, so that it is none of the way that led here. */
export function Way({ edge, walked, earlier = false }: { edge: DrawnEdge; walked: boolean; earlier?: boolean }) {
  const line = edge.points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x} ${y}`).join(' ')
  const [colour, width] = walked ? [colours.accent, 2.2] : earlier ? [colours.accent, 1.4] : [colours.lineStrong, 1.2]
  return (
    <path
      d={line}
      fill="none"
      stroke={colour}
      strokeWidth={width}
      strokeLinejoin="round"
      strokeDasharray={!walked && earlier ? '5 4' : undefined}
      markerEnd={`url(#${walked || earlier ? 'arrow-walked' : 'arrow'})`}
    />
  )
}

const lineHeight = 18
/** A halo keeps the words legible where they stand on a line. */
const halo = { stroke: colours.paper, strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const

export function WayWords({ edge, walked, times = 0 }: { edge: DrawnEdge; walked: boolean; times?: number }) {
  const { locale } = useWords()
  const lines = edge.lines[locale].map((line, index, all) => (times > 1 && index === all.length - 1 ? `${line} ×${times}` : line))
  const middle = edge.labelX + edge.labelWidth / 2
  const top = edge.labelY + (edge.labelHeight - lines.length * lineHeight) / 2
  return (
    <g fontSize={12} fill={walked ? colours.accent : colours.quiet} textAnchor="middle" {...halo}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawn line of words stays where it is
        <text key={index} x={middle} y={top + 13 + index * lineHeight}>
          {line}
        </text>
      ))}
    </g>
  )
}
