// Periods of Shanghai dates as addresses say them, and the instants they stand for.
import { endOfDay } from '../machines/due.ts'
import { say } from '../machines/label.ts'
import { startOfDay } from './audit-search.ts'
import { refuse } from './refusals.ts'

/** Both included. */
export type Dates = { from: string; until: string }

const backward = say('结束日期早于开始日期', 'It ends before it begins')
const noSuchDay = say('没有这一天', 'There is no such day')
const wrong = (path: string, message: typeof backward): never => refuse('invalid', message, { errors: [{ path, message }] })

/** The first and the last instant. Refuses a period that ends before it begins. */
export function instantsOf({ from, until }: Dates, path = '/until'): Dates {
  if (until < from) wrong(path, backward)
  return { from: startOfDay(from), until: endOfDay(until) }
}

export const periodPattern = '^\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2}$'
/** `2026-03-01..2026-03-31` → its first and last instant; refuses days that do not exist. */
export function instantsIn(period: string, path: string): Dates {
  const [from = '', until = ''] = period.split('..')
  const exists = (date: string) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
  if (!exists(from) || !exists(until)) wrong(path, noSuchDay)
  return instantsOf({ from, until }, path)
}
