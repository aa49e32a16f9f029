// Offers the tour at the first sign-in of a person, and fetches it only then.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { proceduresQuery } from '../../api/procedures.ts'
import type { Session } from '../../api/session.ts'
import { withTexts } from '../../i18n.ts'
import { offerTour, useTourRuns } from './running.ts'

const Tour = lazy(async () => {
  await withTexts('tour')
  return { default: (await import('./Tour.tsx')).Tour }
})

export function TourGuide({ session }: { session: Session }) {
  const runs = useTourRuns()
  const { data: procedures } = useQuery(proceduresQuery)
  useEffect(() => offerTour(session.id), [session.id])
  if (!runs || !procedures) return null
  return (
    <Suspense fallback={null}>
      <Tour session={session} opens={procedures.some(({ openedBy }) => openedBy.includes(session.role))} />
    </Suspense>
  )
}
