// A case replayed: the machine that decided runs again in this browser, event by event, and every hash is worked out anew.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { procedureAt } from '../../../machines/published.ts'
import { type Case, caseQuery, historyQuery } from '../../api/cases.ts'
import { type Described, drawingQuery, pinned, procedureQuery } from '../../api/procedures.ts'
import { ScopeProvider } from '../../ui/form/scope.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { type Frame, framesOf } from './frames.ts'
import { Player } from './Player.tsx'
import { Verdict } from './Verdict.tsx'

export function ReplayPage() {
  const { id } = useParams({ from: '/house/cases/$id/replay' })
  const one = useQuery(caseQuery(id))
  const history = useQuery({ ...historyQuery(id, one.data?.head), enabled: one.data !== undefined })
  const procedure = useQuery({ ...procedureQuery(one.data ? pinned(one.data) : ''), enabled: one.data !== undefined })
  const failed = one.error ?? history.error ?? procedure.error
  const machine = one.data && procedureAt(one.data.procedure, one.data.version)
  const frames = useMemo(() => (machine && history.data ? framesOf(machine, history.data) : null), [machine, history.data])
  if (failed) return <Failed error={failed} onRetry={() => void one.refetch()} />
  if (!one.data || !history.data || !procedure.data) return <Loading />
  return <Replay of={one.data} procedure={procedure.data} frames={frames} />
}

function Replay({ of, procedure, frames }: { of: Case; procedure: Described; frames: Frame[] | null }) {
  const { t, words } = useWords()
  const { data: drawing } = useQuery(drawingQuery(pinned(of)))
  return (
    <Page title={t('replay.title', { number: of.number, procedure: words(of.label) })} lead={t('replay.lead')} extra={<Back id={of.id} />}>
      <ScopeProvider value={{ student: of.student, studentName: of.studentName }}>
        {frames ? (
          <>
            <Verdict of={of} frames={frames} />
            {drawing ? <Player key={of.id} of={of} procedure={procedure} frames={frames} drawing={drawing} /> : <Loading />}
          </>
        ) : (
          <Alert type="warning" showIcon title={t('replay.noMachine', { procedure: pinned(of) })} />
        )}
      </ScopeProvider>
    </Page>
  )
}

function Back({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <Link to="/cases/$id" params={{ id }}>
      <Button tabIndex={-1}>{t('replay.back')}</Button>
    </Link>
  )
}
