// The views of the worklist: which cases each of them shows to whoever looks at it.
import { type Department, partOf, type Role } from './departments.ts'

/** As the list of cases is narrowed: by ids of people, a department, and whether cases are open. */
export type Shown = {
  department?: Department
  procedure?: string
  unclaimed?: true
  assignee?: string
  openedBy?: string
  copied?: string
  doneBy?: string
  open?: boolean
}
type Reader = { id: string; role: Role; department: Department }

/** Nobody is to claim, or to be shown first, what only others can do. */
const part = ({ role }: Reader) => ({ procedure: partOf(role) })

export const views = {
  part: (reader) => ({ department: reader.department, ...part(reader), open: true }),
  department: ({ department }) => ({ department, open: true }),
  unclaimed: (reader) => ({ department: reader.department, unclaimed: true, open: true, ...part(reader) }),
  mine: ({ id }) => ({ assignee: id, open: true }),
  opened: ({ id }) => ({ openedBy: id }),
  copied: ({ id }) => ({ copied: id }),
  done: ({ id }) => ({ doneBy: id }),
  all: () => ({ open: true }),
  closed: () => ({ open: false }),
} as const satisfies Record<string, (reader: Reader) => Shown>
export type ViewName = keyof typeof views
export const viewNames = Object.keys(views) as ViewName[]

/** Who looks on has no steps: no case waits for them. */
export const looksOn = (role: Role) => ['auditor', 'admin', 'data'].includes(role)
/** The views that somebody has use for; the first is what they come to. */
export const viewsFor = (role: Role): readonly ViewName[] => {
  if (looksOn(role)) return ['all', 'copied', 'closed']
  return partOf(role) ? viewNames : viewNames.filter((name) => name !== 'part')
}

export const shownIn = (view: ViewName, reader: Reader): Shown => defined(views[view](reader))
const defined = (shown: Shown): Shown => Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined))
