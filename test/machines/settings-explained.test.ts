// Beside every setting stands what it does: which steps it holds in, and under which clause.
import { describe, expect, it } from 'vitest'
import { clauses } from '../../machines/clauses.ts'
import { procedures } from '../../machines/procedures.ts'
import { defaultSettings } from '../../machines/settings.ts'
import { explainSettings } from '../../machines/settings-explained.ts'
import { withdrawal } from '../../machines/withdrawal.ts'

const explained = explainSettings(procedures)
const of = (name: string) => explained.find((one) => one.name === name)!

describe('every setting', () => {
  it('is explained, in the order of the form', () => {
    expect(explained.map(({ name }) => name)).toEqual(Object.keys(defaultSettings).filter((name) => name !== 'version'))
  })

  it('is felt in a step at least, which cites a clause', () => {
    const unfelt = explained.filter(({ felt }) => felt.length === 0 || felt.some(({ steps }) => steps.length === 0))
    expect(unfelt.map(({ name }) => name)).toEqual([])
    for (const { felt } of explained)
      for (const { clause } of felt.flatMap(({ steps }) => steps)) expect(Object.keys(clauses)).toContain(clause)
  })
})

it('a deadline is named with the outermost step it holds in', () => {
  expect(of('acceptanceDays').felt.map(({ procedure, deadline, steps }) => [procedure, deadline, steps.map(({ path }) => path)])).toEqual([
    ['withdrawal', 'acceptanceDue', ['acceptance']],
    ['transfer', 'acceptanceDue', ['acceptance']],
  ])
})

it('a deadline that a case sets by a date is traced to the setting behind it', () => {
  expect(of('followUpSecondDays').felt.map(({ procedure, deadline }) => [procedure, deadline])).toEqual([['transfer', 'secondVisitDue']])
  expect(of('arrearsPaymentDays').felt[0]!.steps.map(({ path }) => path)).toEqual(['awaitingPayment'])
})

it('a limit is found in the step whose way on depends on it', () => {
  expect(of('releaseAboveFen').felt.flatMap(({ steps }) => steps.map(({ path }) => path))).toContain('formalities.settlement.confirmation')
  expect(of('dunningRounds').felt.map(({ procedure }) => procedure)).toEqual(['arrears'])
})

it('what no procedure reads is felt nowhere', () => {
  expect(explainSettings({ withdrawal }).find(({ name }) => name === 'dunningRounds')!.felt).toEqual([])
})
