// Records that forms refer to: students, their enrolments, people, attachments.
import { queryOptions } from '@tanstack/react-query'
import type { Department, Role } from '../../machines/departments.ts'
import { get, getAll, type Page, upload } from './client.ts'

export type Student = { id: string; number: string; name: string; campus: string }
export const studentsQuery = (q: string) =>
  queryOptions({ queryKey: ['students', q], queryFn: async () => (await get<Page<Student>>('/api/students', { q, limit: 20 })).items })

export const studentQuery = (id: string) =>
  queryOptions({
    queryKey: ['students', 'one', id],
    queryFn: async () => (await get<Page<Student>>('/api/students', { id })).items[0] ?? null,
    staleTime: 60_000,
  })

export type Enrolment = {
  id: string
  course: string
  className: string
  stage: 'basic' | 'advanced' | 'completion'
  status: 'running' | 'ended' | 'completed'
  paidFen: number
  owedFen?: number
}
export const enrolmentsQuery = (student: string) =>
  queryOptions({ queryKey: ['enrolments', student], queryFn: () => getAll<Enrolment>('/api/enrolments', { student }) })

/** `username` and `reportsTo` are for the administrator only. */
export type Person = {
  id: string
  name: string
  role: Role
  department: Department
  campus: string | null
  lead: boolean
  active: boolean
  username?: string
  reportsTo?: string | null
}
export const peopleKey = ['people'] as const
/** Everybody, those who have left included: histories name them. */
export const peopleQuery = queryOptions({
  queryKey: peopleKey,
  queryFn: () => getAll<Person>('/api/users', { active: 'any' }),
  staleTime: 60_000,
})

/** Who may know of a case: whom a comment on it may call. */
export const knowingQuery = (id: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'knowing', id],
    queryFn: () => getAll<Person>('/api/users', { case: id }),
    staleTime: 60_000,
  })

export type Attachment = { id: string; sha256: string; name: string }
export const uploadAttachment = (file: Blob) => upload<Attachment>('/api/attachments', file)
export const attachmentHref = (id: string) => `/api/attachments/${id}`
export const attachmentNameKey = (id: string) => ['attachments', id, 'name'] as const
export const attachmentNameQuery = (id: string) =>
  queryOptions({ queryKey: attachmentNameKey(id), queryFn: () => nameOf(id), staleTime: Number.POSITIVE_INFINITY })

/** The file's own name, from the header that will name it when it is saved. */
async function nameOf(id: string): Promise<string | null> {
  const response = await fetch(attachmentHref(id), { method: 'HEAD' }).catch(() => null)
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(response?.headers.get('content-disposition') ?? '') ?? []
  return name ? decodeURIComponent(name) : null
}
