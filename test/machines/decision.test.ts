// What a step that waits for management is there to decide, and where the case goes by it.
import { describe, expect, it } from 'vitest'
import { decisionOf, leadsTo } from '../../machines/decision.ts'
import { procedures } from '../../machines/procedures.ts'
import { publish } from '../../machines/published.ts'

const withdrawal = publish(procedures.withdrawal!)

describe('a decision leads', () => {
  const to = (from: string, event: string) => leadsTo(withdrawal, [from], event)?.en

  it('through the end of the approval to what comes after it', () => {
    expect(to('approval.deciding', 'approval.granted')).toBe(withdrawal.states.find(({ path }) => path === 'formalities')!.label.en)
  })

  it('straight to a refusal, or back', () => {
    expect(to('approval.deciding', 'approval.refused')).toBe(withdrawal.states.find(({ path }) => path === 'refused')!.label.en)
    expect(to('approval.deciding', 'approval.returned')).toBe(withdrawal.states.find(({ path }) => path === 'financeReview')!.label.en)
  })

  it('nowhere when the case stays where it is, or the event belongs elsewhere', () => {
    expect(to('approval.deciding', 'coApprover.added')).toBeUndefined()
    expect(to('approval.deciding', 'refund.paid')).toBeUndefined()
  })
})

describe('a step is there for', () => {
  it('the first decision it names itself, not for those of the stage around it', () => {
    expect(decisionOf(withdrawal, 'approval.deciding')).toBe('approval.granted')
    expect(decisionOf(withdrawal, 'approval.coDeciding')).toBe('approval.granted')
    expect(decisionOf(withdrawal, 'formalities.settlement.release')).toBe('settlement.released')
  })

  it('no decision where none is to be made', () => {
    expect(decisionOf(withdrawal, 'financeReview')).toBeUndefined()
  })
})
