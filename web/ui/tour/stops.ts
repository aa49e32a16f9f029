// What the short tour shows, role by role: a name for its words, and where on the page it points, if that is in sight.
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
  | 'menu'
export type Stop = { name: StopName; at?: string }

const link = (to: string) => `header a[href="${to}"]`
const places: Partial<Record<StopName, string>> = {
  worklist: link('/'),
  open: link('/open'),
  approvals: link('/approvals'),
  overview: link('/overview'),
  arrears: link('/arrears-list'),
  notices: link('/notices'),
  handbook: link('/handbook'),
  records: link('/institution'),
  people: link('/people'),
  menu: '[data-tour=menu]',
}

const own: Partial<Record<Role, StopName[]>> = {
  admin: ['firstSteps', 'people', 'records', 'handbook', 'menu'],
  auditor: ['worklist', 'replay', 'handbook', 'menu'],
  management: ['approvals', 'overview', 'worklist', 'notices', 'handbook', 'menu'],
  finance: ['worklist', 'arrears', 'notices', 'handbook', 'menu'],
}

/** Three to six stops; `opens` tells whether this person may open cases. */
export const stopsFor = (role: Role, opens: boolean): Stop[] => {
  const names: StopName[] = own[role] ?? ['worklist', ...(opens ? (['open'] as const) : []), 'notices', 'handbook', 'menu']
  return names.map((name) => ({ name, at: places[name] }))
}
