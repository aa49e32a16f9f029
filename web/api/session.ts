// Who is signed in, and signing in and out.
import { queryOptions } from '@tanstack/react-query'
import type { Department, Role } from '../../machines/departments.ts'
import { get, isProblem, post } from './client.ts'
import { askHouse } from './house.ts'

/** `lead` leads the department; `onBehalfOf` are the people this one deputises for today. */
export type Session = {
  id: string
  name: string
  username: string
  role: Role
  department: Department
  campus: string | null
  lead: boolean
  onBehalfOf: { id: string; name: string }[]
  demo: boolean
}

export const sessionKey = ['session'] as const
const whoAmI = (): Promise<Session | null> =>
  get<Session>('/api/session').catch((error) => (isProblem(error) && error.status === 401 ? null : Promise.reject(error)))

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ client }): Promise<Session | null> => {
    const known = client.getQueryData(sessionKey)
    return known || (await askHouse()).signedIn !== false ? whoAmI() : null
  },
  staleTime: 60_000,
})

export const signIn = (credentials: { username: string; password: string }) => post<Session>('/api/auth/sign-in/username', credentials)
export const signOut = () => post('/api/auth/sign-out')

export type FirstAdministrator = { token: string; institution: string; username: string; name: string; password: string }
export const setUp = (first: FirstAdministrator) => post<{ id: string; username: string }>('/api/setup', first)
