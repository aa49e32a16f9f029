// The case drawn in its procedure: where it stands, where it has been; a step tells its clause when chosen.
import { useQuery } from '@tanstack/react-query'
import { Card, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { Case, HistoryEvent } from '../../api/cases.ts'
import { type Described, drawingQuery, pinned } from '../../api/procedures.ts'
import { CardTitle } from '../../ui/CardTitle.tsx'
import { ChartKey } from '../../ui/ChartKey.tsx'
import { Statechart } from '../../ui/Statechart.tsx'
import { StepDrawer } from '../../ui/StepDrawer.tsx'
import { marksOf } from '../../ui/walked.ts'
import { useWords } from '../../ui/words.ts'
import { StepInCase } from './StepInCase.tsx'

type Props = { of: Case; procedure: Described; history: HistoryEvent[] | undefined }

export function CaseChart({ of, procedure, history }: Props) {
  const { t, words } = useWords()
  const [path, setPath] = useState<string | null>(null)
  const { data: drawing } = useQuery(drawingQuery(pinned(of)))
  const marks = useMemo(() => {
    const current = new Set(of.steps.map((step) => step.path))
    return drawing && { ...marksOf(drawing, history ?? []), current }
  }, [drawing, history, of.steps])
  return (
    <Card
      title={<CardTitle>{t('case.chart')}</CardTitle>}
      size="small"
      className="case-chart"
      extra={<ChartKey begun={of.open} looped={Boolean(marks?.earlier?.size)} />}
    >
      {drawing ? (
        <Statechart
          drawing={drawing}
          marks={marks}
          label={t('chart.label', { procedure: words(of.label) })}
          onChoose={setPath}
          height={620}
        />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
      <StepDrawer
        procedure={procedure}
        path={path}
        inCase={
          path !== null && (
            <StepInCase of={of} procedure={procedure} history={history ?? []} path={path} times={marks?.times?.get(path) ?? 0} />
          )
        }
        onClose={() => setPath(null)}
      />
    </Card>
  )
}
