// The addresses of the web app. Each page is fetched when it is first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from './api/session.ts'
import { worded } from './i18n.ts'
import { queryClient } from './query-client.ts'
import { Shell } from './ui/Shell.tsx'
import { Loading, NotFound, PageError } from './ui/states.tsx'
import { text, worklistSearch } from './ui/worklist-views.ts'

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

export const measures = ['open', 'overdue', 'median', 'p90'] as const
export type Measure = (typeof measures)[number]
export type OverviewSearch = { procedure?: string; campus?: string; from?: string; until?: string; by?: Measure }
const overviewSearch = (s: Record<string, unknown>): OverviewSearch => ({
  procedure: text(s.procedure),
  campus: text(s.campus),
  from: day(s.from),
  until: day(s.until),
  by: measures.find((one) => one === s.by),
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
  component: lazyRouteComponent(() => worded(import('./pages/replay/ReplayPage.tsx'), 'replay', 'audit'), 'ReplayPage'),
})
const approvals = createRoute({
  getParentRoute: () => house,
  path: '/approvals',
  validateSearch: ({ case: id }: Record<string, unknown>): { case?: string } => (typeof id === 'string' ? { case: id } : {}),
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
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: q === undefined ? undefined : String(q).slice(0, 100) }),
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

const importPeople = createRoute({
  getParentRoute: () => house,
  path: '/people/import',
  component: lazyRouteComponent(() => worded(import('./pages/people/import/ImportPeople.tsx'), 'peopleImport'), 'ImportPeople'),
})
const help = createRoute({
  getParentRoute: () => house,
  path: '/help',
  component: lazyRouteComponent(() => worded(import('./pages/help/Help.tsx'), 'help'), 'Help'),
})
const firstSteps = createRoute({
  getParentRoute: () => house,
  path: '/first-steps',
  component: lazyRouteComponent(() => import('./pages/first-steps/FirstSteps.tsx'), 'FirstSteps'),
})

export const institutionTabs = ['students', 'enrolment', 'campuses', 'settings', 'refunds'] as const
export type InstitutionTab = (typeof institutionTabs)[number]
const institution = createRoute({
  getParentRoute: () => house,
  path: '/institution',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: InstitutionTab } => ({ tab: institutionTabs.find((one) => one === tab) }),
  component: lazyRouteComponent(() => worded(import('./pages/institution/Institution.tsx'), 'institution'), 'Institution'),
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
  component: lazyRouteComponent(() => worded(import('./pages/audit/Search.tsx'), 'audit'), 'Search'),
})
const auditRounds = createRoute({
  getParentRoute: () => house,
  path: '/audit/rounds',
  component: lazyRouteComponent(() => worded(import('./pages/audit/Rounds.tsx'), 'audit'), 'Rounds'),
})
const auditRound = createRoute({
  getParentRoute: () => house,
  path: '/audit/rounds/$id',
  component: lazyRouteComponent(() => worded(import('./pages/audit/RoundPage.tsx'), 'audit'), 'RoundPage'),
})

const overview = createRoute({
  getParentRoute: () => house,
  path: '/overview',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => worded(import('./pages/overview/Overview.tsx'), 'overview'), 'Overview'),
})

const cases = [worklist, open, openOne, oneCase, replay, approvals, arrearsList, promises] as const
const pages = [
  ...cases,
  notices,
  handbook,
  handbookOne,
  people,
  importPeople,
  firstSteps,
  help,
  institution,
  overview,
  audit,
  auditRounds,
  auditRound,
] as const
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
