// Who is in arrears, and what was promised to those who left.
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Blocked, Case, Facts, Offer } from './cases.ts'
import { get, type Page, post } from './client.ts'

export type Owing = {
  enrolment: string
  student: string
  number: string
  studentName: string
  course: string
  className: string
  campus: string
  owedFen: number
  case: { id: string; number: string } | null
}
export const arrearsListQuery = infiniteQueryOptions({
  queryKey: ['arrears-list'],
  queryFn: ({ pageParam }) => get<Page<Owing>>('/api/arrears-list', { limit: 200, cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
})
export const openArrears = (answers: Facts, key: string) => post<Case>('/api/arrears', answers, { key })

export type Promised = {
  id: string
  case: string
  number: string
  student: string
  studentName: string
  until: string
  materials: boolean
  percent: number
  open: boolean
  redeemedAt: string | null
  redeemedFor: string | null
  offers: Offer[]
  blocked: Blocked[]
}
/** Those to one student, or to all. */
export const promisesQuery = (open: boolean, student?: string) =>
  infiniteQueryOptions({
    queryKey: ['promises', open, student],
    queryFn: ({ pageParam }) => get<Page<Promised>>('/api/promises', { open, student, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const redeem = (href: string, answers: Facts, key: string) => post<Promised>(href, answers, { key })
