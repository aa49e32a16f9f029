// The ways a case took through its machine: which transition an event was, and whether it led back.
import type { AnyStateMachine, AnyTransitionDefinition } from 'xstate'
import { inXState, type MachineEvent, type Stored, snapshotOf } from './engine.ts'
import { moved } from './moved.ts'
import type { Procedure } from './procedure.ts'
import { publish } from './published.ts'
import { isFinal, nodeAt, pathOf, within } from './states.ts'

/** As the published description has it: `from` is empty for the machine's own, `to` is [`from`] where nothing moves. */
export type Way = { from: string; event: string; deadline?: string; to: string[] }
export const wayName = ({ from, event, deadline, to }: Way) => [from, event, deadline ?? '', ...to].join(' ')

/** The transitions that an event sets going in a state; what follows from them by itself is left out. */
export function waysTaken(procedure: Procedure, stored: Stored, event: MachineEvent): Way[] {
  const ways = (procedure.machine as AnyStateMachine).getTransitionData(snapshotOf(procedure, stored) as never, inXState(procedure, event))
  return (ways as AnyTransitionDefinition[]).map(({ source, target }) => ({
    from: pathOf(source),
    event: event.type,
    ...(event.type === 'deadline.passed' && { deadline: String(event.deadline) }),
    to: (target ?? [source]).map(pathOf),
  }))
}

/** The steps that a case went back to: it stood in them before, and the procedure has them earlier than one it left. Empty where it is over. */
export function backTo(procedure: Procedure, known: ReadonlySet<string>, before: readonly string[], after: readonly string[]): string[] {
  const { left, entered } = moved(before, after)
  const order = (path: string) => nodeAt(procedure, path).order
  return entered.filter((path) => known.has(path) && !isFinal(procedure, path) && left.some((other) => order(path) < order(other)))
}

/**
 * The types of events that a step may see recorded while a case stands in it: those that only it or its parts take, and those that others
 * take too, or what it is part of.
 */
export function typesIn(procedure: Procedure, step: string): { own: string[]; shared: string[] } {
  const ways = publish(procedure).transitions.filter(({ event }) => event !== '')
  const near = (from: string) => from === '' || within(from, step) || within(step, from)
  const types = new Set(ways.filter(({ from }) => near(from)).map(({ event }) => event))
  const onlyHere = (type: string) => ways.every(({ event, from }) => event !== type || (from !== '' && within(from, step)))
  return { own: [...types].filter(onlyHere), shared: [...types].filter((type) => !onlyHere(type)) }
}

/** Whether what is said of one step concerns another: it is that step, a part of it, or what it is part of. */
export const concerns = (said: string, step: string) => within(said, step) || within(step, said)
