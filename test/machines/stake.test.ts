// What a decision is about in money, and what it is compared with.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, type Deciding, stakeIn } from '../../machines/stake.ts'

const about = (category: string | undefined, estimateFen: number | null): Deciding => ({ category, estimateFen, settlement: null })

describe('what is at stake', () => {
  it('is the settlement proposed, before that what finance expects or the concession asked for, and nothing where it is not about money', () => {
    const settlement = { amountFen: 120_000 } as Deciding['settlement']
    expect(stakeIn({ settlement, estimateFen: 100_000, concessionFen: 9 })).toEqual({ kind: 'refund', fen: 120_000 })
    expect(stakeIn(about('health', -5_000))).toEqual({ kind: 'debt', fen: 5_000 })
    expect(stakeIn({ ...about(undefined, null), concessionFen: 16_000 })).toEqual({ kind: 'concession', fen: 16_000 })
    expect([stakeIn(about(undefined, null)), stakeIn({ ...about(undefined, null), concessionFen: null })]).toEqual([null, null])
  })
})

describe('earlier cases to compare with', () => {
  it('are first those left for the same kind of reason, and of these the nearest in money', () => {
    const others = [
      about('health', 100),
      about('relocation', 900),
      about('relocation', 510),
      about('relocation', null),
      about('health', 500),
    ]
    expect(comparable(about('relocation', 500), others, 4)).toEqual([others[2], others[1], others[3], others[4]])
  })

  it('are some of those there are, each once, as many as wanted, whatever the amounts', () => {
    const some = fc.array(
      fc.record({ category: fc.constantFrom('a', 'b', undefined), estimateFen: fc.option(fc.integer()), settlement: fc.constant(null) }),
    )
    fc.assert(
      fc.property(some, fc.nat(10), fc.integer(), (others, most, fen) => {
        const found = comparable(about('a', fen), others, most)
        expect(found).toHaveLength(Math.min(most, others.length))
        expect(new Set(found).size).toBe(found.length)
        const kinds = found.map(({ category }) => category === 'a')
        expect(kinds).toEqual(kinds.toSorted((x, y) => Number(y) - Number(x)))
      }),
    )
  })
})
