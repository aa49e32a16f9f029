// Who is signed in, for whom they act today, and the way out.
import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { departments, roles } from '../../machines/departments.ts'
import { type Session, sessionKey, signOut } from '../api/session.ts'
import { Popup } from './Popup.tsx'
import { useWords } from './words.ts'

export function UserMenu({ session }: { session: Session }) {
  const { t, words, list, aside, comma } = useWords()
  const leave = useLeave()
  const label = aside(session.name, words(roles[session.role].label))
  const face = { type: 'text', icon: <UserOutlined aria-hidden />, 'aria-label': label } as const
  return (
    <Popup button={{ ...face, children: <span className="wide-only">{label}</span> }}>
      {() => (
        <>
          <div className="menu-line quiet">{[label, words(departments[session.department])].join(comma)}</div>
          {session.onBehalfOf.length > 0 && (
            <div className="menu-line quiet">{t('nav.deputyOf', { names: list(session.onBehalfOf.map((p) => p.name)) })}</div>
          )}
          <button type="button" className="menu-line" onClick={() => leave.mutate()}>
            <LogoutOutlined aria-hidden /> {t('nav.signOut')}
          </button>
        </>
      )}
    </Popup>
  )
}

/** Signs out and leads to the page for signing in. */
export function useLeave() {
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
