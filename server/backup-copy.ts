// Copies of the whole database, attachments included: made while it is in use, and put back with a word on what they hold.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { checkStore } from './verifier.ts'

/** What a copy holds. A copy that is too short passes every other check, so its extent is written beside it. */
export type Extent = { events: number; cases: number; newest: string | null }

export function extentOf(file: string): Extent {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const { events, newest } = raw.prepare('select count(*) as events, max(at) as newest from events').get() as Omit<Extent, 'cases'>
    const { cases } = raw.prepare('select count(*) as cases from cases').get() as Pick<Extent, 'cases'>
    return { events, cases, newest }
  } finally {
    raw.close()
  }
}

const noteBeside = (file: string) => `${file}.extent.json`
const unfinished = (file: string) => `${file}.unfinished`
const leftovers = (file: string) => ['-wal', '-shm'].map((suffix) => file + suffix)

/**
 * Copies the database `from` to a new file `to` while it is in use; `progress` hears the part done, 0 to 1. The copy appears under
 * its name when it is whole. An Error where `to` exists already.
 */
export async function backUp(from: string, to: string, progress: (part: number) => void = () => {}): Promise<Extent> {
  if (existsSync(to)) throw new Error(`${to} exists already`)
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
  const extent = extentOf(unfinished(to))
  writeFileSync(noteBeside(to), `${JSON.stringify(extent, null, 2)}\n`)
  renameSync(unfinished(to), to)
  return extent
}

/** Without a log beside it: whoever takes the file away has all of it. */
function inOneFile(file: string) {
  const raw = new Database(file)
  raw.pragma('journal_mode = delete')
  raw.close()
}

export type Restored = {
  extent: Extent
  /** What the copy held when it was made, as noted beside it; null without a note. */
  noted: Extent | null
  /** What the database it takes the place of held; null where there was none. */
  replaced: Extent | null
  /** Where that one is kept now. */
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

/**
 * Puts a copy in the place of `database` once it proved intact. With `replace` a database that is there is kept under another name,
 * otherwise it is an Error. Nobody may have it open.
 */
export async function restore(copy: string, database: string, { replace = false, now = new Date() } = {}): Promise<Restored> {
  if (existsSync(database) && !replace) throw new Error(`${database} exists already: add --replace to keep it aside and put the copy there`)
  mkdirSync(dirname(database), { recursive: true })
  const placed = unfinished(database)
  try {
    copyFileSync(copy, placed)
    await mustBeIntact(placed)
    const extent = extentOf(placed)
    const replaced = existsSync(database) ? extentOf(database) : null
    const kept = replaced ? setAside(database, now) : null
    renameSync(placed, database)
    return { extent, noted: noteOf(copy), replaced, kept }
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
