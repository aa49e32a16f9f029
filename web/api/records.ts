// Records that forms refer to: students, their enrolments, people, attachments.
import { queryOptions } from '@tanstack/react-query'
import type { Department, Role } from '../../machines/departments.ts'
import { get, getAll, type Page, upload } from './client.ts'

export type Student = { id: string; number: string; name: string; campus: string }
export const studentsQuery = (q: string) =>
  queryOptions({ queryKey: ['students', q], queryFn: async () => (await get<Page<Student>>('/api/students', { q, limit: 20 })).items })

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

export type Person = {
  id: string
  name: string
  role: Role
  department?: Department
  username?: string
  campus?: string | null
  lead?: boolean
  reportsTo?: string | null
  active?: boolean
}
export const peopleKey = ['people'] as const
export const peopleQuery = queryOptions({ queryKey: peopleKey, queryFn: () => getAll<Person>('/api/users'), staleTime: 60_000 })

export type Attachment = { id: string; sha256: string; name: string }
export const uploadAttachment = (file: Blob) => upload<Attachment>('/api/attachments', file)
export const attachmentHref = (id: string) => `/api/attachments/${id}`
/** A file's name, known in this browser where the file was chosen in it. */
export const attachmentNameKey = (id: string) => ['attachments', id, 'name'] as const
export const attachmentNameQuery = (id: string) =>
  queryOptions({ queryKey: attachmentNameKey(id), queryFn: () => null as string | null, staleTime: Number.POSITIVE_INFINITY })
