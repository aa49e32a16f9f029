// Where each clause of the regulations is carried out, found in the procedures themselves and written down nowhere else.
import { type Clause, type ClauseId, clauses } from './clauses.ts'
import { type Label, say } from './label.ts'
import type { Procedure } from './procedure.ts'
import { metaOf, pathOf, statesOf } from './states.ts'

/** A state that cites the clause; `state` is its dotted path. */
export type Place = { procedure: string; state: string; label: Label }

/** Every clause with the states that cite it, in the procedures' order; a state inside another that cites the same clause is left out. */
export const carriedOut = (procedures: Record<string, Procedure>): Record<ClauseId, Place[]> => {
  const places = Object.values(procedures).flatMap(placesIn)
  const of = (id: string) => places.filter(({ clause }) => clause === id).map(({ clause, ...place }) => place)
  return Object.fromEntries(Object.keys(clauses).map((id) => [id, of(id)])) as Record<ClauseId, Place[]>
}

const placesIn = (procedure: Procedure) =>
  statesOf(procedure)
    .filter((node) => !node.parent?.path.length || metaOf(node.parent).clause !== metaOf(node).clause)
    .map((node) => ({ clause: metaOf(node).clause, procedure: procedure.name, state: pathOf(node), label: metaOf(node).label }))

const principle = say('指导原则', 'Guiding principle')
const notYet = say('尚未实现', 'Not yet')
/** What to say of a clause that no state cites. */
export const nowhere = ({ kinds }: Clause): Label => (kinds.includes('G') ? principle : notYet)
