// Deadlines to the day: examples from the published holidays, and what must hold for every start and every number of days.
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  addCalendarDays,
  type Calendar,
  due,
  endOfDay,
  isWorkingDay,
  shanghaiDate,
  skippedUntil,
  workingDaysTo,
} from '../../machines/due.ts'
import { statutoryCalendar as calendar } from '../../machines/holidays.ts'

const noon = (date: string) => `${date}T04:00:00.000Z`
const working = (date: string, days: number) => due(noon(date), { workingDays: days }, calendar)
const dueDate = (date: string, days: number) => shanghaiDate(working(date, days).due)
const skippedDates = (date: string, days: number) => working(date, days).skipped.map((s) => s.date)

const anyDate = fc.integer({ min: 0, max: 1000 }).map((n) => addCalendarDays('2024-01-01', n))
const someDays = fc.integer({ min: 0, max: 60 })

describe('dates in Shanghai', () => {
  it('the day in Shanghai begins at 16:00 UTC of the day before', () => {
    expect(shanghaiDate('2026-03-09T15:59:59.999Z')).toBe('2026-03-09')
    expect(shanghaiDate('2026-03-09T16:00:00.000Z')).toBe('2026-03-10')
  })

  it('a day ends at 23:59:59.999 in Shanghai', () => {
    expect(endOfDay('2026-03-09')).toBe('2026-03-09T15:59:59.999Z')
    expect(endOfDay('2026-03-09')).toBe(new Date('2026-03-09T23:59:59.999+08:00').toISOString())
  })

  it('calendar days run over months, years and leap days', () => {
    expect(addCalendarDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addCalendarDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addCalendarDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it.each(['2026-02-30', '2026-13-01', '2026-2-3', '26-02-03', '', '2026-02-03T00:00:00.000Z'])('%j is no date', (date) => {
    expect(() => addCalendarDays(date, 1)).toThrow(RangeError)
  })

  it.each(['2026-02-03', '2026-02-03T12:00:00', '2026-02-03T12:00:00Z', '2026-02-03T12:00:00.000+08:00', 'soon'])(
    '%j is no instant',
    (instant) => {
      expect(() => shanghaiDate(instant)).toThrow(RangeError)
    },
  )

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no number of days', (days) => {
    expect(() => working('2026-03-09', days)).toThrow(RangeError)
    expect(() => due(noon('2026-03-09'), { calendarDays: days }, calendar)).toThrow(RangeError)
  })

  it('there is no date after the year 9999', () => {
    expect(() => addCalendarDays('9999-12-31', 1)).toThrow(RangeError)
  })
})

describe('working days', () => {
  it('one working day from a Friday is Monday', () => {
    expect(dueDate('2026-03-06', 1)).toBe('2026-03-09')
  })

  it('the start day is never counted: one working day from Monday morning is Tuesday', () => {
    expect(dueDate('2026-03-09', 1)).toBe('2026-03-10')
  })

  it('no working days on a working day is due the same day', () => {
    expect(dueDate('2026-03-09', 0)).toBe('2026-03-09')
    expect(skippedDates('2026-03-09', 0)).toEqual([])
  })

  it('no working days on a Saturday is due on Monday, and says which days were skipped', () => {
    expect(dueDate('2026-03-07', 0)).toBe('2026-03-09')
    expect(working('2026-03-07', 0).skipped).toEqual([
      { date: '2026-03-07', why: { 'zh-CN': '周六', en: 'Saturday' } },
      { date: '2026-03-08', why: { 'zh-CN': '周日', en: 'Sunday' } },
    ])
  })

  it('what arrives after midnight in Shanghai starts on the new day, even if it is still yesterday in UTC', () => {
    expect(due('2026-03-08T16:30:00.000Z', { workingDays: 1 }, calendar)).toMatchObject({
      start: '2026-03-09',
      due: '2026-03-10T15:59:59.999Z',
    })
  })

  it('a refund due 15 working days after 10 February 2026: four to the 14th, five in the week from the 24th with its Saturday, six more', () => {
    expect(working('2026-02-10', 15)).toMatchObject({ due: '2026-03-09T15:59:59.999Z', days: 15, unit: 'working', provisional: false })
  })

  it('one working day from the Saturday worked before the Spring Festival 2026 is the Tuesday after it', () => {
    expect(dueDate('2026-02-14', 1)).toBe('2026-02-24')
    expect(skippedDates('2026-02-14', 1)).toHaveLength(9)
    expect(working('2026-02-14', 1).skipped[0]?.why['zh-CN']).toBe('春节')
  })

  it('National Day 2025 runs to 8 October with the Mid-Autumn Festival in it, and the Saturday after is worked', () => {
    expect(dueDate('2025-09-30', 1)).toBe('2025-10-09')
    expect(working('2025-09-30', 1).skipped.map((s) => s.why.en)).toEqual([
      ...Array(5).fill('National Day'),
      'Mid-Autumn Festival',
      'National Day',
      'National Day',
    ])
    expect(dueDate('2025-09-30', 3)).toBe('2025-10-11')
  })

  it('National Day 2026 runs to 7 October, and the Saturday after is worked', () => {
    expect(dueDate('2026-09-30', 1)).toBe('2026-10-08')
    expect(dueDate('2026-10-09', 1)).toBe('2026-10-10')
    expect(dueDate('2026-10-10', 1)).toBe('2026-10-12')
  })

  it('the Friday of the Qingming Festival 2025 is skipped by its own name and the Monday after is worked', () => {
    expect(working('2025-04-03', 1).skipped.map((s) => s.why['zh-CN'])).toEqual(['清明节', '清明节', '清明节'])
    expect(dueDate('2025-04-03', 1)).toBe('2025-04-07')
  })

  it('a day the institution closes wins over a make-up day', () => {
    const closed: Calendar = { ...calendar, holidays: { ...calendar.holidays, '2026-10-10': { 'zh-CN': '校区停课', en: 'Campus closed' } } }
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true)
    expect(isWorkingDay('2026-10-10', closed)).toBe(false)
  })

  it('the last day of the calendar is certain, the next one provisional', () => {
    expect(working('2026-12-30', 1)).toMatchObject({ due: endOfDay('2026-12-31'), provisional: false })
    expect(working('2026-12-30', 2)).toMatchObject({ due: endOfDay('2027-01-01'), provisional: true })
  })

  it('is always due on a working day', () => {
    fc.assert(fc.property(anyDate, someDays, (date, days) => isWorkingDay(dueDate(date, days), calendar)))
  })

  it('a date that was stored is explained by the same days off; by a calendar that leads elsewhere it is not', () => {
    fc.assert(
      fc.property(anyDate, someDays, (date, days) => {
        const { skipped, ...stored } = working(date, days)
        expect(skippedUntil(stored, calendar)).toEqual(skipped)
      }),
    )
    const { skipped: _, ...stored } = working('2026-03-09', 3)
    const closed = { ...calendar, holidays: { ...calendar.holidays, '2026-03-10': { 'zh-CN': '校庆', en: 'Founding day' } } }
    expect(skippedUntil(stored, closed)).toEqual([])
    const { skipped: __, ...calendarDays } = due(noon('2026-03-06'), { calendarDays: 7 }, calendar)
    expect(skippedUntil(calendarDays, calendar)).toEqual([])
  })

  it('more days are due later', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, days) => dueDate(date, days) < dueDate(date, days + 1)))
    fc.assert(fc.property(anyDate, (date) => dueDate(date, 0) <= dueDate(date, 1)))
  })

  it('what starts later is never due earlier', () => {
    fc.assert(fc.property(anyDate, someDays, (date, days) => dueDate(date, days) <= dueDate(addCalendarDays(date, 1), days)))
  })

  it('counting the working days back from the due day gives the number asked for', () => {
    const countBack = (from: string, until: string): number =>
      from <= until ? 0 : (isWorkingDay(from, calendar) ? 1 : 0) + countBack(addCalendarDays(from, -1), until)
    fc.assert(fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, days) => countBack(dueDate(date, days), date) === days))
  })

  it('days counted and days skipped make up the whole span, each day once and none of them worked', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const skipped = skippedDates(date, days)
        const span = (Date.parse(dueDate(date, days)) - Date.parse(date)) / 86_400_000
        expect(new Set(skipped).size + days).toBe(span)
        expect(skipped).toEqual([...skipped].sort())
        expect(skipped.filter((day) => isWorkingDay(day, calendar) || day <= date)).toEqual([])
      }),
    )
  })
})

describe('calendar days and dates', () => {
  it('seven calendar days to pay do not care about the holiday in between', () => {
    expect(due(noon('2025-09-30'), { calendarDays: 7 }, calendar)).toEqual({
      due: '2025-10-07T15:59:59.999Z',
      start: '2025-09-30',
      days: 7,
      unit: 'calendar',
      provisional: false,
      skipped: [],
    })
  })

  it('an instalment is due at the end of its date', () => {
    expect(due(noon('2026-03-09'), { date: '2026-04-30' }, calendar)).toMatchObject({
      due: endOfDay('2026-04-30'),
      days: null,
      unit: 'date',
    })
    expect(() => due(noon('2026-03-09'), { date: '2026-04-31' }, calendar)).toThrow(RangeError)
  })
})

describe('the time zone of the process', () => {
  const before = process.env.TZ
  afterEach(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it.each([
    ['America/Los_Angeles', 480],
    ['Asia/Shanghai', -480],
    ['Pacific/Kiritimati', -840],
  ])('%s has no say in what is due when', (zone, offset) => {
    process.env.TZ = zone
    expect(new Date('2026-02-10T00:00:00Z').getTimezoneOffset()).toBe(offset)
    expect(due('2026-03-08T15:59:59.999Z', { workingDays: 1 }, calendar)).toMatchObject({
      start: '2026-03-08',
      due: '2026-03-09T15:59:59.999Z',
    })
    expect(due('2026-03-08T16:00:00.000Z', { workingDays: 1 }, calendar)).toMatchObject({
      start: '2026-03-09',
      due: '2026-03-10T15:59:59.999Z',
    })
    expect(isWorkingDay('2026-03-07', calendar)).toBe(false)
    expect(isWorkingDay('2026-03-09', calendar)).toBe(true)
  })
})

describe('working days between two dates', () => {
  const between = (today: string, date: string) => workingDaysTo(date, today, calendar)
  it('are counted from the day after to the day itself', () => {
    expect(between('2026-03-06', '2026-03-09')).toBe(1)
    expect(between('2026-03-09', '2026-03-09')).toBe(0)
    expect(between('2026-03-06', '2026-03-08')).toBe(0)
  })

  it('agree with the deadline that so many working days make', () => {
    for (const days of [1, 3, 7, 15, 30]) {
      const { due: end } = due('2026-09-20T02:00:00.000Z', { workingDays: days }, calendar)
      expect([days, between('2026-09-20', shanghaiDate(end))]).toEqual([days, days])
    }
  })

  it('are below zero where the date lies behind', () => {
    expect(between('2026-03-12', '2026-03-09')).toBe(-3)
    expect(between('2026-03-09', '2026-03-06')).toBe(-1)
    expect(Object.is(between('2026-03-08', '2026-03-06'), 0)).toBe(true)
  })

  it('are not counted further than about a year', () => {
    expect(between('2026-03-09', '2999-01-01')).toBe(between('2026-03-09', '2027-04-13'))
  })
})
