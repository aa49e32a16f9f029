// Signing in: username and password, and in the demo its accounts as buttons.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { roles } from '../../../machines/departments.ts'
import { type Demo, type DemoAccount, demoQuery } from '../../api/demo.ts'
import { houseQuery } from '../../api/house.ts'
import { sessionKey, signIn } from '../../api/session.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Entrance } from '../../ui/Entrance.tsx'
import { PlainForm } from '../../ui/PlainForm.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'

type Credentials = { username: string; password: string }

export function SignIn() {
  const { t } = useWords()
  const { data: demo } = useQuery(demoQuery)
  const { data: house } = useQuery(houseQuery)
  const signing = useSigningIn()
  const explain = useProblemWords()
  return (
    <Entrance title={t('signIn.title')}>
      {house?.open && <Alert type="info" title={t('signIn.notSetUp')} style={{ marginBottom: 16 }} />}
      <PlainForm<keyof Credentials>
        fields={[
          {
            name: 'username',
            label: t('person.username'),
            autoComplete: 'username',
            autoFocus: true,
            wrong: (said) => (said.trim() ? undefined : t('signIn.needUsername')),
          },
          {
            name: 'password',
            label: t('person.password'),
            type: 'password',
            autoComplete: 'current-password',
            wrong: (said) => (said ? undefined : t('signIn.needPassword')),
          },
        ]}
        onSubmit={(credentials) => signing.mutate(credentials)}
      >
        {signing.error && <Alert role="alert" type="error" title={explain(signing.error)} />}
        <Button type="primary" htmlType="submit" block loading={signing.isPending}>
          {t('signIn.submit')}
        </Button>
      </PlainForm>
      {demo && (
        <DemoAccounts
          demo={demo}
          busy={signing.isPending}
          onChoose={({ username }) => signing.mutate({ username, password: demo.password })}
        />
      )}
    </Entrance>
  )
}

function useSigningIn() {
  const client = useQueryClient()
  const router = useRouter()
  const { to } = useSearch({ from: '/sign-in' })
  return useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      client.clear()
      client.setQueryData(sessionKey, session)
      router.history.push(to ?? '/')
    },
  })
}

function DemoAccounts({ demo, busy, onChoose }: { demo: Demo; busy: boolean; onChoose: (account: DemoAccount) => void }) {
  const { t, words } = useWords()
  return (
    <>
      <div className="divider">{t('signIn.demo')}</div>
      <p style={{ marginBottom: 12 }}>{t('signIn.demoHint', { password: demo.password })}</p>
      <div className="accounts">
        {demo.accounts.map((account) => (
          <Button key={account.username} disabled={busy} onClick={() => onChoose(account)} data-account={account.username}>
            <span>{words(account.label ?? roles[account.role].label)}</span>
            <small>{account.name}</small>
          </Button>
        ))}
      </div>
    </>
  )
}
