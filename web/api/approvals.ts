// Decisions that wait for the reader.
import { queryOptions } from '@tanstack/react-query'
import { type Case, casesKey, type Offer } from './cases.ts'
import { get } from './client.ts'
import { unlessTold } from './stream.ts'

export type Approval = { case: Case; etag: string; offers: Offer[] }
export const approvalsQuery = queryOptions({
  queryKey: [...casesKey, 'approvals'],
  queryFn: async () => (await get<{ items: Approval[] }>('/api/approvals')).items,
  refetchInterval: unlessTold,
  refetchOnMount: 'always',
})
