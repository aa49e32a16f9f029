// What was sent without an answer is recognised in the history, and nothing else is taken for it.
import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../../../web/api/cases.ts'
import { arrived } from '../../../../web/pages/case/arrived.ts'
import type { Draft } from '../../../../web/ui/draft/drafts.ts'

const answers = { saidBy: 'student', result: '去意已决' }
const kept = (draft: Partial<Draft> = {}) => ({
  of: { user: 'u-1', about: 'case-1', type: 'retention.failed' },
  draft: { answers, at: '2026-03-09T02:00:00.000Z', seen: 3, attempt: { text: JSON.stringify(answers), key: 'k' }, ...draft },
})
const event = (sequence: number, type = 'retention.failed', actor = 'u-1') => ({ sequence, type, actor }) as HistoryEvent

describe('an attempt without an answer', () => {
  it('became the author’s own event of its type, newer than what they had seen', () => {
    expect(arrived(kept(), [event(3), event(4)])?.sequence).toBe(4)
  })

  it('is not the event of another person, of another type, or one they knew', () => {
    expect(arrived(kept(), [event(3), event(4, 'retention.failed', 'u-2'), event(5, 'identity.confirmed')])).toBeUndefined()
  })

  it('is no longer told apart once other words were typed, and never was one that was not made', () => {
    expect(arrived(kept({ answers: { ...answers, result: '还想再考虑' } }), [event(4)])).toBeUndefined()
    expect(arrived(kept({ attempt: undefined }), [event(4)])).toBeUndefined()
  })
})
