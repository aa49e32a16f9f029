// Deadlines right to the day: working days, calendar days and fixed dates, in Shanghai, explained day by day.
// Everything is computed on UTC numbers with a fixed +08:00, so the time zone of the process has no say.
import type { Label } from './label.ts'

/** Holidays and make-up days by date (`YYYY-MM-DD`); dates after `through` are guessed as ordinary weeks. A holiday wins over a make-up day. */
export type Calendar = {
  version: string
  through: string
  holidays: Readonly<Record<string, Label>>
  makeUpDays: Readonly<Record<string, Label>>
}

export type Span = { workingDays: number } | { calendarDays: number } | { date: string }
export type SkippedDay = { date: string; why: Label }

/** `due` is the last instant of the day; `skipped` are the days off that were not counted; `provisional` when the day lies past the calendar. */
export type Due = {
  due: string
  start: string
  days: number | null
  unit: 'working' | 'calendar' | 'date'
  provisional: boolean
  skipped: SkippedDay[]
}

const day = 86_400_000
const shanghaiOffset = 8 * 3_600_000
const weekend: Record<number, Label> = { 0: { 'zh-CN': '周日', en: 'Sunday' }, 6: { 'zh-CN': '周六', en: 'Saturday' } }

const iso = (ms: number) => (Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : '')

const midnight = (date: string) => {
  const ms = Date.parse(`${date}T00:00:00.000Z`)
  // The round trip refuses 30 February, which the parser would move into March.
  if (iso(ms) !== `${date}T00:00:00.000Z`) throw new RangeError(`not a date YYYY-MM-DD: ${date}`)
  return ms
}

const count = (days: number) => {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`)
  return days
}

/** The date in Shanghai at a UTC instant `YYYY-MM-DDTHH:mm:ss.sssZ`; any other form is a RangeError. */
export const shanghaiDate = (instant: string) => {
  const ms = Date.parse(instant)
  if (iso(ms) !== instant) throw new RangeError(`not an instant YYYY-MM-DDTHH:mm:ss.sssZ: ${instant}`)
  return iso(ms + shanghaiOffset).slice(0, 10)
}

/** The last millisecond of a date in Shanghai, as a UTC instant. */
export const endOfDay = (date: string) => iso(midnight(date) + day - shanghaiOffset - 1)

const dateAt = (ms: number) => {
  const [date] = iso(ms).split('T')
  if (date?.length !== 10) throw new RangeError('no date before the year 0 or after the year 9999')
  return date
}

/** The date `n` calendar days later (earlier when negative); a RangeError beyond the year 9999 or for a part of a day. */
export const addCalendarDays = (date: string, n: number) => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a number of days: ${n}`)
  return dateAt(midnight(date) + n * day)
}

/** Why nobody works on this date, or `null` on a working day. */
export const dayOff = (date: string, calendar: Calendar): Label | null => offAt(midnight(date), date, calendar)

const offAt = (ms: number, date: string, calendar: Calendar): Label | null =>
  calendar.holidays[date] ?? (calendar.makeUpDays[date] ? null : (weekend[new Date(ms).getUTCDay()] ?? null))

export const isWorkingDay = (date: string, calendar: Calendar) => dayOff(date, calendar) === null

/** The working day that a date belongs to: itself, else the last one before it. */
export const workingDayOf = (date: string, calendar: Calendar): string =>
  isWorkingDay(date, calendar) ? date : workingDayOf(addCalendarDays(date, -1), calendar)

const furthest = 400
/**
 * How many working days lie after `today` up to and with `date`; below zero, how many after `date` up to and with `today`. Nobody counts
 * further than about a year: whatever lies beyond is as far as that.
 */
export const workingDaysTo = (date: string, today: string, calendar: Calendar): number => {
  if (date < today) return 0 - workingDaysTo(today, date, calendar)
  // A list asks this of every line: the dates are read once, not once a day.
  const from = midnight(today)
  const until = Math.min(midnight(date), from + furthest * day)
  let days = 0
  for (let ms = from + day; ms <= until; ms += day) if (!offAt(ms, dateAt(ms), calendar)) days++
  return days
}

// With no days to count, the first working day from the start on; otherwise the n-th after the start.
const workingDayAfter = (start: string, days: number, calendar: Calendar) => {
  const skipped: SkippedDay[] = []
  let left = Math.max(days, 1)
  for (let ms = midnight(start) + (days === 0 ? 0 : day); ; ms += day) {
    const date = dateAt(ms)
    const why = offAt(ms, date, calendar)
    if (why) skipped.push({ date, why })
    else if (--left === 0) return { date, skipped }
  }
}

const reach = (start: string, span: Span, calendar: Calendar) => {
  if ('date' in span) return { unit: 'date', days: null, date: span.date, skipped: [] } as const
  if ('calendarDays' in span) {
    const days = count(span.calendarDays)
    return { unit: 'calendar', days, date: addCalendarDays(start, days), skipped: [] } as const
  }
  const days = count(span.workingDays)
  return { unit: 'working', days, ...workingDayAfter(start, days, calendar) } as const
}

/**
 * When something is due that starts at the instant `from`. Days count from the day after the start: one working day from a Friday
 * is Monday, none is the start itself or the next working day. RangeError for a bad date, instant or number of days.
 */
export const due = (from: string, span: Span, calendar: Calendar): Due => {
  const start = shanghaiDate(from)
  const { date, days, unit, skipped } = reach(start, span, calendar)
  return { due: endOfDay(date), start, days, unit, provisional: date > calendar.through, skipped: [...skipped] }
}

/** The days off that were not counted on the way to a due date as it was stored; none where this calendar would lead to another date. */
export const skippedUntil = ({ start, days, unit, due }: Omit<Due, 'skipped' | 'provisional'>, calendar: Calendar): SkippedDay[] => {
  if (unit !== 'working' || days === null) return []
  const { date, skipped } = workingDayAfter(start, days, calendar)
  return endOfDay(date) === due ? skipped : []
}

/** How many working days there are after one date up to and including another; 0 where it is not later. */
export const workingDaysBetween = (after: string, until: string, calendar: Calendar): number => {
  let days = 0
  for (let date = addCalendarDays(after, 1); date <= until; date = addCalendarDays(date, 1)) if (isWorkingDay(date, calendar)) days++
  return days
}
