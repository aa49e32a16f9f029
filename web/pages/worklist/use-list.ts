// A list as it is scrolled through: fetched stretch by stretch, and only the stretches in view are kept fresh.
import { queryOptions, skipToken, type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { type CaseFilter, type CaseSummary, type Stretch, stretchQuery } from '../../api/cases.ts'
import type { Page } from '../../api/client.ts'

/** Where one stretch ends and the next begins. Whoever comes back to a list finds it as long as they left it. */
const endsQuery = (filter: CaseFilter) =>
  queryOptions({ queryKey: ['ends', filter], queryFn: skipToken as never, enabled: false, initialData: [] as string[] })

const stretches = (ends: string[]): Stretch[] =>
  [...ends, undefined].map((until, n) => ({ ...(n > 0 && { cursor: ends[n - 1] }), ...(until && { until }) }))

const distinct = (cases: CaseSummary[]) => [...new Map(cases.map((one) => [one.id, one])).values()]
type Result = UseQueryResult<Page<CaseSummary>>
const together = (results: Result[]) => {
  const starts = [0]
  for (const { data } of results) starts.push(starts.at(-1)! + (data?.items.length ?? 0))
  return {
    rows: distinct(results.flatMap(({ data }) => data?.items ?? [])),
    /** How many rows stand before each stretch, and after the last. */
    starts,
    next: results.at(-1)!.data?.next ?? null,
    pending: results[0]!.isPending,
    more: results.length > 1 && results.at(-1)!.isPending,
    error: results.find(({ isError, data }) => isError && !data)?.error ?? null,
    last: results.at(-1)!,
    retry: () => results.map((one) => one.isError && one.refetch()),
  }
}

/** `look` says which rows are in view, the last of them not included. */
export function useList(filter: CaseFilter) {
  const client = useQueryClient()
  const { data: ends } = useQuery(endsQuery(filter))
  const [seen, setSeen] = useState({ from: 0, to: 1 })
  const starts = useRef<number[]>([0])
  const inView = (n: number) =>
    n === 0
      ? seen.from <= (starts.current[1] ?? 0)
      : (starts.current[n] ?? 0) <= seen.to && (starts.current[n + 1] ?? Number.POSITIVE_INFINITY) >= seen.from
  const list = useQueries({
    queries: stretches(ends).map((stretch, n) => ({ ...stretchQuery(filter, stretch), enabled: inView(n) })),
    combine: together,
  })
  starts.current = list.starts
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
