// For whoever answers for the whole: where cases are stuck, who has too much to do, and whether more comes in than goes out.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { campusesQuery } from '../../api/institution.ts'
import { overviewQuery, stepsQuery } from '../../api/overview.ts'
import { type Described, proceduresQuery } from '../../api/procedures.ts'
import type { OverviewSearch } from '../../router.tsx'
import { Gradually } from '../../ui/Gradually.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { Choose, ProcedureTabs } from './Choose.tsx'
import { HeatChart } from './Heat.tsx'
import type { Scope } from './links.ts'
import './overview.css'
import { StepTable } from './StepTable.tsx'
import { Trend } from './Trend.tsx'
import { ByDepartment, ByPerson, ByProcedure } from './Workload.tsx'

export function Overview() {
  const { t } = useWords()
  const { by: _, ...search } = useSearch({ from: '/house/overview' })
  const navigate = useNavigate({ from: '/overview' })
  const { data } = useQuery(overviewQuery(search))
  const change = (patch: Partial<OverviewSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true, resetScroll: false })
  return (
    <Page title={t('overview.title')} lead={t('overview.lead')}>
      <div className="overview-bar">
        <ProcedureTabs chosen={search.procedure} />
        <Choose search={search} period={data} onChange={change} />
      </div>
      <Figures search={search} />
    </Page>
  )
}

function Figures({ search }: { search: OverviewSearch }) {
  const { t } = useWords()
  const { data, error, refetch, isPlaceholderData } = useQuery(overviewQuery(search))
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const [known] = useState(data !== undefined)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.procedures.every(({ open, opened, closed }) => open + opened + closed === 0))
    return <Nothing title={t('overview.none')} hint={t('overview.noneHint')} />
  const scope: Scope = { procedure: search.procedure, campus: search.campus, from: data.from, until: data.until }
  const chosen = procedures.find(({ name }) => name === search.procedure)
  return (
    <div className={isPlaceholderData ? 'overview passing' : 'overview'} aria-busy={isPlaceholderData}>
      <About scope={scope} procedure={chosen} />
      {search.procedure ? (
        chosen && <OfSteps procedure={chosen} scope={scope} search={search} />
      ) : (
        <ByProcedure rows={data.procedures} scope={scope} />
      )}
      <Gradually known={known} meanwhile={<Loading />}>
        <div className="overview-beside">
          <ByDepartment rows={data.departments} scope={scope} />
          <ByPerson rows={data.people} scope={scope} />
        </div>
        <Trend spans={data.trend} scope={scope} />
      </Gradually>
    </div>
  )
}

/** On paper, where nothing can be chosen: what the figures are about. */
function About({ scope, procedure }: { scope: Scope; procedure: Described | undefined }) {
  const { t, words, date } = useWords()
  const { data: campuses = [] } = useQuery(campusesQuery)
  const campus = campuses.find(({ id }) => id === scope.campus)
  const parts = [procedure ? words(procedure.label) : t('overview.allProcedures'), campus ? words(campus.name) : t('overview.allCampuses')]
  return <p className="print-only">{[...parts, `${date(scope.from)} – ${date(scope.until)}`].join(' · ')}</p>
}

function OfSteps({ procedure, scope, search }: { procedure: Described; scope: Scope; search: OverviewSearch }) {
  const { by = 'open' } = useSearch({ from: '/house/overview' })
  const navigate = useNavigate({ from: '/overview' })
  const { procedure: _, ...rest } = search
  const { data, error, refetch } = useQuery(stepsQuery(procedure.name, rest))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const choose = (measure: typeof by) =>
    void navigate({ search: (before) => ({ ...before, by: measure === 'open' ? undefined : measure }), replace: true, resetScroll: false })
  return (
    <>
      <HeatChart procedure={procedure} steps={data.steps} scope={scope} by={by} onBy={choose} />
      <StepTable procedure={procedure} steps={data.steps} scope={scope} mostStays={data.mostStays} />
    </>
  )
}
