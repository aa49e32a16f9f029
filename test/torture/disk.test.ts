// A disk that fails, fills up or is slow under a service that people work with: all of it happens to one process, one thing after the other.
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { begin, clear, killed, load, stop } from '../server/processes.ts'
import { type Disk, makeDisk, noFaults } from './faults.ts'
import { keptEverything } from './judge.ts'
import { newWorkers, type Stage, setStage, settle, type Worker, work } from './load.ts'
import { long, measure } from './measure.ts'

const reason = noFaults()
const timeout = long ? 600_000 : 60_000
const flushMs = 300

describe.skipIf(reason)(reason ? `not tried here: ${reason}` : 'a disk', () => {
  let stage: Stage
  let disk: Disk
  let child: ChildProcess
  let origin: string
  let all: Worker[]
  let rest = async () => {}
  beforeAll(async () => {
    stage = await setStage()
    disk = makeDisk(stage.place.where)
    child = load(stage.place, disk.env)
    origin = await begin(child)
    all = newWorkers(stage)
  })
  afterEach(async () => {
    disk.mend()
    await rest()
  })
  afterAll(async () => {
    await clear(stage.place)
    disk.drop()
  })

  /** Everybody goes to work, until told to rest. */
  async function begins() {
    let on = true
    const busy = Promise.all(all.map((worker) => work(origin, worker, () => on)))
    rest = async () => {
      on = false
      await busy
    }
    await more(told, 5)
  }
  const told = () => all.reduce((sum, { done }) => sum + done.length, 0)
  const refused = () => all.reduce((sum, worker) => sum + worker.refused, 0)
  async function until(holds: () => boolean) {
    for (const late = Date.now() + 15_000; !holds() && Date.now() < late; ) await sleep(5)
    expect(holds()).toBe(true)
  }
  const more = (count: () => number, by: number) => {
    const wanted = count() + by
    return until(() => count() >= wanted)
  }

  const read = async (url: string) => {
    const begun = performance.now()
    const reply = await fetch(origin + url, { headers: { cookie: stage.cookies.auditor! } })
    await reply.text()
    return { status: reply.status, ms: performance.now() - begun }
  }
  async function readAll() {
    const { id } = JSON.parse(all.flatMap(({ done }) => done)[0]!.answer.text)
    for (const url of ['/api/session', '/api/cases', `/api/cases/${id}`, `/api/cases/${id}/history`, `/api/cases/${id}/verification`])
      expect([url, (await read(url)).status]).toEqual([url, 200])
  }

  /** It is felt once a second. */
  async function healthIs(status: number) {
    const late = Date.now() + 5000
    while ((await read('/api/health')).status !== status && Date.now() < late) await sleep(100)
    expect((await read('/api/health')).status).toBe(status)
  }

  it.each([
    ['fails once to make sure of what was written', 'fail', ['sync']],
    ['fails once to write', 'fail', ['write']],
  ] as const)(
    'that %s: what was said in that moment is refused, and what is said again is taken',
    { timeout },
    async (_, action, kinds) => {
      for (let spell = 0; spell < measure(1, 50); spell++) {
        await begins()
        // What is struck may be a round of the clock, which nobody hears of.
        for (const before = refused(); refused() === before; await more(told, 5)) {
          disk.order({ action, kinds: [...kinds], count: 1 })
          await until(() => disk.struck().length === 1)
        }
        await rest()
      }
    },
  )

  it.each([
    ['can make sure of nothing any more', 'fail', ['sync']],
    ['is full', 'full', ['write', 'truncate']],
    ['fails in every way', 'fail', ['write', 'truncate', 'sync']],
  ] as const)('that %s: writes are refused, reads go on, and once it is well everything does', { timeout }, async (_, action, kinds) => {
    for (let spell = 0; spell < measure(1, 20); spell++) {
      await begins()
      disk.order({ action, kinds: [...kinds] })
      await more(refused, 10)
      const before = told()
      await readAll()
      await healthIs(503)
      await more(refused, 5)
      expect([told(), disk.struck().length > 2]).toEqual([before, true])
      disk.mend()
      await more(told, 5)
      await healthIs(200)
      await rest()
    }
  })

  it('that is slow: who only reads waits for one flush at a time, not for all of them', { timeout }, async () => {
    await begins()
    disk.order({ action: 'slow', kinds: ['sync'], ms: flushMs })
    const times: number[] = []
    for (const end = Date.now() + measure(4, 60) * 1000; Date.now() < end; await sleep(10)) times.push((await read('/api/session')).ms)
    const flushes = disk.struck().length
    times.sort((a, b) => a - b)
    const [p50, p99] = [0.5, 0.99].map((share) => Math.round(times[Math.floor(share * (times.length - 1))]!))
    console.info(`reads beside ${flushes} flushes of ${flushMs} ms: p50 ${p50} ms, p99 ${p99} ms, longest ${Math.round(times.at(-1)!)} ms`)
    expect(flushes).toBeGreaterThan(3)
    expect(p99).toBeLessThan(5 * flushMs)
  })

  it('that fails while the process is killed: what was refused is there whole or not at all', { timeout }, async () => {
    await begins()
    disk.order({ action: 'fail', kinds: ['sync'] })
    await more(refused, 10)
    const dead = killed(child)
    child.kill('SIGKILL')
    await rest()
    expect([await dead, disk.struck().length > 2]).toEqual(['SIGKILL', true])
    disk.mend()
    child = load(stage.place)
    origin = await begin(child)
    await settle(origin, all)
    expect(await stop(child)).toBe(0)
    await keptEverything(stage.place.where, all)
  })
})
