// Cases: lists, one case, its history, and what is posted to it.
import { queryOptions } from '@tanstack/react-query'
import type { Department } from '../../machines/departments.ts'
import type { Label } from '../../machines/label.ts'
import type { FormSchema } from '../../machines/narrowing.ts'
import type { Outcome } from '../../machines/procedure.ts'
import type { ChainedEvent } from '../../machines/proof/chain.ts'
import type { ViewName } from '../../machines/views.ts'
import { get, type Page, post, type Sending } from './client.ts'
import { unlessTold } from './stream.ts'

export type Step = {
  path: string
  label: Label
  clause: string
  department: Department | null
  assignee: string | null
  enteredAt: string | null
  due: string | null
  workingDaysLeft: number | null
  overdue: boolean
}
export type CaseSummary = {
  id: string
  number: string
  procedure: string
  version: number
  label: Label
  open: boolean
  outcome?: Outcome
  revision: number
  head: string
  openedAt: string
  closedAt?: string | null
  due: string | null
  /** Below zero: so many since it was due. */
  workingDaysLeft?: number | null
  campus?: string | null
  student: string | null
  studentName?: string | null
  follows?: string
  steps: Step[]
}
export type Offer = { type: string; label: Label; href: string; payload: FormSchema }
export type Blocked = { type: string; label: Label; reason: Label }
export type Facts = Record<string, unknown>
/** `due` ends the day that `days` lead to from the Shanghai date `start`; `step` is the state it belongs to, `skipped` the days off not counted. */
export type Deadline = {
  deadline: string
  label?: Label
  step: string
  due: string
  start: string
  days: number | null
  unit: 'working' | 'calendar' | 'date'
  provisional: boolean
  skipped?: { date: string; why: Label }[]
  passedAt: string | null
}
export type Case = CaseSummary & { deadlines: Deadline[]; facts: Facts; offers: Offer[]; acts: Offer[]; blocked: Blocked[] }

export type CaseFilter = {
  procedure?: string
  state?: string
  department?: string
  assignee?: string
  student?: string
  openedBy?: string
  unclaimed?: true
  copied?: string
  doneBy?: string
  overdue?: boolean
  stepOverdue?: true
  open?: boolean
  campus?: string
  opened?: string
  closed?: string
  left?: string
  leftIn?: string
  leftLate?: true
  q?: string
  sort?: string
}
export const casesKey = ['cases'] as const
const oneKey = (id: string) => [...casesKey, 'one', id] as const
/** Whether what was fetched under this key belongs to one case, and is no list. */
export const isOfOneCase = ([, kind]: readonly unknown[]) => kind === 'one'

/** Here and for one case: whoever comes to a page sees what is true now, not what was true when they last looked. */
const asItIsNow = { refetchInterval: unlessTold, refetchOnMount: 'always' } as const

/** A list is kept in stretches, from one place to the next: each of them is asked for again by itself, and no case falls between two. */
export type Stretch = { cursor?: string; until?: string }
const [atOnce, mostAtOnce] = [100, 200]
/** In ms. */
const justNow = 2_000
export const stretchQuery = (filter: CaseFilter, stretch: Stretch) =>
  queryOptions({
    queryKey: [...casesKey, 'list', filter, stretch],
    queryFn: () => get<Page<CaseSummary>>('/api/cases', { ...filter, ...stretch, limit: stretch.until ? mostAtOnce : atOnce }),
    ...asItIsNow,
    // What was said to be stale while nobody looked is stale, however new it is.
    refetchOnMount: ({ state }) => (state.isInvalidated || Date.now() - state.dataUpdatedAt > justNow ? 'always' : false),
  })

/** How many cases the reader's views hold; `most` where there are that many or more. */
export type Counts = { most: number; counts: Partial<Record<ViewName, number>> }
export const countsQuery = queryOptions({ queryKey: [...casesKey, 'counts'], queryFn: () => get<Counts>('/api/worklist'), ...asItIsNow })

/** Cases by a part of their number or of the student's name. */
export const foundCasesQuery = (q: string) =>
  queryOptions({
    queryKey: [...casesKey, 'found', q],
    queryFn: async () => (await get<Page<CaseSummary>>('/api/cases', { q, limit: 8 })).items,
  })

/** Cases to refer to: those of a student, or found by number. */
export const siblingCasesQuery = (student: string | null, q: string) =>
  queryOptions({
    queryKey: [...casesKey, 'siblings', student, q],
    queryFn: async () => (await get<Page<CaseSummary>>('/api/cases', { student: student ?? undefined, q, limit: 20 })).items,
  })

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: oneKey(id), queryFn: () => get<Case>(`/api/cases/${id}`), refetchOnMount: 'always' })

/** `paths` are the active states after it, `through` those on the way that were left at once. */
export type HistoryEvent = ChainedEvent & {
  label: Label
  actorName: string | null
  onBehalfOfName: string | null
  act: boolean
  paths: string[]
  through: string[][]
}
/** Only ever appended to: asked for again when the case's `head` is another. */
export const historyQuery = (id: string, head?: string) =>
  queryOptions({
    queryKey: [...oneKey(id), 'history', head],
    queryFn: async () => (await get<{ events: HistoryEvent[] }>(`/api/cases/${id}/history`)).events,
  })

export type Verification = { intact: boolean; sequence: number; problems: { sequence: number; code: string; detail: Label | string }[] }
export const verificationQuery = (id: string) =>
  queryOptions({ queryKey: [...oneKey(id), 'verification'], queryFn: () => get<Verification>(`/api/cases/${id}/verification`) })

export const openCase = (procedure: string, answers: Facts, sending: Sending) => post<Case>(`/api/${procedure}`, answers, sending)
export const record = (href: string, answers: Facts, sending: Sending) => post<Case>(href, answers, sending)
