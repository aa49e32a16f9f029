// The page behind the one-time link: creates the institution and its first administrator. The token stands after the # and never
// reaches a server's log.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Result } from 'antd'
import { useState } from 'react'
import { isProblem, type Problem } from '../../api/client.ts'
import { houseQuery } from '../../api/house.ts'
import { type FirstAdministrator, setUp } from '../../api/session.ts'
import { Entrance } from '../../ui/Entrance.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'

export function SetUp() {
  const { t } = useWords()
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)))
  const { data: house } = useQuery(houseQuery)
  const setting = useMutation({ mutationFn: setUp })
  if (setting.isSuccess) return <Done />
  return (
    <Entrance title={t('setup.title')}>
      {house && !house.open ? (
        <Alert type="warning" showIcon title={t('setup.closed')} description={<Link to="/sign-in">{t('signIn.title')}</Link>} />
      ) : token ? (
        <SetUpForm problem={setting.error} busy={setting.isPending} onSubmit={(form) => setting.mutate({ ...form, token })} />
      ) : (
        <Alert type="warning" showIcon title={t('setup.noToken')} />
      )}
    </Entrance>
  )
}

function Done() {
  const { t } = useWords()
  return (
    <Entrance title={t('setup.title')}>
      <Result
        status="success"
        title={t('setup.done')}
        extra={
          <Link to="/sign-in" search={{}}>
            <Button type="primary">{t('signIn.submit')}</Button>
          </Link>
        }
      />
    </Entrance>
  )
}

type Answers = Omit<FirstAdministrator, 'token'>
const fields = ['institution', 'name', 'username', 'password'] as const

function SetUpForm({ problem, busy, onSubmit }: { problem: Error | null; busy: boolean; onSubmit: (form: Answers) => void }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const longEnough = [{ required: true, min: 8, message: t('person.passwordHint') }]
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <Form<Answers> layout="vertical" requiredMark={false} onFinish={onSubmit}>
      {fields.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`setup.${name}`)}
          rules={name === 'password' ? longEnough : required}
          {...said(problem, name)}
        >
          {name === 'password' ? (
            <Input.Password autoComplete="new-password" />
          ) : (
            <Input autoComplete={name === 'username' ? 'username' : 'off'} />
          )}
        </Form.Item>
      ))}
      {problem && <Alert role="alert" type="error" showIcon title={explain(problem)} style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('setup.submit')}
      </Button>
    </Form>
  )
}

/** What the server said about this field. */
const said = (problem: Error | null, name: string) => {
  const found = isProblem(problem) ? (problem as Problem).errors.find(({ path }) => path === `/${name}`) : undefined
  return found ? ({ validateStatus: 'error', help: found.message } as const) : {}
}
