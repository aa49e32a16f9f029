// What students were promised when they left, and redeeming it when they return (A6.3.3b).
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { type Promised, promisesQuery } from '../../api/leavers.ts'
import { colours } from '../../theme.ts'
import { More } from '../../ui/More.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { OfStudent } from './OfStudent.tsx'
import { Redeem } from './Redeem.tsx'

export function Promises() {
  const { t } = useWords()
  const [open, setOpen] = useState(true)
  const [student, setStudent] = useState<string>()
  return (
    <Page title={t('promises.title')} narrow>
      <Flex wrap gap={12} align="center" justify="space-between">
        <Segmented
          value={open ? 'open' : 'over'}
          onChange={(which) => setOpen(which === 'open')}
          options={[
            { value: 'open', label: t('promises.open') },
            { value: 'over', label: t('promises.over') },
          ]}
        />
        <OfStudent student={student} onChange={setStudent} />
      </Flex>
      <Card size="small">
        <List open={open} student={student} />
      </Card>
    </Page>
  )
}

function List({ open, student }: { open: boolean; student: string | undefined }) {
  const { t } = useWords()
  const query = useInfiniteQuery(promisesQuery(open, student))
  const { data, error, isPending, refetch } = query
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const promises = data.pages.flatMap((page) => page.items)
  if (!promises.length) return <Nothing title={t(open ? 'promises.none' : 'promises.noneOver')} hint={t('promises.noneHint')} />
  return (
    <>
      <ul className="cards">
        {promises.map((promise) => (
          <Row key={promise.id} promise={promise} />
        ))}
      </ul>
      <More of={query} />
    </>
  )
}

function Row({ promise }: { promise: Promised }) {
  const { t, words, date, list } = useWords()
  const [redeeming, setRedeeming] = useState(false)
  const [offer] = promise.offers
  const [blocked] = promise.blocked
  return (
    <li>
      <Flex wrap gap={8} justify="space-between" align="center">
        <span>
          <strong>{promise.studentName}</strong>{' '}
          <Link to="/cases/$id" params={{ id: promise.case }}>
            {promise.number}
          </Link>
        </span>
        <State of={promise} />
      </Flex>
      <Flex wrap gap={8} justify="space-between" align="center">
        <span>
          {list([
            ...(promise.percent ? [t('promises.percent', { percent: promise.percent })] : []),
            ...(promise.materials ? [t('promises.materials')] : []),
          ])}
        </span>
        <span style={{ color: colours.quiet }}>{t('promises.until', { date: date(promise.until) })}</span>
      </Flex>
      {blocked && <p style={{ color: colours.quiet }}>{words(blocked.reason)}</p>}
      {offer && !redeeming && (
        <Button size="small" style={{ marginTop: 6, alignSelf: 'flex-start' }} onClick={() => setRedeeming(true)}>
          {words(offer.label)}
        </Button>
      )}
      {offer && redeeming && <Redeem promise={promise} offer={offer} onDone={() => setRedeeming(false)} />}
    </li>
  )
}

function State({ of }: { of: Promised }) {
  const { t, date } = useWords()
  if (of.redeemedAt) return <Tag color="green">{t('promises.redeemed', { date: date(of.redeemedAt) })}</Tag>
  return of.open ? null : <Tag>{t('promises.expired')}</Tag>
}
