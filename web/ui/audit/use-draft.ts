// What somebody is writing, kept in this browser until it is sent: leaving the page loses nothing.
import { useState } from 'react'

const place = (key: string) => `anjuan.draft.${key}`

function kept<T>(key: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(key)) ?? 'null')
  } catch {
    return null
  }
}

/** The draft under this key, what changes it, and what does away with it. `beginning` stands where there is none. */
export function useDraft<T>(key: string, beginning: T) {
  const [draft, setDraft] = useState<T>(() => kept<T>(key) ?? beginning)
  const change = (next: T) => {
    sessionStorage.setItem(place(key), JSON.stringify(next))
    setDraft(next)
  }
  const drop = (next: T) => {
    sessionStorage.removeItem(place(key))
    setDraft(next)
  }
  return [draft, change, drop] as const
}
