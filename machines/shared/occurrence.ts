// When something happened that a case is opened over: never after today.
import { endOfDay } from '../due.ts'
import { say } from '../label.ts'
import type { Answers } from '../procedure.ts'
import type { Impossible, Records } from '../records.ts'

const notYet = say('发生时间不能晚于今天', 'It cannot have happened after today')

/** Says that the answer `occurredAt` lies after today (Shanghai); null where it can be. */
export const notYetHappened = ({ occurredAt }: Answers, { today }: Records): Impossible | null =>
  Date.parse(occurredAt as string) <= Date.parse(endOfDay(today)) ? null : { impossible: notYet, path: '/occurredAt' }

/** Says so in the form already, where a case narrows it. */
export const untilToday = (_: unknown, { today }: Records) => ({ fields: { occurredAt: { formatMaximum: endOfDay(today) } } })
