// Commands that wait together share one transaction and one wait for the disk, each in a savepoint of its own: what one of them
// breaks off leaves the others untouched.
import type Database from 'better-sqlite3'
import type { Change, Query, Write } from './database.ts'

type Waiting = { writes: readonly Write[]; done: () => void; failed: (error: unknown) => void }

const changesOf = ({ writes }: Waiting) => writes.flatMap(({ change }) => (change ? [change] : []))
type Answered = { all(): unknown[] }

/** `tell` hears what has changed once the disk has it. */
export function groupCommit(raw: Database.Database, q: Query, tell: (changes: Change[]) => void) {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => raw.prepare(sql)) as Statements
  const [savepoint, undo, release] = ['SAVEPOINT one', 'ROLLBACK TO one', 'RELEASE one'].map((sql) => raw.prepare(sql)) as Statements
  let waiting: Waiting[] = []

  /** What went wrong with one command; undefined when nothing did. Throws where the engine has given up the whole transaction. */
  const attempt = ({ writes }: Waiting): unknown => {
    savepoint.run()
    try {
      for (const { statement, check } of writes) {
        const rows = (statement(q) as unknown as Answered).all()
        check?.(rows)
      }
      release.run()
    } catch (error) {
      if (!raw.inTransaction) throw error
      undo.run()
      release.run()
      return error
    }
  }

  const together = (batch: Waiting[]): unknown[] => {
    begin.run()
    try {
      const outcomes = batch.map(attempt)
      commit.run()
      return outcomes
    } catch (error) {
      if (raw.inTransaction) rollback.run()
      throw error
    }
  }

  /** Nobody hears of success before the disk has it. */
  const flush = () => {
    const batch = waiting
    waiting = []
    if (!batch.length) return
    try {
      const outcomes = together(batch)
      for (const [index, { done, failed }] of batch.entries()) outcomes[index] === undefined ? done() : failed(outcomes[index])
      tell(batch.filter((_, index) => outcomes[index] === undefined).flatMap(changesOf))
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }

  return {
    /** All of it or nothing; durable when it resolves. */
    commit: (writes: readonly Write[]) =>
      new Promise<void>((done, failed) => {
        if (!waiting.length) setImmediate(flush)
        waiting.push({ writes, done, failed })
      }),
    /** Writes what still waits. */
    flush,
  }
}
type Statements = [Database.Statement, Database.Statement, Database.Statement]
