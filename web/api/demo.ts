// The demo: its accounts and its clock. Null everywhere else.
import { queryOptions } from '@tanstack/react-query'
import type { Role } from '../../machines/departments.ts'
import type { Label } from '../../machines/label.ts'
import { get, post } from './client.ts'
import { houseQuery } from './house.ts'

export type DemoAccount = { username: string; name: string; role: Role; label?: Label }
/** `now` is the institution's time, which the demo moves. */
export type Demo = { accounts: DemoAccount[]; password: string; now: string }

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async ({ client }): Promise<Demo | null> => {
    const { demo } = await client.ensureQueryData(houseQuery)
    return demo ? get<Demo>('/api/demo') : null
  },
  // Somebody else may move the time.
  staleTime: 5_000,
})

export const moveClock = (days: number) => post<{ now: string }>('/api/demo/clock', { days })
