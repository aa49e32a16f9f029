// The settings in force, to be changed for cases opened from now on: a case keeps those it was opened under.
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { settingsQuery } from '../../api/institution.ts'
import { later } from '../../ui/later.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

const SettingsForm = later(async () => (await import('./SettingsForm.tsx')).SettingsForm)

export function Settings() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(settingsQuery)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading within />
  const { version } = data.settings
  return (
    <>
      <p style={{ marginBottom: 16 }}>{t('institution.settingsVersion', { version })}</p>
      <Suspense fallback={<Loading within />}>
        <SettingsForm key={version} {...data} />
      </Suspense>
    </>
  )
}
