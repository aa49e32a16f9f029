// The drawer that tells of a step, fetched when the first step is chosen.
import { type ReactNode, Suspense, useCallback, useState } from 'react'
import type { Described } from '../api/procedures.ts'
import { later } from './later.tsx'

const StepDrawer = later(async () => (await import('./StepDrawer.tsx')).StepDrawer)

/** `inCase` is what a case says of the step. */
export function useStepDrawer(procedure: Described, inCase?: (path: string) => ReactNode) {
  const [path, setPath] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const choose = useCallback((path: string) => {
    setAsked(true)
    setPath(path)
  }, [])
  const said = path !== null && inCase?.(path)
  const drawer = (
    <Suspense>{asked && <StepDrawer procedure={procedure} path={path} inCase={said} onClose={() => setPath(null)} />}</Suspense>
  )
  return { choose, drawer }
}
