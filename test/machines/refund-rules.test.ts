// The refund rules as data: which version holds when, and that each can be shown and stored.
import { describe, expect, it } from 'vitest'
import { canonical } from '../../machines/proof/canonical.ts'
import { type RefundRules, refundRules, rulesFor, scenarios } from '../../machines/refund-rules.ts'

const current = refundRules[0] as RefundRules
const later: RefundRules = { ...current, version: 'later', holdsFrom: '2026-07-01' }

describe('rulesFor', () => {
  it('picks the newest version that holds on the date, from its first day on', () => {
    expect(rulesFor('2026-06-30', [current, later])).toBe(current)
    expect(rulesFor('2026-07-01', [current, later])).toBe(later)
  })

  it('falls back to the first version for dates before any', () => {
    expect(rulesFor('2020-01-01', [current, later])).toBe(current)
  })
})

describe('the versions', () => {
  it('have different names and are ordered by the date they hold from', () => {
    const dates = refundRules.map((rules) => rules.holdsFrom)
    expect(dates).toEqual([...dates].sort())
    expect(new Set(refundRules.map((rules) => rules.version)).size).toBe(refundRules.length)
  })

  it('say for every scenario, in both languages, what it is called, what it rests on and how it is reckoned', () => {
    for (const rules of refundRules)
      for (const scenario of scenarios) {
        const { label, basis, source } = rules.scenarios[scenario]
        for (const words of [label, basis, source]) {
          expect(words['zh-CN']).toMatch(/\p{Script=Han}/u)
          expect(words.en).toMatch(/[a-z]{3}/)
        }
      }
  })

  it('are plain data that can be stored and hashed', () => {
    expect(JSON.parse(canonical(refundRules))).toEqual(refundRules)
  })

  it('return everything within seven days of the payment', () => {
    expect(rulesFor('2026-03-09').coolingOffDays).toBe(7)
  })
})
