// From SQLite to PostgreSQL and back: the same rows, the same hashes, all or nothing.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { countRows } from '../../db/copy.ts'
import { lookInto, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { backUp, extentOf, move, restore } from '../../server/backup-copy.ts'
import { administer } from '../../server/bench/postgres.ts'
import { checkStore } from '../../server/verifier.ts'
import { freshInstitution, type Institution, template } from '../server/app.ts'
import { newPlace, scratch } from '../server/store.ts'

async function withCases(): Promise<Institution> {
  const house = await freshInstitution()
  const evidence = [await house.as('front-desk').store()]
  await house.as('front-desk').open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'], evidence })
  await house.as('front-desk').open('complaint')
  await house.app.wake()
  return house
}
async function elsewhere() {
  const { where, drop } = await newPlace(template)
  onTestFinished(drop)
  return where
}
function file() {
  const folder = scratch()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'anjuan.db')
}
/** Every event, word, file and row of a store. */
async function everything(where: string) {
  const look = await lookInto(where)
  const ids = (await look.q.selectDistinct({ id: schema.events.caseId }).from(schema.events)).map(({ id }) => id).sort()
  const histories = []
  for (const id of ids) histories.push(await historyOf(look, id))
  const files = await look.q.select().from(schema.attachments)
  const all = { rows: await countRows(look.q), histories, files, users: await look.q.select().from(schema.users).orderBy(schema.users.id) }
  await look.close()
  return all
}

describe('a move', () => {
  it('to SQLite and back to PostgreSQL leaves every row and every hash as it was', async () => {
    const house = await withCases()
    const [lite, back] = [file(), await elsewhere()]
    const parts: number[] = []
    const checked = await move(house.where, lite, (part) => parts.push(part))
    expect(await move(lite, back)).toBe(checked)
    expect(parts).toEqual([...parts].sort((a, b) => a - b))
    expect(parts.at(-1)).toBe(1)
    const before = await everything(house.where)
    expect(await everything(lite)).toEqual(before)
    expect(await everything(back)).toEqual(before)
    expect((await checkStore(back)).findings).toEqual([])
  })

  it('that is interrupted leaves nothing there, and is made again', async () => {
    const house = await withCases()
    const [lite, back] = [file(), await elsewhere()]
    const interrupted = (part: number) => {
      if (part > 0.5) throw new Error('interrupted')
    }
    await expect(move(house.where, lite, interrupted)).rejects.toThrow('interrupted')
    expect([existsSync(lite), existsSync(`${lite}.unfinished`)]).toEqual([false, false])
    await move(house.where, lite)
    await expect(move(lite, back, interrupted)).rejects.toThrow('interrupted')
    await move(lite, back)
    expect(await everything(back)).toEqual(await everything(house.where))
  })

  it('takes no store for empty that is not, and carries no history that does not hold', async () => {
    const house = await withCases()
    const full = await withCases()
    await expect(move(full.where, house.where)).rejects.toThrow('already')
    await administer(house.where, `alter table events disable trigger all; update events set actor = 'nobody' where sequence = 1`)
    const lite = file()
    await expect(move(house.where, lite)).rejects.toThrow('not intact')
    expect(existsSync(lite)).toBe(false)
  })
})

describe('a backup of PostgreSQL', () => {
  it('made while cases are being opened is a file that verifies, and says what it holds', async () => {
    const house = await withCases()
    const copy = file()
    const [extent] = await Promise.all([backUp(house.where, copy), house.as('front-desk').open('complaint')])
    expect(extent).toEqual(await extentOf(copy))
    expect(extent.cases).toBeGreaterThanOrEqual(2)
    expect((await checkStore(copy)).findings).toEqual([])
  })

  it('is put back into an empty database, or beside what is kept aside, with a word on what is missing', async () => {
    const house = await withCases()
    const [copy, place] = [file(), await elsewhere()]
    const short = await backUp(house.where, copy)
    expect((await restore(copy, place)).extent).toEqual(short)
    await house.as('front-desk').open('complaint')
    const all = await extentOf(house.where)
    await house.app.close()
    await expect(restore(copy, house.where)).rejects.toThrow('--replace')
    const { extent, noted, replaced, kept } = await restore(copy, house.where, { replace: true })
    expect([extent, noted, replaced]).toEqual([short, short, all])
    expect(kept).toMatch(/^anjuan_replaced_/)
    expect((await checkStore(house.where)).findings).toEqual([])
  })
})
