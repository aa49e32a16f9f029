// The addresses of the web app. Each page is fetched when it is first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from './api/session.ts'
import { queryClient } from './query-client.ts'
import { Shell } from './ui/Shell.tsx'
import { Loading, NotFound, PageError } from './ui/states.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

/** `to` is where somebody wanted to go before signing in. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => (typeof to === 'string' && /^\/(?!\/)/.test(to) ? { to } : {}),
  component: lazyRouteComponent(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/setup/SetUp.tsx'), 'SetUp'),
})

const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
  },
})

export type WorklistTab = 'department' | 'mine' | 'opened' | 'all' | 'closed'
export type WorklistSearch = { tab?: WorklistTab; procedure?: string; state?: string; department?: string; overdue?: boolean; q?: string }
const tabs = ['department', 'mine', 'opened', 'all', 'closed']
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)
const worklistSearch = (s: Record<string, unknown>): WorklistSearch => ({
  tab: tabs.includes(s.tab as string) ? (s.tab as WorklistTab) : undefined,
  procedure: text(s.procedure),
  state: text(s.state),
  department: text(s.department),
  overdue: s.overdue === true ? true : undefined,
  q: text(s.q),
})

/** `at` is the event that the replay opens at, `round` the audit round in which the case is looked into. */
export type ReplaySearch = { at?: number; round?: string }
const whole = (value: unknown) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined)
const replaySearch = (s: Record<string, unknown>): ReplaySearch => ({ at: whole(s.at), round: text(s.round) })

export type AuditSearch = {
  person?: string
  event?: string
  state?: string
  procedure?: string
  from?: string
  until?: string
  late?: boolean
}
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)
const auditSearch = (s: Record<string, unknown>): AuditSearch => ({
  person: text(s.person),
  event: text(s.event),
  procedure: text(s.procedure),
  state: text(s.procedure) && text(s.state),
  from: day(s.from),
  until: day(s.until),
  late: typeof s.late === 'boolean' ? s.late : undefined,
})

const worklist = createRoute({
  getParentRoute: () => house,
  path: '/',
  validateSearch: worklistSearch,
  component: lazyRouteComponent(() => import('./pages/worklist/Worklist.tsx'), 'Worklist'),
})
const open = createRoute({
  getParentRoute: () => house,
  path: '/open',
  component: lazyRouteComponent(() => import('./pages/open/ChooseProcedure.tsx'), 'ChooseProcedure'),
})
const openOne = createRoute({
  getParentRoute: () => house,
  path: '/open/$procedure',
  component: lazyRouteComponent(() => import('./pages/open/OpenCase.tsx'), 'OpenCase'),
})
const oneCase = createRoute({
  getParentRoute: () => house,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./pages/case/CasePage.tsx'), 'CasePage'),
})
const replay = createRoute({
  getParentRoute: () => house,
  path: '/cases/$id/replay',
  validateSearch: replaySearch,
  component: lazyRouteComponent(() => import('./pages/replay/ReplayPage.tsx'), 'ReplayPage'),
})
const approvals = createRoute({
  getParentRoute: () => house,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./pages/approvals/Approvals.tsx'), 'Approvals'),
})
const notices = createRoute({
  getParentRoute: () => house,
  path: '/notices',
  component: lazyRouteComponent(() => import('./pages/notices/Notices.tsx'), 'Notices'),
})
const handbook = createRoute({
  getParentRoute: () => house,
  path: '/handbook',
  component: lazyRouteComponent(() => import('./pages/handbook/Handbook.tsx'), 'Handbook'),
})
const handbookOne = createRoute({
  getParentRoute: () => house,
  path: '/handbook/$procedure',
  component: lazyRouteComponent(() => import('./pages/handbook/ProcedurePage.tsx'), 'ProcedurePage'),
})
const people = createRoute({
  getParentRoute: () => house,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people/People.tsx'), 'People'),
})

const institution = createRoute({
  getParentRoute: () => house,
  path: '/institution',
  component: lazyRouteComponent(() => import('./pages/institution/Institution.tsx'), 'Institution'),
})

const arrearsList = createRoute({
  getParentRoute: () => house,
  path: '/arrears-list',
  component: lazyRouteComponent(() => import('./pages/arrears-list/ArrearsList.tsx'), 'ArrearsList'),
})
const promises = createRoute({
  getParentRoute: () => house,
  path: '/promises',
  component: lazyRouteComponent(() => import('./pages/promises/Promises.tsx'), 'Promises'),
})

const audit = createRoute({
  getParentRoute: () => house,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./pages/audit/Search.tsx'), 'Search'),
})
const auditRounds = createRoute({
  getParentRoute: () => house,
  path: '/audit/rounds',
  component: lazyRouteComponent(() => import('./pages/audit/Rounds.tsx'), 'Rounds'),
})
const auditRound = createRoute({
  getParentRoute: () => house,
  path: '/audit/rounds/$id',
  component: lazyRouteComponent(() => import('./pages/audit/RoundPage.tsx'), 'RoundPage'),
})

const cases = [worklist, open, openOne, oneCase, replay, approvals, arrearsList, promises] as const
const pages = [...cases, notices, handbook, handbookOne, people, institution, audit, auditRounds, auditRound] as const
export const router = createRouter({
  routeTree: root.addChildren([signIn, setUp, house.addChildren([...pages])]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
