// Who hears of changes in this process.
import type { Change, Listener } from './database.ts'

export function listeners() {
  const all = new Set<Listener>()
  return {
    hear: (listener: Listener) => {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell: (changes: readonly (Change | null)[]) => {
      for (const change of changes) for (const listener of all) listener(change)
    },
  }
}
