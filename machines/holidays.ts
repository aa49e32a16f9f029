// The statutory holidays and make-up days (调休) of mainland China, as arranged each year by the State Council's notice.
import { addCalendarDays, type Calendar } from './due.ts'
import type { Label } from './label.ts'

const newYear = { 'zh-CN': '元旦', en: "New Year's Day" }
const springFestival = { 'zh-CN': '春节', en: 'Spring Festival' }
const qingming = { 'zh-CN': '清明节', en: 'Qingming Festival' }
const labourDay = { 'zh-CN': '劳动节', en: 'Labour Day' }
const dragonBoat = { 'zh-CN': '端午节', en: 'Dragon Boat Festival' }
const midAutumn = { 'zh-CN': '中秋节', en: 'Mid-Autumn Festival' }
const nationalDay = { 'zh-CN': '国庆节', en: 'National Day' }

/** One holiday of one year: first and last day off, and the weekend days worked in return. */
type Arrangement = readonly [name: Label, from: string, to: string, makeUp: readonly string[]]

const arrangements: readonly Arrangement[] = [
  [newYear, '2024-01-01', '2024-01-01', []],
  [springFestival, '2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']],
  [qingming, '2024-04-04', '2024-04-06', ['2024-04-07']],
  [labourDay, '2024-05-01', '2024-05-05', ['2024-04-28', '2024-05-11']],
  [dragonBoat, '2024-06-10', '2024-06-10', []],
  [midAutumn, '2024-09-15', '2024-09-17', ['2024-09-14']],
  [nationalDay, '2024-10-01', '2024-10-07', ['2024-09-29', '2024-10-12']],

  [newYear, '2025-01-01', '2025-01-01', []],
  [springFestival, '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
  [qingming, '2025-04-04', '2025-04-06', []],
  [labourDay, '2025-05-01', '2025-05-05', ['2025-04-27']],
  [dragonBoat, '2025-05-31', '2025-06-02', []],
  [nationalDay, '2025-10-01', '2025-10-05', ['2025-09-28', '2025-10-11']],
  [midAutumn, '2025-10-06', '2025-10-06', []],
  [nationalDay, '2025-10-07', '2025-10-08', []],

  [newYear, '2026-01-01', '2026-01-03', ['2026-01-04']],
  [springFestival, '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  [qingming, '2026-04-04', '2026-04-06', []],
  [labourDay, '2026-05-01', '2026-05-05', ['2026-05-09']],
  [dragonBoat, '2026-06-19', '2026-06-21', []],
  [midAutumn, '2026-09-25', '2026-09-27', []],
  [nationalDay, '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
]

const daysOf = (from: string, to: string): string[] => (from > to ? [] : [from, ...daysOf(addCalendarDays(from, 1), to)])
const makeUpFor = (name: Label): Label => ({ 'zh-CN': `${name['zh-CN']}调休上班`, en: `Make-up working day for ${name.en}` })

/** Covers 2024 to 2026; the notice for a year is published about November of the year before. */
export const statutoryCalendar: Calendar = {
  version: 'cn-2024-2026.1',
  through: '2026-12-31',
  holidays: Object.fromEntries(arrangements.flatMap(([name, from, to]) => daysOf(from, to).map((date) => [date, name]))),
  makeUpDays: Object.fromEntries(arrangements.flatMap(([name, , , makeUp]) => makeUp.map((date) => [date, makeUpFor(name)]))),
}
