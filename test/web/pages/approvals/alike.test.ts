// Which decisions may be said together, and which comes up next.
import { describe, expect, it } from 'vitest'
import type { Approval } from '../../../../web/api/approvals.ts'
import { isLowRisk, littleFen, nextAfter, together } from '../../../../web/pages/approvals/alike.ts'

const now = '2026-03-10T02:00:00.000Z'
const offer = (type: string, payload: object = { type: 'object' }) => ({ type, label: { 'zh-CN': '', en: '' }, href: '', payload })
type Told = { estimateFen?: number | null; returns?: number; due?: string | null; path?: string; payload?: object }
const waiting = (id: string, { estimateFen = littleFen, returns = 0, due = null, path = 'approval.deciding', payload }: Told = {}) =>
  ({
    case: {
      id,
      procedure: 'withdrawal',
      version: 1,
      due,
      facts: { approval: { returns }, settlement: null, estimateFen },
      steps: [{ path, department: 'management' }],
    },
    etag: '"3"',
    offers: [offer('approval.granted', payload)],
  }) as unknown as Approval

describe('a decision of little risk', () => {
  it('is about at most a thousand yuan, was never returned and is not overdue', () => {
    expect(isLowRisk(waiting('a'), now)).toBe(true)
    expect(isLowRisk(waiting('a', { estimateFen: null }), now)).toBe(true)
    expect(isLowRisk(waiting('a', { estimateFen: -littleFen }), now)).toBe(true)
    expect(isLowRisk(waiting('a', { estimateFen: littleFen + 1 }), now)).toBe(false)
    expect(isLowRisk(waiting('a', { returns: 1 }), now)).toBe(false)
    expect(isLowRisk(waiting('a', { due: '2026-03-10T01:59:59.999Z' }), now)).toBe(false)
  })
})

describe('decisions that may be said together', () => {
  const ids = (groups: Approval[][]) => groups.map((group) => group.map(({ case: { id } }) => id))

  it('are at the same step and answered by the same forms; one alone is no group', () => {
    const other = { type: 'object', required: ['remark'] }
    const items = [
      waiting('a'),
      waiting('b', { path: 'release' }),
      waiting('c'),
      waiting('d', { payload: other }),
      waiting('e', { path: 'release' }),
    ]
    expect(ids(together(items, now))).toEqual([
      ['a', 'c'],
      ['b', 'e'],
    ])
  })

  it('are never of more than little risk', () => {
    expect(together([waiting('a'), waiting('b', { returns: 2 })], now)).toEqual([])
  })
})

describe('the next to decide', () => {
  const items = [waiting('a'), waiting('b'), waiting('c')]
  it('is the one after, at the end the one before, and none where nothing is left', () => {
    expect([nextAfter(items, 'a'), nextAfter(items, 'c'), nextAfter([waiting('a')], 'a')]).toEqual(['b', 'b', undefined])
  })
})
