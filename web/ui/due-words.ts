// How long there is left, in days of the institution's calendar date: what a person says, not what a clock shows.
import { shanghaiDate } from '../../machines/due.ts'

export type DueTone = 'overdue' | 'today' | 'soon' | 'later'
/** `days` is how many days from today, never below zero; for `overdue` how many days ago. Calendar days, unless they are said to be working days. */
export type DueWords = { tone: DueTone; days: number; working?: true }

const day = 86_400_000
const dayOf = (instant: string) => Date.parse(shanghaiDate(new Date(instant).toISOString())) / day
const soon = 2

/**
 * Null where nothing is due. Both are instants; the dates compared are those of Shanghai. `workingDays` is what the institution's calendar says:
 * working days left, below zero those since; where there are none between, calendar days say more.
 */
export function dueWords(due: string | null | undefined, now: string, workingDays?: number | null): DueWords | null {
  if (!due) return null
  const late = Date.parse(due) < Date.parse(now)
  if (workingDays && workingDays < 0 === late) {
    const days = Math.abs(workingDays)
    return { tone: late ? 'overdue' : days <= soon ? 'soon' : 'later', days, working: true }
  }
  const days = dayOf(due) - dayOf(now)
  if (late) return { tone: 'overdue', days: Math.abs(days) }
  if (days === 0) return { tone: 'today', days }
  return { tone: days <= soon ? 'soon' : 'later', days }
}
