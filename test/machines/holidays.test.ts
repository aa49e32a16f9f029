// The statutory table against a second, independent publication of it.
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addCalendarDays, isWorkingDay } from '../../machines/due.ts'
import { statutoryCalendar as calendar } from '../../machines/holidays.ts'

const days = Array.from({ length: 1096 }, (_, n) => addCalendarDays('2024-01-01', n))

describe('the statutory calendar', () => {
  it('ends with the last year that has been published', () => {
    expect(days.at(-1)).toBe(calendar.through)
  })

  it('agrees with the other source on every day from 2024 to 2026', () => {
    expect(days.filter((date) => isWorkingDay(date, calendar) !== chineseDays.isWorkday(date))).toEqual([])
  })

  it('names every holiday as the other source does', () => {
    const named = (date: string) => calendar.holidays[date]?.['zh-CN'].replace(/(?<=清明|端午|中秋)节$/, '')
    const other = (date: string) => chineseDays.getDayDetail(date).name.split(',')[1]
    expect(Object.keys(calendar.holidays).sort()).toEqual(chineseDays.getHolidaysInRange('2024-01-01', '2026-12-31', false))
    expect(Object.keys(calendar.holidays).filter((date) => named(date) !== other(date))).toEqual([])
  })

  it('the make-up days of 2026 are 4 January, 14 and 28 February, 9 May, 20 September and 10 October', () => {
    const of2026 = Object.keys(calendar.makeUpDays).filter((date) => date.startsWith('2026'))
    expect(of2026.sort()).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  })

  it('a make-up day is a weekend day, never a holiday, and says what it makes up for', () => {
    for (const [date, why] of Object.entries(calendar.makeUpDays)) {
      expect([0, 6]).toContain(new Date(date).getUTCDay())
      expect(calendar.holidays[date]).toBeUndefined()
      expect(why['zh-CN']).toMatch(/调休上班$/)
      expect(isWorkingDay(date, calendar)).toBe(true)
    }
    expect(calendar.makeUpDays['2026-09-20']?.en).toBe('Make-up working day for National Day')
  })

  it('the Spring Festival of 2026 is nine days off, 15 to 23 February', () => {
    const off = days.filter((date) => calendar.holidays[date]?.en === 'Spring Festival' && date.startsWith('2026'))
    expect([off.length, off.at(0), off.at(-1)]).toEqual([9, '2026-02-15', '2026-02-23'])
  })
})
