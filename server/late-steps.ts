// Steps left late before that was noted with the event: read out of their histories once.
import { leftLate } from '../db/write-case.ts'
import { passagesOf } from '../machines/conformance.ts'
import { missed } from '../machines/running.ts'
import { noteFromHistories } from './back-fill.ts'
import type { House } from './house.ts'

/** As `noteFromHistories` does it. */
export const noteLateSteps = ({ db, calendar }: House, stopped = () => false): Promise<void> =>
  noteFromHistories(
    db,
    'lateSteps',
    (id, procedure, events) => {
      const passages = passagesOf(procedure, events, calendar)
      return events.flatMap((event, index) => {
        const late = missed(passages[index]?.deadlines ?? [], event.at)
        return late ? [leftLate({ ...event, case: id, procedure: `${procedure.name}@${procedure.version}` }, late)] : []
      })
    },
    stopped,
  )
