// Money in words and in shares.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dividesEvenly, portion, yuan } from '../../machines/fen.ts'

it('amounts are read out with thousands and both decimals in either language', () => {
  expect(yuan(123_456_789)).toEqual({ 'zh-CN': '1,234,567.89 元', en: 'CNY 1,234,567.89' })
  expect(yuan(5)['zh-CN']).toBe('0.05 元')
  expect(yuan(0).en).toBe('CNY 0.00')
  expect(yuan(-100_000).en).toBe('CNY -1,000.00')
})

it('a share of an amount is cut down to the fen, and to nothing when there is nothing to share by', () => {
  expect(portion(100_000, 1, 3)).toBe(33_333)
  expect(portion(100_000, 0, 0)).toBe(0)
  expect(portion(Number.MAX_SAFE_INTEGER, 3, 3)).toBe(Number.MAX_SAFE_INTEGER)
})

it('a share never exceeds its exact value and misses it by less than a fen', () => {
  const amount = fc.integer({ min: 0, max: 100_000_000_000 })
  fc.assert(
    fc.property(amount, fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (fen, part, whole) => {
      const rest = BigInt(fen) * BigInt(part) - BigInt(portion(fen, part, whole)) * BigInt(whole)
      expect(rest >= 0n && rest < BigInt(whole)).toBe(true)
      expect(dividesEvenly(fen, part, whole)).toBe(rest === 0n)
    }),
  )
})
