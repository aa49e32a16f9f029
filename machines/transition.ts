// XState's `initialTransition` and `transition` without the actor that these build and drop at each call, which costs as much as a
// step itself. A test takes every way through every machine with both.
import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  transition as byXState,
  type ExecutableActionObject,
  getInitialMicrosteps,
} from 'xstate'

/** The snapshot after an event, and what its machine asks to be done, in order. */
export type Taken = [now: AnyMachineSnapshot, actions: ExecutableActionObject[]]

/** What XState hands to the logic it asks; machines that start no actors leave nothing in it. */
const scope: AnyActorScope = (() => {
  let handed: AnyActorScope
  const idle = { status: 'active', output: undefined, error: undefined } as const
  const asked = (_: unknown, __: unknown, given: AnyActorScope) => {
    handed = given
    return idle
  }
  byXState({ transition: asked, getInitialSnapshot: () => idle, getPersistedSnapshot: () => idle }, idle, { type: '' })
  return handed!
})()

const taken = (step: () => AnyMachineSnapshot): Taken => {
  const actions: ExecutableActionObject[] = []
  scope.actionExecutor = (action) => void actions.push(action)
  return [step(), actions]
}

/** XState puts a context together key by key, which leaves it slow to read and to copy; written out once it is not, nor is a copy of it. */
export const initialTransition = (machine: AnyStateMachine, input: object): Taken => {
  const [now, actions] = taken(() => machine.getInitialSnapshot(scope, input as never))
  now.context = { ...now.context }
  return [now, actions]
}

export const transition = (machine: AnyStateMachine, now: AnyMachineSnapshot, event: { type: string }): Taken =>
  taken(() => machine.transition(now, event, scope))

/** The snapshots that one event leads through, the last one included: what follows by itself is a step of its own. */
export const microsteps = (machine: AnyStateMachine, now: AnyMachineSnapshot, event: { type: string }): AnyMachineSnapshot[] => {
  scope.actionExecutor = () => {}
  return machine.microstep(now, event as never, scope) as AnyMachineSnapshot[]
}
export const initialMicrosteps = (machine: AnyStateMachine, input: object): AnyMachineSnapshot[] =>
  getInitialMicrosteps(machine, input as never).map(([now]) => now as AnyMachineSnapshot)
