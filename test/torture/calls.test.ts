// The process dies at a call to the disk – a write, a truncation, a flush – of one commit: at the first, the second, and so on to the last.
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begin, clear, killed, load, stop } from '../server/processes.ts'
import { type Disk, makeDisk, noFaults } from './faults.ts'
import { keptEverything, soundStore } from './judge.ts'
import { newWorker, type Stage, say, setStage, settle, type Worker } from './load.ts'
import { long } from './measure.ts'

const reason = noFaults()
const anyCall = ['write', 'truncate', 'sync'] as const
const calls = (action: 'die' | 'tear' | 'slow', from = 1) => ({ action, kinds: [...anyCall], from })

/** More pages in the log than it may hold: the next commit takes them into the file. */
function fillLog(where: string) {
  const raw = new Database(where)
  for (const pragma of ['wal_autocheckpoint = 0', 'synchronous = off']) raw.pragma(pragma)
  const [put, take] = ["insert into state values ('filling', '')", "delete from state where key = 'filling'"].map((sql) => raw.prepare(sql))
  for (let i = 0; i < 600; i++) {
    put!.run()
    take!.run()
  }
  raw.close()
}

describe.skipIf(reason)(reason ? `not tried here: ${reason}` : 'a commit', () => {
  let stage: Stage
  let disk: Disk
  let worker: Worker
  beforeAll(async () => {
    stage = await setStage()
    disk = makeDisk(stage.place.where)
    worker = newWorker(stage, 'a', [13, 15, 17, 19, 21, 23], 0)
  })
  afterAll(async () => {
    await clear(stage.place)
    disk.drop()
  })

  let waiting: ChildProcess | undefined
  let serving: { child: ChildProcess; origin: string } | undefined
  /** A process that has answered what was pending; another is being loaded after it. */
  async function served() {
    if (!serving) {
      const child = waiting ?? load(stage.place, disk.env)
      serving = { child, origin: await begin(child) }
      waiting = load(stage.place, disk.env)
    }
    if (worker.pending) expect(await say(serving.origin, worker)).toBe(true)
    await quiet()
    return serving
  }
  /** Until what the service does by itself is done, so that the next calls are those of a commit that was asked for. */
  async function quiet() {
    disk.order(calls('slow'))
    for (let before = -1; before < disk.struck().length; await sleep(100)) before = disk.struck().length
    disk.mend()
  }

  /** Whether there was such a call, and the process died at it. */
  async function dies(action: 'die' | 'tear', n: number, before: (where: string) => void): Promise<boolean> {
    const { child, origin } = await served()
    before(stage.place.where)
    const dead = killed(child)
    disk.order(calls(action, n))
    const answered = await say(origin, worker)
    if (answered) child.kill('SIGKILL')
    const ended = await dead
    serving = undefined
    disk.mend()
    if (!answered) expect([ended, disk.struck().length]).toEqual([86, 1])
    return !answered
  }

  /** How many calls one commit makes, `flushes` of them flushes. */
  async function counted(flushes: number, before: (where: string) => void): Promise<number> {
    const { origin } = await served()
    before(stage.place.where)
    disk.order(calls('slow'))
    expect(await say(origin, worker)).toBe(true)
    disk.mend()
    const struck = disk.struck()
    const syncs = struck.flatMap((kind, index) => (kind === 'sync' ? [index + 1] : []))
    expect(syncs.length).toBeGreaterThanOrEqual(flushes)
    return syncs[flushes - 1]!
  }

  /** The first, the last, and some between them. */
  const some = (count: number, deaths: number) => Array.from({ length: deaths }, (_, i) => 1 + Math.floor((i * (count - 1)) / (deaths - 1)))

  it.each([
    ['is whole or not there', 'die', 1, () => {}],
    ['of which a write was torn is whole or not there', 'tear', 1, () => {}],
    ['that takes the log into the file is whole or not there', 'die', 3, fillLog],
    ['that takes the log into the file and tears a write is whole or not there', 'tear', 3, fillLog],
  ] as const)('%s, at whichever call the process dies', { timeout: long ? 7_200_000 : 120_000 }, async (_, action, flushes, before) => {
    const count = await counted(flushes, before)
    let deaths = 0
    if (long) while (await dies(action, deaths + 1, before)) deaths++
    else for (const n of some(count, 3)) deaths += Number(await dies(action, n, before))
    console.info(`${count} calls in a commit: ${deaths} deaths`)
    expect(deaths).toBeGreaterThan(long ? 20 : 1)
    await soundStore(stage.place.where)
  })

  it('that was acknowledged was never lost by any of it', { timeout: 60_000 }, async () => {
    const { child, origin } = await served()
    await settle(origin, [worker])
    expect(await stop(child)).toBe(0)
    await keptEverything(stage.place.where, [worker])
  })
})
