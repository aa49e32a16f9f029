// What an institution keeps beside its cases: students and their enrolments, campuses, and the settings its procedures run by.
import { Suspense } from 'react'
import { Card } from '../../ui/Card.tsx'
import { later } from '../../ui/later.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

/** Forms and tables are large: the page is there before them. */
const Kept = later(async () => (await import('./Kept.tsx')).Kept)

export function Institution() {
  const { t } = useWords()
  return (
    <Page title={t('institution.title')} narrow>
      <Card roomy className="institution">
        <Suspense fallback={<Loading within />}>
          <Kept />
        </Suspense>
      </Card>
    </Page>
  )
}
