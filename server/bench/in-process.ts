// Advances as the product makes them, without HTTP: rights, machine, chain and one commit each.
import { loadCase } from '../../db/case-state.ts'
import { recordCommand } from '../commands.ts'
import type { House } from '../house.ts'
import { memberOf } from './institution.ts'
import { nextAt, round, sayer } from './round.ts'
import { type Timing, timed } from './timing.ts'

/** One hand for each case, each waiting for its answer before it goes on. */
export async function advances(house: House, cases: readonly string[], seconds: number): Promise<Timing> {
  const user = await memberOf(house, sayer)
  const revisions = new Map(await Promise.all(cases.map(async (id) => [id, await revisionOf(house, id)] as const)))
  return timed(cases.length, seconds, async (hand) => {
    const id = cases[hand]!
    revisions.set(id, await next(house, user, id, revisions.get(id)!))
  })
}

/** Goes the round once. */
export async function once(house: House, id: string): Promise<void> {
  const user = await memberOf(house, sayer)
  let revision = await revisionOf(house, id)
  for (const _ of round) revision = await next(house, user, id, revision)
}

/** One advance; the revision after it. */
async function next(house: House, user: Member, id: string, revision: number): Promise<number> {
  const [type, answers] = nextAt(revision)
  const request = { userId: user.id, key: undefined, method: 'POST', url: `/api/withdrawal@1/${id}/${type}`, body: answers }
  await recordCommand({ house, user, request, answers }, 'withdrawal', 1, id, type, revision)
  return revision + 1
}
type Member = Awaited<ReturnType<typeof memberOf>>

const revisionOf = async ({ db }: House, id: string) => (await loadCase(db, id))!.row.revision

/** Goes on with one case until its history has so many events; how many there are then. */
export async function lengthened(house: House, id: string, events: number): Promise<number> {
  for (;;) {
    const { sequence } = (await loadCase(house.db, id))!.row
    if (sequence >= events) return sequence
    await advances(house, [id], 1)
  }
}
