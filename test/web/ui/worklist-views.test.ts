// A view of the worklist as an address: what it says is understood again, and what it cannot say is left out.
import { describe, expect, it } from 'vitest'
import { searchOf, textOf, type WorklistSearch, worklistSearch } from '../../../web/ui/worklist-views.ts'

const views: WorklistSearch[] = [
  {},
  { tab: 'unclaimed', sort: '-opened' },
  { procedure: 'withdrawal', state: 'acceptance.identity', overdue: true },
  { tab: 'all', department: 'finance', assignee: 'u-1', q: '王 & 李=?#' },
  { q: '2026' },
  { q: 'true' },
]

describe('a view of the worklist', () => {
  it.each(views)('is told by its address, in ASCII: %o', (view) => {
    const text = textOf(view)
    expect(text).toMatch(/^[\x20-\x7e]*$/)
    expect(searchOf({ search: text })).toEqual(view)
  })

  it('says nothing of what it does not know', () => {
    expect(worklistSearch({ tab: 'everything', sort: 'number', overdue: 'yes', q: '', procedure: ['a'], more: 1 })).toEqual({})
  })

  it('takes a number that somebody looks for as the text it is', () => {
    expect(worklistSearch({ q: 123 })).toEqual({ q: '123' })
  })
})
