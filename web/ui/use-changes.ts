// Keeps the pages up to date with what others do, for as long as somebody is signed in.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { caseQuery, casesKey, isOfOneCase } from '../api/cases.ts'
import { noticesQuery } from '../api/notices.ts'
import { endedQuery, sessionKey } from '../api/session.ts'
import { listen } from '../api/stream.ts'

/** Lists are fetched at most so often, in ms, however much happens in the house. */
const calmly = 3_000

export function useChanges(signedIn: boolean) {
  const client = useQueryClient()
  const { data: ended } = useQuery(endedQuery)
  useEffect(() => {
    if (ended || !signedIn) return
    const lists = calm(() => refreshLists(client))
    const stop = listen({
      changed: (id) => {
        void client.invalidateQueries({ queryKey: caseQuery(id).queryKey, exact: true })
        lists.soon()
      },
      // What is being fetched just now is new enough.
      behind: () => {
        for (const queryKey of [casesKey, noticesQuery.queryKey]) void client.invalidateQueries({ queryKey }, { cancelRefetch: false })
      },
      refused: () => void client.invalidateQueries({ queryKey: sessionKey, exact: true }),
    })
    return () => {
      stop()
      lists.drop()
    }
  }, [client, ended, signedIn])
}

function refreshLists(client: QueryClient) {
  void client.invalidateQueries({ queryKey: casesKey, predicate: ({ queryKey }) => !isOfOneCase(queryKey) })
  void client.invalidateQueries({ queryKey: noticesQuery.queryKey })
}

/** Does something soon after it is asked for, then not again for a while: what is asked for meanwhile is done once at its end. */
function calm(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false
  const done = () => {
    timer = undefined
    if (asked) run()
  }
  const run = () => {
    asked = false
    work()
    timer = setTimeout(done, calmly)
  }
  const soon = () => {
    asked = true
    if (timer === undefined) run()
  }
  return { soon, drop: () => clearTimeout(timer) }
}
