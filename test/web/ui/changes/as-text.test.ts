// What was typed, as text to be pasted elsewhere; and what the case has come to know in between.
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import type { FormSchema } from '../../../../machines/narrowing.ts'
import type { Case } from '../../../../web/api/cases.ts'
import { recordedAt } from '../../../../web/pages/case/recorded-at.ts'
import { asText } from '../../../../web/ui/changes/as-text.ts'
import { changedFacts } from '../../../../web/ui/changes/changed-facts.ts'
import { described, golden } from '../../golden.ts'

const procedure = described('withdrawal')

describe('what was typed into a form', () => {
  it('is copied with the titles of its fields, choices by their words, records left out', () => {
    const { payload } = procedure.events['retention.failed']!
    const typed = { saidBy: 'student', channel: 'phone', evidence: ['01a2'], result: '家中搬迁，\n去意已决。' }
    expect(asText(payload, typed, 'zh-CN')).toBe('由谁提出：学员本人\n渠道：电话\n沟通结果：家中搬迁，\n去意已决。')
    expect(asText(payload, { saidBy: 'student' }, 'en')).toBe('Said by: The student')
    expect(asText(payload, {}, 'en')).toBe('')
  })

  it('has amounts in yuan', () => {
    const form: FormSchema = {
      type: 'object',
      properties: { paid: { type: 'integer', format: 'fen', 'x-title': { 'zh-CN': '实缴', en: 'Paid' } } },
    }
    expect(asText(form, { paid: 1_234_50 }, 'zh-CN')).toBe('实缴：1234.50')
  })
})

describe('what a case has come to know in between', () => {
  it('is told fact by fact, before and after', () => {
    const now = { facts: { leavingDate: '2026-03-20', minor: false, estimateFen: 20_000 } } as unknown as Case
    const changed = changedFacts({ leavingDate: '2026-03-15', minor: false }, now, procedure, i18next.t)
    expect(changed.map(({ name, was, is }) => [name, was, is])).toEqual([
      ['leavingDate', '2026-03-15', '2026-03-20'],
      ['estimateFen', undefined, 20_000],
    ])
  })
})

describe('what was recorded at a step', () => {
  it('is what the step can take while the case stood at it, in every round', () => {
    const history = golden('withdrawal', 'every-loop-before-the-approval-then-refused')
    const types = (path: string) => recordedAt(path, history, procedure).map(({ type }) => type)
    expect(types('financeReview')).toEqual(
      history.map(({ type }) => type).filter((type) => ['review.returned', 'payments.reviewed'].includes(type)),
    )
    expect(types('acceptance.identity.open')).toEqual(history.map(({ type }) => type).filter((type) => type === 'identity.confirmed'))
    expect(types('withdrawn')).toEqual([])
  })
})
