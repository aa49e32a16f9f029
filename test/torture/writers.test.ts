// Eight people say the same of the same case in the same moment, in forty cases at once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, clear, load, stop } from '../server/processes.ts'
import { keptEverything } from './judge.ts'
import { acknowledged, newWorker, next, post, type Stage, say, setStage, settle, type Worker } from './load.ts'
import { measure } from './measure.ts'

const [cases, writers] = [40, 8]
const rounds = measure(4, 140)
let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => clear(stage.place))

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

it(`of ${writers} writers in each of ${cases} cases one is first, every time`, { timeout: rounds * 30_000 }, async () => {
  const child = load(stage.place)
  const origin = await begin(child)
  const all = numbers(cases).map((i) => newWorker(stage, `w${i}`, [13 + (i % 6) * 2], 6))
  let raced = 0
  for (let round = 0; round < rounds; round++)
    raced += (await Promise.all(all.map((worker) => race(origin, worker)))).filter(Boolean).length
  expect(raced).toBeGreaterThanOrEqual(cases * Math.floor(rounds / 2))
  await settle(origin, all)
  expect(await stop(child)).toBe(0)
  await keptEverything(stage.place.where, all)
})

/** The next step of the worker's case, said by all writers; false where it is nothing one can be first with. */
async function race(origin: string, worker: Worker): Promise<boolean> {
  const sent = next(worker)
  worker.pending = sent
  if (!sent.revision) return (await say(origin, worker)) && false
  const said = numbers(writers).map((i) => ({ ...sent, key: `${sent.key}-${i}` }))
  const answers = await Promise.all(said.map((one) => post(origin, stage, one)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(writers - 1).fill(412)])
  const winner = answers.findIndex(({ status }) => status === 200)
  const { etag } = answers[winner]!
  expect(answers.map((answer) => answer.etag)).toEqual(answers.map(() => etag))
  acknowledged(worker, said[winner]!, answers[winner]!)
  return true
}
