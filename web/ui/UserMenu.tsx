// Who is signed in, for whom they act today, how it looks, and the way out.
import { CompassOutlined, LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { departments, roles } from '../../machines/departments.ts'
import type { Session } from '../api/session.ts'
import { chooseTheme, themeChoices, useThemeChoice } from '../theme-choice.ts'
import { useLeave } from './draft/use-leave.tsx'
import { Popup } from './Popup.tsx'
import { startTour } from './tour/running.ts'
import { useWords } from './words.ts'

export function UserMenu({ session }: { session: Session }) {
  const { t, words, list, aside, comma } = useWords()
  const { leave, question } = useLeave(session)
  const navigate = useNavigate()
  const label = aside(session.name, words(roles[session.role].label))
  const face = { type: 'text', icon: <UserOutlined aria-hidden />, 'aria-label': label, 'data-tour': 'menu' } as const
  const after = (close: () => void, go: () => void) => () => {
    close()
    go()
  }
  return (
    <>
      <Popup button={{ ...face, children: <span className="wide-only">{label}</span> }}>
        {(close) => (
          <>
            <div className="menu-line quiet">{[label, words(departments[session.department])].join(comma)}</div>
            {session.onBehalfOf.length > 0 && (
              <div className="menu-line quiet">{t('nav.deputyOf', { names: list(session.onBehalfOf.map((p) => p.name)) })}</div>
            )}
            <Look />
            <Item icon={<QuestionCircleOutlined aria-hidden />} onChoose={after(close, () => void navigate({ to: '/help' }))}>
              {t('nav.help')}
            </Item>
            <Item icon={<CompassOutlined aria-hidden />} onChoose={after(close, startTour)}>
              {t('nav.tour')}
            </Item>
            <Item icon={<LogoutOutlined aria-hidden />} onChoose={after(close, leave)}>
              {t('nav.signOut')}
            </Item>
          </>
        )}
      </Popup>
      {question}
    </>
  )
}

type ItemProps = React.PropsWithChildren<{ icon: React.ReactNode; onChoose: () => void }>
const Item = ({ icon, onChoose, children }: ItemProps) => (
  <button type="button" className="menu-line" onClick={onChoose}>
    {icon} {children}
  </button>
)

/** Light, dark, or as the system has it: one of three. */
function Look() {
  const { t } = useWords()
  const chosen = useThemeChoice()
  return (
    <fieldset className="menu-choice">
      <legend className="quiet">{t('look.title')}</legend>
      {themeChoices.map((choice) => (
        <label key={choice} className="menu-line">
          <input type="radio" name="look" checked={choice === chosen} onChange={() => chooseTheme(choice)} /> {t(`look.${choice}`)}
        </label>
      ))}
    </fieldset>
  )
}
