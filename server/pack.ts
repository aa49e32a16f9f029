// A case's history for one reader, as one file, and the judgement on it.
import { type CaseRow, standsAt } from '../db/case-state.ts'
import { type HistoryEvent, historyOf } from '../db/queries/history.ts'
import { say } from '../machines/label.ts'
import type { Procedure } from '../machines/procedure.ts'
import type { ChainedEvent, Problem } from '../machines/proof/chain.ts'
import { publish } from '../machines/published.ts'
import type { Person } from '../machines/records.ts'
import { verify } from '../machines/replay.ts'
import { oversees } from '../machines/rights.ts'
import { checkFiles } from './files.ts'
import type { House } from './house.ts'
import { masked } from './masking.ts'

/** Overseers read all, others the words only where they have a part; the student representative sees no names. */
export function readable(procedure: Procedure, events: HistoryEvent[], person: Person, hasPart: boolean): ChainedEvent[] {
  const reads = hasPart || (procedure.watchedBy ?? []).includes(person.department)
  const whole = oversees(person.role) || (reads && person.role !== 'student-representative')
  return events.map(({ salt, personal, erased, ...event }) => {
    const noted = erased ? { erased } : {}
    if (whole) return { ...event, salt, personal, ...noted }
    return reads ? { ...event, personal: masked(procedure, event.type, personal), ...noted } : { ...event, ...noted }
  })
}

/** Masked words prove nothing: a pack holds an event's words with their salt, or not at all. */
const provable = ({ personal, ...event }: ChainedEvent): ChainedEvent => (event.salt === undefined ? event : { ...event, personal })

export const packOf = (procedure: Procedure, caseId: string, events: ChainedEvent[]) => ({
  format: 'anjuan-case-pack/1',
  case: caseId,
  description: publish(procedure),
  events: events.map(provable),
  inclusion: null,
  checkpoint: null,
  key: null,
})

const otherHead = say('案件当前状态与其历史不一致', 'The case’s present state is not what its history leads to')

/** `sequence` counts the events checked, acts included. */
export async function verification(house: House, procedure: Procedure, row: CaseRow) {
  const events = await historyOf(house.db, row.id)
  const head: Problem[] = standsAt(row, events.at(-1)) ? [] : [{ sequence: row.sequence, code: 'head', detail: otherHead }]
  const problems = [...verify(procedure, events), ...(await checkFiles(house.db, events)), ...head]
  return { intact: problems.length === 0, sequence: events.length, problems }
}
