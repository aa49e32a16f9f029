// Commands that wait together: each is written whole or not at all, whatever becomes of the others.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Conflict, rows } from '../../db/conflict.ts'
import { type Db, openDatabase, schema, type Write, write } from '../../db/database.ts'

const { state } = schema

async function database(): Promise<Db> {
  const file = join(mkdtempSync(join(tmpdir(), 'anjuan-group-')), 'anjuan.db')
  const db = await openDatabase(file)
  onTestFinished(async () => {
    await db.close()
    rmSync(dirname(file), { recursive: true })
  })
  return db
}

const put = (key: string, value = key): Write =>
  write((tx) => tx.insert(state).values({ key, value }).onConflictDoNothing().returning({ key: state.key }), rows(1))
const keysOf = async ({ q }: Db) => (await q.select({ key: state.key }).from(state)).map(({ key }) => key).sort()

describe('commands that wait together', () => {
  it('are all there once they are answered, in a transaction of their own or not', async () => {
    const db = await database()
    const keys = Array.from({ length: 40 }, (_, i) => `k${String(i).padStart(2, '0')}`)
    await Promise.all(keys.map((key) => db.commit([put(key)])))
    expect(await keysOf(db)).toEqual(keys)
  })

  it('have one winner where two want the same, and the loser leaves nothing behind', async () => {
    const db = await database()
    const [first, second, third] = await Promise.allSettled([
      db.commit([put('a'), put('same')]),
      db.commit([put('b'), put('same')]),
      db.commit([put('c')]),
    ])
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((second as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
    expect(await keysOf(db)).toEqual(['a', 'c', 'same'])
  })

  it('see what those before them wrote', async () => {
    const db = await database()
    const seen: unknown[] = []
    const look = write(
      (tx) => tx.select({ value: state.value }).from(state).where(eq(state.key, 'a')),
      (found) => seen.push(...found),
    )
    await Promise.all([db.commit([put('a', 'first')]), db.commit([look])])
    expect(seen).toEqual([{ value: 'first' }])
  })

  it('are told apart from one that the database itself refuses', async () => {
    const db = await database()
    const broken = write((tx) =>
      tx
        .insert(state)
        .values({ key: 'x', value: null as never })
        .returning({ key: state.key }),
    )
    const [good, bad] = await Promise.allSettled([db.commit([put('a')]), db.commit([put('b'), broken])])
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected'])
    expect(await keysOf(db)).toEqual(['a'])
  })

  it('are written before the database is closed', async () => {
    const db = await database()
    const last = db.commit([put('late')])
    db.close()
    await last
  })
})
