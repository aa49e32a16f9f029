// What the house tells anybody: whether it still waits for its first administrator, whether it is the demo, who is signed in at this browser.
import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { Session } from './session.ts'

export type House = { open: boolean; demo: boolean; session: Session | null }
export const houseQuery = queryOptions({ queryKey: ['house'], queryFn: () => get<House>('/api/setup'), staleTime: 60_000 })
