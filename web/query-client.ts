// What the pages have fetched: kept a little, asked again when a person comes back to the window.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './api/client.ts'
import { noticeEnd } from './api/session.ts'

/** A refusal is an answer: only a failing network or an overloaded server is asked again. */
const again = (count: number, error: Error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500)

const onError = (error: Error) => noticeEnd(queryClient, error)

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { staleTime: 15_000, retry: again } },
})
