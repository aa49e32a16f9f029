// A case replayed: the machine that decided runs again in this browser, event by event, and every hash is worked out anew.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useMemo } from 'react'
import { oversees } from '../../../machines/rights.ts'
import { waysQuery } from '../../api/audit.ts'
import { type Case, caseQuery, historyQuery } from '../../api/cases.ts'
import { drawingQuery, pinned, type WithActs, withActsQuery } from '../../api/procedures.ts'
import { sessionQuery } from '../../api/session.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { ScopeProvider } from '../../ui/form/scope.ts'
import { later } from '../../ui/later.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import type { Frame } from './frame.ts'
import { brokenIn, type Mark } from './marks.tsx'
import { Player } from './Player.tsx'
import './replay.css'
import { type Folded, useFolded } from './use-folded.ts'
import { Verdict } from './Verdict.tsx'

const FindingPanel = later(async () => (await import('../../ui/audit/FindingPanel.tsx')).FindingPanel)

export function ReplayPage() {
  const { t, words } = useWords()
  const { id } = useParams({ from: '/house/cases/$id/replay' })
  const { data: of, error, refetch } = useQuery(caseQuery(id))
  const history = useQuery({ ...historyQuery(id, of?.head), enabled: of !== undefined })
  const folded = useFolded(of, history.data, useWays(of))
  useAhead(of)
  const failed = error ?? history.error
  if (failed) return <Failed error={failed} onRetry={() => void (error ? refetch() : history.refetch())} />
  if (!of) return <Loading />
  return (
    <Page title={t('replay.title', { number: of.number, procedure: words(of.label) })} lead={t('replay.lead')} extra={<Back id={of.id} />}>
      <Replay of={of} {...folded} />
    </Page>
  )
}

/** What is marked as unusual depends on other cases: only who oversees is told of them. */
function useWays(of: Case | undefined) {
  const { data: session } = useQuery(sessionQuery)
  const may = session !== null && session !== undefined && oversees(session.role)
  return useQuery({ ...waysQuery(of ? pinned(of) : ''), enabled: of !== undefined && may }).data
}

/** What is shown beside the history is asked for while that is folded. */
function useAhead(of: Case | undefined) {
  const client = useQueryClient()
  useEffect(() => {
    if (!of) return
    void client.prefetchQuery(withActsQuery(pinned(of)))
    void client.prefetchQuery(drawingQuery(pinned(of)))
  }, [client, of])
}

function Replay({ of, frames, marks = [], failed, again }: { of: Case } & Folded) {
  const { t } = useWords()
  const procedure = useQuery(withActsQuery(pinned(of)))
  const all = useMemo((): Mark[] => (frames ? [...brokenIn(frames), ...marks] : []), [frames, marks])
  if (procedure.error) return <Failed error={procedure.error} onRetry={() => void procedure.refetch()} />
  if (failed) return <Failed error={failed} onRetry={again} />
  if (frames === null) return <Alert type="warning" title={t('replay.noMachine', { procedure: pinned(of) })} />
  if (!frames || !procedure.data) return <Loading />
  return (
    <ScopeProvider value={{ student: of.student, studentName: of.studentName }}>
      <Verdict of={of} frames={frames} />
      <Shown of={of} procedure={procedure.data} frames={frames} marks={all} />
    </ScopeProvider>
  )
}

function Shown({ of, procedure, frames, marks }: { of: Case; procedure: WithActs; frames: Frame[]; marks: Mark[] }) {
  const { at, round } = useSearch({ from: '/house/cases/$id/replay' })
  const navigate = useNavigate({ from: '/cases/$id/replay' })
  const { data: drawing } = useQuery(drawingQuery(pinned(of)))
  return (
    <Player
      key={of.id}
      of={of}
      procedure={procedure}
      frames={frames}
      marks={marks}
      drawing={drawing}
      at={at}
      onRest={(sequence) => void navigate({ search: (before) => ({ ...before, at: sequence }), replace: true, resetScroll: false })}
    >
      <Suspense>{round && <FindingPanel round={round} caseId={of.id} />}</Suspense>
    </Player>
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
