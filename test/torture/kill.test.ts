// The process is killed again and again while people work: SIGKILL, at any moment.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, clear, killed, load, stop } from '../server/processes.ts'
import { keptEverything } from './judge.ts'
import { finished, newWorkers, repeated, type Stage, setStage, settle, type Worker, work } from './load.ts'
import { measure } from './measure.ts'

const kills = measure(12, 1000)
let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => clear(stage.place))

it(`${kills} times killed under load, the service goes on as if nothing had happened`, { timeout: kills * 15_000 }, async () => {
  const all = newWorkers(stage)
  let waiting = load(stage.place)
  for (let kill = 0; kill < kills; kill++) {
    const child = waiting
    const origin = await begin(child)
    waiting = load(stage.place)
    for (const worker of all) if (worker.done.length) await repeated(origin, worker, worker.done.at(-1)!)
    let on = true
    const busy = all.filter((worker) => !finished(worker)).map((worker) => work(origin, worker, () => on))
    await underWay(all, 1 + Math.floor(Math.random() * 15))
    const dead = killed(child)
    child.kill('SIGKILL')
    on = false
    await Promise.all(busy)
    expect(await dead).toBe('SIGKILL')
  }
  await settle(await begin(waiting), all)
  expect(await stop(waiting)).toBe(0)
  await keptEverything(stage.place.where, all)
  expect(all.flatMap(({ done }) => done).length).toBeGreaterThan(kills * 5)
  expect(all.map(({ refused }) => refused)).toEqual(all.map(() => 0))
})

/** Some answers have come, and the next are on their way. */
async function underWay(all: Worker[], answers: number) {
  const count = () => all.reduce((sum, { done }) => sum + done.length, 0)
  const before = count()
  const late = Date.now() + 3000
  while (count() < before + answers && Date.now() < late) await sleep(1)
  await sleep(Math.random() * 15)
}
