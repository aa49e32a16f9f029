import { describe, expect, it } from 'vitest'
import { boundsOf, levelIn } from '../../../web/ui/heat.ts'

describe('the strengths of a heat map', () => {
  it('are even steps of a share, and wider and wider ones where few values are much greater than the rest', () => {
    expect(boundsOf(100, true)).toEqual([25, 50, 75, 100])
    expect(boundsOf(16, false)).toEqual([1, 4, 9, 16])
  })

  it('tell the smallest from the greatest, each value in the first step it fits into', () => {
    const bounds = boundsOf(16, false)
    expect([0.1, 1, 1.1, 4, 9.5, 16, 17].map((value) => levelIn(bounds, value))).toEqual([1, 1, 2, 2, 4, 4, 4])
  })
})
