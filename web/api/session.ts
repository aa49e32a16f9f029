// Who is signed in, and signing in and out.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Department, Role } from '../../machines/departments.ts'
import { get, isProblem, post } from './client.ts'
import { houseQuery } from './house.ts'

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

/** Whether the server no longer knows the session of whoever is at this page. */
export const endedQuery = queryOptions({
  queryKey: ['session', 'ended'],
  queryFn: () => false,
  enabled: false,
  initialData: false,
  gcTime: Number.POSITIVE_INFINITY,
})
/** A session that ended elsewhere: the pages learn it from the first refusal, and keep what was typed into them. */
export function noticeEnd(client: QueryClient, error: unknown) {
  if (isProblem(error) && error.status === 401 && client.getQueryData(sessionKey)) client.setQueryData(endedQuery.queryKey, true)
}

/** Null when nobody is signed in; whoever was, is kept when their session has ended. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ client }): Promise<Session | null> => {
    if (!client.getQueryData(sessionKey)) return (await client.fetchQuery({ ...houseQuery, staleTime: 0 })).session
    const still = await get<Session>('/api/session')
    client.setQueryData(endedQuery.queryKey, false)
    return still
  },
  staleTime: 60_000,
})

export const signIn = (credentials: { username: string; password: string }) => post<Session>('/api/auth/sign-in/username', credentials)
export const signOut = () => post('/api/auth/sign-out')

export type FirstAdministrator = { token: string; institution: string; username: string; name: string; password: string }
export const setUp = (first: FirstAdministrator) => post<{ id: string; username: string }>('/api/setup', first)
