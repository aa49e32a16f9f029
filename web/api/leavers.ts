// Who is in arrears, and what was promised to those who left.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Role } from '../../machines/departments.ts'
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
  redeemedBy: string | null
  redeemedFor: string | null
  offers: Offer[]
  blocked: Blocked[]
}
/** Whoever receives a student who returns redeems what was promised; teaching keeps the materials, finance reckons with the terms; others look on. */
export const promiseReaders: readonly Role[] = [
  'front-desk',
  'customer-service',
  'sales',
  'teaching',
  'finance',
  'management',
  'administration',
  'auditor',
]
/** Those to one student, or to all. */
export const promisesQuery = (open: boolean, student?: string) =>
  infiniteQueryOptions({
    queryKey: ['promises', open, student],
    queryFn: ({ pageParam }) => get<Page<Promised>>('/api/promises', { open, student, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
/** What the case left behind for its student: one promise, or none. */
export const promiseOfQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['promises', 'of', caseId],
    queryFn: async () => (await get<Page<Promised>>('/api/promises', { case: caseId })).items[0] ?? null,
  })
export const redeem = (href: string, answers: Facts, key: string) => post<Promised>(href, answers, { key })
