// The floor: the same facts written raw, one row an event and one a case, 32 to a transaction, with the same care for the disk.
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { EventRecord } from '../../machines/proof/chain.ts'

const batch = 32
const event = ['case_id', 'sequence', 'procedure', 'type', 'actor', 'at', 'facts', 'words', 'state', 'previous', 'hash']

/** Events a second. `like` is an event as the product writes it, `context` the state that is kept with its case. */
export function rawWrites(seconds: number, like: EventRecord & { hash: string; personal?: unknown }, context: object): number {
  const raw = new Database(join(mkdtempSync(join(tmpdir(), 'anjuan-floor-')), 'floor.db'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) raw.pragma(pragma)
  raw.exec(`create table events (${event.join(', ')}, primary key (case_id, sequence)); create table cases (id primary key, state)`)
  const insert = raw.prepare(`insert into events values (${event.map(() => '?').join(', ')})`)
  const update = raw.prepare('update cases set state = ? where id = ?')
  const cases = Array.from({ length: batch }, () => randomUUID())
  for (const id of cases) raw.prepare('insert into cases values (?, ?)').run(id, '')
  const state = JSON.stringify(context)
  const { procedure, type, actor, at, facts, personal, stateDigest, previous, hash } = like
  const texts = [JSON.stringify(facts), JSON.stringify(personal ?? null)]
  const write = raw.transaction((sequence: number) => {
    for (const id of cases) {
      insert.run(id, sequence, procedure, type, actor, at, ...texts, stateDigest, previous, hash)
      update.run(state, id)
    }
  })
  let done = 0
  const end = performance.now() + seconds * 1000
  for (let sequence = 1; performance.now() < end; sequence++, done += batch) write(sequence)
  raw.close()
  return done / seconds
}

/** How long one row takes until it is on the disk, in ms: the half of many tries. */
export function oneFlush(): number {
  const raw = new Database(join(mkdtempSync(join(tmpdir(), 'anjuan-floor-')), 'flush.db'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) raw.pragma(pragma)
  raw.exec('create table rows (n)')
  const insert = raw.prepare('insert into rows values (?)')
  const times = Array.from({ length: 300 }, (_, n) => {
    const begun = performance.now()
    insert.run(n)
    return performance.now() - begun
  })
  raw.close()
  return times.sort((a, b) => a - b)[150]!
}
