// What changed in a case's memory, leaf by leaf.
import { describe, expect, it } from 'vitest'
import { changes } from '../../../../web/pages/replay/diff.ts'

describe('the difference between two states of memory', () => {
  it('names what is new, gone and other, by dotted paths in order', () => {
    const before = { approval: { grantedBy: null, returns: 0 }, late: [], note: 'a' }
    const after = { approval: { grantedBy: 'u-1', returns: 0 }, late: ['approvalDue'], ended: true }
    expect(changes(before, after)).toEqual([
      { path: 'approval.grantedBy', before: 'null', after: '"u-1"' },
      { path: 'ended', before: null, after: 'true' },
      { path: 'late', before: '[]', after: '["approvalDue"]' },
      { path: 'note', before: '"a"', after: null },
    ])
  })

  it('of the same memory is nothing', () => {
    const memory = { settlement: { amountFen: 1 }, enrolments: ['e-1'] }
    expect(changes(memory, structuredClone(memory))).toEqual([])
  })

  it('sees a record where there was none, leaf by leaf', () => {
    expect(changes({ settlement: null }, { settlement: { amountFen: 1 } })).toEqual([
      { path: 'settlement', before: 'null', after: null },
      { path: 'settlement.amountFen', before: null, after: '1' },
    ])
  })
})
