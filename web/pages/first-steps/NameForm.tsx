// What the institution is called.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { institutionQuery, renameInstitution } from '../../api/first-steps.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { PlainForm } from '../../ui/PlainForm.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'

export function NameForm() {
  const { t } = useWords()
  const client = useQueryClient()
  const { message } = useMessages()
  const explain = useProblemWords()
  const { data } = useQuery(institutionQuery)
  const saving = useMutation({
    mutationFn: ({ name }: { name: string }) => renameInstitution(name),
    onSuccess: async () => {
      await client.invalidateQueries()
      void message.success(t('people.saved'))
    },
  })
  if (!data) return null
  return (
    <PlainForm<'name'>
      inline
      fields={[
        {
          name: 'name',
          label: t('setup.institution'),
          maxLength: 200,
          autoComplete: 'organization',
          defaultValue: data.name ?? '',
          wrong: (said) => (said.trim() ? undefined : t('form.required')),
        },
      ]}
      onSubmit={(form) => saving.mutate(form)}
    >
      <Button htmlType="submit" loading={saving.isPending}>
        {t('people.save')}
      </Button>
      {saving.error && <Alert role="alert" type="error" title={explain(saving.error)} />}
    </PlainForm>
  )
}
