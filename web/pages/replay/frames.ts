// A history folded again: after each event where its machine stands, and whether record and reckoning agree.
import { type Mark, marksOf, type Passage, passagesOf, type Usual } from '../../../machines/conformance.ts'
import { definitionOf } from '../../../machines/describe.ts'
import { paths, type Stored } from '../../../machines/engine.ts'
import { statutoryCalendar } from '../../../machines/holidays.ts'
import type { Procedure } from '../../../machines/procedure.ts'
import { eventHash, type Problem, stateDigest } from '../../../machines/proof/chain.ts'
import { replay, verify } from '../../../machines/replay.ts'
import type { HistoryEvent } from '../../api/cases.ts'
import { changes } from './diff.ts'
import type { Frame } from './frame.ts'

const attempt = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch {
    return null
  }
}

export function framesOf(procedure: Procedure, events: readonly HistoryEvent[]): Frame[] {
  const states = attempt(() => replay(procedure, events)) ?? events.map(() => null)
  const problems = verify(procedure, events)
  const passages = attempt(() => passagesOf(procedure, events, statutoryCalendar)) ?? []
  const definition = definitionOf(procedure)
  return events.map((event, index) =>
    frame(event, {
      now: states[index] ?? null,
      before: states[index - 1] ?? null,
      passage: passages[index] ?? null,
      problems,
      definition,
    }),
  )
}

/** What about the history asks for a second look; `usual` knows how many cases go a way. */
export const marksIn = (procedure: Procedure, frames: readonly Frame[], usual?: Usual): Mark[] =>
  marksOf(
    procedure,
    frames.map(({ event }) => event),
    frames.map(({ passage }) => passage),
    usual,
  )

type Folded = { now: Stored | null; before: Stored | null; passage: Passage | null; problems: Problem[]; definition: string }
function frame(event: HistoryEvent, { now, before, passage, problems, definition }: Folded): Frame {
  return {
    event,
    paths: now ? paths(now.value) : [],
    hash: { recorded: event.hash, computed: attempt(() => eventHash(event)) },
    state: { recorded: event.stateDigest, computed: now && attempt(() => stateDigest(now)) },
    definition: { recorded: event.definition, computed: definition },
    problems: problems.filter(({ sequence }) => sequence === event.sequence).map(({ detail }) => detail),
    changes: changes(before?.context ?? {}, now?.context ?? {}),
    passage,
  }
}
