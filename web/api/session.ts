// Who is signed in, and signing in and out.
import { queryOptions } from '@tanstack/react-query'
import type { Department, Role } from '../../machines/departments.ts'
import { get, isProblem, post } from './client.ts'

/** `lead` leads the department; `now` is the institution's time, which the demo moves. */
export type Session = { id: string; name: string; username?: string; role: Role; department: Department; campus: string | null; lead?: boolean; now?: string }

export const sessionKey = ['session'] as const
/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: (): Promise<Session | null> =>
    get<Session>('/api/session').catch((error) => (isProblem(error) && error.status === 401 ? null : Promise.reject(error))),
  staleTime: 60_000,
})

export const signIn = (credentials: { username: string; password: string }) => post('/api/auth/sign-in/username', credentials)
export const signOut = () => post('/api/auth/sign-out')

export type FirstAdministrator = { token: string; institution: string; username: string; name: string; password: string }
export const setUp = (first: FirstAdministrator) => post('/api/setup', first)
