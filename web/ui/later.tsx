// Parts of a page that are fetched after it: when they are needed, or before that as soon as the browser has nothing else to do.
import { type ComponentType, lazy } from 'react'

const idle = (then: () => void) => (globalThis.requestIdleCallback ?? setTimeout)(then)

/** A component that is fetched when it is first drawn; `soon` fetches it at leisure. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Later = lazy(async () => ({ default: await load() }))
  return Object.assign(Later, { soon: () => void idle(() => void load().catch(() => {})) })
}
