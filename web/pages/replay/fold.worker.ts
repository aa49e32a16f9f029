// Folds a history beside the page: the machines are large, hashing takes its time, and the page answers to its reader meanwhile.
import type { Mark, Usual } from '../../../machines/conformance.ts'
import type { Procedure } from '../../../machines/procedure.ts'
import { procedureAt } from '../../../machines/published.ts'
import { wayName } from '../../../machines/ways.ts'
import type { Ways } from '../../api/audit.ts'
import type { HistoryEvent } from '../../api/cases.ts'
import type { Frame } from './frame.ts'
import { framesOf, marksIn } from './frames.ts'

/** A history to be folded; or, for the one that was, how many cases went which way. */
export type Asked = { procedure: string; version: number; events: HistoryEvent[] } | { ways: Ways }
/** Of the history that ends with this hash. Frames are null where no such procedure is known here. */
export type Told = { head: string; frames?: Frame[] | null; marks: Mark[] }

let folded: { head: string; machine: Procedure; frames: Frame[] } | undefined
const tell = (told: Told) => postMessage(told)

function fold({ procedure, version, events }: Extract<Asked, { events: unknown }>) {
  const machine = procedureAt(procedure, version)
  const head = events.at(-1)!.hash
  if (!machine) return tell({ head, frames: null, marks: [] })
  const frames = framesOf(machine, events)
  folded = { head, machine, frames }
  tell({ head, frames, marks: marksIn(machine, frames) })
}

const usualIn = ({ cases: of, ways }: Ways): Usual => {
  const counts = new Map(ways.map((way) => [wayName(way), way.cases]))
  return (way) => ({ cases: counts.get(wayName(way)) ?? 0, of })
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('events' in data) fold(data)
  else if (folded) tell({ head: folded.head, marks: marksIn(folded.machine, folded.frames, usualIn(data.ways)) })
})
