// The replay itself: play, step and jump through the events; the chart and the records follow.
import { useMachine } from '@xstate/react'
import { Card } from 'antd'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Case } from '../../api/cases.ts'
import type { Described, Drawing } from '../../api/procedures.ts'
import { ChartKey } from '../../ui/ChartKey.tsx'
import { Statechart } from '../../ui/Statechart.tsx'
import { StepDrawer } from '../../ui/StepDrawer.tsx'
import { marksOf } from '../../ui/walked.ts'
import { useWords } from '../../ui/words.ts'
import { Controls } from './Controls.tsx'
import { EventList } from './EventList.tsx'
import { FrameCard } from './FrameCard.tsx'
import type { Frame } from './frames.ts'
import { player } from './player.ts'

type Props = { of: Case; procedure: Described; frames: Frame[]; drawing: Drawing }

export function Player({ of, procedure, frames, drawing }: Props) {
  const { t, words } = useWords()
  const [snapshot, send] = useMachine(player, { input: { last: frames.length - 1 } })
  const [path, setPath] = useState<string | null>(null)
  const { position, speed } = snapshot.context
  const playing = snapshot.matches('playing')
  const marks = useMemo(() => marksOf(drawing, frames.map(moved), position + 1), [drawing, frames, position])
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') send({ type: 'forward' })
    else if (event.key === 'ArrowLeft') send({ type: 'back' })
    else return
    event.preventDefault()
  }
  return (
    <>
      <Card size="small" onKeyDown={keys}>
        <Controls position={position} last={frames.length - 1} playing={playing} speed={speed} send={send} />
      </Card>
      <div className="case">
        <div className="case-main">
          <Card size="small" title={t('case.chart')} extra={<ChartKey />}>
            <Statechart
              drawing={drawing}
              marks={marks}
              label={t('chart.label', { procedure: words(of.label) })}
              onChoose={setPath}
              height={600}
            />
          </Card>
        </div>
        <div className="case-side">
          <FrameCard frame={frames[position]!} procedure={procedure} />
        </div>
        <div className="case-history">
          <EventList frames={frames} position={position} onChoose={(to) => send({ type: 'jump', to })} />
        </div>
      </div>
      <StepDrawer procedure={procedure} path={path} onClose={() => setPath(null)} />
    </>
  )
}

/** Drawn from what was folded here, not from what the server says. */
const moved = ({ event, paths }: Frame) => ({ type: event.type, facts: event.facts, paths, through: event.through })
