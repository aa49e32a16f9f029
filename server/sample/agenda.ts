// A year in seconds: what was planned happens at its time, and deadlines pass in between as they would have.
import { isNull, min } from 'drizzle-orm'
import { schema } from '../../db/database.ts'
import { prepared } from '../../db/prepared.ts'
import { runDue } from '../clock.ts'
import type { House } from '../house.ts'

export type Entry = { at: Date; happens: () => Promise<unknown> }
/** The time that the house goes by. */
export type SimulatedClock = { now: Date }

/** A time of the day in Shanghai. */
export const shanghaiTime = (date: string, time: string) => new Date(`${date}T${time}:00.000+08:00`)

/** Carries the entries out in the order of their times; when it returns it is `until`, and nothing due is left. */
export async function live(house: House, clock: SimulatedClock, entries: readonly Entry[], until: Date) {
  for (const { at, happens } of entries.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await passTime(house, clock, at)
    await happens()
    await runDue(house)
  }
  await passTime(house, clock, until)
}

const { timers } = schema
const next = prepared((q) =>
  q
    .select({ due: min(timers.due) })
    .from(timers)
    .where(isNull(timers.passedAt)),
)
const soonest = async ({ db }: House) => (await next(db))[0]?.due ?? null

async function passTime(house: House, clock: SimulatedClock, to: Date) {
  const end = to.toISOString()
  for (let due = await soonest(house); due !== null && due <= end; due = await soonest(house)) {
    if (due < clock.now.toISOString()) throw new Error(`a deadline of ${due} was left behind`)
    clock.now = new Date(due)
    await runDue(house)
    if ((await soonest(house)) === due) throw new Error(`the deadline of ${due} does not pass`)
  }
  clock.now = to
}
