// What the institution is called.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { institutionQuery, renameInstitution } from '../../api/first-steps.ts'
import { useMessages } from '../../ui/Messages.tsx'
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
    <Form<{ name: string }>
      layout="inline"
      className="inline-form"
      initialValues={{ name: data.name ?? '' }}
      onFinish={(form) => saving.mutate(form)}
    >
      <Form.Item name="name" label={t('setup.institution')} rules={[{ required: true, whitespace: true, message: t('form.required') }]}>
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Button htmlType="submit" loading={saving.isPending}>
        {t('people.save')}
      </Button>
      {saving.error && <Alert role="alert" type="error" showIcon title={explain(saving.error)} />}
    </Form>
  )
}
