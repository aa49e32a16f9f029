// What a deadline is called: by the calendar days of Shanghai, whatever zone this computer is in.
import { describe, expect, it } from 'vitest'
import { dueWords } from '../../../web/ui/due-words.ts'

/** Ten in the morning of Monday 9 March 2026 in Shanghai. */
const now = '2026-03-09T02:00:00.000Z'
const endOf = (date: string) => `${date}T15:59:59.999Z`

describe('a deadline', () => {
  it('that does not exist has no words', () => {
    expect(dueWords(null, now)).toBeNull()
    expect(dueWords(undefined, now)).toBeNull()
  })

  it('at the end of this day is due today', () => {
    expect(dueWords(endOf('2026-03-09'), now)).toEqual({ tone: 'today', days: 0 })
  })

  it('of tomorrow and of the day after is soon', () => {
    expect(dueWords(endOf('2026-03-10'), now)).toEqual({ tone: 'soon', days: 1 })
    expect(dueWords(endOf('2026-03-11'), now)).toEqual({ tone: 'soon', days: 2 })
  })

  it('further away is later', () => {
    expect(dueWords(endOf('2026-03-12'), now)).toEqual({ tone: 'later', days: 3 })
  })

  it('is counted in working days where the institution says how many', () => {
    expect(dueWords(endOf('2026-03-16'), now, 5)).toEqual({ tone: 'later', days: 5, working: true })
    expect(dueWords(endOf('2026-03-11'), now, 2)).toEqual({ tone: 'soon', days: 2, working: true })
    expect(dueWords(endOf('2026-03-06'), now, -1)).toEqual({ tone: 'overdue', days: 1, working: true })
  })

  it('with no working day in between keeps to the days of the calendar', () => {
    expect(dueWords(endOf('2026-03-09'), now, 0)).toEqual({ tone: 'today', days: 0 })
    expect(dueWords(endOf('2026-03-08'), now, 0)).toEqual({ tone: 'overdue', days: 1 })
  })

  it('that has passed since the server counted is overdue all the same', () => {
    expect(dueWords(endOf('2026-03-08'), now, 1)).toEqual({ tone: 'overdue', days: 1 })
  })

  it('of yesterday is one day overdue, even when fewer than 24 hours have passed', () => {
    expect(dueWords(endOf('2026-03-08'), now)).toEqual({ tone: 'overdue', days: 1 })
  })

  it('of earlier this day is overdue since today', () => {
    expect(dueWords('2026-03-09T01:59:59.999Z', now)).toEqual({ tone: 'overdue', days: 0 })
  })

  it('is counted by dates in Shanghai: what is due late on the 10th there is due today once the 10th has begun there', () => {
    const justAfterMidnight = '2026-03-09T16:00:00.000Z'
    expect(dueWords(endOf('2026-03-10'), justAfterMidnight)).toEqual({ tone: 'today', days: 0 })
  })
})
