// What others have done to a case since a form was opened, or since its draft was begun.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryEvent } from '../../api/cases.ts'
import { sessionQuery } from '../../api/session.ts'
import { readDraft } from '../draft/drafts.ts'

/** `seen` is the newest event its author knew when the form was opened; `since` the one they knew when they began it. */
export function useMeanwhile({ about, type, seen }: { about: string; type: string; seen: number }, history: readonly HistoryEvent[]) {
  const { data: session } = useQuery(sessionQuery)
  // What was begun earlier was begun on the case as it was then.
  const [since] = useState(() => (session && readDraft({ user: session.id, about, type })?.seen) ?? seen)
  const events = history.filter((event) => event.sequence > since && !(event.act && event.actor === session?.id))
  return { since, events }
}
