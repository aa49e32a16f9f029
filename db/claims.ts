// Deadlines and effects are carried out by one process at a time. Whoever takes one up signs it; a signature lapses after a while, so
// that what a process left behind is taken up by another, and whoever wakes up too late finds another's signature on it.
import { and, asc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { rows } from './conflict.ts'
import { type Db, schema, still, type Write, write } from './database.ts'
import { free } from './locks.ts'
import { given, prepared, preparedWrite, some } from './prepared.ts'

const { timers, outbox } = schema
export type DueTimer = typeof timers.$inferSelect
export type OutboxRow = typeof outbox.$inferSelect
/** In ms of real time, not of the institution's. */
export const lapsesAfter = 30_000
const batch = 100

type Signed = typeof timers | typeof outbox
/** Signed by nobody, too long ago, or in the future: somebody's clock has jumped. */
const unsigned = ({ claim, claimedAt }: Signed) => or(isNull(claim), lt(claimedAt, given('lapsed')), gt(claimedAt, given('at')))
const isDue = and(isNull(timers.passedAt), lte(timers.due, given('now')), unsigned(timers))
const isOpen = and(isNull(outbox.doneAt), unsigned(outbox))
const anyTimer = prepared((q) => q.select({ due: timers.due }).from(timers).where(isDue).limit(1))
const anyEffect = prepared((q) => q.select({ id: outbox.id }).from(outbox).where(isOpen).limit(1))
const key = { caseId: timers.caseId, step: timers.step, deadline: timers.deadline }
const signTimers = preparedWrite((tx) => {
  const due = free(tx.select(key).from(timers).where(isDue).orderBy(asc(timers.due)).limit(batch))
  return tx
    .update(timers)
    .set({ claim: given('token'), claimedAt: given('at') } as never)
    .where(sql`(${timers.caseId}, ${timers.step}, ${timers.deadline}) in ${due}`)
    .returning()
})
const signEffects = preparedWrite((tx) => {
  const open = free(tx.select({ id: outbox.id }).from(outbox).where(isOpen).orderBy(asc(outbox.id)).limit(batch))
  return tx
    .update(outbox)
    .set({ claim: given('token'), claimedAt: given('at') } as never)
    .where(sql`${outbox.id} in ${open}`)
    .returning()
})

/** Running deadlines that are due at the institution's time `now`, the earliest first. `token` is new each time. */
export async function claimTimers(db: Db, token: string, now: string): Promise<DueTimer[]> {
  const at = Date.now()
  if (!some(await anyTimer(db, { now, at, lapsed: at - lapsesAfter }))) return []
  let taken: DueTimer[] = []
  await db.commit([
    signTimers({ token, now, at, lapsed: at - lapsesAfter }, (found) => {
      taken = found as DueTimer[]
    }),
  ])
  return taken.toSorted((a, b) => (a.due < b.due ? -1 : 1))
}

/** Effects that are not carried out yet, in the order in which they were caused. */
export async function claimEffects(db: Db, token: string): Promise<OutboxRow[]> {
  const at = Date.now()
  if (!some(await anyEffect(db, { at, lapsed: at - lapsesAfter }))) return []
  let taken: OutboxRow[] = []
  await db.commit([
    signEffects({ token, at, lapsed: at - lapsesAfter }, (found) => {
      taken = found as OutboxRow[]
    }),
  ])
  return taken.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whether a deadline is due or an effect open, taken up or not. */
export async function anythingDue({ q }: Db, now: string): Promise<boolean> {
  const running = and(isNull(timers.passedAt), lte(timers.due, now))
  return (
    some(await q.select({ due: timers.due }).from(timers).where(running).limit(1)) ||
    some(await q.select({ id: outbox.id }).from(outbox).where(isNull(outbox.doneAt)).limit(1))
  )
}

const isTimer = ({ caseId, step, deadline }: Pick<DueTimer, 'caseId' | 'step' | 'deadline'>) =>
  and(eq(timers.caseId, caseId), eq(timers.step, step), eq(timers.deadline, deadline))

/** A conflict for whoever carries out a deadline that another has taken up meanwhile. */
export const stillClaimed = (timer: DueTimer): Write =>
  still(
    (tx) =>
      tx
        .select({ step: timers.step })
        .from(timers)
        .where(and(isTimer(timer), eq(timers.claim, timer.claim!))),
    rows(1),
    'update',
  )

/** The deadline is dropped. */
export const dropClaimed = (timer: DueTimer): Write =>
  write((tx) => tx.delete(timers).where(isTimer(timer)).returning({ step: timers.step }))

/** The effect is done; a conflict for whoever did what another has taken up meanwhile. */
export const effectDone = ({ id, claim }: OutboxRow, now: string): Write =>
  write(
    (tx) =>
      tx
        .update(outbox)
        .set({ doneAt: now, claim: null, claimedAt: null })
        .where(and(eq(outbox.id, id), eq(outbox.claim, claim!), isNull(outbox.doneAt)))
        .returning({ id: outbox.id }),
    rows(1),
  )

/** What was taken up and not done is anybody's again. */
export const release = (db: Db, token: string) =>
  db.commit([
    write((tx) => tx.update(timers).set({ claim: null, claimedAt: null }).where(eq(timers.claim, token)).returning({ step: timers.step })),
    write((tx) =>
      tx
        .update(outbox)
        .set({ claim: null, claimedAt: null })
        .where(and(eq(outbox.claim, token), isNull(outbox.doneAt)))
        .returning({ id: outbox.id }),
    ),
  ])
