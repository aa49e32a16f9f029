// One command, one transaction, one answer: with a key the same answer again, and another try when somebody was first.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, lt } from 'drizzle-orm'
import { Conflict, rows } from '../db/conflict.ts'
import { schema, type Write } from '../db/database.ts'
import { given, insertion, prepared, preparedWrite, unlessThere } from '../db/prepared.ts'
import { canonical } from '../machines/proof/canonical.ts'
import type { House } from './house.ts'
import { refuse } from './refusals.ts'

/** `body` is JSON text, kept to the letter. */
export type Answer = { status: number; headers: Record<string, string>; body: string }
export type Decision = { writes: Write[]; answer: Answer }
/** `key` is the caller's Idempotency-Key; method, address and body tell whether it is the same request. */
export type Request = { userId: string; key: string | undefined; method: string; url: string; body: unknown }

const keptFor = 7 * 86_400_000
const tries = 20
/** In ms; longer each time, and never the same for two who met. */
const pause = (attempt: number) => sleep(Math.random() * Math.min(attempt, 10) * 4)

export const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: JSON.stringify(body),
})

const turns = new WeakMap<House, Map<string, Promise<unknown>>>()
/** One after the other, for what would only overtake each other. */
export function inTurn<T>(house: House, what: string, work: () => Promise<T>): Promise<T> {
  const own = turns.get(house) ?? new Map<string, Promise<unknown>>()
  turns.set(house, own)
  const mine = (own.get(what) ?? Promise.resolve()).then(work)
  own.set(
    what,
    mine.catch(() => {}),
  )
  return mine
}

/**
 * `locate` finds the record (404), then a known key answers, then `decide` makes up the writes.
 * A decision that others overtook is made again on what is true then.
 */
export async function commitOnce<T>(
  house: House,
  request: Request,
  locate: () => Promise<T> | T,
  decide: (found: T) => Promise<Decision> | Decision,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const found = await locate()
    const known = await earlier(house, request)
    if (known) return known
    const { writes, answer } = await decide(found)
    try {
      await house.db.commit([...writes, ...remember(request, answer)])
      return answer
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === tries) throw error
      await pause(attempt)
    }
  }
}

const digest = ({ method, url, body }: Request) =>
  createHash('sha256')
    .update(`${method} ${url}\n${canonical(body ?? null)}`)
    .digest('hex')
const keys = schema.idempotency
/** Keys live by real time, whatever the demo's clock says. */
const cutoff = () => new Date(Date.now() - keptFor).toISOString()

async function earlier({ db }: House, request: Request): Promise<Answer | undefined> {
  if (request.key === undefined) return undefined
  const [row] = await kept(db, { userId: request.userId, key: request.key })
  if (!row || row.createdAt < cutoff()) return undefined
  if (row.request !== digest(request)) refuse('key-reused')
  return { status: row.status, headers: row.headers, body: row.body }
}

const kept = prepared((q) =>
  q
    .select()
    .from(keys)
    .where(and(eq(keys.userId, given('userId')), eq(keys.key, given('key')))),
)

const forget = preparedWrite((tx) =>
  tx
    .delete(keys)
    .where(and(eq(keys.userId, given('userId')), eq(keys.key, given('key')), lt(keys.createdAt, given('cutoff'))))
    .returning({ key: keys.key }),
)
const keep = insertion(keys, unlessThere)
function remember(request: Request, answer: Answer): Write[] {
  const { userId, key } = request
  if (key === undefined) return []
  const row = { userId, key, request: digest(request), ...answer, createdAt: new Date().toISOString() }
  return [forget({ userId, key, cutoff: cutoff() }), keep(row, rows(1))]
}
