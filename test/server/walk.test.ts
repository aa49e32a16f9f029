// Random walks over machine, store and HTTP: whatever people do within what they are offered, every history stays whole.
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { procedures } from '../../machines/procedures.ts'
import { stateDigest } from '../../machines/proof/chain.ts'
import { replay } from '../../machines/replay.ts'
import { chanceFrom } from '../../server/sample/chance.ts'
import { checkStore } from '../../server/verifier.ts'
import { freshInstitution, type Institution, institution } from './app.ts'
import { halfWritten } from './consistent.ts'
import { digestOf, unsound } from './independent.ts'
import { type Draw, openSome, stepOn, type Walkers, walkers, watcher } from './walker.ts'

/** The same walks every time, unless asked for others and more: `SEED=$RANDOM WALKS=100 vitest run test/server/walk.test.ts`. */
const [walks, seed] = [Number(process.env.WALKS ?? 4), Number(process.env.SEED ?? 20_260_309)]
const [casesAWalk, stepsAWalk, fewStudents] = [5, 130, 8]

const drawing = fc.infiniteStream(fc.nat()).map(
  (stream): Draw =>
    () =>
      stream.next().value,
)
const one = <T>(draw: Draw, from: readonly T[]) => from[draw() % from.length]!

async function wander(walk: Walkers, draw: Draw): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < stepsAWalk; i++) {
    if (ids.length < casesAWalk && draw() % 8 === 0)
      ids.push(...[(await openSome(walk, one(draw, walk.procedures), draw, fewStudents)) ?? []].flat())
    if (!ids.length) continue
    const id = one(draw, ids)
    await stepOn(walk, id, draw)
    walk.faults.push(...(await outOfStep(walk.house, id)))
  }
  return ids
}

type Event = { sequence: number; act: boolean; at: string; hash: string; paths: string[] }
/** What a case says of itself that its history does not bear out. */
async function outOfStep(house: Institution, id: string): Promise<string[]> {
  const somebody = await watcher(house, id)
  const { steps, revision, head } = await somebody.show(id)
  const events: Event[] = (await somebody.get(`/api/cases/${id}/history`)).body.events
  const last = events.at(-1)!
  const known = events.findLast(({ act }) => !act)!
  return [
    events.some(({ sequence }, index) => sequence !== index + 1) ? 'sequences with a gap' : [],
    last.hash === head ? [] : 'another head than the newest event',
    known.sequence === revision ? [] : `revision ${revision} where the machine last knew event ${known.sequence}`,
    String(steps.map(({ path }) => path)) === String(last.paths) ? [] : `steps ${steps.map(({ path }) => path)} but paths ${last.paths}`,
  ].flat()
}

/** What the proofs of a case do not bear out. */
async function unproven(institution: Institution, id: string): Promise<string[]> {
  const { house } = institution
  const somebody = await watcher(institution, id)
  const pack = (await somebody.get(`/api/cases/${id}/pack`)).body
  const verification = (await somebody.get(`/api/cases/${id}/verification`)).body
  const row = (await house.db.q.select().from(schema.cases).where(eq(schema.cases.id, id)))[0]!
  const folded = replay(procedures[row.procedure]!, await historyOf(house.db, id)).at(-1)!
  const { status, value, context } = row
  return [
    ...unsound(pack),
    ...(await halfWritten(house.db.q, id)),
    verification.intact && verification.sequence === pack.events.length ? [] : JSON.stringify(verification),
    row.stateDigest === pack.events.at(-1).stateDigest ? [] : 'the newest event has another state digest than the case',
    row.stateDigest === stateDigest(folded) ? [] : 'replay leads to another state',
    row.stateDigest === digestOf({ status, value, context }) ? [] : 'the stored state has another digest',
  ].flat()
}

/** Enrolments whose money does not add up, or that ended without a case that ended them. */
const unbalanced = async ({ house: { db } }: Institution) =>
  (await db.q.select().from(schema.enrolments))
    .filter((e) => e.owedFen < 0 || e.priceFen - e.paidFen !== e.owedFen || (e.status === 'ended') !== (e.endedBy !== null))
    .map(({ id }) => `${id} does not add up`)

describe('people who take what they are offered', () => {
  it(
    'are never refused, and leave histories that others can check',
    async () => {
      const property = fc.asyncProperty(drawing, async (draw) => {
        const house = await institution()
        try {
          const walk = await walkers(house)
          const ids = await wander(walk, draw)
          for (const id of ids) walk.faults.push(...(await unproven(house, id)))
          expect([...walk.faults, ...(await unbalanced(house))]).toEqual([])
          expect((await checkStore(house.where)).findings).toEqual([])
        } finally {
          await house.close()
        }
      })
      await fc.assert(property, { numRuns: walks, seed, endOnFailure: true })
    },
    30_000 * walks,
  )

  it.each(Object.keys(procedures))(
    'can carry a case of %s from its opening to its end',
    async (name) => {
      const walk = await walkers(await freshInstitution())
      const chance = chanceFrom(7)
      const draw = () => Math.floor(chance() * 2 ** 31)
      const id = (await openSome(walk, walk.procedures.find((p) => p.name === name)!, draw))!
      let steps = 0
      while (steps < 400 && (await stepOn(walk, id, draw))) steps++
      expect(walk.faults).toEqual([])
      expect(await (await watcher(walk.house, id)).show(id)).toMatchObject({ open: false, offers: [], deadlines: [], due: null })
    },
    60_000,
  )
})
