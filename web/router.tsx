// The addresses of the web app. Each page is fetched when it is first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { reached } from './api/reached.ts'
import { sessionQuery } from './api/session.ts'
import { worded } from './i18n.ts'
import { queryClient } from './query-client.ts'
import { Shell } from './ui/Shell.tsx'
import { Loading, NotFound, PageError } from './ui/states.tsx'
import { text, worklistSearch } from './ui/worklist-views.ts'

/** What cannot be fetched without a connection says so; the router would load the page anew, and throw whoever is at work out of it. */
const page = <Module extends Record<string, unknown>, Name extends keyof Module>(load: () => Promise<Module>, name: Name) =>
  lazyRouteComponent(() => reached(load), name)

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

/** `to` is where somebody wanted to go before signing in. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => (typeof to === 'string' && /^\/(?!\/)/.test(to) ? { to } : {}),
  component: page(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: page(() => import('./pages/setup/SetUp.tsx'), 'SetUp'),
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
  component: page(() => import('./pages/worklist/Worklist.tsx'), 'Worklist'),
})
const open = createRoute({
  getParentRoute: () => house,
  path: '/open',
  component: page(() => import('./pages/open/ChooseProcedure.tsx'), 'ChooseProcedure'),
})
const openOne = createRoute({
  getParentRoute: () => house,
  path: '/open/$procedure',
  component: page(() => import('./pages/open/OpenCase.tsx'), 'OpenCase'),
})
const oneCase = createRoute({
  getParentRoute: () => house,
  path: '/cases/$id',
  component: page(() => import('./pages/case/CasePage.tsx'), 'CasePage'),
})
const replay = createRoute({
  getParentRoute: () => house,
  path: '/cases/$id/replay',
  validateSearch: replaySearch,
  component: page(() => worded(import('./pages/replay/ReplayPage.tsx'), 'replay', 'audit'), 'ReplayPage'),
})
const approvals = createRoute({
  getParentRoute: () => house,
  path: '/approvals',
  validateSearch: ({ case: id }: Record<string, unknown>): { case?: string } => (typeof id === 'string' ? { case: id } : {}),
  component: page(() => import('./pages/approvals/Approvals.tsx'), 'Approvals'),
})
const notices = createRoute({
  getParentRoute: () => house,
  path: '/notices',
  component: page(() => import('./pages/notices/Notices.tsx'), 'Notices'),
})
const handbook = createRoute({
  getParentRoute: () => house,
  path: '/handbook',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: q === undefined ? undefined : String(q).slice(0, 100) }),
  component: page(() => import('./pages/handbook/Handbook.tsx'), 'Handbook'),
})
const handbookOne = createRoute({
  getParentRoute: () => house,
  path: '/handbook/$procedure',
  component: page(() => import('./pages/handbook/ProcedurePage.tsx'), 'ProcedurePage'),
})
const people = createRoute({
  getParentRoute: () => house,
  path: '/people',
  component: page(() => import('./pages/people/People.tsx'), 'People'),
})

const importPeople = createRoute({
  getParentRoute: () => house,
  path: '/people/import',
  component: page(() => worded(import('./pages/people/import/ImportPeople.tsx'), 'peopleImport'), 'ImportPeople'),
})
const help = createRoute({
  getParentRoute: () => house,
  path: '/help',
  component: page(() => worded(import('./pages/help/Help.tsx'), 'help'), 'Help'),
})
const firstSteps = createRoute({
  getParentRoute: () => house,
  path: '/first-steps',
  component: page(() => import('./pages/first-steps/FirstSteps.tsx'), 'FirstSteps'),
})

export const institutionTabs = ['students', 'enrolment', 'campuses', 'settings', 'refunds'] as const
export type InstitutionTab = (typeof institutionTabs)[number]
const institution = createRoute({
  getParentRoute: () => house,
  path: '/institution',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: InstitutionTab } => ({ tab: institutionTabs.find((one) => one === tab) }),
  component: page(() => worded(import('./pages/institution/Institution.tsx'), 'institution'), 'Institution'),
})

const arrearsList = createRoute({
  getParentRoute: () => house,
  path: '/arrears-list',
  component: page(() => import('./pages/arrears-list/ArrearsList.tsx'), 'ArrearsList'),
})
const promises = createRoute({
  getParentRoute: () => house,
  path: '/promises',
  component: page(() => import('./pages/promises/Promises.tsx'), 'Promises'),
})

const audit = createRoute({
  getParentRoute: () => house,
  path: '/audit',
  validateSearch: auditSearch,
  component: page(() => worded(import('./pages/audit/Search.tsx'), 'audit'), 'Search'),
})
const auditRounds = createRoute({
  getParentRoute: () => house,
  path: '/audit/rounds',
  component: page(() => worded(import('./pages/audit/Rounds.tsx'), 'audit'), 'Rounds'),
})
const auditRound = createRoute({
  getParentRoute: () => house,
  path: '/audit/rounds/$id',
  component: page(() => worded(import('./pages/audit/RoundPage.tsx'), 'audit'), 'RoundPage'),
})

const overview = createRoute({
  getParentRoute: () => house,
  path: '/overview',
  validateSearch: overviewSearch,
  component: page(() => worded(import('./pages/overview/Overview.tsx'), 'overview'), 'Overview'),
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
