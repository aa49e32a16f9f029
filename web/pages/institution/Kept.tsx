// What an institution keeps, each kind behind a tab.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { sessionQuery } from '../../api/session.ts'
import type { InstitutionTab } from '../../router.tsx'
import { useWords } from '../../ui/words.ts'
import { Campuses } from './Campuses.tsx'
import { Entry } from './Entry.tsx'
import { RefundRules } from './RefundRules.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { Students } from './Students.tsx'

export function Kept() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  const { tab = 'students' } = useSearch({ from: '/house/institution' })
  const navigate = useNavigate({ from: '/institution' })
  const items = [
    { key: 'students', label: t('institution.students'), children: <Students /> },
    { key: 'enrolment', label: t('institution.enrolment'), children: <Entry what="enrolment" /> },
    ...(session?.role === 'admin'
      ? [
          { key: 'campuses', label: t('institution.campuses'), children: <Campuses /> },
          { key: 'settings', label: t('institution.settings'), children: <SettingsForm /> },
          { key: 'refunds', label: t('institution.refunds.title'), children: <RefundRules /> },
        ]
      : []),
  ]
  return (
    <Tabs
      className="institution-tabs"
      items={items}
      activeKey={tab}
      onChange={(key) => void navigate({ search: { tab: key as InstitutionTab } })}
    />
  )
}
