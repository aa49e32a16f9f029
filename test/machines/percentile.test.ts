import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentile } from '../../machines/percentile.ts'

describe('a percentile', () => {
  it('is one of the values, by nearest rank', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect([percentile(ten, 50), percentile(ten, 90), percentile(ten, 100)]).toEqual([5, 9, 10])
    expect([percentile([7], 50), percentile([7], 90)]).toEqual([7, 7])
    expect([percentile([1, 2, 30], 50), percentile([1, 2, 30], 90)]).toEqual([2, 30])
    expect(percentile([], 50)).toBeNull()
  })

  it('is the smallest value that so many in a hundred do not exceed', () => {
    const some = fc.array(fc.nat(50), { minLength: 1 }).map((values) => values.sort((a, b) => a - b))
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentile(values, percent)!
        const upTo = (bound: number) => values.filter((value) => value <= bound).length * 100
        expect(upTo(found)).toBeGreaterThanOrEqual(values.length * percent)
        expect(upTo(found - 1)).toBeLessThan(values.length * percent)
      }),
    )
  })
})
