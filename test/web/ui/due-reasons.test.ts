// Days skipped one after the other for one reason are told as one.
import { describe, expect, it } from 'vitest'
import { due } from '../../../machines/due.ts'
import { statutoryCalendar } from '../../../machines/holidays.ts'
import type { Deadline } from '../../../web/api/cases.ts'
import { deadlineOf, runsOf } from '../../../web/ui/due-reasons.tsx'

describe('the reasons of a date', () => {
  it('name a festival once, and the weekend before it by itself', () => {
    const { skipped } = due('2026-09-30T02:00:00.000Z', { workingDays: 1 }, statutoryCalendar)
    expect(runsOf(skipped).map(({ from, to, why }) => [from, to, why['zh-CN']])).toEqual([['2026-10-01', '2026-10-07', '国庆节']])
    const weekend = due('2026-03-13T02:00:00.000Z', { workingDays: 1 }, statutoryCalendar)
    expect(runsOf(weekend.skipped).map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-14', '2026-03-14'],
      ['2026-03-15', '2026-03-15'],
    ])
  })

  it('are those of the deadline that the step is due by, its own or that of the stage around it', () => {
    const deadline = (step: string, day: string) => ({ step, due: `2026-03-${day}T15:59:59.999Z` }) as Deadline
    const deadlines = [deadline('approval', '11'), deadline('acceptance', '12'), deadline('acceptance.identity', '13')]
    const found = (path: string, day: string) => deadlineOf({ path, due: `2026-03-${day}T15:59:59.999Z` }, deadlines)?.step
    expect(found('acceptance.identity.open', '12')).toBe('acceptance')
    expect(found('acceptance.identity.open', '13')).toBe('acceptance.identity')
    expect(found('acceptance.identity.open', '11')).toBeUndefined()
    expect(found('acceptanceElsewhere', '12')).toBeUndefined()
  })
})
