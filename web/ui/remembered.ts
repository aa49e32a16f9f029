// What this browser remembers for whoever uses it; every part of the page that shows it hears of a change.
import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

const known = new Map<string, { text: string | null; value: unknown }>()
/** The same text is the same value; what cannot be read, or is of no use, is as if nothing were remembered. */
function read<T>(key: string, made: (value: unknown) => T): T {
  const text = localStorage.getItem(key)
  const before = known.get(key)
  if (before && before.text === text) return before.value as T
  const value = made(parsed(text))
  known.set(key, { text, value })
  return value
}
function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `made` makes something useful of whatever was remembered. */
export function useRemembered<T>(key: string, made: (value: unknown) => T): [T, (value: T) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key, made))
  const remember = useCallback(
    (next: T) => {
      localStorage.setItem(key, JSON.stringify(next))
      for (const listener of listeners) listener()
    },
    [key],
  )
  return [value, remember]
}
