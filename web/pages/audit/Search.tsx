// Looking for events in all histories: each opens the replay of its case where it happened.
import { Suspense } from 'react'
import { Card } from '../../ui/Card.tsx'
import { later } from '../../ui/later.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import './audit.css'
import { Tabs } from './Tabs.tsx'

/** Lists to choose from are large: the page is there before them. */
const Looking = later(async () => (await import('./Looking.tsx')).Looking)

export function Search() {
  const { t } = useWords()
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <Tabs />
      <Card roomy>
        <Suspense fallback={<Loading within />}>
          <Looking />
        </Suspense>
      </Card>
    </Page>
  )
}
