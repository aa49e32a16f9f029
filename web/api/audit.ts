// What an auditor asks for: events of all histories, what is usual in a procedure, and audit rounds.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { DrawMethod, Finding } from '../../machines/audit.ts'
import type { Label } from '../../machines/label.ts'
import type { Way } from '../../machines/ways.ts'
import { get, type Page, post } from './client.ts'

/** `from` and `until` are Shanghai dates, both included; `state` is a step of `procedure`. */
export type EventFilter = {
  person?: string
  event?: string
  state?: string
  procedure?: string
  from?: string
  until?: string
  late?: boolean
}
export type Lateness = { step: string; stepLabel: Label; deadline: string; deadlineLabel: Label; due: string; workingDays: number }
export type FoundEvent = {
  case: string
  number: string
  procedure: string
  procedureLabel: Label
  sequence: number
  type: string
  label: Label
  actor: string
  actorName: string
  onBehalfOf: string | null
  onBehalfOfName: string | null
  at: string
  late: Lateness | null
}
const auditKey = ['audit'] as const

export const eventsQuery = (filter: EventFilter) =>
  infiniteQueryOptions({
    queryKey: [...auditKey, 'events', filter],
    queryFn: ({ pageParam }) => get<Page<FoundEvent>>('/api/audit/events', { ...filter, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** `cases` closed cases were looked at; each way says how many of them took it. */
export type Ways = { cases: number; ways: (Way & { cases: number })[] }
export const waysQuery = (id: string) =>
  queryOptions({ queryKey: ['procedures', id, 'ways'], queryFn: () => get<Ways>(`/api/procedures/${id}/ways`), staleTime: 600_000 })

type Named = { id: string; name: string }
export type Round = {
  id: string
  name: string | null
  from: string
  until: string
  procedures: string[]
  method: DrawMethod
  seed: string
  population: number
  digest: string
  drawnAt: string
  drawnBy: Named
  closedAt: string | null
  closedBy: Named | null
  open: boolean
  drawn: number
  found: Record<Finding, number>
}
/** `remark` is null where none was made, or where it was erased. */
export type Said = { finding: Finding; remark: string | null; erased: boolean; at: string; by: Named; sequence: number }
/** `case` is null for whoever must not know of it. The last of `findings` counts. */
export type DrawnCase = {
  position: number
  tickets: number
  case: { id: string; number: string; procedure: string; label?: Label } | null
  findings: Said[]
}
export type WholeRound = Round & { cases: DrawnCase[] }

const roundsKey = [...auditKey, 'rounds'] as const
export const roundsQuery = infiniteQueryOptions({
  queryKey: [...roundsKey, 'list'],
  queryFn: ({ pageParam }) => get<Page<Round>>('/api/audit/rounds', { limit: 20, cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  refetchOnMount: 'always',
})
export const roundQuery = (id: string) =>
  queryOptions({ queryKey: [...roundsKey, id], queryFn: () => get<WholeRound>(`/api/audit/rounds/${id}`), refetchOnMount: 'always' })
export type DrawnAgain = { population: number; digest: string; agrees: boolean }
export const drawAgain = (id: string) => get<DrawnAgain>(`/api/audit/rounds/${id}/draw`)

export type DrawForm = { name: string; from: string; until: string; procedures: string[]; size: number; method: DrawMethod }
export const drawRound = (form: DrawForm, key: string) => post<WholeRound>('/api/audit/rounds', form, { key })
export type FindingForm = { case: string; finding: Finding; remark?: string }
export const recordFinding = (round: string, form: FindingForm, key: string) =>
  post<WholeRound>(`/api/audit/rounds/${round}/findings`, form, { key })
export const closeRound = (round: string, key: string) => post<WholeRound>(`/api/audit/rounds/${round}/close`, {}, { key })
