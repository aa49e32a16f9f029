// What students were promised when they left, and redeeming it when they return (A6.3.3b).
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { type Promised, promisesQuery } from '../../api/leavers.ts'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { leisurely } from '../../ui/later.tsx'
import { More } from '../../ui/More.tsx'
import { Page } from '../../ui/Page.tsx'
import { PromiseState, PromiseTerms } from '../../ui/promise/PromiseTerms.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

const OfStudent = leisurely(async () => (await import('./OfStudent.tsx')).OfStudent)

export function Promises() {
  const { t } = useWords()
  const [open, setOpen] = useState(true)
  const [student, setStudent] = useState<string>()
  return (
    <Page title={t('promises.title')} narrow>
      <Flex wrap gap={12} align="center" justify="space-between">
        <Segments
          label={t('promises.title')}
          value={open ? 'open' : 'over'}
          onChange={(which) => setOpen(which === 'open')}
          options={[
            { value: 'open', label: t('promises.open') },
            { value: 'over', label: t('promises.over') },
          ]}
        />
        <Suspense fallback={<span className="field-to-come" />}>
          <OfStudent student={student} onChange={setStudent} />
        </Suspense>
      </Flex>
      <Card>
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
  return (
    <li>
      <Flex wrap gap={8} justify="space-between" align="center">
        <span>
          <strong>{promise.studentName}</strong>{' '}
          <Link to="/cases/$id" params={{ id: promise.case }}>
            {promise.number}
          </Link>
        </span>
        <PromiseState of={promise} />
      </Flex>
      <PromiseTerms of={promise} />
    </li>
  )
}
