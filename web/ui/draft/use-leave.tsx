// The way out: whoever leaves drafts behind on this computer is asked what shall become of them.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState } from 'react'
import { type Session, sessionKey, signOut } from '../../api/session.ts'
import { later } from '../later.tsx'
import { draftsOf, dropDraftsOf, keepAll } from './drafts.ts'

const Question = later(async () => (await import('./LeaveQuestion.tsx')).LeaveQuestion)
export type Leaving = 'stay' | 'drop' | 'keep'

/** Signs out and leads to the page for signing in; where there are drafts `question` asks first, and is to be shown. */
export function useLeave({ id }: Session): { leave: () => void; question: ReactNode } {
  const [drafts, setDrafts] = useState(0)
  const leaving = useLeaving()
  const leave = () => {
    keepAll()
    const count = draftsOf(id).length
    if (count) setDrafts(count)
    else leaving.mutate()
  }
  const choose = (what: Leaving) => {
    setDrafts(0)
    if (what === 'drop') dropDraftsOf(id)
    if (what !== 'stay') leaving.mutate()
  }
  return { leave, question: <Suspense fallback={null}>{drafts > 0 && <Question count={drafts} onChoose={choose} />}</Suspense> }
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
