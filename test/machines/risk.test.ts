// What makes a case more likely to be drawn by risk.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mark, markKinds } from '../../machines/conformance.ts'
import { moneyOf, moneyStep, mostForMoney, riskPoints, ticketsFor } from '../../machines/risk.ts'

const mark = (kind: (typeof markKinds)[number]) => ({ sequence: 1, kind }) as Mark
const marks = fc.array(fc.constantFrom(...markKinds).map(mark))
const amounts = fc.integer({ min: 0, max: 100_000_000_000 })

describe('the tickets of a case', () => {
  it('are one where nothing speaks for a look', () => {
    expect(ticketsFor([], 0)).toBe(1)
    expect(ticketsFor([mark('unusual'), mark('erased')], moneyStep - 1)).toBe(1)
  })

  it('grow with each mark and with the money, and never shrink', () => {
    fc.assert(
      fc.property(marks, amounts, fc.constantFrom(...markKinds), amounts, (some, fen, kind, more) => {
        const before = ticketsFor(some, fen)
        expect(Number.isSafeInteger(before) && before >= 1).toBe(true)
        expect(ticketsFor([...some, mark(kind)], fen + more)).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('count each mark by its points', () => {
    for (const [kind, points] of Object.entries(riskPoints)) expect(ticketsFor([mark(kind as 'late')], 0)).toBe(1 + points)
    expect(ticketsFor([mark('late'), mark('late'), mark('corrected')], 0)).toBe(1 + 2 * riskPoints.late + riskPoints.corrected)
  })

  it('count money by steps, and not without end', () => {
    expect(ticketsFor([], 2 * moneyStep)).toBe(3)
    expect(ticketsFor([], 1000 * moneyStep)).toBe(1 + mostForMoney)
  })

  it('count what was paid, owed or given up', () => {
    expect(moneyOf({ settlement: { amountFen: -300 } })).toBe(300)
    expect(moneyOf({ settlement: null, concessionFen: 200 })).toBe(200)
    expect(moneyOf({})).toBe(0)
  })
})
