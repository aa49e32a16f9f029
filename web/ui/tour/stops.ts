// What the short tour shows, role by role: a name for its words, and where on the page it points.
import type { Role } from '../../../machines/departments.ts'

export type StopName =
  | 'worklist'
  | 'open'
  | 'approvals'
  | 'overview'
  | 'arrears'
  | 'notices'
  | 'handbook'
  | 'records'
  | 'firstSteps'
  | 'people'
  | 'replay'
  | 'audit'
  | 'menu'
export type Stop = { name: StopName; at: string }

const link = (to: string) => `header nav a[href="${to}"]`
const places: Record<StopName, string> = {
  worklist: link('/'),
  open: link('/open'),
  approvals: link('/approvals'),
  overview: link('/overview'),
  arrears: link('/arrears-list'),
  notices: link('/notices'),
  handbook: link('/handbook'),
  records: link('/institution'),
  firstSteps: '.next-step, main ol.steps',
  people: link('/people'),
  replay: link('/'),
  audit: link('/audit'),
  menu: '[data-tour=menu]',
}

const own: Partial<Record<Role, StopName[]>> = {
  admin: ['people', 'records', 'handbook', 'menu'],
  auditor: ['replay', 'audit', 'handbook', 'menu'],
  management: ['approvals', 'overview', 'worklist', 'notices', 'handbook', 'menu'],
  finance: ['worklist', 'arrears', 'notices', 'handbook', 'menu'],
}

/** `opens`: this person may open cases; `begins`: they are shown the first steps of an institution. */
export type Shown = { opens: boolean; begins: boolean }

/** Three to six stops. */
export const stopsFor = (role: Role, { opens, begins }: Shown): Stop[] => {
  const names: StopName[] = own[role] ?? ['worklist', ...(opens ? (['open'] as const) : []), 'notices', 'handbook', 'menu']
  return [...(begins ? (['firstSteps'] as const) : []), ...names].map((name) => ({ name, at: places[name] }))
}
