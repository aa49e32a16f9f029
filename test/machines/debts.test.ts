// What is owed, worked out by hand; and what must hold for any debt and any plan.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lessShares, milestones, nextDate, outOfOrder, owedFor, planned, sharesOf, suggestedPlan } from '../../machines/debts.ts'

const debts = [
  { enrolment: 'E1', owedFen: 300 },
  { enrolment: 'E2', owedFen: 0 },
  { enrolment: 'E3', owedFen: 500 },
]
const all = ['E1', 'E2', 'E3']

describe('a payment', () => {
  it('fills one debt after the other', () => {
    expect(sharesOf(400, debts)).toEqual([
      { enrolment: 'E1', amountFen: 300 },
      { enrolment: 'E3', amountFen: 100 },
    ])
  })

  it('brings what is owed down by exactly its amount, and no debt below nothing', () => {
    const owing = fc.array(fc.record({ enrolment: fc.uuid(), owedFen: fc.nat(1_000_000) }), { maxLength: 5 })
    fc.assert(
      fc.property(owing, fc.nat(3_000_000), (some, amountFen) => {
        const ids = some.map(({ enrolment }) => enrolment)
        const rest = lessShares(some, sharesOf(amountFen, some))
        expect(owedFor(ids, rest)).toBe(Math.max(0, owedFor(ids, some) - amountFen))
        for (const { owedFen } of rest) expect(owedFen).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('counts for the enrolments of the case alone', () => {
    expect(owedFor(all, debts)).toBe(800)
    expect(owedFor(['E3'], debts)).toBe(500)
  })
})

describe('a plan of instalments', () => {
  const plan = [
    { date: '2026-04-01', amountFen: 300 },
    { date: '2026-05-01', amountFen: 300 },
    { date: '2026-06-01', amountFen: 300 },
  ]

  it('says what may be left after each of its dates', () => {
    expect(milestones(plan, 800).map(({ restFen }) => restFen)).toEqual([500, 200, 0])
  })

  it('waits for the first date whose rest is not reached yet', () => {
    const dates = milestones(plan, 800)
    expect([800, 501, 500, 200, 1, 0].map((owed) => nextDate(dates, owed))).toEqual([
      '2026-04-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
      '2026-06-01',
      '2026-06-01',
    ])
  })

  it('has dates that follow one another from today on', () => {
    expect(outOfOrder(plan, '2026-04-01')).toBe(-1)
    expect(outOfOrder(plan, '2026-04-02')).toBe(0)
    expect(outOfOrder([plan[0]!, plan[0]!], '2026-04-01')).toBe(1)
    expect(outOfOrder(plan.toReversed(), '2026-04-01')).toBe(1)
  })

  it('is suggested so that it could be agreed as it stands, whatever is owed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (owedFen) => {
        const suggested = suggestedPlan(owedFen, '2026-03-09')
        expect(planned(suggested)).toBe(owedFen)
        expect(outOfOrder(suggested, '2026-03-09')).toBe(-1)
        for (const { amountFen } of suggested) expect(amountFen).toBeGreaterThan(0)
      }),
    )
  })
})
