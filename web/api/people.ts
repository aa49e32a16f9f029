// What the administrator changes about people.
import { queryOptions } from '@tanstack/react-query'
import type { Role } from '../../machines/departments.ts'
import { getAll, newKey, post } from './client.ts'
import type { Person } from './records.ts'

/** `campus` and `reportsTo` are ids, null for none. */
export type PersonForm = {
  username: string
  name: string
  role: Role
  campus: string | null
  lead: boolean
  reportsTo: string | null
  password: string
}
export type PersonPatch = Partial<Omit<PersonForm, 'username' | 'password'> & { active: boolean }>

/** Whom to ask about accounts and settings. */
export const administratorsQuery = queryOptions({
  queryKey: ['people', 'administrators'],
  queryFn: () => getAll<Person>('/api/users', { role: 'admin' }),
  staleTime: 60_000,
})

export const createPerson = (form: PersonForm) => post<Person>('/api/users', form, { key: newKey() })
export const changePerson = (id: string, patch: PersonPatch) => post<Person>(`/api/users/${id}`, patch, { key: newKey() })
export const setPassword = (id: string, password: string) =>
  post<{ id: string }>(`/api/users/${id}/password`, { password }, { key: newKey() })
