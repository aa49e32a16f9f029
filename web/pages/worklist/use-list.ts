// A list as it is scrolled through: fetched stretch by stretch, and only the stretches in view are kept fresh.
import { type QueryClient, queryOptions, skipToken, type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type CaseFilter, type CaseSummary, type Stretch, stretchQuery } from '../../api/cases.ts'
import type { Page } from '../../api/client.ts'

/** Where one stretch ends and the next begins. Whoever comes back to a list finds it as long as they left it. */
const endsQuery = (filter: CaseFilter) =>
  queryOptions({ queryKey: ['ends', filter], queryFn: skipToken as never, enabled: false, initialData: [] as string[] })

const stretches = (ends: string[]): Stretch[] =>
  [...ends, undefined].map((until, n) => ({ ...(n > 0 && { cursor: ends[n - 1] }), ...(until && { until }) }))

const distinct = (cases: CaseSummary[]) => [...new Map(cases.map((one) => [one.id, one])).values()]
type Result = UseQueryResult<Page<CaseSummary>>
const together = (results: Result[]) => ({
  rows: distinct(results.flatMap(({ data }) => data?.items ?? [])),
  next: results.at(-1)!.data?.next ?? null,
  pending: results[0]!.isPending,
  more: results.length > 1 && results.at(-1)!.isPending,
  error: results.find(({ isError, data }) => isError && !data)?.error ?? null,
  last: results.at(-1)!,
  retry: () => results.map((one) => one.isError && one.refetch()),
})

/** The queries of a list: those whose rows, as far as they are known, are in view are kept fresh. */
function queriesOf(client: QueryClient, filter: CaseFilter, ends: string[], seen: { from: number; to: number }) {
  let end = 0
  return stretches(ends).map((stretch) => {
    const query = stretchQuery(filter, stretch)
    const known = client.getQueryData(query.queryKey)
    const start = end
    end += known?.items.length ?? 0
    return { ...query, enabled: !known || (start <= seen.to && end >= seen.from) }
  })
}

/** `look` says which rows are in view, the last of them not included. */
export function useList(filter: CaseFilter) {
  const client = useQueryClient()
  const { data: ends } = useQuery(endsQuery(filter))
  const [seen, setSeen] = useState({ from: 0, to: 1 })
  const list = useQueries({ queries: queriesOf(client, filter, ends, seen), combine: together })
  const { next, last } = list
  const extend = useCallback(() => {
    if (!next) return
    const known: Stretch = { ...(ends.length && { cursor: ends.at(-1) }), until: next }
    // What was fetched without an end is what lies before it.
    client.setQueryData(stretchQuery(filter, known).queryKey, { items: last.data!.items, next: null }, { updatedAt: last.dataUpdatedAt })
    client.setQueryData(endsQuery(filter).queryKey, [...ends, next])
  }, [client, filter, ends, next, last])
  const look = useCallback((from: number, to: number) => {
    setSeen((before) => (before.from === from && before.to === to ? before : { from, to }))
  }, [])
  return { ...list, extend, look }
}
export type List = ReturnType<typeof useList>
