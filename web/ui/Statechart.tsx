// A procedure's statechart, drawn where the server laid it out: current steps marked by fill, border and sign, the walked path tinted.
import { type CSSProperties, useEffect, useRef } from 'react'
import type { Drawing, DrawnNode } from '../api/procedures.ts'
import { Arrowheads, Way, WayWords } from './chart-edges.tsx'
import { Box, Container } from './chart-nodes.tsx'
import type { Heat } from './heat.ts'
import { edgeName, type Marks, noMarks } from './marks.ts'
import { useWide } from './wide.ts'
import { useWords } from './words.ts'
import { useZoom, ZoomBar } from './zoom.tsx'

/** With `heat`, only steps that have a figure can be chosen: they lead to what it counts. */
type Props = { drawing: Drawing; marks?: Marks; heat?: Heat; label: string; onChoose?: (path: string) => void; height?: number }
const tall = (height: number) => ({ '--tall': `${height}px` }) as CSSProperties

/** Its place, until it is there: nothing below it moves when it comes. */
export const Undrawn = ({ height }: { height: number }) => <div className="chart" style={tall(height)} aria-busy />

const nested = new Set(['compound', 'parallel'])

export function Statechart({ drawing, marks = noMarks, heat, label, onChoose, height = 560 }: Props) {
  const { t } = useWords()
  const zoom = useZoom(drawing)
  const whole = useWide() && heat !== undefined
  const fit = useRef(zoom.fit)
  useEffect(() => {
    if (whole) fit.current()
  }, [whole])
  useShowing(zoom.frame, drawing, marks.current, zoom.scale)
  return (
    <div style={{ position: 'relative' }}>
      <ZoomBar zoom={zoom} />
      <section
        ref={zoom.frame}
        className="chart"
        style={tall(height)}
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
              <Container key={node.path} node={node} marks={marks} onChoose={heat ? undefined : onChoose} />
            ))}
          {drawing.edges.map((edge) => (
            <Way
              key={edgeName(edge)}
              edge={edge}
              walked={marks.walkedEdges.has(edgeName(edge))}
              earlier={marks.earlierEdges?.has(edgeName(edge))}
            />
          ))}
          {drawing.edges.map((edge) => (
            <WayWords
              key={edgeName(edge)}
              edge={edge}
              walked={marks.walkedEdges.has(edgeName(edge))}
              times={marks.times?.get(edgeName(edge))}
            />
          ))}
          {drawing.nodes
            .filter((n) => !nested.has(n.kind))
            .map((node) => (
              <Box key={`${node.path}>${node.after ?? ''}>${node.y}`} node={node} marks={marks} heat={heat} onChoose={onChoose} />
            ))}
        </svg>
      </section>
    </div>
  )
}

/** Brings the current steps into view when they change: all of them where they fit, else the first. Where there are none it is where the procedure begins. */
function useShowing(frame: React.RefObject<HTMLElement | null>, { nodes }: Drawing, current: ReadonlySet<string>, scale: number) {
  const key = [...current].join()
  const latest = useRef({ nodes, scale })
  latest.current = { nodes, scale }
  useEffect(() => {
    const { nodes, scale } = latest.current
    const paths = new Set(key.split(','))
    const begin = (n: DrawnNode) => n.kind === 'initial' && !n.parent
    const active = nodes.filter(key ? (n) => paths.has(n.path) : begin)
    const waiting = active.filter((n) => n.kind !== 'final')
    // Where things are is known once they were laid out.
    const shown = requestAnimationFrame(() => frame.current && show(frame.current, waiting.length ? waiting : active, scale))
    return () => cancelAnimationFrame(shown)
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
