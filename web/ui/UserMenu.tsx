// Who is signed in, for whom they act today, and the way out.
import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { departments, roles } from '../../machines/departments.ts'
import { type Session, sessionKey, signOut } from '../api/session.ts'
import { useWords } from './words.ts'

export function UserMenu({ session }: { session: Session }) {
  const { t, words, list, aside, comma } = useWords()
  const leave = useLeave()
  const label = aside(session.name, words(roles[session.role].label))
  const deputy = session.onBehalfOf.length > 0 && {
    key: 'deputy',
    disabled: true,
    label: t('nav.deputyOf', { names: list(session.onBehalfOf.map((p) => p.name)) }),
  }
  const items = [
    { key: 'who', disabled: true, label: [label, words(departments[session.department])].join(comma) },
    ...(deputy ? [deputy] : []),
    { key: 'out', icon: <LogoutOutlined aria-hidden />, label: t('nav.signOut'), onClick: () => leave.mutate() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={label}>
        <span className="wide-only">{label}</span>
      </Button>
    </Dropdown>
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
