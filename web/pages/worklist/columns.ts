// The columns of a view, and by what they can be put in order.
import type { ViewName } from '../../../machines/views.ts'
import { type ColumnName, columnNames, type Sort } from '../../ui/worklist-views.ts'

export type Shown = ColumnName | 'outcome'
/** Cases that are closed have an outcome and wait for nobody. */
const ofOpen: ColumnName[] = ['turn', 'due', 'waiting']
export const isClosed = (view: ViewName) => view === 'done' || view === 'closed'

/** What can be chosen for a view. */
export const choosable = (view: ViewName): ColumnName[] =>
  columnNames.filter((name) =>
    isClosed(view) ? !ofOpen.includes(name) && name !== 'closed' : view === 'opened' || view === 'copied' || name !== 'closed',
  )

export const columnsOf = (view: ViewName, chosen: ColumnName[]): Shown[] => {
  const shown = choosable(view).filter((name) => chosen.includes(name))
  return isClosed(view) ? [...shown, 'outcome', 'closed'] : shown
}

/** How wide columns are, as parts of the whole. */
export const widths: Record<Shown | 'case', number> = {
  case: 17,
  student: 10,
  step: 20,
  turn: 16,
  due: 15,
  outcome: 13,
  opened: 11,
  waiting: 11,
  campus: 11,
  closed: 11,
}

/** The order that a column stands for, as it is at first and turned round; closed cases are listed by when they were closed. */
export const ordersOf = (name: Shown, view: ViewName): readonly [Sort, Sort] | null => {
  if (name === 'due' || (name === 'closed' && isClosed(view))) return ['due', '-due']
  return name === 'opened' ? ['-opened', 'opened'] : null
}
/** Whether the values of the column rise from row to row. */
export const rises = (name: Shown, sort: Sort) => (name === 'closed' ? sort === '-due' : !sort.startsWith('-'))
