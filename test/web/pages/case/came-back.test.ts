import { expect, it } from 'vitest'
import type { HistoryEvent } from '../../../../web/api/cases.ts'
import { cameBack } from '../../../../web/pages/case/came-back.ts'

const event = (sequence: number, type: string, paths: string[], reason?: string) =>
  ({ sequence, type, paths, personal: reason === undefined ? {} : { reason } }) as unknown as HistoryEvent

const opened = event(1, 'case.opened', ['review'])
const proposed = event(2, 'proposal.submitted', ['approval.deciding'], '家长申请')
const returned = event(3, 'approval.returned', ['review'], '请补充材料')

it('a case that was sent back says which event did it', () => {
  expect(cameBack('review', [opened, proposed, returned])).toBe(returned)
  expect(cameBack('review', [opened, proposed, returned, event(4, 'comment.added', ['review'], '好')])).toBe(returned)
})

it('a case on its way says nothing, nor one whose reason the reader may not read', () => {
  expect(cameBack('review', [opened])).toBeUndefined()
  expect(cameBack('approval', [opened, proposed])).toBeUndefined()
  expect(cameBack('review', [opened, proposed, event(3, 'approval.returned', ['review'])])).toBeUndefined()
})

it('moving on inside a step is not coming back to it', () => {
  const inside = event(3, 'approval.granted', ['approval.cosigning'], '同意')
  expect(cameBack('approval', [opened, proposed, inside])).toBeUndefined()
})
