// What tells cases apart on a walk: where they stand, what their guards say and look at, and the timers that lead somewhere.
import { commonGuards } from '../../machines/common.ts'
import { guardOf, type Stored } from '../../machines/engine.ts'
import type { Procedure } from '../../machines/procedure.ts'

type Standing = { stored: Stored; timers: readonly string[] }
/** One text for all cases that behave alike; adds to `looked` what a guard looks at in the context. */
export const keyOf = ({ procedure, looked }: { procedure: Procedure; looked: Set<string> }, { stored, timers }: Standing): string => {
  const context = watched(stored.context, looked)
  const guards = Object.keys({ ...commonGuards, ...procedure.guards }).map((name) => Number(guardOf(procedure, name).when(context)))
  const seen = [...looked].sort().map((path) => shape(path.split('.').reduce((value, key) => value?.[key], stored.context)))
  return JSON.stringify([stored.status, stored.value, guards.join(''), seen, timers.filter((timer) => leadsOn(procedure, timer))])
}

/** Settings stay as they are in a case; of a list it matters what is in it, of an object which entry was read. */
const watched = (context: any, looked: Set<string>, holder = ''): any =>
  new Proxy(context, {
    get: (target, key) => {
      const value = target[key]
      if (typeof key !== 'string' || !Object.hasOwn(target, key) || key === 'settings') return value
      if (holder === '' && isObject(value)) return watched(value, looked, `${key}.`)
      looked.add(holder + key)
      return value
    },
  })
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

const leadsOn = ({ machine }: Procedure, timer: string) => {
  const [deadline, step] = timer.split('@')
  return machine.getStateNodeById(`${machine.id}.${step}`).after.some(({ delay, target }) => delay === deadline && target)
}

const many = 3
const shape = (value: unknown): unknown => {
  if (typeof value === 'number') return value < 0 ? -1 : Math.min(value, many)
  if (typeof value === 'string') return 'some'
  if (Array.isArray(value)) return value.slice(0, many).map(shape)
  if (typeof value === 'object' && value !== null) return Object.values(value).map(shape)
  return value
}
