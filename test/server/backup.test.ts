// Copies of the database: made while people work, put back only when intact, and never shorter than known without a word.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backUp, extentOf, restore } from '../../server/backup-copy.ts'
import { checkStore } from '../../server/verifier.ts'
import { freshInstitution, type Institution } from './app.ts'

const application = (n: number) => ({ student: `student-0${n}`, enrolments: [`student-0${n}-e1`] })
const opened = async ({ as }: Institution, ...students: number[]) => {
  for (const n of students) await as('front-desk').open('withdrawal', application(n))
}
const beside = ({ where }: Institution, name: string) => join(dirname(where), name)

describe('a backup', () => {
  it('made while cases are being opened holds whole cases, and verifies', async () => {
    const house = await freshInstitution()
    await opened(house, 1, 3)
    const copy = beside(house, 'copy.db')
    const [extent] = await Promise.all([backUp(house.where, copy), opened(house, 5, 7)])
    expect(extent).toEqual(await extentOf(copy))
    expect(extent.cases).toBeGreaterThanOrEqual(2)
    expect((await checkStore(copy)).findings).toEqual([])
    expect(readdirSync(dirname(copy)).filter((name) => name.startsWith('copy'))).toEqual(['copy.db', 'copy.db.extent.json'])
  })

  it('overwrites nothing', async () => {
    const house = await freshInstitution()
    const copy = beside(house, 'copy.db')
    writeFileSync(copy, 'something else')
    await expect(backUp(house.where, copy)).rejects.toThrow('exists already')
  })
})

describe('a restore', () => {
  it('brings back everything, attachments included', async () => {
    const house = await freshInstitution()
    const evidence = [await house.as('front-desk').store()]
    await house.as('front-desk').open('withdrawal', { ...application(1), evidence })
    const copy = beside(house, 'copy.db')
    const made = await backUp(house.where, copy)
    const { extent, noted, replaced } = await restore(copy, beside(house, 'new/anjuan.db'))
    expect([extent, noted, replaced]).toEqual([made, made, null])
    expect((await checkStore(beside(house, 'new/anjuan.db'))).findings).toEqual([])
  })

  it('says how far a copy is behind the database it replaces, and keeps that one', async () => {
    const house = await freshInstitution()
    await opened(house, 1)
    const copy = beside(house, 'copy.db')
    const short = await backUp(house.where, copy)
    await opened(house, 3)
    const all = await extentOf(house.where)
    await expect(restore(copy, house.where)).rejects.toThrow('exists already')
    const { extent, replaced, kept } = await restore(copy, house.where, { replace: true })
    expect([extent, replaced]).toEqual([short, all])
    expect(all.events).toBeGreaterThan(short.events)
    expect(await extentOf(kept!)).toEqual(all)
  })

  it('refuses a copy that was cut off, changed, or is none, and leaves what is there', async () => {
    const house = await freshInstitution()
    await opened(house, 1)
    const copy = beside(house, 'copy.db')
    const before = await backUp(house.where, copy)
    const raw = new Database(copy)
    raw.exec(`drop trigger events_refuse_update; update events set actor = 'nobody' where sequence = 1`)
    raw.close()
    await expect(restore(copy, house.where, { replace: true })).rejects.toThrow('not intact')
    writeFileSync(beside(house, 'none.db'), 'no database at all')
    await expect(restore(beside(house, 'none.db'), house.where, { replace: true })).rejects.toThrow()
    expect(await extentOf(house.where)).toEqual(before)
    expect(existsSync(`${house.where}.unfinished`)).toBe(false)
    rmSync(copy)
  })
})
