// Copies of the whole store, attachments included. A copy is a SQLite file whatever the store is kept in: it can be verified anywhere,
// and put into either. Made while the store is in use, put back with a word on what it holds.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { count, max } from 'drizzle-orm'
import { copyRows, countRows, isEmpty } from '../db/copy.ts'
import { fill, isPostgres, lookInto, NotEmpty, type Query, schema } from '../db/database.ts'
import { putBackPostgres, setAsidePostgres } from '../db/postgres.ts'
import { checkDatabase, checkStore } from './verifier.ts'

/** What a copy holds. A copy that is too short passes every other check, so its extent is written beside it. */
export type Extent = { events: number; cases: number; newest: string | null }
/** Hears the part that is done, 0 to 1. */
export type Progress = (part: number) => void
const silently: Progress = () => {}

async function looking<T>(where: string, work: (q: Query) => Promise<T>): Promise<T> {
  const look = await lookInto(where)
  try {
    return await work(look.q)
  } finally {
    await look.close()
  }
}

export const extentOf = (where: string): Promise<Extent> =>
  looking(where, async (q) => {
    const [told] = await q.select({ events: count(), newest: max(schema.events.at) }).from(schema.events)
    const [stood] = await q.select({ cases: count() }).from(schema.cases)
    return { events: told!.events, cases: stood!.cases, newest: told!.newest }
  })

const noteBeside = (file: string) => `${file}.extent.json`
const unfinished = (file: string) => `${file}.unfinished`
const leftovers = (file: string) => ['-wal', '-shm'].map((suffix) => file + suffix)

/** Copies the store at `from` to a new file `to` while it is in use; the copy appears under its name when it is whole. An Error where `to` exists already. */
export async function backUp(from: string, to: string, progress = silently): Promise<Extent> {
  if (existsSync(to)) throw new Error(`${to} exists already`)
  await (isPostgres(from) ? copyAll(from, to, progress) : copyFile(from, to, progress))
  const extent = await extentOf(to)
  writeFileSync(noteBeside(to), `${JSON.stringify(extent, null, 2)}\n`)
  return extent
}

async function copyFile(from: string, to: string, progress: Progress) {
  mkdirSync(dirname(to), { recursive: true })
  const raw = new Database(from, { readonly: true, fileMustExist: true })
  try {
    await raw.backup(unfinished(to), {
      progress: ({ totalPages, remainingPages }) => {
        progress(1 - remainingPages / totalPages)
        return 1000
      },
    })
  } finally {
    raw.close()
  }
  inOneFile(unfinished(to))
  renameSync(unfinished(to), to)
}

/** Without a log beside it: whoever takes the file away has all of it. */
function inOneFile(file: string) {
  const raw = new Database(file)
  raw.pragma('journal_mode = delete')
  raw.close()
}

const copyAll = (from: string, to: string, progress: Progress) =>
  looking(from, (source) => fill(to, (target) => copyRows(source, target, progress)))

/**
 * Moves everything into a store that holds nothing, on the other engine or the same: all of it, or, when interrupted, nothing. Every
 * history is followed from hash to hash in its new place before it counts. An Error where something is there already or does not fit.
 */
export const move = (from: string, to: string, progress = silently): Promise<number> =>
  looking(from, (source) =>
    fill(to, async (target) => {
      await copyRows(source, target, progress)
      const [sent, come] = [JSON.stringify(await countRows(source)), JSON.stringify(await countRows(target))]
      if (sent !== come) throw new Error(`not all rows have come: ${come} instead of ${sent}`)
      const { checked, findings } = await checkDatabase({ q: target })
      if (findings[0]) throw new Error(`not intact: ${findings[0].caseId}, event ${findings[0].sequence}: ${findings[0].detail.en}`)
      return checked
    }),
  )

export type Restored = {
  extent: Extent
  /** What the copy held when it was made, as noted beside it; null without a note. */
  noted: Extent | null
  /** What the store it takes the place of held; null where there was none. */
  replaced: Extent | null
  /** Where that one is kept now: a file, or a schema of the database. */
  kept: string | null
}

const noteOf = (file: string): Extent | null => (existsSync(noteBeside(file)) ? JSON.parse(readFileSync(noteBeside(file), 'utf8')) : null)

/** An Error naming what is wrong with a copy: a page, or an event of some chain. */
async function mustBeIntact(file: string) {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  const [page] = raw.pragma('integrity_check') as { integrity_check: string }[]
  raw.close()
  if (page?.integrity_check !== 'ok') throw new Error(`the file is damaged: ${page?.integrity_check}`)
  const [finding] = (await checkStore(file)).findings
  if (finding) throw new Error(`the copy is not intact: ${finding.caseId}, event ${finding.sequence}: ${finding.detail.en}`)
}

type Replacing = { replace?: boolean; now?: Date; progress?: Progress }
/**
 * Puts a copy in the place of the store once it proved intact. With `replace` what is there is kept under another name, otherwise it
 * is an Error. Nobody may have it open.
 */
export async function restore(copy: string, where: string, options: Replacing = {}): Promise<Restored> {
  const placed = await (isPostgres(where) ? intoDatabase(copy, where, options) : intoFile(copy, where, options))
  return { extent: await extentOf(where), noted: noteOf(copy), ...placed }
}

type Placed = Pick<Restored, 'replaced' | 'kept'>
const occupied = (where: string) => new NotEmpty(`${where} exists already: add --replace to keep it aside and put the copy there`)

async function intoFile(copy: string, database: string, { replace = false, now = new Date() }: Replacing): Promise<Placed> {
  if (existsSync(database) && !replace) throw occupied(database)
  mkdirSync(dirname(database), { recursive: true })
  const placed = unfinished(database)
  try {
    copyFileSync(copy, placed)
    await mustBeIntact(placed)
    const replaced = existsSync(database) ? await extentOf(database) : null
    const kept = replaced ? setAside(database, now) : null
    renameSync(placed, database)
    return { replaced, kept }
  } finally {
    for (const file of [placed, ...leftovers(placed)]) rmSync(file, { force: true })
  }
}

/** With its log beside it: what was written last may stand there alone. */
function setAside(database: string, now: Date): string {
  const kept = join(dirname(database), `anjuan-replaced-${now.toISOString().replace(/[^0-9]/g, '')}.db`)
  renameSync(database, kept)
  for (const suffix of ['-wal', '-shm']) if (existsSync(database + suffix)) renameSync(database + suffix, kept + suffix)
  return kept
}

async function intoDatabase(copy: string, url: string, { replace = false, now = new Date(), progress = silently }: Replacing) {
  const empty = await looking(url, isEmpty).catch(() => true)
  if (!empty && !replace) throw occupied('the database')
  await mustBeIntact(copy)
  const replaced = empty ? null : await extentOf(url)
  const kept = empty ? null : await setAsidePostgres(url, now)
  try {
    await copyAll(copy, url, progress)
  } catch (error) {
    if (kept) await putBackPostgres(url, kept)
    throw error
  }
  return { replaced, kept }
}
