// The engine steps without actors and keeps what was resolved; XState's own functions, from a state read again, are the measure.
import { type AnyStateMachine, initialTransition as opensByXState, transition as stepsByXState } from 'xstate'
import { type MachineEvent, type Stored, snapshotOf } from '../../machines/engine.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { initialTransition, type Taken, transition } from '../../machines/transition.ts'

const told = ([{ status, value, context }, actions]: Taken) =>
  JSON.stringify([status, value, context, actions.map(({ type, params }) => [type, params])])
const read = (stored: Stored): Stored => JSON.parse(JSON.stringify(stored))
const resolved = (machine: AnyStateMachine, stored: Stored) => machine.resolveState(read(stored) as never)

export const opensAlike = ({ machine }: Procedure, event: MachineEvent) =>
  told(initialTransition(machine, event)) === told(opensByXState(machine, event as never) as Taken)

/** `received` has the name that XState knows it by. */
export const stepsAlike = (procedure: Procedure, before: Stored, received: MachineEvent) => {
  const theirs = stepsByXState(procedure.machine, resolved(procedure.machine, before), received) as Taken
  return told(transition(procedure.machine, snapshotOf(procedure, before), received)) === told(theirs)
}
