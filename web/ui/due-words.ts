// How long there is left, in days of the institution's calendar date: what a person says, not what a clock shows.
import { shanghaiDate } from '../../machines/due.ts'

export type DueTone = 'overdue' | 'today' | 'soon' | 'later'
/** `days` is how many calendar days from today, never below zero; for `overdue` how many days ago. */
export type DueWords = { tone: DueTone; days: number }

const day = 86_400_000
const dayOf = (instant: string) => Date.parse(shanghaiDate(new Date(instant).toISOString())) / day
const soon = 2

/** Null where nothing is due. Both are instants; the dates compared are those of Shanghai. */
export function dueWords(due: string | null | undefined, now: string): DueWords | null {
  if (!due) return null
  const days = dayOf(due) - dayOf(now)
  if (Date.parse(due) < Date.parse(now)) return { tone: 'overdue', days: Math.abs(days) }
  if (days === 0) return { tone: 'today', days }
  return { tone: days <= soon ? 'soon' : 'later', days }
}
