// One procedure: drawn, step by step with owner, deadline and clause, and who may say what in it.
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Described, drawingQuery, procedureQuery } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { OpenedBy } from '../../ui/OpenedBy.tsx'
import { Page } from '../../ui/Page.tsx'
import { Statechart, Undrawn } from '../../ui/Statechart.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useStepDrawer } from '../../ui/use-step-drawer.tsx'
import { useWords } from '../../ui/words.ts'
import { Events } from './Events.tsx'
import { Steps } from './Steps.tsx'

/** In px. */
const tall = 640

export function ProcedurePage() {
  const { procedure: id } = useParams({ from: '/house/handbook/$procedure' })
  const { data, error, refetch } = useQuery(procedureQuery(id))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return data ? <TheProcedure key={id} id={id} procedure={data} /> : <Loading />
}

function TheProcedure({ id, procedure }: { id: string; procedure: Described }) {
  const { t, words } = useWords()
  const { data: drawing } = useQuery(drawingQuery(id))
  const { choose, drawer } = useStepDrawer(procedure)
  const place = usePlace()
  return (
    <Page title={t('handbook.one', { procedure: words(procedure.label), version: procedure.version })} lead={<OpenedBy {...procedure} />}>
      <Card>
        {drawing ? (
          <Statechart drawing={drawing} label={t('chart.label', { procedure: words(procedure.label) })} onChoose={choose} height={tall} />
        ) : (
          <Undrawn height={tall} />
        )}
      </Card>
      <Steps procedure={procedure} place={place} />
      <Events procedure={procedure} place={place} onChoose={choose} />
      {drawer}
    </Page>
  )
}

/** The step or event that the address names: brought into view, and marked. */
function usePlace(): string {
  const { hash } = useLocation()
  const place = decodeURIComponent(hash)
  useEffect(() => {
    if (place) document.getElementById(place)?.scrollIntoView({ block: 'center' })
  }, [place])
  return place
}
