// How somebody looks at the worklist: what the address says of it, what this browser remembers, and both of them under a name.
import { useQuery } from '@tanstack/react-query'
import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'
import { type ViewName, viewNames } from '../../machines/views.ts'
import { sessionQuery } from '../api/session.ts'
import type { SavedView } from '../api/views.ts'
import { useRemembered } from './remembered.ts'

export const sorts = ['due', '-due', 'opened', '-opened'] as const
export type Sort = (typeof sorts)[number]
/** All of it is optional: what is not said is as the reader's role would have it. */
export type WorklistSearch = {
  tab?: ViewName
  procedure?: string
  state?: string
  department?: string
  assignee?: string
  overdue?: boolean
  q?: string
  sort?: Sort
} & Behind

/** What the figures of the overview narrow a list by; periods as `2026-03-01..2026-03-31`. */
export type Behind = {
  campus?: string
  stepOverdue?: true
  unclaimed?: true
  opened?: string
  closed?: string
  left?: string
  leftIn?: string
  leftLate?: true
}
export const noneBehind: { [K in keyof Required<Behind>]: undefined } = {
  campus: undefined,
  stepOverdue: undefined,
  unclaimed: undefined,
  opened: undefined,
  closed: undefined,
  left: undefined,
  leftIn: undefined,
  leftLate: undefined,
}
export const isBehind = (search: WorklistSearch) => Object.keys(noneBehind).some((name) => search[name as keyof Behind] !== undefined)

export const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) || undefined : undefined
const only = (value: unknown) => (value === true ? true : undefined)
const period = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)
const behind = (s: Record<string, unknown>): Behind => ({
  campus: text(s.campus),
  stepOverdue: only(s.stepOverdue),
  unclaimed: only(s.unclaimed),
  opened: period(s.opened),
  closed: period(s.closed),
  ...(text(s.procedure) && text(s.left) && { left: text(s.left), leftIn: period(s.leftIn), leftLate: only(s.leftLate) }),
})
const oneOf = <T extends string>(values: readonly T[], value: unknown) => values.find((one) => one === value)

/** What an address says; what it cannot say is left out. */
export const worklistSearch = (s: Record<string, unknown>): WorklistSearch => {
  const found: WorklistSearch = {
    tab: oneOf(viewNames, s.tab),
    procedure: text(s.procedure),
    state: text(s.state),
    department: text(s.department),
    assignee: text(s.assignee),
    overdue: s.overdue === true ? true : undefined,
    q: text(s.q),
    sort: oneOf(sorts, s.sort),
    ...behind(s),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
export const searchOf = ({ search }: Pick<SavedView, 'search'>) => worklistSearch(defaultParseSearch(search))
export const textOf = (search: WorklistSearch) => defaultStringifySearch(worklistSearch(search))

export const columnNames = ['student', 'step', 'turn', 'due', 'opened', 'waiting', 'campus', 'closed'] as const
export type ColumnName = (typeof columnNames)[number]
const usual: ColumnName[] = ['student', 'step', 'turn', 'due', 'opened']
export type Density = 'comfortable' | 'compact'
type Way = { columns: ColumnName[]; density: Density }

const known = (columns: unknown): ColumnName[] => (Array.isArray(columns) ? columnNames.filter((name) => columns.includes(name)) : usual)
const fit = (value: unknown): Way => {
  const { columns, density } = (value ?? {}) as Partial<Way>
  return { columns: known(columns), density: density === 'compact' ? 'compact' : 'comfortable' }
}

/** The columns shown and how close the rows are, for this person in this browser. */
export function useWay() {
  const { data: session } = useQuery(sessionQuery)
  return useRemembered(`anjuan.worklist.${session?.id ?? ''}`, fit)
}

/** The columns alone: a saved view brings its own. */
export function useColumnsOf(): [ColumnName[], (columns: string[]) => void] {
  const [way, remember] = useWay()
  return [way.columns, (columns) => remember({ ...way, columns: known(columns) })]
}
