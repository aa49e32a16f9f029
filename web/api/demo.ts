// The demo: its accounts and its clock. Null everywhere else.
import { queryOptions } from '@tanstack/react-query'
import type { Label } from '../../machines/label.ts'
import type { Role } from '../../machines/departments.ts'
import { get, isProblem, post } from './client.ts'

export type DemoAccount = { username: string; name: string; role: Role; label: Label }
export type Demo = { accounts: DemoAccount[]; password: string; now?: string }

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: (): Promise<Demo | null> =>
    get<Demo>('/api/demo').catch((error) => (isProblem(error) && error.status === 404 ? null : Promise.reject(error))),
  staleTime: 60_000,
})

export const moveClock = (days: number) => post<{ now: string }>('/api/demo/clock', { days })
