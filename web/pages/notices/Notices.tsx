// What the reader and their department were told; opening one leads to its case.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Notice, noticesQuery, readNotice } from '../../api/notices.ts'
import { colours } from '../../theme.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { More } from '../../ui/More.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

export function Notices() {
  const { t } = useWords()
  const query = useInfiniteQuery(noticesQuery)
  const { data, error, isPending, refetch } = query
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const notices = data.pages.flatMap((page) => page.items)
  return (
    <Page title={t('notices.title')} narrow>
      <Card>
        {notices.length === 0 && <Nothing title={t('notices.none')} hint={t('notices.noneHint')} />}
        <ul className="cards">
          {notices.map((notice) => (
            <Row key={notice.id} notice={notice} />
          ))}
        </ul>
        <More of={query} />
      </Card>
    </Page>
  )
}

function Row({ notice }: { notice: Notice }) {
  const { t, words, time } = useWords()
  const client = useQueryClient()
  const reading = useMutation({
    mutationFn: () => readNotice(notice.id),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  })
  const read = () => void (notice.read || reading.mutate())
  return (
    <li>
      <Flex gap={8} wrap justify="space-between" align="center">
        <Link to="/cases/$id" params={{ id: notice.case }} onClick={read}>
          <i className={notice.read ? 'dot' : 'dot new'} aria-hidden />{' '}
          <span style={{ fontWeight: notice.read ? 400 : 600 }}>
            {notice.number} {words(notice.label)}
          </span>
        </Link>
        {notice.toMe && <span className="tag lively">{t('notices.toMe')}</span>}
        <Flex gap={8} align="center">
          <span style={{ color: colours.quiet }}>{time(notice.createdAt)}</span>
          {notice.read ? (
            <span style={{ color: colours.quiet }}>{t('notices.read')}</span>
          ) : (
            <Button size="small" loading={reading.isPending} onClick={read}>
              {t('notices.markRead')}
            </Button>
          )}
        </Flex>
      </Flex>
    </li>
  )
}
