// What waits to be done: by department, by person, by state; what is overdue comes first.
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { looksOn, shownIn, type ViewName, viewsFor } from '../../../machines/views.ts'
import type { CaseFilter, CaseSummary } from '../../api/cases.ts'
import { procedureNamesQuery } from '../../api/procedures.ts'
import { type Session, sessionQuery } from '../../api/session.ts'
import { worded } from '../../i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/states.tsx'
import { useWide } from '../../ui/wide.ts'
import { useWords } from '../../ui/words.ts'
import { isBehind, noneBehind, type WorklistSearch } from '../../ui/worklist-views.ts'
import type { Deed } from './deeds.ts'
import { Filters } from './Filters.tsx'
import { Found } from './Found.tsx'
import { SavedViews } from './SavedViews.tsx'
import { useSelection } from './selection.ts'
import { ViewTabs } from './ViewTabs.tsx'
import { Ways } from './Ways.tsx'
import './worklist.css'

const Bulk = lazy(async () => ({ default: (await import('./Bulk.tsx')).Bulk }))
const Narrowed = lazy(async () => ({ default: (await worded(import('./Narrowed.tsx'), 'overview')).Narrowed }))

/** What is asked of the server for a view and what narrows it. What was opened, or left a step, may be closed by now. */
const filterOf = (view: ViewName, { tab: _, sort, ...narrowed }: WorklistSearch, reader: Session): CaseFilter => ({
  ...narrowed,
  ...shownIn(view, reader),
  ...(view === 'all' && (narrowed.opened || narrowed.left) && { open: undefined }),
  ...(sort && sort !== 'due' && { sort }),
})

const isNarrowed = ({ tab: _, sort: __, ...narrowed }: WorklistSearch) => Object.values(narrowed).some((value) => value !== undefined)

export function Worklist() {
  const { data: session } = useQuery(sessionQuery)
  return session ? <Board reader={session} /> : <Loading />
}

type Doing = { deed: Deed; cases: CaseSummary[] }

function Board({ reader }: { reader: Session }) {
  const { t } = useWords()
  const search = useSearch({ from: '/house/' })
  const navigate = useNavigate({ from: '/' })
  const wide = useWide()
  const views = viewsFor(reader.role)
  const view = search.tab && views.includes(search.tab) ? search.tab : views[0]!
  const filter = useMemo(() => filterOf(view, search, reader), [view, search, reader])
  const selection = useSelection()
  const [doing, setDoing] = useState<Doing | null>(null)
  const change = useCallback(
    (patch: Partial<WorklistSearch>, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace }),
    [navigate],
  )
  const { clear } = selection
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view holds other cases
  useEffect(clear, [view])
  const onDeed = useCallback((deed: Deed, cases: CaseSummary[]) => setDoing({ deed, cases }), [])
  const done = (cases: CaseSummary[]) => {
    setDoing(null)
    selection.set(cases, false)
  }
  return (
    <Page title={t(looksOn(reader.role) ? 'nav.cases' : 'worklist.title')} extra={<OpenButton reader={reader} />}>
      <section className="panel">
        <ViewTabs
          views={views}
          chosen={view}
          panel="worklist"
          onChoose={(tab) => change({ tab, department: undefined, assignee: undefined, ...noneBehind })}
        />
        <div id="worklist" role="tabpanel" aria-labelledby={`tab-${view}`}>
          <div className="toolbar">
            <Filters {...{ search, view, reader, wide }} onChange={(patch) => change(patch, 'q' in patch)} />
            <div className="toolbar-end">
              <SavedViews search={{ ...search, tab: view }} />
              {wide && <Ways view={view} />}
            </div>
          </div>
          <Suspense fallback={null}>{isBehind(search) && <Narrowed search={search} onChange={change} />}</Suspense>
          <Found
            {...{ filter, view, reader, wide, selection, onDeed }}
            narrowed={isNarrowed(search)}
            sort={search.sort ?? 'due'}
            onSort={(sort) => change({ sort })}
          />
        </div>
      </section>
      <Suspense fallback={null}>{doing && <Bulk {...doing} reader={reader} onClose={done} />}</Suspense>
    </Page>
  )
}

function OpenButton({ reader }: { reader: Session }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { data: procedures = [] } = useQuery(procedureNamesQuery)
  if (!procedures.some(({ openedBy }) => openedBy.includes(reader.role))) return null
  const go = (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ to: '/open' })
  }
  return (
    <Button type="primary" href="/open" icon={<PlusOutlined aria-hidden />} onClick={go}>
      {t('nav.open')}
    </Button>
  )
}
