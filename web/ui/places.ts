// The pages that somebody has use for, in the order of the menu.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Role } from '../../machines/departments.ts'
import { oversees } from '../../machines/rights.ts'
import { looksOn } from '../../machines/views.ts'
import { approvalsQuery } from '../api/approvals.ts'
import { promiseReaders } from '../api/leavers.ts'
import { noticesQuery } from '../api/notices.ts'
import { procedureNamesQuery } from '../api/procedures.ts'
import type { Session } from '../api/session.ts'
import { useWords } from './words.ts'

/** Whoever enters students and their enrolments has use for the institution's records. */
const enters: Role[] = ['admin', 'sales', 'front-desk', 'customer-service', 'finance']
/** Finance opens arrears cases from the list, customer service duns by it; those who oversee look on. */
const arrears: Role[] = ['finance', 'customer-service', 'management', 'administration', 'auditor']

type Uses = { role: Role; opens: boolean; decisions: number; unread: number }
/** `name` is its word in the menu; `count`, how much waits there. */
const all = [
  { to: '/', name: 'worklist', shown: () => true },
  { to: '/open', name: 'open', shown: ({ opens }) => opens },
  {
    to: '/approvals',
    name: 'approvals',
    shown: ({ role, decisions }) => role === 'management' || decisions > 0,
    count: (uses) => uses.decisions,
  },
  { to: '/overview', name: 'overview', shown: ({ role }) => oversees(role) },
  { to: '/arrears-list', name: 'arrearsList', shown: ({ role }) => arrears.includes(role) },
  { to: '/promises', name: 'promises', shown: ({ role }) => promiseReaders.includes(role) },
  { to: '/notices', name: 'notices', shown: () => true, count: (uses) => uses.unread },
  { to: '/handbook', name: 'handbook', shown: () => true },
  { to: '/audit', name: 'audit', shown: ({ role }) => oversees(role) },
  { to: '/institution', name: 'institution', shown: ({ role }) => enters.includes(role) },
  { to: '/people', name: 'people', shown: ({ role }) => role === 'admin' },
] as const satisfies { to: string; name: string; shown: (uses: Uses) => boolean; count?: (uses: Uses) => number }[]

/** Whoever looks on has cases before them, and no work. */
const named = (name: (typeof all)[number]['name'], role: Role) => (name === 'worklist' && looksOn(role) ? 'cases' : name)

export function usePlaces(session: Session) {
  const { t } = useWords()
  const uses = useUses(session)
  return all
    .filter(({ shown }) => shown(uses))
    .map(({ to, name, ...place }) => ({
      to,
      label: t(`nav.${named(name, session.role)}`),
      count: 'count' in place ? place.count(uses) : 0,
    }))
}

function useUses({ role, onBehalfOf }: Session): Uses {
  const decides = role === 'management' || onBehalfOf.length > 0
  const { data: procedures = [] } = useQuery(procedureNamesQuery)
  const { data: approvals } = useInfiniteQuery({ ...approvalsQuery, enabled: decides })
  const { data: notices } = useInfiniteQuery(noticesQuery)
  return {
    role,
    opens: procedures.some(({ openedBy }) => openedBy.includes(role)),
    decisions: approvals?.pages.flatMap((page) => page.items).length ?? 0,
    unread: notices?.pages.flatMap((page) => page.items).filter((notice) => !notice.read).length ?? 0,
  }
}
