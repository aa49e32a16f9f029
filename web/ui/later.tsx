// Parts of a page that are fetched after it: when they are needed, or before that as soon as somebody does something with the page and there
// is leisure. They may be made of the component library, which is fetched with them.
import { type ComponentType, lazy } from 'react'
import { reachedOnceOnline } from '../api/reached.ts'
import { queryClient } from '../query-client.ts'

/** In ms between one look and the next. */
const pause = 100

/** When the reader has moved or pressed anything: nobody opens a form before that, and whoever only looks is spared it. Scrolling says nothing, a page does that by itself. */
const sign = new Promise((then) => {
  for (const kind of ['pointermove', 'pointerdown', 'keydown', 'wheel'])
    globalThis.addEventListener?.(kind, then, { once: true, capture: true, passive: true })
})

/** When the page has what it asked for and the browser has nothing else to do. */
async function leisure() {
  do {
    await new Promise((then) => setTimeout(then, pause))
    await new Promise((then) => (globalThis.requestIdleCallback ?? setTimeout)(then))
  } while (queryClient.isFetching())
}

/** What is being drawn now is seen before its parts are fetched: to ask for dozens of files takes a moment too. A page that nobody sees does not wait. */
const seen = () =>
  new Promise((then) => {
    globalThis.requestAnimationFrame?.(() => setTimeout(then))
    setTimeout(then, pause)
  })

type Load<Props> = () => Promise<ComponentType<Props>>
async function dressed<Props extends object>(load: Load<Props>): Promise<ComponentType<Props>> {
  const [{ Look }, Part] = await reachedOnceOnline(() => Promise.all([import('./Look.tsx'), load()]))
  return (props) => (
    <Look>
      <Part {...props} />
    </Look>
  )
}

/** A component that is fetched when it is first drawn; `soon` fetches it at leisure, for somebody who is there. */
export function later<Props extends object>(load: Load<Props>) {
  const Later = lazy(async () => {
    await seen()
    return { default: await dressed(load) }
  })
  const soon = async () => {
    await sign
    await leisure()
    await dressed(load).catch(() => {})
  }
  return Object.assign(Later, { soon: () => void soon() })
}

/** A component that nobody needs at first: even when it is drawn at once it is fetched at leisure. */
export const leisurely = <Props extends object>(load: Load<Props>) =>
  lazy(async () => {
    await leisure()
    return { default: await dressed(load) }
  })
