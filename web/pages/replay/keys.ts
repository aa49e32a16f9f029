// What the keys do in a replay, wherever on the page one stands: but never what they do already where one stands.
import type { EventFromLogic } from 'xstate'
import type { player } from './player.ts'

type Send = EventFromLogic<typeof player>
/** Which keys play, step and jump; `at` is where the player stands. */
const meanings: Record<string, (at: { playing: boolean; last: number }) => Send> = {
  ' ': ({ playing }) => ({ type: playing ? 'pause' : 'play' }),
  ArrowRight: () => ({ type: 'forward' }),
  ArrowLeft: () => ({ type: 'back' }),
  Home: () => ({ type: 'jump', to: 0 }),
  End: ({ last }) => ({ type: 'jump', to: last }),
}
/** Where keys write, choose or scroll; where the space bar presses what has the focus. */
const busy = 'input, textarea, select, [contenteditable], [role=dialog], [role=listbox], .chart'
const pressed = 'button, a, summary, [role=button], [role=menuitem], [role=tab]'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'defaultPrevented'> & { target: unknown }
/** What to tell the player; null where the key means something else here. */
export function meaningOf(event: Pressed, at: { playing: boolean; last: number }): Send | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  const focus = event.target instanceof Element ? event.target : null
  if (focus?.closest(busy) || (event.key === ' ' && focus?.closest(pressed))) return null
  return Object.hasOwn(meanings, event.key) ? meanings[event.key]!(at) : null
}
