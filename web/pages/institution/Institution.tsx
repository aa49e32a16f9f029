// What an institution keeps beside its cases, each kind behind a tab: students and their enrolments, campuses, and the settings its procedures run by.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { sessionQuery } from '../../api/session.ts'
import type { InstitutionTab } from '../../router.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/states.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useWords } from '../../ui/words.ts'
import './institution.css'
import { Entry } from './entering.ts'
import { Students } from './Students.tsx'

const parts: Record<InstitutionTab, ComponentType> = {
  students: Students,
  enrolment: () => <Entry what="enrolment" />,
  campuses: lazy(async () => ({ default: (await import('./Campuses.tsx')).Campuses })),
  settings: lazy(async () => ({ default: (await import('./Settings.tsx')).Settings })),
  refunds: lazy(async () => ({ default: (await import('./RefundRules.tsx')).RefundRules })),
}
const names = ['students', 'enrolment'] as const
const administrators = [...names, 'campuses', 'settings', 'refunds'] as const

export function Institution() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  const { tab = 'students' } = useSearch({ from: '/house/institution' })
  const navigate = useNavigate({ from: '/institution' })
  const shown: readonly InstitutionTab[] = session?.role === 'admin' ? administrators : names
  const chosen = shown.includes(tab) ? tab : 'students'
  const Part = parts[chosen]
  return (
    <Page title={t('institution.title')} narrow>
      <section className="panel">
        <Tabs
          tabs={shown.map((name) => ({ name, label: name === 'refunds' ? t('institution.refunds.title') : t(`institution.${name}`) }))}
          chosen={chosen}
          label={t('institution.title')}
          panel="kept"
          onChoose={(tab) => void navigate({ search: { tab } })}
        />
        <div id="kept" className="kept" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
          <p className="prose quiet">{t(`institution.lead.${chosen}`)}</p>
          <Suspense fallback={<Loading within />}>
            <Part />
          </Suspense>
        </div>
      </section>
    </Page>
  )
}
