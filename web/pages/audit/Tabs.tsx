// The two halves of the audit pages.
import { Link } from '@tanstack/react-router'
import { useWords } from '../../ui/words.ts'

export function Tabs() {
  const { t } = useWords()
  return (
    <nav className="nav audit-nav" aria-label={t('audit.title')}>
      <Link to="/audit" activeOptions={{ exact: true, includeSearch: false }}>
        {t('audit.nav.search')}
      </Link>
      <Link to="/audit/rounds">{t('audit.nav.rounds')}</Link>
    </nav>
  )
}
