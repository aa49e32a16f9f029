// What a closed case left behind for its student: the promise, kept in its own record (A6.3.3b).
import { useQuery } from '@tanstack/react-query'
import type { Case } from '../../api/cases.ts'
import { promiseOfQuery, promiseReaders } from '../../api/leavers.ts'
import { sessionQuery } from '../../api/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { PromiseState, PromiseTerms } from '../../ui/promise/PromiseTerms.tsx'
import { Failed } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

export function LeftBehind({ of }: { of: Case }) {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  const reads = session ? promiseReaders.includes(session.role) : false
  const { data: promise, error, refetch } = useQuery({ ...promiseOfQuery(of.id), enabled: reads && promised(of) })
  if (!promise) return error ? <Failed error={error} onRetry={() => void refetch()} /> : null
  return (
    <Card title={t('promises.one')} extra={<PromiseState of={promise} />}>
      <Flex vertical gap={4}>
        <PromiseTerms of={promise} />
      </Flex>
    </Card>
  )
}

/** What a case remembers as promised becomes a promise when it ends; where it was revoked there is none. */
const promised = ({ open, facts }: Case) => !open && Boolean(facts.promise)
