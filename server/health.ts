// Whether what is recorded now would be kept: tried for real, at most once a second however many ask.
import { eq } from 'drizzle-orm'
import { type Db, schema, write } from '../db/database.ts'

const everyMs = 1000
const { state } = schema
/** A row that comes and goes in one transaction: the disk takes part in it, and nothing is left. */
const beat = () => [
  write((tx) => tx.insert(state).values({ key: 'pulse', value: '' }).onConflictDoNothing().returning({ key: state.key })),
  write((tx) => tx.delete(state).where(eq(state.key, 'pulse')).returning({ key: state.key })),
]

/** Resolves where the store takes a write, throws what keeps it from doing so. */
export function pulseOf(db: Db): () => Promise<void> {
  let last = { at: Number.NEGATIVE_INFINITY, felt: Promise.resolve() }
  return () => {
    const at = performance.now()
    if (at - last.at >= everyMs) last = { at, felt: db.commit(beat()) }
    return last.felt
  }
}
