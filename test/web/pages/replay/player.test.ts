// The player of a replay: steps, jumps, and runs by itself to the end.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createActor } from 'xstate'
import { player } from '../../../../web/pages/replay/player.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const started = (last = 4) => createActor(player, { input: { last } }).start()
type Player = ReturnType<typeof started>
const at = (actor: Player) => actor.getSnapshot().context.position
const isPlaying = (actor: Player) => actor.getSnapshot().matches('playing')

describe('the player', () => {
  it('begins at the first event, paused', () => {
    const actor = started()
    expect([at(actor), isPlaying(actor)]).toEqual([0, false])
    vi.advanceTimersByTime(60_000)
    expect(at(actor)).toBe(0)
  })

  it('steps forward and back and never leaves the history', () => {
    const actor = started(2)
    for (const [type, expected] of [
      ['back', 0],
      ['forward', 1],
      ['forward', 2],
      ['forward', 2],
      ['back', 1],
    ] as const) {
      actor.send({ type })
      expect(at(actor)).toBe(expected)
    }
  })

  it('jumps to any event, and to the nearest when there is none', () => {
    const actor = started()
    actor.send({ type: 'jump', to: 3 })
    expect(at(actor)).toBe(3)
    actor.send({ type: 'jump', to: 99 })
    expect(at(actor)).toBe(4)
    actor.send({ type: 'jump', to: -1 })
    expect(at(actor)).toBe(0)
  })

  it('plays one event after another and stops at the last', () => {
    const actor = started(3)
    actor.send({ type: 'play' })
    vi.advanceTimersByTime(1600)
    expect([at(actor), isPlaying(actor)]).toEqual([1, true])
    vi.advanceTimersByTime(3200)
    expect([at(actor), isPlaying(actor)]).toEqual([3, false])
    vi.advanceTimersByTime(60_000)
    expect(at(actor)).toBe(3)
  })

  it('plays from the beginning when it stands at the end', () => {
    const actor = started(2)
    actor.send({ type: 'jump', to: 2 })
    actor.send({ type: 'play' })
    expect([at(actor), isPlaying(actor)]).toEqual([0, true])
  })

  it('holds still when paused, stepped or jumped', () => {
    for (const event of [{ type: 'pause' }, { type: 'forward' }, { type: 'back' }, { type: 'jump', to: 1 }] as const) {
      const actor = started()
      actor.send({ type: 'play' })
      actor.send(event)
      const stands = at(actor)
      vi.advanceTimersByTime(60_000)
      expect([at(actor), isPlaying(actor)]).toEqual([stands, false])
    }
  })

  it('at four times the speed shows each event for a quarter of the time', () => {
    const actor = started()
    actor.send({ type: 'speed', to: 4 })
    actor.send({ type: 'play' })
    vi.advanceTimersByTime(400)
    expect(at(actor)).toBe(1)
    vi.advanceTimersByTime(800)
    expect(at(actor)).toBe(3)
  })

  it('of a history of one event has nothing to play', () => {
    const actor = started(0)
    actor.send({ type: 'play' })
    vi.advanceTimersByTime(1600)
    expect([at(actor), isPlaying(actor)]).toEqual([0, false])
  })
})
