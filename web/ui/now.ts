// The institution's time: the demo may have moved it ahead of this computer's clock.
import { useQuery } from '@tanstack/react-query'
import { demoQuery } from '../api/demo.ts'

/** An ISO instant. */
export function useNow(): string {
  const { data: demo, dataUpdatedAt } = useQuery(demoQuery)
  if (!demo) return new Date().toISOString()
  return new Date(Date.parse(demo.now) + (Date.now() - dataUpdatedAt)).toISOString()
}
