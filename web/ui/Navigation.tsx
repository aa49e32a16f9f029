// The ways to the pages that this person has use for.
import { Link } from '@tanstack/react-router'
import type { Session } from '../api/session.ts'
import { colours } from '../theme.ts'
import { Mark } from './Mark.tsx'
import { usePlaces } from './places.ts'
import { useWords } from './words.ts'

export function Brand() {
  const { t } = useWords()
  return (
    <Link to="/" search={{}} className="brand" style={{ color: colours.accent }}>
      <Mark size={22} />
      {t('app.title')}
    </Link>
  )
}

type Props = { session: Session; vertical?: boolean }

export function Navigation({ session, vertical = false }: Props) {
  const { t } = useWords()
  return (
    <nav className={vertical ? 'nav vertical' : 'nav'} aria-label={t('nav.main')}>
      {usePlaces(session).map(({ to, label, count }) => (
        <Link key={to} to={to} search={{}} activeOptions={{ exact: to === '/', includeSearch: false }}>
          {label} {count > 0 && <Count n={count} />}
        </Link>
      ))}
    </nav>
  )
}

/** Only so many are fetched to be counted. */
const most = 49
const Count = ({ n }: { n: number }) => <span className="tally">{n > most ? `${most}+` : n}</span>
