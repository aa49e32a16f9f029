// The institution's time in the demo: real time and the days it was moved, kept in the database.
import { eq, sql } from 'drizzle-orm'
import { type Db, schema, write } from '../db/database.ts'

const { state } = schema
const key = 'clock-days'
const dayMs = 86_400_000

/** `real` is the time when nothing was moved yet, in ms. */
export function demoClock(db: Db, real: () => number = Date.now) {
  const moved = () => Number(db.q.select().from(state).where(eq(state.key, key)).get()?.value ?? 0)
  const now = () => new Date(real() + moved() * dayMs)
  return {
    now,
    /** Forward by whole days. */
    moveClock: (days: number) => {
      const more = sql`cast(cast(${state.value} as integer) + ${days} as text)`
      return write((tx) =>
        tx
          .insert(state)
          .values({ key, value: String(days) })
          .onConflictDoUpdate({ target: state.key, set: { value: more } })
          .returning({ key: state.key }),
      )
    },
  }
}
