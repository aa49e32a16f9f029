// The case drawn in its procedure: where it stands, where it has been; a step tells its clause when chosen.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { Case, HistoryEvent } from '../../api/cases.ts'
import { drawingQuery, pinned, type WithActs } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartKey } from '../../ui/ChartKey.tsx'
import { Statechart, Undrawn } from '../../ui/Statechart.tsx'
import { useStepDrawer } from '../../ui/use-step-drawer.tsx'
import { marksOf } from '../../ui/walked.ts'
import { useWords } from '../../ui/words.ts'
import { StepInCase } from './StepInCase.tsx'

/** In px. */
const tall = 620

type Props = { of: Case; procedure: WithActs; history: HistoryEvent[] | undefined }

export function CaseChart({ of, procedure, history }: Props) {
  const { t, words } = useWords()
  const drawing = useDeferredValue(useQuery(drawingQuery(pinned(of))).data)
  const marks = useMemo(() => {
    const current = new Set(of.steps.map((step) => step.path))
    return drawing && { ...marksOf(drawing, history ?? []), current }
  }, [drawing, history, of.steps])
  const { choose, drawer } = useStepDrawer(procedure, (path) => (
    <StepInCase of={of} procedure={procedure} history={history ?? []} path={path} times={marks?.times?.get(path) ?? 0} />
  ))
  return (
    <Card title={t('case.chart')} className="case-chart" extra={<ChartKey begun={of.open} looped />}>
      {drawing ? (
        <Statechart
          drawing={drawing}
          marks={marks}
          label={t('chart.label', { procedure: words(of.label) })}
          onChoose={choose}
          height={tall}
        />
      ) : (
        <Undrawn height={tall} />
      )}
      {drawer}
    </Card>
  )
}
