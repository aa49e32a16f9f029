// Where a clause is carried out follows from the states that cite it.
import { describe, expect, it } from 'vitest'
import { carriedOut, nowhere } from '../../machines/carried-out.ts'
import { clauses } from '../../machines/clauses.ts'
import { say } from '../../machines/label.ts'
import { procedures } from '../../machines/procedures.ts'
import { metaOf, statesOf } from '../../machines/states.ts'
import { withdrawal } from '../../machines/withdrawal.ts'

describe('where a clause is carried out', () => {
  it('is known for every clause of both regulations', () => {
    expect(Object.keys(carriedOut(procedures))).toEqual(Object.keys(clauses))
  })

  it('is every step that cites it, named by the outermost', () => {
    const { 'A6.1.2': checks } = carriedOut({ withdrawal })
    expect(checks).toEqual([
      { procedure: 'withdrawal', state: 'acceptance', label: say('受理核实', 'Acceptance and checks') },
      { procedure: 'withdrawal', state: 'financeReview', label: say('财务审核', 'Finance review') },
    ])
  })

  it('leaves out no clause that a state cites', () => {
    const found = carriedOut(procedures)
    for (const procedure of Object.values(procedures))
      for (const node of statesOf(procedure))
        expect(
          found[metaOf(node).clause].map((place) => place.procedure),
          metaOf(node).clause,
        ).toContain(procedure.name)
  })

  it('is nowhere yet for what no procedure does, unless it is a principle', () => {
    expect(carriedOut({})['A5.3.1']).toEqual([])
    expect(nowhere(clauses['A5.3.1'])).toEqual(say('尚未实现', 'Not yet'))
    expect(nowhere(clauses['A1.1'])).toEqual(say('指导原则', 'Guiding principle'))
  })
})
