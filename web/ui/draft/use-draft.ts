// Keeps what is typed into a form as a draft, a moment after it was typed and whenever the page may go away.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { sessionQuery } from '../../api/session.ts'
import { type Answers, sent } from '../form/answers.ts'
import {
  type Draft,
  type DraftOf,
  draftsOf,
  draftsVersion,
  dropDraft,
  type Kept,
  keepDraft,
  keptBeforeLeaving,
  readDraft,
  watchDrafts,
} from './drafts.ts'

/** `seen` is the newest event of the case that whoever types has seen. */
export type DraftKey = { about: string; type: string; seen?: number }

/** Null for what keeps no draft. */
export function useDraftOf(key: DraftKey | undefined): DraftOf | null {
  const { data: session } = useQuery(sessionQuery)
  const { about, type } = key ?? {}
  const user = session?.id
  return useMemo(() => (user && about && type ? { user, about, type } : null), [user, about, type])
}

const aMoment = 400
const same = (a: Answers, b: Answers) => JSON.stringify(sent(a) ?? {}) === JSON.stringify(sent(b) ?? {})
/** What was emptied is empty again. */
export const restored = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, value === null ? undefined : value]))

/** `untouched` is what the form holds before anybody types. `found` is the draft it was opened with, until that is dropped. */
export function useDraft(key: DraftKey | undefined, untouched: Answers) {
  const of = useDraftOf(key)
  const [found, setFound] = useState<Draft | null>(() => (of ? readDraft(of) : null))
  const typed = useRef<Answers | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const write = useRef(() => {})
  write.current = () => {
    clearTimeout(timer.current)
    const answers = typed.current
    typed.current = null
    if (!of || !answers) return
    if (same(answers, untouched)) return dropDraft(of)
    const { seen = key?.seen, attempt } = readDraft(of) ?? {}
    keepDraft(of, { answers, at: new Date().toISOString(), seen, attempt })
  }
  useEffect(() => {
    const now = () => write.current()
    const forget = keptBeforeLeaving(now)
    return () => {
      forget()
      now()
    }
  }, [])
  return {
    found: found && Object.keys(found.answers).length ? found : null,
    keep: (answers: Answers) => {
      typed.current = answers
      clearTimeout(timer.current)
      timer.current = setTimeout(() => write.current(), aMoment)
    },
    /** Writes at once what was typed last. */
    settle: () => write.current(),
    drop: () => {
      typed.current = null
      clearTimeout(timer.current)
      if (of) dropDraft(of)
      setFound(null)
    },
  }
}

/** The reader's own drafts about one case, oldest first. */
export function useDraftsAbout(about: string): Kept[] {
  const { data: session } = useQuery(sessionQuery)
  const version = useSyncExternalStore(watchDrafts, draftsVersion)
  const user = session?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are read again when any of them has changed
  return useMemo(() => (user ? draftsOf(user, about).toSorted((a, b) => a.draft.at.localeCompare(b.draft.at)) : []), [user, about, version])
}
