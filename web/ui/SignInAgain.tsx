// The session ended while somebody was at work: they sign in again on the spot, so that the page and all that was typed stay as they were.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { demoQuery } from '../api/demo.ts'
import { endedQuery, type Session, sessionKey, signIn } from '../api/session.ts'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'
import { useLeave } from './draft/use-leave.tsx'
import { Flex } from './Flex.tsx'
import { useProblemWords } from './problem-words.ts'
import { useWords } from './words.ts'

/** Above every drawer. */
const above = 2000

export function SignInAgain({ session }: { session: Session }) {
  const { t } = useWords()
  const { data: ended } = useQuery(endedQuery)
  return (
    <Modal open={ended} title={t('signIn.ended')} footer={null} closable={false} keyboard={false} zIndex={above} destroyOnHidden>
      <p style={{ marginBottom: 16 }}>{t('signIn.endedHint', { name: session.name })}</p>
      <Password session={session} />
    </Modal>
  )
}

function Password({ session }: { session: Session }) {
  const { t } = useWords()
  const { data: demo } = useQuery(demoQuery)
  const signing = useSigningInAgain()
  const { leave, question } = useLeave(session)
  const explain = useProblemWords()
  return (
    <Form<{ password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }) => signing.mutate({ username: session.username, password })}
    >
      <Form.Item
        name="password"
        label={t('person.password')}
        extra={demo ? t('signIn.demoPassword', { password: demo.password }) : undefined}
        rules={[{ required: true, message: t('signIn.needPassword') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      {signing.error && <Alert role="alert" type="error" title={explain(signing.error)} style={{ marginBottom: 16 }} />}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={signing.isPending}>
          {t('signIn.submit')}
        </Button>
        <Button onClick={leave}>{t('signIn.other')}</Button>
      </Flex>
      {question}
    </Form>
  )
}

function useSigningInAgain() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      client.setQueryData(sessionKey, session)
      client.setQueryData(endedQuery.queryKey, false)
      await client.invalidateQueries()
    },
  })
}
