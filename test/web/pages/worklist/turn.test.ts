// Whose turn it is, seen by whoever looks at the list.
import { describe, expect, it } from 'vitest'
import { say } from '../../../../machines/label.ts'
import type { CaseSummary, Step } from '../../../../web/api/cases.ts'
import { claimable, turnsIn } from '../../../../web/pages/worklist/turn.ts'

const me = { id: 'u-1', department: 'customer-service', role: 'customer-service' } as const
const step = (path: string, given: Partial<Step>): Step => ({
  path,
  label: say(path, path),
  clause: 'A1',
  department: 'customer-service',
  assignee: null,
  enteredAt: '2026-03-09T02:00:00.000Z',
  due: null,
  workingDaysLeft: null,
  overdue: false,
  ...given,
})
const withSteps = (...steps: Step[]) => ({ open: true, procedure: 'withdrawal', steps }) as CaseSummary
const paths = (one: CaseSummary) => turnsIn(one, me).map(({ path }) => path)

describe('the steps of a case', () => {
  it('come with the reader’s own first, then those of their department, then those due first', () => {
    const others = [step('money', { department: 'finance', due: '2026-03-10T15:59:59.999Z' }), step('later', { department: 'teaching' })]
    const ours = [step('late', { due: '2026-03-12T15:59:59.999Z' }), step('soon', { due: '2026-03-11T15:59:59.999Z' })]
    expect(paths(withSteps(...others, ...ours, step('mine', { assignee: 'u-1' })))).toEqual(['mine', 'soon', 'late', 'money', 'later'])
  })

  it('that are done already wait for nobody', () => {
    expect(paths(withSteps(step('done', { enteredAt: null }), step('open', {})))).toEqual(['open'])
  })

  it('are to be claimed by the department whose they are, while nobody has', () => {
    expect(claimable(withSteps(step('a', {})), me)).toBe(true)
    expect(claimable(withSteps(step('a', { assignee: 'u-2' })), me)).toBe(false)
    expect(claimable(withSteps(step('a', { department: 'finance' })), me)).toBe(false)
    expect(claimable(withSteps(step('a', { enteredAt: null })), me)).toBe(false)
    expect(claimable({ ...withSteps(step('a', {})), open: false }, me)).toBe(false)
  })

  it('are not the front desk’s to claim, but for those of complaints', () => {
    const atTheDesk = { ...me, role: 'front-desk' } as const
    expect(claimable(withSteps(step('a', {})), atTheDesk)).toBe(false)
    expect(claimable({ ...withSteps(step('a', {})), procedure: 'complaint' }, atTheDesk)).toBe(true)
  })
})
