// The timeline: events at their true times or one after the other, deadlines as bars that show where they were overrun.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../../../machines/procedures.ts'
import { framesOf } from '../../../../web/pages/replay/frames.ts'
import { bars, nearest, places, placing } from '../../../../web/pages/replay/timeline.ts'
import { golden } from '../../golden.ts'

const frames = (file: string) => framesOf(procedures.withdrawal!, golden('withdrawal', file))
const late = frames('late-at-every-step')
const straight = frames('nothing-due')

describe('events on the timeline', () => {
  it('stand in their order, from one end to the other, on both scales', () => {
    for (const scale of ['time', 'order'] as const) {
      const at = places(late, scale)
      expect([at[0], at.at(-1)]).toEqual([0, 1])
      expect(at).toEqual(at.toSorted((a, b) => a - b))
    }
  })

  it('by time are as far from each other as they happened', () => {
    const at = places(late, 'time')
    const times = late.map(({ event }) => Date.parse(event.at))
    const whole = times.at(-1)! - times[0]!
    times.forEach((time, index) => {
      expect(at[index]).toBeCloseTo((time - times[0]!) / whole, 10)
    })
  })

  it('by order are evenly spread', () => {
    expect(places(late.slice(0, 5), 'order')).toEqual([0, 0.25, 0.5, 0.75, 1])
  })

  it('of a history of one event stand at the beginning', () => {
    const [opened] = late
    expect(places([opened!], 'time')).toEqual([0])
    expect(places([opened!], 'order')).toEqual([0])
    expect(bars([opened!], 'time')).toHaveLength(1)
  })

  it('are found again from where somebody points', () => {
    const at = places(late, 'time')
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
        const found = nearest(at, place)
        for (const other of at) expect(Math.abs(at[found]! - place)).toBeLessThanOrEqual(Math.abs(other - place))
      }),
    )
    expect(nearest(places(late, 'order'), 0.5)).toBe(Math.floor((late.length - 1) / 2))
  })

  it('leave an instant between two of them between their places, and one outside at an end', () => {
    for (const scale of ['time', 'order'] as const) {
      const place = placing(late, scale)
      const at = places(late, scale)
      expect(place('2000-01-01T00:00:00.000Z')).toBe(0)
      expect(place('2100-01-01T00:00:00.000Z')).toBe(1)
      const [one, other] = [late[5]!.event.at, late[6]!.event.at]
      const between = new Date((Date.parse(one) + Date.parse(other)) / 2).toISOString()
      expect(place(between)).toBeGreaterThan(at[5]!)
      expect(place(between)).toBeLessThan(at[6]!)
    }
  })
})

describe('deadlines on the timeline', () => {
  it('run from the step’s beginning to its end, one bar each time', () => {
    for (const bar of bars(straight, 'time')) {
      expect(bar.from).toBeLessThanOrEqual(bar.to)
      expect([bar.deadline, bar.kept]).toEqual([bar.deadline, true])
    }
    const settled = straight.flatMap(({ passage }) => passage!.deadlines)
    expect(bars(straight, 'time')).toHaveLength(settled.length)
  })

  it('that were missed say so, and where the overrun began', () => {
    const missed = bars(late, 'time').filter(({ kept }) => kept === false)
    expect(missed.map(({ deadline }) => deadline)).toEqual(
      late.flatMap(({ passage }) => passage!.deadlines.filter(({ late }) => late).map(({ deadline }) => deadline)),
    )
    for (const bar of missed) {
      expect(bar.duePlace).toBeGreaterThanOrEqual(bar.from)
      expect(bar.duePlace).toBeLessThanOrEqual(bar.to)
    }
  })

  it('that still run end with the history, kept or missed not yet told', () => {
    const [bar] = bars(late.slice(0, 2), 'time')
    expect([bar!.deadline, bar!.kept, bar!.to]).toEqual(['acceptanceDue', null, 1])
  })

  it('that run side by side stand in lanes of their own', () => {
    const transfer = framesOf(procedures.transfer!, golden('transfer', 'late-at-every-step'))
    const all = bars(transfer, 'time')
    expect(Math.max(...all.map(({ lane }) => lane))).toBeGreaterThan(0)
    for (const one of all)
      for (const other of all) if (one !== other && one.lane === other.lane) expect(one.to <= other.from || other.to <= one.from).toBe(true)
  })
})
