// Drawing cases: the same for everybody who has the seed, fair to every case, and checked by a second implementation.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, populationDigest, type Ticketed } from '../../machines/audit-draw.ts'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

/** Written from the description alone: tickets laid out one by one. */
function drawnByHand(population: Ticketed[], size: number, seed: string): string[] {
  let tickets = population.flatMap(({ id, weight }) => Array.from({ length: weight }, () => id))
  const drawn: string[] = []
  for (let n = 0; drawn.length < Math.min(size, population.length); n++) {
    const number = BigInt(`0x${sha(`${seed}:${n}`).slice(0, 12)}`)
    const below = BigInt(tickets.length)
    if (number >= (1n << 48n) - ((1n << 48n) % below)) continue
    const id = tickets[Number(number % below)]!
    drawn.push(id)
    tickets = tickets.filter((other) => other !== id)
  }
  return drawn
}

const populations = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' }), { maxLength: 40 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), weight: fc.integer({ min: 1, max: 12 }) }))))
const seeds = fc.stringMatching(/^[0-9a-f]{32}$/)
const sizes = fc.integer({ min: 0, max: 60 })

describe('a draw', () => {
  it('with the same seed is the same', () => {
    fc.assert(
      fc.property(populations, sizes, seeds, (population, size, seed) => {
        expect(draw(population, size, seed)).toEqual(draw(structuredClone(population), size, seed))
      }),
    )
  })

  it('is what somebody finds who lays the tickets out by hand', () => {
    fc.assert(
      fc.property(populations, sizes, seeds, (population, size, seed) => {
        expect(draw(population, size, seed)).toEqual(drawnByHand(population, size, seed))
      }),
    )
  })

  it('takes as many as asked for, or all there are, and nobody twice', () => {
    fc.assert(
      fc.property(populations, sizes, seeds, (population, size, seed) => {
        const drawn = draw(population, size, seed)
        expect(drawn).toHaveLength(Math.min(size, population.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        for (const id of drawn) expect(population.some((one) => one.id === id)).toBe(true)
      }),
    )
  })

  it('of fewer is the beginning of a draw of more', () => {
    fc.assert(
      fc.property(populations, sizes, seeds, (population, size, seed) => {
        expect(draw(population, 60, seed).slice(0, size)).toEqual(draw(population, size, seed))
      }),
    )
  })

  it('with another seed is another one', () => {
    const population = Array.from({ length: 200 }, (_, n) => ({ id: `case-${n}`, weight: 1 }))
    const draws = new Set(Array.from({ length: 50 }, (_, n) => draw(population, 5, `seed ${n}`).join()))
    expect(draws.size).toBe(50)
  })

  it('gives every case the same chance, and one with three tickets three times that of one with one', () => {
    const population = [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 3 },
      { id: 'c', weight: 1 },
      { id: 'd', weight: 1 },
    ]
    const first = Array.from({ length: 6000 }, (_, n) => draw(population, 1, `seed ${n}`)[0]!)
    const share = (id: string) => first.filter((one) => one === id).length / first.length
    for (const id of ['a', 'c', 'd']) expect(Math.abs(share(id) - 1 / 6)).toBeLessThan(0.02)
    expect(Math.abs(share('b') - 1 / 2)).toBeLessThan(0.03)
  })

  it('reaches the last of a large population as well as the first', () => {
    const population = Array.from({ length: 5000 }, (_, n) => ({ id: `${n}`, weight: 1 + (n % 7) }))
    expect(new Set(draw(population, 5000, 'ff'))).toEqual(new Set(population.map(({ id }) => id)))
  })
})

describe('the digest of a population', () => {
  it('is that of one line for each case', () => {
    expect(
      populationDigest([
        { id: 'a', weight: 1 },
        { id: 'b', weight: 12 },
      ]),
    ).toBe(sha('a 1\nb 12\n'))
  })

  it('is another for any other population', () => {
    fc.assert(
      fc.property(populations, populations, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(populationDigest(one)).not.toBe(populationDigest(other))
      }),
    )
  })
})
