// Setting the institution up: its name, how far it is, and many people at once.
import { queryOptions } from '@tanstack/react-query'
import type { Department, Role } from '../../machines/departments.ts'
import { type FieldError, get, newKey, post } from './client.ts'
import type { Person } from './records.ts'

export const institutionQuery = queryOptions({
  queryKey: ['institution', 'name'],
  queryFn: () => get<{ name: string | null }>('/api/institution'),
  staleTime: 60_000,
})
export const renameInstitution = (name: string) => post<{ name: string }>('/api/institution', { name }, { key: newKey() })

export type FirstStep = 'institution' | 'campuses' | 'people' | 'settings' | 'students' | 'cases'
export type FirstSteps = {
  steps: { name: FirstStep; done: boolean }[]
  lacking: { department: Department; roles: Role[]; missing: number }[]
}
/** For the administrator only. */
export const firstStepsQuery = queryOptions({ queryKey: ['first-steps'], queryFn: () => get<FirstSteps>('/api/first-steps') })

export const rowColumns = ['name', 'username', 'role', 'campus', 'lead', 'reportsTo', 'password'] as const
export type RowColumn = (typeof rowColumns)[number]
export type TableRow = Partial<Record<RowColumn, string>>
/** A row as the server reads it: `errors` point at its columns. */
export type CheckedRow = {
  name: string
  username: string
  role: Role
  campus: string | null
  lead: boolean
  reportsTo: string | null
  errors: FieldError[]
}
/** As many as are taken at once. */
export const mostRows = 200
export const checkPeople = async (rows: TableRow[]) => (await post<{ items: CheckedRow[] }>('/api/imports/users/check', { rows })).items
export const importPeople = async (rows: TableRow[], key: string) =>
  (await post<{ items: Person[] }>('/api/imports/users', { rows }, { key })).items
