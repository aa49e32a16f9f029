// Offers the tour at the first sign-in of a person, and fetches it only then.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { firstStepsQuery } from '../../api/first-steps.ts'
import { procedureNamesQuery } from '../../api/procedures.ts'
import type { Session } from '../../api/session.ts'
import { withTexts } from '../../i18n.ts'
import { areStepsHidden } from '../NextStep.tsx'
import { leaveTour, offerTour, useTourRuns } from './running.ts'

const Tour = lazy(async () => {
  await withTexts('tour')
  return { default: (await import('./Tour.tsx')).Tour }
})

export function TourGuide({ session }: { session: Session }) {
  const runs = useTourRuns()
  const { data: procedures } = useQuery(procedureNamesQuery)
  const begins = useBegins(session)
  useEffect(() => {
    offerTour(session.id)
    return leaveTour
  }, [session.id])
  if (!runs || !procedures || begins === undefined) return null
  const opens = procedures.some(({ openedBy }) => openedBy.includes(session.role))
  return (
    <Suspense fallback={null}>
      <Tour session={session} shown={{ opens, begins }} />
    </Suspense>
  )
}

/** Whether the first steps are shown to this person; undefined until that is known. */
function useBegins({ role }: Session): boolean | undefined {
  const asked = role === 'admin' && !areStepsHidden()
  const { data, isError } = useQuery({ ...firstStepsQuery, enabled: asked })
  return asked && !isError ? data?.steps.some(({ done }) => !done) : false
}
