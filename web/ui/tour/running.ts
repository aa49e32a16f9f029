// Whether the tour runs. It begins by itself once for each person in a browser, and again when it is asked for.
import { useSyncExternalStore } from 'react'

const key = 'anjuan.tour'
/** Written in place of the people who have seen it, where it is never to begin by itself. */
const never = 'never'

const seen = (): string[] => (localStorage.getItem(key) ?? '').split(' ').filter(Boolean)
let running = false
const listeners = new Set<() => void>()
const set = (on: boolean) => {
  running = on
  for (const listener of listeners) listener()
}

export const startTour = () => set(true)
/** Whoever leaves in the middle has not seen it; and it does not run on for the next person. */
export const leaveTour = () => set(false)
/** Ends it for good, until it is asked for. */
export function endTour(person: string) {
  const before = seen()
  if (!before.includes(person)) localStorage.setItem(key, [...before, person].join(' '))
  set(false)
}

/** A program at the browser needs no tour, and must find the page as it is. */
const isSomebody = () => !navigator.webdriver
export function offerTour(person: string) {
  if (isSomebody() && !seen().includes(person) && !seen().includes(never)) startTour()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const useTourRuns = () => useSyncExternalStore(subscribe, () => running)
