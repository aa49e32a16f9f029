// The institution's time in the demo: real time and the days it was moved, kept in the database.
import { eq, sql } from 'drizzle-orm'
import { type Db, schema, type Write, write } from '../db/database.ts'

const { state } = schema
const key = 'clock-days'
const dayMs = 86_400_000

/** `real` is the time when nothing was moved yet, in ms. Every process on the database goes by the same time. */
export async function demoClock(db: Db, real: () => number = Date.now) {
  let days = 0
  const look = async () => {
    const [moved] = await db.q.select().from(state).where(eq(state.key, key))
    days = Number(moved?.value ?? 0)
  }
  await look()
  return {
    now: () => new Date(real() + days * dayMs),
    /** Takes over how far the time was moved, by whichever process. */
    look,
    /** Forward by whole days. */
    moveClock: (by: number): Write => {
      const more = sql`cast(cast(${state.value} as integer) + ${by} as text)`
      return write((tx) =>
        tx
          .insert(state)
          .values({ key, value: String(by) })
          .onConflictDoUpdate({ target: state.key, set: { value: more } })
          .returning({ key: state.key }),
      )
    },
  }
}
