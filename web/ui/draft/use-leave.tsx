// The way out: whoever leaves drafts behind on this computer is asked what shall become of them.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Flex } from 'antd'
import { type Session, sessionKey, signOut } from '../../api/session.ts'
import { useWords } from '../words.ts'
import { draftsOf, dropDraftsOf, keptDays } from './drafts.ts'

/** Above the question who signs in again. */
const above = 2100

/** Signs out and leads to the page for signing in; asks first where there are drafts. */
export function useLeave({ id }: Session) {
  const { t } = useWords()
  const { modal } = App.useApp()
  const leaving = useLeaving()
  return () => {
    const count = draftsOf(id).length
    if (!count) return leaving.mutate()
    const choose = (drop: boolean) => () => {
      if (drop) dropDraftsOf(id)
      dialog.destroy()
      leaving.mutate()
    }
    const dialog = modal.confirm({
      title: t('draft.leaving', { count }),
      content: t('draft.leavingHint', { days: keptDays }),
      zIndex: above,
      footer: (
        <Flex wrap gap={8} justify="end" style={{ marginTop: 16 }}>
          <Button onClick={() => dialog.destroy()}>{t('draft.stay')}</Button>
          <Button danger onClick={choose(true)}>
            {t('draft.dropAndLeave')}
          </Button>
          <Button type="primary" onClick={choose(false)}>
            {t('draft.keepAndLeave')}
          </Button>
        </Flex>
      ),
    })
  }
}

function useLeaving() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      await navigate({ to: '/sign-in', search: {} })
      client.clear()
      client.setQueryData(sessionKey, null)
    },
  })
}
