// One procedure: drawn, step by step with owner, deadline and clause, and who may say what in it.
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { settingsQuery } from '../../api/institution.ts'
import { clausesQuery, type Described, drawingQuery, procedureQuery } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { Gradually } from '../../ui/Gradually.tsx'
import { InTurns } from '../../ui/InTurns.tsx'
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
  const [known] = useState(drawing !== undefined)
  const { choose, drawer } = useStepDrawer(procedure)
  const place = usePlace()
  // Asked here, so that they are drawn before a step is brought into view: rows grow by what clauses and settings say.
  const [clauses, settings] = [useQuery(clausesQuery), useQuery(settingsQuery)]
  const whole = !clauses.isPending && !settings.isPending
  return (
    <Page title={t('handbook.one', { procedure: words(procedure.label), version: procedure.version })} lead={<OpenedBy {...procedure} />}>
      <Card>
        {drawing ? (
          <Gradually known={known} meanwhile={<Undrawn height={tall} />}>
            <Statechart drawing={drawing} label={t('chart.label', { procedure: words(procedure.label) })} onChoose={choose} height={tall} />
          </Gradually>
        ) : (
          <Undrawn height={tall} />
        )}
      </Card>
      <InTurns
        known={known}
        parts={[
          <Steps key="steps" procedure={procedure} place={place} />,
          <Events key="events" procedure={procedure} place={place} onChoose={choose} />,
          <InView key="in view" place={whole && place} />,
        ]}
      />
      {drawer}
    </Page>
  )
}

/** The step or event that the address names; it is marked. */
const usePlace = () => decodeURIComponent(useLocation().hash)

function InView({ place }: { place: string | false }) {
  useEffect(() => {
    if (place) document.getElementById(place)?.scrollIntoView({ block: 'center' })
  }, [place])
  return null
}
