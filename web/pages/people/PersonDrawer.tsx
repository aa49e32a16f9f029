// One person: added, or changed; a new password is a thing of its own.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Divider, Drawer, Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { roleNames, roles } from '../../../machines/departments.ts'
import { isProblem } from '../../api/client.ts'
import { campusesQuery } from '../../api/institution.ts'
import { changePerson, createPerson, type PersonForm, setPassword } from '../../api/people.ts'
import { type Person, peopleKey } from '../../api/records.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'

type Props = { person: Person | null; people: Person[]; onClose: () => void }

export function PersonDrawer({ person, people, onClose }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(true)
  const close = () => setOpen(false)
  return (
    <Drawer
      open={open}
      size={480}
      title={person?.name ?? t('people.add')}
      onClose={close}
      afterOpenChange={(shown) => shown || onClose()}
      closable={{ 'aria-label': t('form.close') }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Details person={person} people={people} onClose={close} />
      {person && <Password person={person} />}
    </Drawer>
  )
}

const usernames = /^[a-z0-9][a-z0-9._-]{2,29}$/i
type Answers = PersonForm & { active: boolean }

function Details({ person, people, onClose }: Props) {
  const { t } = useWords()
  const [form] = Form.useForm<Answers>()
  const saving = useSaving(person, onClose, (errors) => form.setFields(errors as never))
  const initial = person ?? { lead: false, active: true }
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <Form<Answers> form={form} layout="vertical" initialValues={initial} onFinish={(answers) => saving.mutate(answers)}>
      {!person && (
        <Form.Item
          name="username"
          label={t('person.username')}
          rules={[{ required: true, pattern: usernames, message: t('person.usernameHint') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('person.name')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Rights person={person} people={people} />
      {!person && (
        <Form.Item name="password" label={t('person.password')} rules={[{ required: true, min: 8, message: t('person.passwordHint') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      <Refused error={saving.error} />
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        {t(person ? 'people.save' : 'people.add')}
      </Button>
    </Form>
  )
}

function Rights({ person, people }: Pick<Props, 'person' | 'people'>) {
  const { t, words, aside } = useWords()
  const { data: campuses = [] } = useQuery(campusesQuery)
  const others = people
    .filter((p) => p.active && p.id !== person?.id)
    .map(({ id, name, role }) => ({ value: id, label: aside(name, words(roles[role].label)) }))
  return (
    <>
      <Form.Item name="role" label={t('person.role')} rules={[{ required: true, message: t('form.required') }]}>
        <Select
          options={roleNames.map((value) => ({ value, label: words(roles[value].label) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      {campuses.length > 0 && (
        <Form.Item name="campus" label={t('person.campus')}>
          <Select allowClear options={campuses.map(({ id, name }) => ({ value: id, label: words(name) }))} />
        </Form.Item>
      )}
      <Form.Item name="reportsTo" label={t('person.reportsTo')}>
        <Select allowClear options={others} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="lead" label={t('person.lead')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {person && (
        <Form.Item name="active" label={t('person.active')} valuePropName="checked" extra={t('person.activeHint')}>
          <Switch />
        </Form.Item>
      )}
    </>
  )
}

type FieldErrors = { name: string; errors: string[] }[]
function useSaving(person: Person | null, onClose: () => void, show: (errors: FieldErrors) => void) {
  const client = useQueryClient()
  const { message } = useMessages()
  const { t } = useWords()
  return useMutation({
    mutationFn: ({ username, password, active, name, role, lead = false, campus = null, reportsTo = null }: Answers) =>
      person
        ? changePerson(person.id, { name, role, lead, campus, reportsTo, active })
        : createPerson({ username, password, name, role, lead, campus, reportsTo }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleKey })
      void message.success(t('people.saved'))
      onClose()
    },
    onError: (error) => isProblem(error) && show(error.errors.map(({ path, message }) => ({ name: path.slice(1), errors: [message] }))),
  })
}

function Password({ person }: { person: Person }) {
  const { t } = useWords()
  const { message } = useMessages()
  const [form] = Form.useForm<{ password: string }>()
  const saving = useMutation({
    mutationFn: ({ password }: { password: string }) => setPassword(person.id, password),
    onSuccess: () => {
      form.resetFields()
      void message.success(t('people.passwordSet'))
    },
  })
  return (
    <>
      <Divider titlePlacement="start" plain>
        {t('people.newPassword')}
      </Divider>
      <Form form={form} layout="vertical" onFinish={(answers) => saving.mutate(answers)}>
        <Form.Item
          name="password"
          label={t('person.password')}
          rules={[{ required: true, message: t('form.required') }]}
          extra={t('person.passwordHint')}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Refused error={saving.error} />
        <Button htmlType="submit" loading={saving.isPending}>
          {t('people.setPassword')}
        </Button>
      </Form>
    </>
  )
}

function Refused({ error }: { error: Error | null }) {
  const explain = useProblemWords()
  return error && <Alert role="alert" type="error" title={explain(error)} style={{ marginBottom: 16 }} />
}
