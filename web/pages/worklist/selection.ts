// The cases that somebody has ticked, wherever in the list they stand.
import { useCallback, useMemo, useState } from 'react'
import type { CaseSummary } from '../../api/cases.ts'

export type Selection = {
  cases: CaseSummary[]
  has: (id: string) => boolean
  toggle: (one: CaseSummary) => void
  set: (cases: CaseSummary[], chosen: boolean) => void
  clear: () => void
}

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, CaseSummary>>(new Map())
  const set = useCallback(
    (cases: CaseSummary[], on: boolean) =>
      setChosen((before) => {
        const after = new Map(before)
        for (const one of cases) on ? after.set(one.id, one) : after.delete(one.id)
        return after
      }),
    [],
  )
  const toggle = useCallback((one: CaseSummary) => setChosen((before) => toggled(before, one)), [])
  const clear = useCallback(() => setChosen(new Map()), [])
  return useMemo(() => ({ cases: [...chosen.values()], has: (id) => chosen.has(id), toggle, set, clear }), [chosen, toggle, set, clear])
}

const toggled = (before: ReadonlyMap<string, CaseSummary>, one: CaseSummary) => {
  const after = new Map(before)
  if (!after.delete(one.id)) after.set(one.id, one)
  return after
}
