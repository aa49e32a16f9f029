// Reads from a case's history and procedure what its approver should see.
import type { HistoryEvent } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { filesOf, formOf } from '../../ui/recorded.ts'

export const lastReturn = (history: HistoryEvent[]) => history.findLast(({ type }) => type === 'approval.returned')

/** Everything after the opening, or after the last return. */
export const sinceLastReturn = (history: HistoryEvent[]) => {
  const from = lastReturn(history)?.sequence ?? 1
  return history.filter(({ sequence, act }) => sequence > from && !act)
}

/** What brought the case to the steps it waits in: whoever submitted it said why. */
export const submission = (history: HistoryEvent[], waiting: string[]): HistoryEvent | undefined =>
  history.findLast(({ paths }, at) => waiting.some((path) => paths.includes(path) && !history[at - 1]?.paths.includes(path)))

/** The ids of all files that the events of a history refer to, each once. */
export const filesIn = (history: HistoryEvent[], procedure: WithActs): string[] => [
  ...new Set(history.flatMap((event) => filesOf(formOf(event.type, procedure), event.facts))),
]
