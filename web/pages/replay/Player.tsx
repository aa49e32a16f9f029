// The replay itself: play, step and jump through the events by buttons, timeline and keys; the chart and the records follow.
import { useMachine } from '@xstate/react'
import { type PropsWithChildren, useEffect, useMemo, useRef } from 'react'
import type { Case } from '../../api/cases.ts'
import type { Drawing, WithActs } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartKey } from '../../ui/ChartKey.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { Gradually } from '../../ui/Gradually.tsx'
import { Statechart, Undrawn } from '../../ui/Statechart.tsx'
import { Loading } from '../../ui/states.tsx'
import { useStepDrawer } from '../../ui/use-step-drawer.tsx'
import { marksOf } from '../../ui/walked.ts'
import { useWords } from '../../ui/words.ts'
import { Controls } from './Controls.tsx'
import { EventList } from './EventList.tsx'
import { FrameCard } from './FrameCard.tsx'
import type { Frame } from './frame.ts'
import { meaningOf } from './keys.ts'
import { LookAt } from './LookAt.tsx'
import type { Mark } from './marks.tsx'
import { player } from './player.ts'
import { Story } from './Story.tsx'
import { Timeline } from './Timeline.tsx'

/** What stands inside comes after what is told of the case, before the player. */
type Props = PropsWithChildren<{
  of: Case
  procedure: WithActs
  frames: Frame[]
  marks: Mark[]
  drawing: Drawing | undefined
  /** The sequence of the event it opens at. */
  at: number | undefined
  /** Hears where it stands, whenever it comes to rest. */
  onRest: (sequence: number) => void
}>

export function Player({ of, procedure, frames, marks, drawing, at, onRest, children }: Props) {
  const { t } = useWords()
  const last = frames.length - 1
  const [snapshot, send] = useMachine(player, { input: { last, position: (at ?? 1) - 1 } })
  const { choose, drawer } = useStepDrawer(procedure)
  const { position, speed } = snapshot.context
  const playing = snapshot.matches('playing')
  const controls = useRef<HTMLDivElement>(null)
  const jump = (to: number) => send({ type: 'jump', to })
  const look = (to: number) => {
    jump(to)
    controls.current?.scrollIntoView({ block: 'start' })
  }
  useKeys({ playing, last }, send)
  useResting(frames[position]!.event.sequence, playing, onRest)
  return (
    <>
      <div className="told">
        <Story of={of} frames={frames} procedure={procedure} />
        <LookAt marks={marks} frames={frames} procedure={procedure} onChoose={look} />
      </div>
      {children}
      <div ref={controls} className="controls">
        <Card>
          <Flex vertical gap={8}>
            <Controls position={position} last={last} playing={playing} speed={speed} send={send} />
            <Timeline frames={frames} marks={marks} procedure={procedure} position={position} onJump={jump} />
          </Flex>
        </Card>
      </div>
      <Gradually meanwhile={<Loading />}>
        <div className="case">
          <div className="case-main">
            <Card title={t('case.chart')} extra={<ChartKey />}>
              <Gradually meanwhile={<Undrawn height={560} />}>
                <Chart of={of} drawing={drawing} frames={frames} position={position} onChoose={choose} />
              </Gradually>
            </Card>
          </div>
          <div className="case-side">
            <FrameCard frames={frames} position={position} marks={marks} procedure={procedure} />
          </div>
          <div className="case-history">
            <Gradually meanwhile={<Loading />}>
              <EventList frames={frames} marks={marks} position={position} onChoose={jump} />
            </Gradually>
          </div>
        </div>
      </Gradually>
      {drawer}
    </>
  )
}

type ChartProps = Pick<Props, 'of' | 'drawing' | 'frames'> & { position: number; onChoose: (path: string) => void }
function Chart({ of, drawing, frames, position, onChoose }: ChartProps) {
  const { t, words } = useWords()
  const walked = useMemo(() => drawing && marksOf(drawing, frames.map(moved), position + 1), [drawing, frames, position])
  if (!drawing) return <Undrawn height={560} />
  return (
    <Statechart
      drawing={drawing}
      marks={walked}
      label={t('chart.label', { procedure: words(of.label) })}
      onChoose={onChoose}
      height={560}
    />
  )
}

/** Drawn from what was folded here, not from what the server says. */
const moved = ({ event, paths }: Frame) => ({ type: event.type, facts: event.facts, paths, through: event.through })

type At = Parameters<typeof meaningOf>[1]
type Send = (event: NonNullable<ReturnType<typeof meaningOf>>) => void
function useKeys({ playing, last }: At, send: Send) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const meaning = meaningOf(event, { playing, last })
      if (!meaning) return
      event.preventDefault()
      send(meaning)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [playing, last, send])
}

function useResting(sequence: number, playing: boolean, onRest: (sequence: number) => void) {
  const latest = useRef(onRest)
  latest.current = onRest
  const known = useRef(sequence)
  useEffect(() => {
    if (playing || known.current === sequence) return
    known.current = sequence
    latest.current(sequence)
  }, [sequence, playing])
}
