// The ways to the pages that this person has use for.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge } from 'antd'
import type { Role } from '../../machines/departments.ts'
import { oversees } from '../../machines/rights.ts'
import { approvalsQuery } from '../api/approvals.ts'
import { promiseReaders } from '../api/leavers.ts'
import { noticesQuery } from '../api/notices.ts'
import { proceduresQuery } from '../api/procedures.ts'
import type { Session } from '../api/session.ts'
import { colours } from '../theme.ts'
import { useWords } from './words.ts'

export function Brand() {
  const { t } = useWords()
  return (
    <Link to="/" search={{}} className="brand" style={{ color: colours.accent }}>
      <img src="/icon.svg" alt="" width={22} height={22} />
      {t('app.title')}
    </Link>
  )
}

/** Whoever enters students and their enrolments has use for the institution's records. */
const enters: Role[] = ['admin', 'sales', 'front-desk', 'customer-service', 'finance']

/** Finance opens arrears cases from the list, customer service duns by it; those who oversee look on. */
const arrears: Role[] = ['finance', 'customer-service', 'management', 'administration', 'auditor']

type Props = { session: Session; vertical?: boolean }

export function Navigation({ session, vertical = false }: Props) {
  const { t } = useWords()
  const { opens, decisions, unread } = useUses(session)
  const { role } = session
  return (
    <nav className={vertical ? 'nav vertical' : 'nav'} aria-label={t('nav.main')}>
      <Link to="/" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {t('nav.worklist')}
      </Link>
      {opens && <Link to="/open">{t('nav.open')}</Link>}
      {(role === 'management' || decisions > 0) && (
        <Link to="/approvals">
          {t('nav.approvals')} <Count n={decisions} />
        </Link>
      )}
      {arrears.includes(role) && <Link to="/arrears-list">{t('nav.arrearsList')}</Link>}
      {promiseReaders.includes(role) && <Link to="/promises">{t('nav.promises')}</Link>}
      <Link to="/notices">
        {t('nav.notices')} <Count n={unread} />
      </Link>
      <Link to="/handbook">{t('nav.handbook')}</Link>
      {oversees(role) && <Link to="/audit">{t('nav.audit')}</Link>}
      {enters.includes(role) && <Link to="/institution">{t('nav.institution')}</Link>}
      {role === 'admin' && <Link to="/people">{t('nav.people')}</Link>}
    </nav>
  )
}

/** Only so many are fetched to be counted. */
const Count = ({ n }: { n: number }) => <Badge count={n} overflowCount={49} size="small" color={colours.accent} />

function useUses({ role, onBehalfOf }: Session) {
  const decides = role === 'management' || onBehalfOf.length > 0
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const { data: approvals = [] } = useQuery({ ...approvalsQuery, enabled: decides })
  const { data: notices } = useInfiniteQuery(noticesQuery)
  return {
    opens: procedures.some(({ openedBy }) => openedBy.includes(role)),
    decisions: approvals.length,
    unread: notices?.pages.flatMap((page) => page.items).filter((notice) => !notice.read).length ?? 0,
  }
}
