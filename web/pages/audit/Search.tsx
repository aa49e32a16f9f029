// Looking for events in all histories: each opens the replay of its case where it happened.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type EventFilter, eventsQuery } from '../../api/audit.ts'
import { colours } from '../../theme.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import './audit.css'
import { EventTable } from './EventTable.tsx'
import { Filters } from './Filters.tsx'
import { Tabs } from './Tabs.tsx'

export function Search() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/audit' })
  const navigate = useNavigate({ from: '/audit' })
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <Tabs />
      <Card roomy>
        <Flex vertical gap={16}>
          <Filters search={search} onChange={(patch) => void navigate({ search: (before) => ({ ...before, ...patch }) })} />
          <Found filter={search} />
        </Flex>
      </Card>
    </Page>
  )
}

function Found({ filter }: { filter: EventFilter }) {
  const { t } = useWords()
  const query = useInfiniteQuery(eventsQuery(filter))
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  if (isPending) return <Loading within />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const events = data.pages.flatMap((page) => page.items)
  if (!events.length && !hasNextPage) return <Nothing title={t('audit.search.none')} hint={t('audit.search.noneHint')} />
  return (
    <Flex vertical gap={12} align="center">
      {events.length > 0 && <EventTable events={events} />}
      {hasNextPage ? (
        <Flex gap={12} align="center" wrap justify="center">
          <span style={{ color: colours.quiet }}>{t('audit.search.goesOn')}</span>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.search.more')}
          </Button>
        </Flex>
      ) : (
        <span style={{ color: colours.quiet }}>{t('audit.search.end', { count: events.length })}</span>
      )}
    </Flex>
  )
}
