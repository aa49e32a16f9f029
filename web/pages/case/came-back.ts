// Whether a case was sent back to a step it had been at before.
import type { HistoryEvent } from '../../api/cases.ts'
import { within } from './recorded-at.ts'

export const reasonOf = ({ personal }: HistoryEvent) => (personal as { reason?: string } | undefined)?.reason

/** The event that sent it back, where it was given a reason that the reader may read; undefined where the case came here on its way. */
export function cameBack(path: string, history: readonly HistoryEvent[]): HistoryEvent | undefined {
  const at = (event: HistoryEvent | undefined) => event?.paths.some((one) => within(one, path)) ?? false
  const arrivals = history.filter((event, index) => at(event) && !at(history[index - 1]))
  const last = arrivals.at(-1)
  return arrivals.length > 1 && last && reasonOf(last) ? last : undefined
}
