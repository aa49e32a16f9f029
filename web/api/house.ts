// What the house tells anybody: whether it still waits for its first administrator, whether it is the demo, whether this browser is signed in.
import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'

export type House = { open: boolean; signedIn: boolean; demo: boolean }
export const askHouse = () => get<House>('/api/setup')
export const houseQuery = queryOptions({ queryKey: ['house'], queryFn: askHouse, staleTime: 60_000 })
