// One transaction, on whichever engine: its statements are carried out in the order they were written in, and its checks looked at in it.
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Conflict, rows } from '../../db/conflict.ts'
import { type Db, openDatabase, schema, type Write, write } from '../../db/database.ts'
import { given, insertion, prepared, preparedWrite } from '../../db/prepared.ts'
import { emptyDatabase } from '../server/office.ts'

const { state } = schema
const insert = insertion(state)
const append = preparedWrite((tx) =>
  tx
    .update(state)
    .set({ value: sql`${state.value} || ${given('more')}` })
    .where(eq(state.key, given('key')))
    .returning({ key: state.key }),
)
const remove = (key: string): Write => write((tx) => tx.delete(state).where(eq(state.key, key)).returning({ key: state.key }), rows(1))
const look = (key: string, seen: unknown[]): Write =>
  write(
    (tx) => tx.select({ value: state.value }).from(state).where(eq(state.key, key)),
    (found) => seen.push(found),
  )
const valueAt = prepared((q) =>
  q
    .select({ value: state.value })
    .from(state)
    .where(eq(state.key, given('key'))),
)

async function database(): Promise<Db> {
  const db = await openDatabase(await emptyDatabase())
  onTestFinished(() => db.close())
  return db
}

describe('what is written together', () => {
  it('is written in its order, whether a statement was prepared or made for the occasion', async () => {
    const db = await database()
    const seen: unknown[] = []
    const again = [remove('a'), insert({ key: 'a', value: '-' }, rows(1))]
    const letters = [...'anjuan'].map((more) => append({ key: 'a', more }, rows(1)))
    await db.commit([insert({ key: 'a', value: '' }), look('a', seen), ...again, look('a', seen), ...letters, look('a', seen)])
    expect(seen).toEqual([[{ value: '' }], [{ value: '-' }], [{ value: '-anjuan' }]])
    expect(await valueAt(db, { key: 'a' })).toEqual([{ value: '-anjuan' }])
  })

  it('leaves nothing where a check fails, and tells of the first that did, whatever went wrong after it', async () => {
    const db = await database()
    const broken = write((tx) => tx.select({ value: sql`no_such_function(1)` }).from(state))
    await expect(db.commit([insert({ key: 'a', value: '' }), remove('b'), broken])).rejects.toBeInstanceOf(Conflict)
    await expect(db.commit([insert({ key: 'a', value: '' }), broken, remove('b')])).rejects.not.toBeInstanceOf(Conflict)
    expect(await valueAt(db, { key: 'a' })).toEqual([])
    await db.commit([insert({ key: 'a', value: 'still taken' })])
    expect(await valueAt(db, { key: 'a' })).toEqual([{ value: 'still taken' }])
  })
})
