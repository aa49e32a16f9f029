// The list of cases behind each figure, as the worklist's address says it.
import type { Dates } from '../../api/overview.ts'
import type { WorklistSearch } from '../../ui/worklist-views.ts'

/** What the figures are about. */
export type Scope = { procedure?: string; campus?: string } & Dates

export const spanOf = ({ from, until }: Dates) => `${from}..${until}`
const at = ({ procedure, campus }: Scope) => ({ procedure, campus })

/** Open cases; `more` narrows them. */
export const standing = (scope: Scope, more: WorklistSearch = {}): WorklistSearch => ({ tab: 'all', ...at(scope), ...more })
export const openedIn = (scope: Scope, dates: Dates = scope): WorklistSearch => ({ tab: 'all', ...at(scope), opened: spanOf(dates) })
export const closedIn = (scope: Scope, dates: Dates = scope): WorklistSearch => ({ tab: 'closed', ...at(scope), closed: spanOf(dates) })
/** Cases that left a step of the scope's procedure within its period. */
export const leftIn = (scope: Scope, path: string, late = false): WorklistSearch => ({
  tab: 'all',
  ...at(scope),
  left: path,
  leftIn: spanOf(scope),
  ...(late && { leftLate: true as const }),
})
