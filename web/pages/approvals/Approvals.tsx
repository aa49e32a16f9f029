// Decisions that wait for this person: each with what is decided, the money, the evidence, and the ways to decide.
import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import { approvalsQuery } from '../../api/approvals.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { ApprovalCard } from './ApprovalCard.tsx'

export function Approvals() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(approvalsQuery)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead', { count: data.length })} narrow>
      {data.length === 0 && <Nothing title={t('approvals.none')} hint={t('approvals.noneHint')} />}
      <Flex vertical gap={16}>
        {data.map((item) => (
          <ApprovalCard key={item.case.id} item={item} />
        ))}
      </Flex>
    </Page>
  )
}
