// Looking something up in the handbook.
import { describe, expect, it } from 'vitest'
import { carriedOut } from '../../../../machines/carried-out.ts'
import { clauses } from '../../../../machines/clauses.ts'
import { procedures } from '../../../../machines/procedures.ts'
import { publishedProcedures } from '../../../../machines/published.ts'
import { defaultSettings, settingsSchema } from '../../../../machines/settings.ts'
import { explainSettings } from '../../../../machines/settings-explained.ts'
import type { ClauseInForce, Described } from '../../../../web/api/procedures.ts'
import { search } from '../../../../web/pages/handbook/search.ts'
import { type InForce, termsOf } from '../../../../web/pages/handbook/terms.ts'

const where = carriedOut(procedures)
const sources = {
  procedures: publishedProcedures() as Described[],
  clauses: Object.values(clauses).map((clause) => ({ ...clause, carriedOut: where[clause.id as keyof typeof where] })) as ClauseInForce[],
}
const find = (text: string) => search(sources, text, 'zh-CN')

describe('in the handbook', () => {
  it('a step is found with its procedure and its place', () => {
    expect(find('财务审核')).toContainEqual(
      expect.objectContaining({ kind: 'step', title: '财务审核', aside: '退学', procedure: 'withdrawal@1', hash: 'financeReview' }),
    )
  })

  it('what can happen is found too', () => {
    expect(find('talk.held').map(({ kind, hash }) => [kind, hash])).toContainEqual(['event', 'talk.held'])
  })

  it('a clause is found by its number, and leads to where it is carried out', () => {
    expect(find('a6.1.2')).toEqual([
      expect.objectContaining({ kind: 'clause', title: 'A6.1.2', procedure: 'withdrawal@1', hash: 'acceptance' }),
    ])
  })

  it('a clause that no step carries out leads nowhere', () => {
    const [hit] = find('A1.1')
    expect(hit).toMatchObject({ kind: 'clause', title: 'A1.1' })
    expect(hit!.procedure).toBeUndefined()
  })

  it('whoever types in the other language finds it, shown in their own', () => {
    expect(find('finance review')).toContainEqual(expect.objectContaining({ title: '财务审核' }))
  })

  it('all words must be there, in whatever order', () => {
    expect(find('review finance').length).toBe(find('finance review').length)
    expect(find('finance nonsense')).toEqual([])
  })

  it('nothing is looked for as long as nothing is typed', () => {
    expect(find('  ')).toEqual([])
  })
})

describe('how long a deadline is', () => {
  const inForce = {
    settings: { ...defaultSettings, acceptanceDays: 4 },
    form: settingsSchema,
    explained: explainSettings(procedures),
  } as unknown as InForce
  it('is what the settings in force say', () => {
    expect(termsOf(inForce, 'withdrawal', 'acceptanceDue')).toEqual([{ name: 'acceptanceDays', value: 4, unit: 'workingDays' }])
  })

  it('is nothing where the case itself names the date', () => {
    expect(termsOf(inForce, 'complaint', 'executionDue')).toEqual([])
  })
})
