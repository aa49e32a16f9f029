// Where events and deadlines stand on the timeline: at their true times, or one after the other.
import type { Frame } from './frame.ts'

export const scales = ['time', 'order'] as const
export type Scale = (typeof scales)[number]
/** From 0 to 1 along the line. */
export type Place = number
type At = Pick<Frame, 'event'>

const instant = (at: string) => Date.parse(at)

/** Where an instant stands: between the events before and after it. What lies outside stands at the ends. */
export function placing(frames: readonly At[], scale: Scale): (at: string) => Place {
  const times = frames.map(({ event }) => instant(event.at))
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0]
  const within = (place: number) => Math.min(1, Math.max(0, place))
  if (scale === 'time') return (at) => (last === first ? 0 : within((instant(at) - first) / (last - first)))
  return (at) => {
    const time = instant(at)
    const next = times.findIndex((other) => other >= time)
    if (next <= 0 || times.length < 2) return next < 0 ? 1 : 0
    const [before, after] = [times[next - 1]!, times[next]!]
    return within((next - 1 + (time - before) / (after - before || 1)) / (times.length - 1))
  }
}

/** The places of the events; by order they are evenly spread even where several happened at once. */
export const places = (frames: readonly At[], scale: Scale): Place[] => {
  const place = placing(frames, scale)
  return frames.map(({ event }, index) => (scale === 'order' ? index / Math.max(1, frames.length - 1) : place(event.at)))
}

/** The event nearest to a place; of several there, the first. */
export const nearest = (all: readonly Place[], place: Place): number =>
  all.reduce((best, one, index) => (Math.abs(one - place) < Math.abs(all[best]! - place) ? index : best), 0)

/** A deadline as a bar: it ran from one place to another; past `due` it was overrun. `kept` is null while it runs. */
export type Bar = {
  deadline: string
  step: string
  due: string
  from: Place
  to: Place
  duePlace: Place
  kept: boolean | null
  lane: number
}
type Open = { deadline: string; step: string; due: string; from: string }

export function bars(frames: readonly Frame[], scale: Scale): Bar[] {
  const place = placing(frames, scale)
  const found: Omit<Bar, 'lane'>[] = []
  const open = new Map<string, Open>()
  const key = ({ step, deadline }: { step: string; deadline: string }) => `${step} ${deadline}`
  const close = ({ from, ...timer }: Open, to: string, kept: boolean | null) =>
    found.push({ ...timer, from: place(from), to: place(to), duePlace: place(timer.due), kept })
  for (const { event, passage } of frames) {
    if (!passage) continue
    const running = new Map(passage.running.map((timer) => [key(timer), timer]))
    for (const [name, timer] of open) {
      const still = running.get(name)
      const settled = passage.deadlines.some((one) => key(one) === name)
      if (still && !settled) timer.due = still.due
      else {
        close(timer, event.at, settled ? timer.due >= event.at : event.type !== 'deadline.passed' || timer.due >= event.at)
        open.delete(name)
      }
    }
    for (const [name, { deadline, step, due }] of running) if (!open.has(name)) open.set(name, { deadline, step, due, from: event.at })
  }
  const end = frames.at(-1)!.event.at
  for (const timer of open.values()) close(timer, end, timer.due < end ? false : null)
  return inLanes(found)
}

/** Those that run at the same time stand below each other. */
function inLanes(found: Omit<Bar, 'lane'>[]): Bar[] {
  const ends: Place[] = []
  return found
    .toSorted((a, b) => a.from - b.from)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.from)
      const lane = free < 0 ? ends.length : free
      ends[lane] = bar.to
      return { ...bar, lane }
    })
}
