// The institution's time: the demo may have moved it ahead of this computer's clock.
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'

/** An ISO instant, as new as the session the page knows. */
export function useNow(): string {
  const { data, dataUpdatedAt } = useQuery(sessionQuery)
  if (!data?.now) return new Date().toISOString()
  return new Date(Date.parse(data.now) + (Date.now() - dataUpdatedAt)).toISOString()
}
