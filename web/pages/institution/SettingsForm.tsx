// What is changed of the settings, each beside what it does.
import { useQueryClient } from '@tanstack/react-query'
import { changeSettings, type SettingsNow, settingsQuery } from '../../api/institution.ts'
import { useMessages } from '../../ui/Messages.tsx'
import { SchemaForm } from '../../ui/SchemaForm.tsx'
import { useSending } from '../../ui/use-sending.ts'
import { useWords } from '../../ui/words.ts'
import { Explanation } from './Explanation.tsx'

export function SettingsForm({ form, explained, settings: { version: _, ...now } }: SettingsNow) {
  const { t } = useWords()
  const { message } = useMessages()
  const client = useQueryClient()
  const submit = useSending(async (answers, key) => {
    await changeSettings(answers, key)
    await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
    void message.success(t('people.saved'))
  })
  const beside = (field: string) => {
    const found = explained.find(({ name }) => name === field)
    return found && <Explanation of={found} />
  }
  return <SchemaForm schema={form} initial={now} scope={{ beside }} submitLabel={t('people.save')} onSubmit={submit} />
}
