// Advances as the product makes them, without HTTP: rights, machine, chain and one commit each.
import { loadCase } from '../../db/case-state.ts'
import { recordCommand } from '../commands.ts'
import type { House } from '../house.ts'
import { memberOf } from './institution.ts'
import { nextAt, sayer } from './round.ts'
import { type Timing, timed } from './timing.ts'

/** One hand for each case, each waiting for its answer before it goes on. */
export async function advances(house: House, cases: readonly string[], seconds: number): Promise<Timing> {
  const user = await memberOf(house, sayer)
  const revisions = new Map(await Promise.all(cases.map(async (id) => [id, await revisionOf(house, id)] as const)))
  return timed(cases.length, seconds, async (hand) => {
    const id = cases[hand]!
    const revision = revisions.get(id)!
    const [type, answers] = nextAt(revision)
    const request = { userId: user.id, key: undefined, method: 'POST', url: `/api/withdrawal@1/${id}/${type}`, body: answers }
    await recordCommand({ house, user, request, answers }, 'withdrawal', 1, id, type, revision)
    revisions.set(id, revision + 1)
  })
}

const revisionOf = async ({ db }: House, id: string) => (await loadCase(db, id))!.row.revision

/** Goes on with one case until its history has so many events; how many there are then. */
export async function lengthened(house: House, id: string, events: number): Promise<number> {
  for (;;) {
    const { sequence } = (await loadCase(house.db, id))!.row
    if (sequence >= events) return sequence
    await advances(house, [id], 1)
  }
}
