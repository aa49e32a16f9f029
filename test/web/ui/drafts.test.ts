// @vitest-environment happy-dom
// Drafts belong to one person, one case and one form, and do not stay for ever.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  draftsOf,
  dropDraft,
  dropDraftsOf,
  dropExpired,
  keepDraft,
  keptDays,
  readDraft,
  watchDrafts,
} from '../../../web/ui/draft/drafts.ts'

const mine = { user: 'u-1', about: 'case-1', type: 'retention.failed' }
const draft = { answers: { result: '去意已决' }, at: new Date().toISOString() }
const old = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

beforeEach(() => localStorage.clear())

describe('a draft', () => {
  it('is found by its person, case and form, and by no other', () => {
    keepDraft(mine, draft)
    expect(readDraft(mine)).toEqual(draft)
    for (const other of [{ user: 'u-2' }, { about: 'case-2' }, { type: 'retention.declined' }])
      expect(readDraft({ ...mine, ...other })).toBeNull()
    expect(draftsOf('u-2')).toEqual([])
    expect(draftsOf('u-1', 'case-2')).toEqual([])
  })

  it('keeps the name of its form, whatever stands in it', () => {
    const type = 'record.corrected {"sequence":3}'
    keepDraft({ ...mine, type }, draft)
    expect(draftsOf('u-1', 'case-1').map(({ of }) => of.type)).toEqual([type])
  })

  it('remembers what was emptied', () => {
    keepDraft(mine, { ...draft, answers: { result: undefined } })
    expect(readDraft(mine)?.answers).toEqual({ result: null })
  })

  it(`is gone after ${keptDays} days, and cleared away`, () => {
    keepDraft(mine, { ...draft, at: old(keptDays - 0.01) })
    expect(readDraft(mine)).not.toBeNull()
    keepDraft(mine, { ...draft, at: old(keptDays) })
    expect(readDraft(mine)).toBeNull()
    dropExpired()
    expect(localStorage.length).toBe(0)
  })

  it('goes with its person, and nobody else’s goes with it', () => {
    keepDraft(mine, draft)
    keepDraft({ ...mine, user: 'u-2' }, draft)
    localStorage.setItem('anjuan.language', 'en')
    dropDraftsOf('u-1')
    expect(readDraft(mine)).toBeNull()
    expect(readDraft({ ...mine, user: 'u-2' })).toEqual(draft)
    expect(localStorage.getItem('anjuan.language')).toBe('en')
  })

  it('that cannot be kept or read does no harm', () => {
    localStorage.setItem('anjuan.draft u-1 case-1 broken', '{')
    expect(draftsOf('u-1')).toEqual([])
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(() => keepDraft(mine, draft)).not.toThrow()
    vi.restoreAllMocks()
  })

  it('tells who shows it of every change', () => {
    const told = vi.fn()
    const stop = watchDrafts(told)
    keepDraft(mine, draft)
    dropDraft(mine)
    expect(told).toHaveBeenCalledTimes(2)
    stop()
    keepDraft(mine, draft)
    expect(told).toHaveBeenCalledTimes(2)
  })
})
