// What an approver is shown: the files, and what is new since the last return.
import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../../../web/api/cases.ts'
import { filesIn, lastReturn, sinceLastReturn, submission } from '../../../../web/pages/approvals/basis.ts'
import { golden, withActs } from '../../golden.ts'

describe('an approver sees', () => {
  const history = golden('withdrawal', 'every-loop-before-the-approval-then-refused')
  const types = (events: HistoryEvent[]) => events.map(({ type }) => type)

  it('what was recorded since the case was last returned', () => {
    const returned = history.findLastIndex(({ type }) => type === 'approval.returned')
    expect(returned).toBeGreaterThan(0)
    expect(lastReturn(history)?.sequence).toBe(returned + 1)
    expect(types(sinceLastReturn(history))).toEqual(types(history.slice(returned + 1)))
  })

  it('what the one who submitted it last said, not what was added while it waited', () => {
    const submitted = history.findLastIndex(({ type }) => type === 'payments.reviewed')
    const waiting = [...history.slice(0, submitted + 1), { ...history[submitted]!, type: 'comment.added', act: true }]
    expect(submission(waiting, ['approval.deciding'])).toBe(history[submitted])
    expect(submission(history.slice(0, 1), ['approval.deciding'])).toBeUndefined()
  })

  it('everything after the opening where it never was', () => {
    const fresh = history.slice(0, 3)
    expect(types(sinceLastReturn(fresh))).toEqual(types(fresh.slice(1)))
  })

  it('no comments and claims among it', () => {
    const commented = [...history, { ...history[1]!, type: 'comment.added', act: true, sequence: history.length + 1 }]
    expect(types(sinceLastReturn(commented))).not.toContain('comment.added')
  })

  it('every file once, wherever in the case it was handed over', () => {
    const [opened, ...rest] = golden('withdrawal', 'minor-guardian-agrees-small-refund')
    const withFiles = [{ ...opened!, facts: { ...opened!.facts, evidence: ['a-1', 'a-2'] } }, ...rest].map((event) =>
      event.type === 'guardian.agreed' ? { ...event, facts: { ...event.facts, evidence: ['a-2', 'a-3'] } } : event,
    )
    expect(filesIn(withFiles, withActs('withdrawal'))).toEqual(['a-1', 'a-2', 'a-3'])
  })
})
