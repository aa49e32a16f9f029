// Who is signed in, for whom they act today, how it looks, and the way out.
import { CheckOutlined, CompassOutlined, LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { departments, roles } from '../../machines/departments.ts'
import type { Session } from '../api/session.ts'
import { chooseTheme, themeChoices, useThemeChoice } from '../theme-choice.ts'
import { useLeave } from './draft/use-leave.tsx'
import { startTour } from './tour/running.ts'
import { useWords } from './words.ts'

export function UserMenu({ session }: { session: Session }) {
  const { t, words, list, aside, comma } = useWords()
  const leave = useLeave(session)
  const navigate = useNavigate()
  const look = useLookItems()
  const label = aside(session.name, words(roles[session.role].label))
  const deputy = session.onBehalfOf.length > 0 && {
    key: 'deputy',
    disabled: true,
    label: t('nav.deputyOf', { names: list(session.onBehalfOf.map((p) => p.name)) }),
  }
  const items = [
    { key: 'who', disabled: true, label: [label, words(departments[session.department])].join(comma) },
    ...(deputy ? [deputy] : []),
    { type: 'divider' as const },
    look,
    { type: 'divider' as const },
    { key: 'help', icon: <QuestionCircleOutlined aria-hidden />, label: t('help.title'), onClick: () => void navigate({ to: '/help' }) },
    { key: 'tour', icon: <CompassOutlined aria-hidden />, label: t('help.tour'), onClick: startTour },
    { key: 'out', icon: <LogoutOutlined aria-hidden />, label: t('nav.signOut'), onClick: () => leave() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={label} data-tour="menu">
        <span className="wide-only">{label}</span>
      </Button>
    </Dropdown>
  )
}

/** Light, dark, or as the system has it: one of three. */
function useLookItems() {
  const { t } = useWords()
  const chosen = useThemeChoice()
  const item = (choice: (typeof themeChoices)[number]) => ({
    key: choice,
    role: 'menuitemradio',
    'aria-checked': choice === chosen,
    label: t(`look.${choice}`),
    icon: <CheckOutlined aria-hidden style={{ visibility: choice === chosen ? 'visible' : 'hidden' }} />,
    onClick: () => chooseTheme(choice),
  })
  return { type: 'group' as const, key: 'look', label: t('look.title'), children: themeChoices.map(item) }
}
