// Audit rounds as the API shows them.
import type { DrawnRow } from '../db/audit.ts'
import { drawnCounts, drawnIn, findingsIn, findRounds, type NamedRound, roundById, type SaidFinding } from '../db/queries/audit.ts'
import { namesOf } from '../db/queries/people.ts'
import { knownCases } from '../db/queries/trail.ts'
import { findings } from '../machines/audit.ts'
import { procedureAt } from '../machines/published.ts'
import type { User } from './asker.ts'
import { mustOversee } from './audit-search.ts'
import type { House } from './house.ts'
import { refuse } from './refusals.ts'

type Names = Map<string, string>
const person = (names: Names, id: string) => ({ id, name: names.get(id) ?? '' })
/** The newest finding of each case. */
const inForce = (said: readonly SaidFinding[]) => new Map(said.map((one) => [one.caseId, one]))

function summaryOf({ sequence: _, drawnBy, closedBy, ...round }: NamedRound, drawn: number, said: readonly SaidFinding[], names: Names) {
  const newest = [...inForce(said).values()]
  const counts = Object.keys(findings).map((finding) => [finding, newest.filter((one) => one.finding === finding).length])
  return {
    ...round,
    drawnBy: person(names, drawnBy),
    closedBy: closedBy === null ? null : person(names, closedBy),
    open: round.closedAt === null,
    drawn,
    found: Object.fromEntries(counts),
  }
}

const peopleIn = (rounds: readonly NamedRound[], said: readonly SaidFinding[]) => [
  ...rounds.flatMap(({ drawnBy, closedBy }) => [drawnBy, ...(closedBy ? [closedBy] : [])]),
  ...said.map(({ by }) => by),
]

export async function listRounds(house: House, user: User, after: [string, string] | null, limit: number) {
  mustOversee(user)
  const found = await findRounds(house.db, after, limit)
  const page = found.slice(0, limit)
  const ids = page.map(({ id }) => id)
  const said = await findingsIn(house.db, ids)
  const [counts, names] = [await drawnCounts(house.db, ids), await namesOf(house.db, peopleIn(page, []))]
  const items = page.map((round) =>
    summaryOf(
      round,
      counts.get(round.id) ?? 0,
      said.filter((one) => one.round === round.id),
      names,
    ),
  )
  return { items, last: found.length > limit ? page.at(-1)! : null }
}

export async function showRound(house: House, user: User, id: string) {
  const round = (await roundById(house.db, id)) ?? refuse('not-found')
  mustOversee(user)
  return roundView(house, user, round, await drawnIn(house.db, id), await findingsIn(house.db, [id]))
}

/** A case that this person may not know of is a place without a name. */
export async function roundView(house: House, user: User, round: NamedRound, drawn: readonly DrawnRow[], said: readonly SaidFinding[]) {
  const names = await namesOf(house.db, peopleIn([round], said))
  const known = await knownCases(
    house.db,
    user,
    drawn.map(({ caseId }) => caseId),
  )
  const told = Map.groupBy(said, ({ caseId }) => caseId)
  const cases = drawn.map(({ position, caseId, tickets }) => {
    const row = known.get(caseId)
    if (!row) return { position, tickets, case: null, findings: [] }
    const label = procedureAt(row.procedure, row.version)?.label
    return {
      position,
      tickets,
      case: { id: caseId, number: row.number, procedure: row.procedure, ...(label && { label }) },
      findings: (told.get(caseId) ?? []).map((one) => findingView(one, names)),
    }
  })
  return { ...summaryOf(round, drawn.length, said, names), cases }
}

const findingView = ({ finding, remark, erased, at, by, sequence }: SaidFinding, names: Names) => ({
  finding,
  remark,
  erased,
  at,
  by: person(names, by),
  sequence,
})
