// A case replayed: the machine that decided runs again in this browser, event by event, and every hash is worked out anew.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { Suspense, useMemo } from 'react'
import type { Usual } from '../../../machines/conformance.ts'
import { procedureAt } from '../../../machines/published.ts'
import { oversees } from '../../../machines/rights.ts'
import { wayName } from '../../../machines/ways.ts'
import { type Ways, waysQuery } from '../../api/audit.ts'
import { type Case, caseQuery, historyQuery } from '../../api/cases.ts'
import { drawingQuery, pinned, type WithActs, withActsQuery } from '../../api/procedures.ts'
import { sessionQuery } from '../../api/session.ts'
import { ScopeProvider } from '../../ui/form/scope.ts'
import { later } from '../../ui/later.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { type Frame, framesOf, marksIn } from './frames.ts'
import { brokenIn, type Mark } from './marks.tsx'
import { Player } from './Player.tsx'
import './replay.css'
import { Verdict } from './Verdict.tsx'

const FindingPanel = later(async () => (await import('../../ui/audit/FindingPanel.tsx')).FindingPanel)

export function ReplayPage() {
  const { t, words } = useWords()
  const { id } = useParams({ from: '/house/cases/$id/replay' })
  const one = useQuery(caseQuery(id))
  const history = useQuery({ ...historyQuery(id, one.data?.head), enabled: one.data !== undefined })
  const procedure = useQuery({ ...withActsQuery(one.data ? pinned(one.data) : ''), enabled: one.data !== undefined })
  const failed = one.error ?? history.error ?? procedure.error
  const machine = one.data && procedureAt(one.data.procedure, one.data.version)
  const frames = useMemo(() => (machine && history.data ? framesOf(machine, history.data) : null), [machine, history.data])
  if (failed) return <Failed error={failed} onRetry={() => void one.refetch()} />
  if (!one.data) return <Loading />
  const { data: of } = one
  return (
    <Page title={t('replay.title', { number: of.number, procedure: words(of.label) })} lead={t('replay.lead')} extra={<Back id={of.id} />}>
      {history.data && procedure.data ? <Replay of={of} procedure={procedure.data} frames={frames} /> : <Loading />}
    </Page>
  )
}

function Replay({ of, procedure, frames }: { of: Case; procedure: WithActs; frames: Frame[] | null }) {
  const { t } = useWords()
  if (!frames) return <Alert type="warning" showIcon title={t('replay.noMachine', { procedure: pinned(of) })} />
  return (
    <ScopeProvider value={{ student: of.student, studentName: of.studentName }}>
      <Verdict of={of} frames={frames} />
      <Shown of={of} procedure={procedure} frames={frames} />
    </ScopeProvider>
  )
}

/** What is marked as unusual depends on other cases: only who oversees is told of them. */
function Shown({ of, procedure, frames }: { of: Case; procedure: WithActs; frames: Frame[] }) {
  const { at, round } = useSearch({ from: '/house/cases/$id/replay' })
  const navigate = useNavigate({ from: '/cases/$id/replay' })
  const { data: session } = useQuery(sessionQuery)
  const { data: drawing } = useQuery(drawingQuery(pinned(of)))
  const ways = useQuery({ ...waysQuery(pinned(of)), enabled: session !== null && session !== undefined && oversees(session.role) })
  const marks = useMemo((): Mark[] => {
    const machine = procedureAt(of.procedure, of.version)!
    return [...brokenIn(frames), ...marksIn(machine, frames, ways.data && usualIn(ways.data))]
  }, [of.procedure, of.version, frames, ways.data])
  if (!drawing) return <Loading />
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

const usualIn = ({ cases: of, ways }: Ways): Usual => {
  const counts = new Map(ways.map((way) => [wayName(way), way.cases]))
  return (way) => ({ cases: counts.get(wayName(way)) ?? 0, of })
}

function Back({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <Link to="/cases/$id" params={{ id }}>
      <Button tabIndex={-1}>{t('replay.back')}</Button>
    </Link>
  )
}
