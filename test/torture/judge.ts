// What must hold of a store after every fault, on either engine: everything acknowledged is there, and nothing is there by half.
import { isNotNull } from 'drizzle-orm'
import { expect } from 'vitest'
import { type Look, lookInto, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { checkStore } from '../../server/verifier.ts'
import { halfWritten } from '../server/consistent.ts'
import type { Worker } from './load.ts'

/** Every chain holds and leads to where its case stands; state, steps, timers, messages and words are there together or not at all. */
export async function soundStore(where: string) {
  expect((await checkStore(where)).findings).toEqual([])
  const look = await lookInto(where)
  try {
    for (const { id } of await look.q.select({ id: schema.cases.id }).from(schema.cases)) {
      expect(await halfWritten(look.q, id)).toEqual([])
      await countedOnce(look, id)
    }
    await deliveredOnce(look)
  } finally {
    await look.close()
  }
}

/** Versions are 1 to n, time never runs back, and no deadline has passed twice. */
async function countedOnce(look: Look, id: string) {
  const events = await historyOf(look, id)
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
  const times = events.map(({ at }) => at)
  expect(times).toEqual(times.toSorted())
  const passed = events.filter(({ type }) => type === 'deadline.passed').map(({ facts }) => JSON.stringify(facts))
  expect(new Set(passed).size).toBe(passed.length)
}

/** One notice for every message that counts as done, under the message's own id, and no other. */
async function deliveredOnce({ q }: Look) {
  const done = await q.select().from(schema.outbox).where(isNotNull(schema.outbox.doneAt))
  const told = await q.select({ id: schema.notices.id }).from(schema.notices)
  const messages = done.filter(({ effect }) => effect === 'notify').map(({ id }) => id)
  expect(told.map(({ id }) => id).sort()).toEqual(messages.sort())
}

/** Exactly what the workers were told is there: every case, every step of it in their order, every key. `before`: cases that were there already. */
export async function keptEverything(where: string, all: Worker[], before = 1) {
  await soundStore(where)
  const look = await lookInto(where)
  const sent = all.flatMap(({ done }) => done)
  const openings = sent.filter(({ url }) => url === '/api/withdrawal')
  expect((await look.q.select({ id: schema.cases.id }).from(schema.cases)).length).toBe(openings.length + before)
  expect((await look.q.select({ key: schema.idempotency.key }).from(schema.idempotency)).length).toBe(sent.length)
  for (const { answer } of openings) {
    const { id } = JSON.parse(answer.text)
    const said = sent.filter(({ url }) => url.includes(id)).map(({ url }) => url.split('/').at(-1))
    const heard = (await historyOf(look, id)).map(({ type }) => type).filter((type) => type !== 'deadline.passed')
    expect(heard).toEqual(['case.opened', ...said])
  }
  await look.close()
}
