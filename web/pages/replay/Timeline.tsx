// The timeline: every event at its place, what to look at marked above, deadlines as bars below; to be clicked, dragged along and moved by keys.
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import type { Described } from '../../api/procedures.ts'
import { Segments } from '../../ui/Segments.tsx'
import { useWords } from '../../ui/words.ts'
import type { Frame } from './frame.ts'
import { inkOf, type Mark, useMarkWords } from './marks.tsx'
import { type Bar, bars, nearest, places, type Scale, scales } from './timeline.ts'

type Props = { frames: Frame[]; marks: Mark[]; procedure: Described; position: number; onJump: (to: number) => void }
const percent = (place: number) => `${(place * 100).toFixed(3)}%`

export function Timeline({ frames, marks, procedure, position, onJump }: Props) {
  const { t, words, time, date } = useWords()
  const [scale, setScale] = useState<Scale>('time')
  const at = useMemo(() => places(frames, scale), [frames, scale])
  const running = useMemo(() => bars(frames, scale), [frames, scale])
  const drag = useDrag((place) => onJump(nearest(at, place)))
  const { event } = frames[position]!
  const lanes = Math.max(1, ...running.map(({ lane }) => lane + 1))
  return (
    <div className="timeline">
      <div className="timeline-head">
        <span>{date(frames[0]!.event.at)}</span>
        <Segments<Scale>
          small
          label={t('audit.player.scale')}
          value={scale}
          onChange={setScale}
          options={scales.map((value) => ({ value, label: t(value === 'time' ? 'audit.player.byTime' : 'audit.player.byOrder') }))}
        />
        <span>{date(frames.at(-1)!.event.at)}</span>
      </div>
      <div
        {...drag}
        className="timeline-line"
        style={{ height: 44 + lanes * 9 }}
        role="slider"
        tabIndex={0}
        aria-label={t('replay.position')}
        aria-valuemin={1}
        aria-valuemax={frames.length}
        aria-valuenow={position + 1}
        aria-valuetext={t('audit.player.value', { n: position + 1, all: frames.length, label: words(event.label), time: time(event.at) })}
      >
        <div className="timeline-track" />
        {frames.map((frame, index) => (
          <Dot key={frame.event.sequence} frame={frame} place={at[index]!} passed={index <= position} />
        ))}
        <Flags marks={marks} at={at} frames={frames} procedure={procedure} />
        {running.map((bar) => (
          <Span key={`${bar.step} ${bar.deadline} ${bar.from}`} bar={bar} procedure={procedure} />
        ))}
        <div className="timeline-now" style={{ left: percent(at[position]!) }} />
      </div>
      <p className="timeline-key">{t('audit.player.key')}</p>
    </div>
  )
}

/** Where along the line the pointer is, from 0 to 1, while it is held down. */
function useDrag(onPlace: (place: number) => void) {
  const line = useRef<HTMLDivElement>(null)
  const move = (event: PointerEvent) => {
    const { left, width } = line.current!.getBoundingClientRect()
    onPlace(Math.min(1, Math.max(0, (event.clientX - left) / (width || 1))))
  }
  return {
    ref: line,
    onPointerDown: (event: PointerEvent) => {
      line.current!.setPointerCapture(event.pointerId)
      move(event)
    },
    onPointerMove: (event: PointerEvent) => {
      if (line.current!.hasPointerCapture(event.pointerId)) move(event)
    },
  }
}

function Dot({ frame: { event }, place, passed }: { frame: Frame; place: number; passed: boolean }) {
  const { words, time } = useWords()
  return (
    <span
      className={`timeline-dot${event.act ? ' act' : ''}${passed ? ' passed' : ''}`}
      style={{ left: percent(place) }}
      title={`${event.sequence}. ${words(event.label)} · ${time(event.at)}`}
    />
  )
}

function Flags({ marks, at, frames, procedure }: { marks: Mark[]; at: number[]; frames: Frame[]; procedure: Described }) {
  const says = useMarkWords(procedure, frames)
  return marks.map((mark) => (
    <span
      key={`${mark.sequence} ${mark.kind}`}
      className="timeline-flag"
      style={{ left: percent(at[mark.sequence - 1]!), borderTopColor: inkOf(mark.kind) }}
      title={`${mark.sequence}. ${says(mark)}`}
    />
  ))
}

function Span({ bar: { deadline, due, from, to, duePlace, kept, lane }, procedure }: { bar: Bar; procedure: Described }) {
  const { t, words, date } = useWords()
  const told = kept === null ? 'audit.player.deadlineRuns' : kept ? 'audit.player.deadlineKept' : 'audit.player.deadlineMissed'
  const title = t(told, { deadline: words(procedure.deadlines[deadline]), due: date(due) })
  const top = 42 + lane * 9
  const until = kept === false ? Math.min(to, Math.max(from, duePlace)) : to
  return (
    <>
      <span className="timeline-bar" style={{ left: percent(from), width: percent(until - from), top }} title={title} />
      {kept === false && (
        <span className="timeline-bar over" style={{ left: percent(until), width: percent(to - until), top }} title={title} />
      )}
    </>
  )
}
