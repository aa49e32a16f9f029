// Decisions that wait for the reader, decided singly (see cases.ts) or several at once, and what was decided in like cases.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Label } from '../../machines/label.ts'
import type { Outcome } from '../../machines/procedure.ts'
import type { Stake } from '../../machines/stake.ts'
import { type Case, casesKey, type Facts, type Offer } from './cases.ts'
import { get, type Page, post, type Sending } from './client.ts'
import { unlessTold } from './stream.ts'

/** `decision` is what its step is there for, and where it leads as a rule; null where the case stays. */
export type Approval = { case: Case; etag: string; offers: Offer[]; decision: string | null; leadsTo: Label | null }
const pageSize = 50
export const approvalsQuery = infiniteQueryOptions({
  queryKey: [...casesKey, 'approvals'],
  queryFn: ({ pageParam }) => get<Page<Approval>>('/api/approvals', { limit: pageSize, cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  refetchInterval: unlessTold,
  refetchOnMount: 'always',
})

export type Comparable = {
  id: string
  number: string
  outcome: Outcome | null
  closedAt: string | null
  category: string | null
  stake: Stake | null
  decisions: { type: string; label: Label; at: string; by: string }[]
}
export const comparableQuery = (id: string) =>
  queryOptions({
    queryKey: [...casesKey, id, 'comparable'],
    queryFn: async () => (await get<{ items: Comparable[] }>(`/api/cases/${id}/comparable`)).items,
  })

/** `body` is the case after it, or the refusal. */
export type Result = { href: string; status: number; body: { detail?: string } }
export const decideTogether = (decisions: { href: string; etag: string; payload: Facts }[], sending: Sending) =>
  post<{ results: Result[] }>('/api/approvals', { decisions }, sending)
