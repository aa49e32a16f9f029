// A case's history folded again through its machine: what an auditor sees, and what verification compares.
import { isAct } from './acts.ts'
import { advance, type MachineEvent, open, passedThrough, type Step, type Stored } from './engine.ts'
import type { Procedure } from './procedure.ts'
import type { Known } from './proof/canonical.ts'
import { type ChainedEvent, checkChain, type Problem, stateDigest } from './proof/chain.ts'

/** The event a machine receives: its facts beside who said it and when. */
export const received = ({
  type,
  actor,
  onBehalfOf,
  at,
  facts,
}: Pick<ChainedEvent, 'type' | 'actor' | 'onBehalfOf' | 'at' | 'facts'>): MachineEvent => ({
  ...facts,
  type,
  actor,
  onBehalfOf,
  at,
})

/** Hears of each event with the step its machine took; null where it took none: of an act, and where it could not have happened. */
export type Hear = (event: ChainedEvent, step: Step | null) => void
const nobody: Hear = () => {}

/** The state after each event, acts included; null from the first event that its machine would not have taken. */
export function replay(procedure: Procedure, events: readonly ChainedEvent[], hear = nobody): (Stored | null)[] {
  let stored: Stored | null = null
  return events.map((event, index) => {
    const step = stepOf(procedure, stored, event, index === 0)
    if (step || !isAct(event.type)) stored = step?.stored ?? null
    hear(event, step)
    return stored
  })
}

function stepOf(procedure: Procedure, stored: Stored | null, event: ChainedEvent, first: boolean): Step | null {
  if (first) return open(procedure, received(event))
  return stored && !isAct(event.type) ? advance(procedure, stored, received(event)) : null
}
/** For each event the active states that it led through at once, before it came to rest; none for acts. */
export const passages = (procedure: Procedure, events: readonly ChainedEvent[], states: readonly (Stored | null)[]): string[][][] =>
  events.map((event, index) => {
    const before = index === 0 ? null : states[index - 1]
    return isAct(event.type) || before === undefined || !states[index] ? [] : passedThrough(procedure, before, received(event))
  })

const impossible = { 'zh-CN': '按流程此事件当时不能发生', en: 'By the procedure this event could not have happened then' }
const otherState = { 'zh-CN': '重新推演得到的状态与记录不一致', en: 'Replaying gives another state than the one recorded' }

/** Everything wrong with a history: broken chain, impossible events, states that differ. Empty when intact. */
export function verify(procedure: Procedure, events: readonly ChainedEvent[], hear = nobody): Problem[] {
  const states = safely(() => replay(procedure, events, hear))
  // One state holds much of the one before, its settings above all, and nobody changes what was folded.
  const known: Known = new WeakMap()
  const folded = events.flatMap((event, index): Problem[] => {
    const state = states?.[index]
    if (!state) return [{ sequence: event.sequence, code: 'replay', detail: impossible }]
    return stateDigest(state, known) === event.stateDigest ? [] : [{ sequence: event.sequence, code: 'state', detail: otherState }]
  })
  return [...checkChain(events), ...folded]
}

const safely = <T>(f: () => T): T | null => {
  try {
    return f()
  } catch {
    return null
  }
}
