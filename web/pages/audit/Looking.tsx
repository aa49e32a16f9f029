// What is looked for, and what was found.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Flex } from 'antd'
import { type EventFilter, eventsQuery } from '../../api/audit.ts'
import { colours } from '../../theme.ts'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { EventTable } from './EventTable.tsx'
import { Filters } from './Filters.tsx'

export function Looking() {
  const search = useSearch({ from: '/house/audit' })
  const navigate = useNavigate({ from: '/audit' })
  return (
    <Flex vertical gap={16}>
      <Filters search={search} onChange={(patch) => void navigate({ search: (before) => ({ ...before, ...patch }) })} />
      <Found filter={search} />
    </Flex>
  )
}

function Found({ filter }: { filter: EventFilter }) {
  const { t } = useWords()
  const query = useInfiniteQuery(eventsQuery(filter))
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  if (isPending) return <Loading />
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
