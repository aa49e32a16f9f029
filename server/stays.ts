// How long cases stood in steps that they left before that was noted with the event: read out of their histories once.
import type { Stay } from '../db/case-state.ts'
import type { ToldEvent } from '../db/queries/trail.ts'
import { stayed } from '../db/write-case.ts'
import { passagesOf } from '../machines/conformance.ts'
import type { Calendar } from '../machines/due.ts'
import type { Procedure } from '../machines/procedure.ts'
import { wasDue } from '../machines/running.ts'
import { isFinal } from '../machines/states.ts'
import { noteFromHistories } from './back-fill.ts'
import type { House } from './house.ts'

/** As `noteFromHistories` does it. */
export const noteStays = ({ db, calendar }: House, stopped = () => false): Promise<void> =>
  noteFromHistories(db, 'stays', (id, procedure, events) => stayed(staysIn(procedure, id, events, calendar)), stopped)

/** Every step that a case has left, in the order in which it left them. */
export function staysIn(procedure: Procedure, caseId: string, events: readonly ToldEvent[], calendar: Calendar): Stay[] {
  const passages = passagesOf(procedure, events, calendar)
  const since = new Map<string, string>()
  return events.flatMap(({ at }, index) => {
    const { before = [], after = [] } = passages[index] ?? {}
    const waiting = after.filter((path) => !isFinal(procedure, path))
    const ended = before.filter((path) => since.has(path) && !waiting.includes(path))
    const running = passages[index - 1]?.running ?? []
    const stays = ended.map((path) => ({
      procedure: procedure.name,
      path,
      left: Date.parse(at),
      caseId,
      entered: Date.parse(since.get(path)!),
      late: wasDue(procedure, path, running, at),
    }))
    for (const path of ended) since.delete(path)
    for (const path of waiting) if (!since.has(path)) since.set(path, at)
    return stays
  })
}
