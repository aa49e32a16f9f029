// The player of a replay: a position among events that one can step, jump and let run. `position` counts from 0.
import { assign, setup } from 'xstate'

export const speeds = [0.5, 1, 2, 4] as const
export type Speed = (typeof speeds)[number]
type Context = { position: number; last: number; speed: Speed }
type Event =
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'forward' }
  | { type: 'back' }
  | { type: 'jump'; to: number }
  | { type: 'speed'; to: Speed }

/** How long an event is shown at ordinary speed, in milliseconds. */
const beat = 1600
const within = (position: number, last: number) => Math.min(last, Math.max(0, position))

const kit = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { last: number; position?: number } },
  delays: { beat: ({ context }) => beat / context.speed },
  guards: {
    atEnd: ({ context }) => context.position >= context.last,
    nextIsLast: ({ context }) => context.position + 1 >= context.last,
  },
  actions: {
    forward: assign(({ context: { position, last } }) => ({ position: within(position + 1, last) })),
    back: assign(({ context: { position, last } }) => ({ position: within(position - 1, last) })),
    rewind: assign({ position: 0 }),
  },
})

export const player = kit.createMachine({
  id: 'player',
  context: ({ input: { last, position = 0 } }) => ({ position: within(position, last), last, speed: 1 }),
  initial: 'paused',
  on: {
    forward: { target: '.paused', actions: 'forward' },
    back: { target: '.paused', actions: 'back' },
    jump: { target: '.paused', actions: assign(({ context, event }) => ({ position: within(event.to, context.last) })) },
    speed: { actions: assign(({ event }) => ({ speed: event.to })) },
  },
  states: {
    paused: { on: { play: [{ guard: 'atEnd', target: 'playing', actions: 'rewind' }, { target: 'playing' }] } },
    playing: {
      on: { pause: 'paused' },
      after: {
        beat: [
          { guard: 'nextIsLast', target: 'paused', actions: 'forward' },
          { target: 'playing', reenter: true, actions: 'forward' },
        ],
      },
    },
  },
})
