// What waits to be done: by department, by person, by state; what is overdue comes first.
import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Card, Flex, Tabs } from 'antd'
import { type CaseFilter, casesQuery } from '../../api/cases.ts'
import { proceduresQuery } from '../../api/procedures.ts'
import { type Session, sessionQuery } from '../../api/session.ts'
import type { WorklistSearch, WorklistTab } from '../../router.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { WhatNext } from '../../ui/WhatNext.tsx'
import { useWords } from '../../ui/words.ts'
import { CaseList } from './CaseList.tsx'
import { Filters } from './Filters.tsx'

const tabs: WorklistTab[] = ['department', 'mine', 'opened', 'all', 'closed']
/** Who oversees has no steps of a department: everything open is what they look at. */
const firstTab = ({ role }: Session): WorklistTab => (['auditor', 'admin', 'data'].includes(role) ? 'all' : 'department')

/** What is asked of the server for a tab and its filters. */
const filterOf = (tab: WorklistTab, { tab: _, ...filters }: WorklistSearch, { id, department }: Session): CaseFilter => {
  const open = tab !== 'closed'
  if (tab === 'department') return { ...filters, department, open }
  if (tab === 'mine') return { ...filters, assignee: id, open }
  return tab === 'opened' ? { ...filters, openedBy: id } : { ...filters, open }
}

export function Worklist() {
  const { data: session } = useQuery(sessionQuery)
  return session ? <Board session={session} /> : <Loading />
}

function Board({ session }: { session: Session }) {
  const { t } = useWords()
  const search = useSearch({ from: '/house/' })
  const navigate = useNavigate({ from: '/' })
  const tab = search.tab ?? firstTab(session)
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const opens = procedures.some(({ openedBy }) => openedBy.includes(session.role))
  return (
    <Page title={t('worklist.title')} extra={opens && <OpenButton />}>
      <Card styles={{ body: { paddingTop: 4 } }}>
        <Tabs
          activeKey={tab}
          onChange={(key) => void navigate({ search: (before) => ({ ...before, tab: key as WorklistTab, department: undefined }) })}
          items={tabs.map((key) => ({ key, label: t(`worklist.tab.${key}`) }))}
        />
        <Flex vertical gap={16}>
          <Filters search={search} tab={tab} onChange={(patch) => void navigate({ search: (before) => ({ ...before, ...patch }) })} />
          <Found filter={filterOf(tab, search, session)} tab={tab} />
        </Flex>
      </Card>
    </Page>
  )
}

function OpenButton() {
  const { t } = useWords()
  return (
    <Link to="/open">
      <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
        {t('nav.open')}
      </Button>
    </Link>
  )
}

function Found({ filter, tab }: { filter: CaseFilter; tab: WorklistTab }) {
  const { t } = useWords()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(casesQuery(filter))
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const cases = data.pages.flatMap((page) => page.items)
  if (!cases.length)
    return (
      <Nothing title={t(`worklist.empty.${tab}`)} hint={t('worklist.emptyHint')}>
        <WhatNext />
      </Nothing>
    )
  return (
    <Flex vertical gap={16} align="center">
      <CaseList cases={cases} />
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('worklist.more')}
        </Button>
      ) : (
        <span>{t('worklist.allShown', { count: cases.length })}</span>
      )}
    </Flex>
  )
}
