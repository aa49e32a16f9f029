// What a killed process left on the disk, damaged: its log cut off anywhere, its bits flipped. Found out, or as if nothing had been.
import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkStore } from '../../server/verifier.ts'
import { begin, clear, killed, load } from '../server/processes.ts'
import { scratch } from '../server/store.ts'
import { soundStore } from './judge.ts'
import { newWorkers, type Stage, setStage, type Worker, work } from './load.ts'
import { measure } from './measure.ts'

let stage: Stage
let folder: string
let victim: string
let all: Worker[]
let original: Contents

/** As they lie there when the process is dead: opening them would change them. */
beforeAll(async () => {
  stage = await setStage()
  const child = load(stage.place)
  const origin = await begin(child)
  all = newWorkers(stage)
  const answered = () => all.reduce((sum, { done }) => sum + done.length, 0)
  // At a thousand pages the log would go into the file, and nothing be left to damage.
  await Promise.all(all.map((worker) => work(origin, worker, () => answered() < 40)))
  expect(logged()).toBeLessThan(900 * 4096)
  const dead = killed(child)
  child.kill('SIGKILL')
  expect(await dead).toBe('SIGKILL')
  folder = scratch()
  victim = join(folder, 'anjuan.db')
  lay()
  original = contents()!
  expect(original.events.length).toBeGreaterThan(40)
})
afterAll(async () => {
  await clear(stage.place)
  rmSync(folder, { recursive: true, force: true })
})

const logged = () => statSync(`${stage.place.where}-wal`).size

/** The dead process's files once more; what it shared with others in memory is not among them. */
function lay() {
  rmSync(`${victim}-shm`, { force: true })
  for (const suffix of ['', '-wal']) copyFileSync(stage.place.where + suffix, victim + suffix)
}

const histories = ['events', 'cases', 'words']
type Contents = Record<'events' | 'cases' | 'words' | 'rest', string[]>
/** Events, cases and words by key, and all other rows; null where the file says by itself that it is broken. */
function contents(): Contents | null {
  let raw: Database.Database | undefined
  try {
    raw = new Database(victim)
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') return null
    const all = (table: string, order: string) =>
      raw!
        .prepare(`select * from "${table}" order by ${order}`)
        .all()
        .map((row) => JSON.stringify(row))
    const tables = raw.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all() as string[]
    return {
      events: all('events', 'case_id, sequence'),
      cases: all('cases', 'id'),
      words: all('words', 'case_id, sequence'),
      rest: tables.filter((name) => !histories.includes(name)).flatMap((name) => all(name, '1, 2')),
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  } finally {
    raw?.close()
  }
}

/** Everything that opens is sound, and its histories are beginnings of those that were acknowledged. */
async function isBeginning() {
  await soundStore(victim)
  const { events } = contents()!
  const known = new Set(original.events)
  expect(events.filter((event) => !known.has(event))).toEqual([])
  return events.length
}

describe('a log', () => {
  it('that ends anywhere opens, and holds what was acknowledged up to there', { timeout: 1_200_000 }, async () => {
    const size = logged()
    const frame = 4096 + 24
    const tries = measure(25, 1000)
    const lengths = Array.from({ length: tries }, (_, i) => {
      const anywhere = Math.round((i * size) / tries)
      // On the border of a frame, one byte short of it, within a header, and anywhere.
      const border = 32 + Math.floor(Math.max(0, anywhere - 32) / frame) * frame
      return [border, border - 1, border + 13, anywhere][i % 4]!
    })
    const kept: number[] = []
    for (const length of lengths.toSorted((a, b) => a - b)) {
      lay()
      truncateSync(`${victim}-wal`, length)
      expect(statSync(`${victim}-wal`).size).toBe(length)
      kept.push(await isBeginning())
    }
    expect(kept).toEqual(kept.toSorted((a, b) => a - b))
    expect([kept[0]! < original.events.length, new Set(kept).size > 5]).toEqual([true, true])
  })
})

type Outcome = 'engine' | 'chain' | 'same' | 'beside' | 'shorter' | 'silent'
/**
 * What became of the store: found out by the engine or by the chains; every row as it was, or but for rows beside the histories,
 * which no chain covers; histories that end earlier; or, and never, histories that say something else.
 */
async function outcome(): Promise<Outcome> {
  const now = contents()
  if (!now) return 'engine'
  const { findings } = await checkStore(victim).catch(() => ({ findings: ['cannot be read'] }))
  if (findings.length) return 'chain'
  const same = (name: keyof Contents) => JSON.stringify(now[name]) === JSON.stringify(original[name])
  if (same('events') && same('cases') && same('words')) return same('rest') ? 'same' : 'beside'
  const known = new Set(original.events)
  return now.events.length < original.events.length && now.events.every((event) => known.has(event)) ? 'shorter' : 'silent'
}

const tally = (outcomes: Outcome[]) => JSON.stringify(Object.fromEntries([...Map.groupBy(outcomes, (one) => one)].map(size)))
const size = ([name, all]: [Outcome, Outcome[]]): [Outcome, number] => [name, all.length]

describe('a flipped bit', () => {
  const flips = measure(60, 3000)
  const flip = (file: string, at: number, bit: number) => {
    const bytes = readFileSync(file)
    bytes[at]! ^= 1 << bit
    writeFileSync(file, bytes)
    return bytes
  }

  it('in the file is found out, or changes no row of any history', { timeout: 1_200_000 }, async () => {
    lay()
    const raw = new Database(victim)
    raw.pragma('wal_checkpoint(truncate)')
    raw.close()
    const whole = readFileSync(victim)
    const outcomes: Outcome[] = []
    for (let i = 0; i < flips; i++) {
      for (const suffix of ['-wal', '-shm']) rmSync(victim + suffix, { force: true })
      writeFileSync(victim, whole)
      const flipped = flip(victim, Math.floor(Math.random() * whole.length), i % 8)
      expect(flipped.equals(whole)).toBe(false)
      outcomes.push(await outcome())
    }
    console.info(`${flips} bits flipped in a file of ${whole.length} bytes: ${tally(outcomes)}`)
    expect(outcomes.filter((one) => one === 'silent' || one === 'shorter')).toEqual([])
  })

  it('in the log ends it before that commit, as if it had been cut off there', { timeout: 1_200_000 }, async () => {
    const outcomes: Outcome[] = []
    for (let i = 0; i < flips; i++) {
      lay()
      const before = readFileSync(`${victim}-wal`)
      expect(flip(`${victim}-wal`, Math.floor(Math.random() * before.length), i % 8).equals(before)).toBe(false)
      outcomes.push(await outcome())
    }
    console.info(`${flips} bits flipped in a log of ${logged()} bytes: ${tally(outcomes)}`)
    expect([outcomes.includes('silent'), outcomes.includes('shorter')]).toEqual([false, true])
  })
})
