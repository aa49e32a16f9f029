// A history read as an auditor reads it: where each event took the case, which deadlines it kept, and what about it asks for a second look.
import { type ActName, isAct } from './acts.ts'
import type { ClauseId } from './clauses.ts'
import type { Calendar } from './due.ts'
import { advance, open, paths, type Step, type Stored } from './engine.ts'
import type { Procedure } from './procedure.ts'
import type { ChainedEvent } from './proof/chain.ts'
import { received } from './replay.ts'
import { begun, makesLate, missed, type Running, runningAfter, settled, workingDaysLate } from './running.ts'
import { closing } from './shared/closing.ts'
import { metaOf, nodeAt } from './states.ts'
import { backTo, type Way, wayName, waysTaken } from './ways.ts'

/** What is needed of an event; whoever may not read its words needs none. */
export type Told = Pick<ChainedEvent, 'sequence' | 'type' | 'actor' | 'onBehalfOf' | 'at' | 'facts'> & { erased?: unknown }
/** A deadline of a step that was left: kept with so many working days to spare, or missed by so many. */
export type Kept = Running & { late: boolean; days: number }
/** What an event did: the active steps before and after, the ways it took, the clause it stands under, the deadlines settled by it and those that run on. */
export type Passage = {
  before: string[]
  after: string[]
  ways: Way[]
  clause: ClauseId | null
  deadlines: Kept[]
  running: Running[]
}

/** One for each event; null from the first event that its machine would not have taken. */
export function passagesOf(procedure: Procedure, events: readonly Told[], calendar: Calendar): (Passage | null)[] {
  let stored: Stored | null = null
  let running: Running[] = []
  return events.map((event, index) => {
    const before: Stored | null = stored
    if (index > 0 && !before) return null
    if (before && isAct(event.type)) return acted(procedure, event, before, running)
    const step: Step | null = before ? advance(procedure, before, received(event)) : open(procedure, received(event))
    if (!step) {
      stored = null
      return null
    }
    const passage = stepped(procedure, event, before, step, running, calendar)
    stored = step.stored
    running = passage.running
    return passage
  })
}

function acted(procedure: Procedure, { facts }: Told, { value }: Stored, running: Running[]): Passage {
  const here = paths(value)
  return { before: here, after: here, ways: [], clause: clauseAt(procedure, String(facts.step)), deadlines: [], running }
}

function stepped(procedure: Procedure, event: Told, before: Stored | null, step: Step, ran: Running[], calendar: Calendar): Passage {
  const { at } = event
  const fired = firedBy(event)
  const told = fired ? ran.map((timer) => (isOf(timer, fired) ? { ...timer, due: fired.due } : timer)) : ran
  const ways = before ? waysTaken(procedure, before, received(event)) : []
  const after = paths(step.stored.value)
  return {
    before: before ? paths(before.value) : [],
    after,
    ways,
    clause: clauseOf(procedure, ways, after),
    deadlines: settled(procedure, told, step).map((timer) => kept(timer, at, calendar)),
    running: runningAfter(told, step, at, (change) => begun(at, change, calendar), fired ?? undefined),
  }
}

type Fired = { deadline: string; step: string; due: string }
/** What was recorded of a deadline counts, whatever the calendar says today. */
const firedBy = ({ type, facts }: Told) => (type === 'deadline.passed' ? (facts as Fired) : null)
const isOf = (timer: Running, fired: Fired) => timer.deadline === fired.deadline && timer.step === fired.step

const kept = (timer: Running, at: string, calendar: Calendar): Kept => {
  const late = timer.due < at
  return { ...timer, late, days: late ? workingDaysLate(timer.due, at, calendar) : workingDaysLate(at, timer.due, calendar) }
}

const clauseAt = (procedure: Procedure, path: string): ClauseId | null => {
  const node = nodeAt(procedure, path)
  return node ? metaOf(node).clause : null
}
/** That of the step in which it was recorded; where the machine itself takes it, that of where it leads. */
const clauseOf = (procedure: Procedure, [way]: Way[], after: string[]) => clauseAt(procedure, way?.from || way?.to[0] || after[0]!)

export const markKinds = ['late', 'overdue', 'returned', 'deputy', 'corrected', 'unusual', 'cut', 'erased'] as const
export type MarkKind = (typeof markKinds)[number]
/** How many of the closed cases of the procedure took a way. */
export type Share = { cases: number; of: number }
/** `sequence` is that of the event marked. */
export type Mark = { sequence: number } & (
  | { kind: 'late'; deadline: Kept }
  | { kind: 'overdue'; deadline: Running }
  | { kind: 'returned'; to: string[] }
  | { kind: 'deputy'; decision: boolean }
  | { kind: 'corrected'; by: number }
  | { kind: 'unusual'; share: Share }
  | { kind: 'cut' }
  | { kind: 'erased' }
)

/** What is known of a way; null where too few cases have ended to tell. */
export type Usual = (way: Way) => Share | null
const unknown: Usual = () => null
/** So many in a hundred, or fewer, of at least so many closed cases: a way that few took. */
export const unusualShare = 5
export const enoughCases = 20
export const isUnusual = ({ cases, of }: Share) => of >= enoughCases && cases * 100 <= of * unusualShare

/** The marks of a history, in the order of its events. */
export function marksOf(
  procedure: Procedure,
  events: readonly Told[],
  passages: readonly (Passage | null)[],
  usual: Usual = unknown,
): Mark[] {
  const visited = new Set<string>()
  const gone = new Set<string>()
  const corrections = correctionsIn(events)
  const end = passages.at(-1)?.running ?? []
  return events.flatMap((event, index) => {
    const passage = passages[index]
    const found = [
      ...(passage ? marksOfPassage(procedure, event, passage, visited, firstTime(passage.ways, gone), usual) : []),
      ...marksOfRecord(procedure, event, corrections.get(event.sequence), end),
    ]
    for (const path of passage?.after ?? []) visited.add(path)
    return found
  })
}

const correcting: ActName = 'record.corrected'
/** By the sequence of what was corrected: that of the newest correction. */
const correctionsIn = (events: readonly Told[]) =>
  new Map(events.filter(({ type }) => type === correcting).map(({ facts, sequence }) => [Number(facts.sequence), sequence]))

/** Ways that lead somewhere and that the case has not gone before; it has gone them then. */
function firstTime(ways: readonly Way[], gone: Set<string>): Way[] {
  const fresh = ways.filter((way) => way.to.join() !== way.from && !gone.has(wayName(way)))
  for (const way of fresh) gone.add(wayName(way))
  return fresh
}

function marksOfPassage(
  procedure: Procedure,
  event: Told,
  passage: Passage,
  visited: ReadonlySet<string>,
  ways: readonly Way[],
  usual: Usual,
): Mark[] {
  const { sequence, at } = event
  const late = missed(passage.deadlines, at)
  const to = backTo(procedure, visited, passage.before, passage.after)
  const [rare] = ways
    .flatMap((way) => usual(way) ?? [])
    .filter(isUnusual)
    .sort((a, b) => a.cases - b.cases)
  return [
    ...(late ? [{ sequence, kind: 'late' as const, deadline: late }] : []),
    ...(to.length ? [{ sequence, kind: 'returned' as const, to }] : []),
    ...(rare ? [{ sequence, kind: 'unusual' as const, share: rare }] : []),
  ]
}

/** `end` are the deadlines that run at the end of the history. */
function marksOfRecord(procedure: Procedure, event: Told, correction: number | undefined, end: readonly Running[]): Mark[] {
  const { sequence, type, at, onBehalfOf, erased } = event
  const fired = firedBy(event)
  const still = fired && end.find((timer) => isOf(timer, fired) && timer.passedAt === at && makesLate(procedure, timer))
  return [
    ...(still ? [{ sequence, kind: 'overdue' as const, deadline: still }] : []),
    ...(onBehalfOf ? [{ sequence, kind: 'deputy' as const, decision: procedure.events[type]?.decision ?? false }] : []),
    ...(correction ? [{ sequence, kind: 'corrected' as const, by: correction }] : []),
    ...(Object.hasOwn(closing, type) ? [{ sequence, kind: 'cut' as const }] : []),
    ...(erased ? [{ sequence, kind: 'erased' as const }] : []),
  ]
}
