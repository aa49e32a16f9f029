// The settings in force, to be changed for cases opened from now on: a case keeps those it was opened under.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { changeSettings, settingsQuery } from '../../api/institution.ts'
import { Alert } from '../../ui/Alert.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { SchemaForm } from '../../ui/SchemaForm.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useSending } from '../../ui/use-sending.ts'
import { useWords } from '../../ui/words.ts'
import { Explanation } from './Explanation.tsx'

export function SettingsForm() {
  const { t } = useWords()
  const { message } = useMessages()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(settingsQuery)
  const submit = useSending(async (answers, key) => {
    await changeSettings(answers, key)
    await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
    void message.success(t('people.saved'))
  })
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const { version, ...now } = data.settings
  const beside = (field: string) => {
    const explained = data.explained.find(({ name }) => name === field)
    return explained && <Explanation of={explained} />
  }
  const notice = <Alert type="info" title={t('institution.settingsHint', { version })} style={{ marginBottom: 16 }} />
  return (
    <SchemaForm
      key={version}
      schema={data.form}
      initial={now}
      notice={notice}
      scope={{ beside }}
      submitLabel={t('people.save')}
      onSubmit={submit}
    />
  )
}
