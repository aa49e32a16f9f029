// The views of the worklist: which cases each of them shows to whoever looks at it.
import type { Department, Role } from './departments.ts'

/** As the list of cases is narrowed: by ids of people, a department, and whether cases are open. */
export type Shown = {
  department?: Department
  unclaimed?: true
  assignee?: string
  openedBy?: string
  copied?: string
  doneBy?: string
  open?: boolean
}
type Reader = { id: string; role: Role; department: Department }

export const views = {
  department: ({ department }) => ({ department, open: true }),
  unclaimed: ({ department }) => ({ department, unclaimed: true, open: true }),
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
const lookingOn: readonly Role[] = ['auditor', 'admin', 'data']
/** The views that somebody has use for; the first is what they come to. */
export const viewsFor = (role: Role): readonly ViewName[] => (lookingOn.includes(role) ? ['all', 'copied', 'closed'] : viewNames)

export const shownIn = (view: ViewName, reader: Reader): Shown => views[view](reader)
