// The page behind the one-time link: creates the institution and its first administrator, and lets them in. The token stands after the #
// and never reaches a server's log.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem, type Problem } from '../../api/client.ts'
import { houseQuery } from '../../api/house.ts'
import { type FirstAdministrator, sessionKey, setUp, signIn } from '../../api/session.ts'
import { space } from '../../theme.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Entrance } from '../../ui/Entrance.tsx'
import { PlainForm } from '../../ui/PlainForm.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'

export function SetUp() {
  const { t } = useWords()
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)))
  const { data: house } = useQuery(houseQuery)
  const setting = useSettingUp(token)
  return (
    <Entrance title={t('setup.title')}>
      {house && !house.open && !setting.isPending ? (
        <Alert type="warning" title={t('setup.closed')} description={<Link to="/sign-in">{t('signIn.title')}</Link>} />
      ) : token ? (
        <SetUpForm problem={setting.error} busy={setting.isPending} onSubmit={(form) => setting.mutate(form)} />
      ) : (
        <Alert type="warning" title={t('setup.noToken')} />
      )}
    </Entrance>
  )
}

type Answers = Omit<FirstAdministrator, 'token'>
const fields = ['institution', 'name', 'username', 'password'] as const

/** Whoever has just chosen a password need not type it again. */
function useSettingUp(token: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (form: Answers) => {
      await setUp({ ...form, token })
      const { username, password } = form
      return signIn({ username, password }).catch(() => null)
    },
    onSuccess: async (session) => {
      client.clear()
      if (session) client.setQueryData(sessionKey, session)
      await navigate({ to: session ? '/first-steps' : '/sign-in' })
    },
  })
}

function SetUpForm({ problem, busy, onSubmit }: { problem: Error | null; busy: boolean; onSubmit: (form: Answers) => void }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const wrong = (name: keyof Answers, said: string) => {
    if (name === 'password') return said.length < 8 ? t('person.passwordHint') : undefined
    return said.trim() ? undefined : t('form.required')
  }
  return (
    <>
      <p className="prose quiet" style={{ marginBottom: space.l }}>
        {t('setup.lead')}
      </p>
      <PlainForm<keyof Answers>
        fields={fields.map((name) => ({
          name,
          label: t(`setup.${name}`),
          extra: t(`setup.about.${name}`),
          autoComplete: completion[name],
          ...(name === 'password' && { type: 'password' }),
          wrong: (said) => wrong(name, said),
          refused: said(problem, name),
        }))}
        onSubmit={onSubmit}
      >
        {problem && <Alert role="alert" type="error" title={explain(problem)} />}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('setup.submit')}
        </Button>
      </PlainForm>
    </>
  )
}
const completion = { institution: 'organization', name: 'name', username: 'username', password: 'new-password' } as const

/** What the server said about this field. */
const said = (problem: Error | null, name: string) =>
  isProblem(problem) ? (problem as Problem).errors.find(({ path }) => path === `/${name}`)?.message : undefined
