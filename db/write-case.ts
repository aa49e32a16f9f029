// The one write: an event with its words, the case's new state, timers, steps, effects – as one list of statements.
import { and, eq, exists, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Share, Waiver } from '../machines/debts.ts'
import type { Effect, EffectName, EffectParams } from '../machines/effects.ts'
import { type EventRecord, eventHash, personalDigest } from '../machines/proof/chain.ts'
import type { EnrolmentRecord, Person } from '../machines/records.ts'
import type { Running } from '../machines/running.ts'
import { type CaseRow, type CaseState, type Stay, stepKey } from './case-state.ts'
import { Conflict, rows } from './conflict.ts'
import { schema, still, type Write, write } from './database.ts'
import { alone, moves, takesPart } from './knowing.ts'
import { held } from './locks.ts'
import { byId, given, insertion, preparedWrite, unlessThere } from './prepared.ts'

const {
  cases,
  events,
  lateSteps,
  stays,
  words,
  timers,
  steps,
  outbox,
  handlers,
  caseEnrolments,
  caseAttachments,
  deputies,
  endings,
  enrolments,
  promises,
  users,
} = schema

/** What is recorded beside the hashed keys that follow from it. `salt` is 16 random bytes in hex, given whenever there are words. */
export type Recorded = Omit<EventRecord, 'v' | 'personalDigest'> & { personal: Record<string, unknown> | null; salt: string | null }
export type Sealed = Recorded & { personalDigest: string | null; hash: string }

export function seal(recorded: Recorded): Sealed {
  const digest = personalDigest(recorded.salt, recorded.personal)
  const { personal: _, salt: __, ...hashed } = recorded
  return { ...recorded, personalDigest: digest, hash: eventHash({ v: 1, ...hashed, personalDigest: digest }) }
}

const insertEvent = insertion(events, unlessThere)
const insertWords = insertion(words)

/** Appends the event; its words stand in their own table. */
export function appendEvent({ case: caseId, personal, salt, ...event }: Sealed): Write[] {
  const append = insertEvent({ caseId, ...event }, rows(1))
  return personal ? [append, insertWords({ caseId, sequence: event.sequence, personal, salt })] : [append]
}

type Said = 'case' | 'sequence' | 'procedure' | 'type' | 'actor' | 'onBehalfOf' | 'at'
const insertLate = insertion(lateSteps, unlessThere)
/** Notes that the event left a step which was due before. */
export const leftLate = (
  { case: caseId, sequence, procedure, type, actor, onBehalfOf, at }: Pick<Sealed, Said>,
  { step, deadline, due }: Running,
): Write => insertLate({ caseId, sequence, procedure, type, actor, onBehalfOf, at, step, deadline, due })

const insertStay = insertion(stays, unlessThere)
/** Notes how long the case stood in the steps that it left; left twice in the same instant, a step is noted once. */
export const stayed = (ended: readonly Stay[]): Write[] => ended.map((stay) => insertStay(stay))

/** The actor's rights are still those the decision was made on. */
export const sameRights = ({ id, rightsRevision }: { id: string; rightsRevision: number }): Write =>
  rightsStill({ id, rightsRevision }, rows(1))
const rightsStill = preparedWrite((tx) =>
  held(
    tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, given('id')), eq(users.rightsRevision, given('rightsRevision')), eq(users.active, true))),
    'share',
  ),
)

/** Whoever acts for somebody still deputises for them on the Shanghai date `today`, and that person is still who they were. */
export const stillDeputises = (deputy: string, principal: Pick<Person, 'id' | 'role' | 'lead'>, today: string): Write =>
  still(
    (tx) =>
      tx
        .select({ id: users.id })
        .from(users)
        .where(
          and(
            eq(users.id, principal.id),
            eq(users.active, true),
            eq(users.role, principal.role),
            eq(users.lead, principal.lead),
            exists(
              tx
                .select({ id: deputies.id })
                .from(deputies)
                .where(inForce(deputy, principal.id, today)),
            ),
          ),
        ),
    rows(1),
  )
const inForce = (deputy: string, principal: string, today: string) =>
  and(eq(deputies.deputy, deputy), eq(deputies.principal, principal), lte(deputies.from, today), gte(deputies.until, today))

/** The student's enrolments hold what they held when the decision was made on them. */
export const sameEnrolments = (student: string | null, read: readonly EnrolmentRecord[]): Write[] =>
  student === null ? [] : [enrolmentsStill({ student }, unchanged(read))]
const enrolmentsStill = preparedWrite((tx) =>
  held(
    tx
      .select()
      .from(enrolments)
      .where(eq(enrolments.student, given('student'))),
    'update',
  ),
)

const unchanged = (read: readonly EnrolmentRecord[]) => (found: unknown[]) => {
  const amounts = ({ paidFen, owedFen, priceFen, status }: Pick<EnrolmentRecord, 'paidFen' | 'owedFen' | 'priceFen' | 'status'>) => [
    paidFen,
    owedFen,
    priceFen,
    status,
  ]
  const now = (found as (typeof enrolments.$inferSelect)[]).sort(byId)
  if (JSON.stringify(now.map(amounts)) !== JSON.stringify(read.map(amounts))) throw new Conflict('the enrolments have changed')
}

const insertRow = insertion(cases)
export const insertCase = (state: CaseState): Write[] => [
  { ...insertRow(state.row, rows(1)), change: { of: 'case', id: state.row.id } },
  ...rowsChanged({ steps: [], timers: [] }, state),
]

/** The case's new state, if it still stands where it was read. */
export function updateCase(before: CaseState, after: CaseState): Write[] {
  const { id, sequence } = before.row
  const update = after.row.revision === before.row.revision ? moveOn : changeRow
  return [
    { ...update({ ...after.row, before: sequence }, rows(1)), change: { of: 'case', id } },
    ...moves(before.row, after.row),
    ...rowsChanged(before, after),
  ]
}
const setting = (...names: (keyof CaseRow)[]) =>
  preparedWrite((tx) =>
    tx
      .update(cases)
      .set(Object.fromEntries(names.map((name) => [name, given(name)])))
      .where(and(eq(cases.id, given('id')), eq(cases.sequence, given('before'))))
      .returning({ id: cases.id }),
  )
/** Of an act the machine does not learn: what it remembers is not written again. */
const anyEvent = ['sequence', 'head', 'lastAt'] as const
const moveOn = setting(...anyEvent)
const changeRow = setting(
  ...anyEvent,
  'status',
  'value',
  'context',
  'stateDigest',
  'revision',
  'closedAt',
  'outcome',
  'about',
  'due',
  'sortKey',
)

const gone = <R>(before: R[], after: R[], key: (row: R) => string) =>
  before.filter((row) => !after.some((other) => key(other) === key(row)))
const same = <R extends object>(a: R, b: R) => (Object.keys(a) as (keyof R)[]).every((column) => a[column] === b[column])
const fresh = <R extends object>(before: R[], after: R[]) => after.filter((row) => !before.some((other) => same(row, other)))

function rowsChanged(before: Pick<CaseState, 'steps' | 'timers'>, { row, ...after }: CaseState): Write[] {
  const { id } = row
  const left = gone(before.steps, after.steps, stepKey).map(stepKey)
  const entered = fresh(before.steps, after.steps)
  const known = before.steps.map((step) => step.department)
  const joining = entered.map((step) => step.department).filter((department) => !known.includes(department))
  return [
    ...left.map((path) => leaveStep({ id, path })),
    ...entered.map((step) => enterStep(step)),
    ...[...new Set(joining)].map((department) => takesPart(row, department)),
    ...fresh(after.timers, before.timers).map(({ step, deadline }) => dropTimer({ id, step, deadline })),
    ...fresh(before.timers, after.timers).map((timer) => insertTimer(timer)),
  ]
}

const leaveStep = preparedWrite((tx) =>
  tx
    .delete(steps)
    .where(and(eq(steps.caseId, given('id')), eq(steps.path, given('path'))))
    .returning({ path: steps.path }),
)
const enterStep = insertion(steps, (insert) =>
  insert.onConflictDoUpdate({
    target: [steps.caseId, steps.path],
    set: {
      assignee: sql`excluded.assignee`,
      due: sql`excluded.due`,
      department: sql`excluded.department`,
      nudgedAt: sql`excluded.nudged_at`,
      sortKey: sql`excluded.sort_key`,
    },
  }),
)
const dropTimer = preparedWrite((tx) =>
  tx
    .delete(timers)
    .where(and(eq(timers.caseId, given('id')), eq(timers.step, given('step')), eq(timers.deadline, given('deadline'))))
    .returning({ step: timers.step }),
)
const insertTimer = insertion(timers)

/** Whoever records a step has handled the case. */
export const handledBy = (caseId: string, people: string[]): Write[] => people.map((userId) => insertHandler({ caseId, userId }))
const insertHandler = preparedWrite((tx) =>
  tx
    .insert(handlers)
    .values({
      caseId: given('caseId'),
      userId: given('userId'),
      alone: alone(given('caseId'), given('userId')) as never,
      sortKey: sql`(select ${cases.sortKey} from ${cases} where ${cases.id} = ${given('caseId')} and ${cases.status} = 'done')` as never,
    })
    .onConflictDoNothing()
    .returning({ userId: handlers.userId }),
)

export const concerns = (caseId: string, ids: string[]): Write[] => ids.map((enrolment) => insertEnrolment({ caseId, enrolment }))
const insertEnrolment = insertion(caseEnrolments, unlessThere)

export const refersTo = (caseId: string, ids: string[]): Write[] => ids.map((attachment) => insertAttachment({ caseId, attachment }))
const insertAttachment = insertion(caseAttachments, unlessThere)

type Origin = { caseId: string; sequence: number; at: string; student: string | null; newId: () => string }
type CarriedOut = { [K in keyof EffectParams]?: (params: EffectParams[K], origin: Origin) => Write[] }

const taken = (found: unknown[], asked: string[]) => {
  if (found.length !== asked.length) throw new Conflict('another case is ending one of these enrolments')
}
const claimed = (caseId: string, ids: string[]) => and(eq(endings.caseId, caseId), inArray(endings.enrolment, ids))

/** `owed` is what is added to the debt of an enrolment, below zero taken off it; the debt never falls below nothing. */
const changeDebt = ({ enrolment }: Share, owed: number, rest: Partial<Record<'paidFen' | 'priceFen', SQL>>): Write =>
  write(
    (tx) =>
      tx
        .update(enrolments)
        .set({ owedFen: sql`${enrolments.owedFen} + ${owed}`, ...rest })
        .where(and(eq(enrolments.id, enrolment), gte(enrolments.owedFen, -owed)))
        .returning({ id: enrolments.id }),
    rows(1),
  )
const paid = (share: Share) => changeDebt(share, -share.amountFen, { paidFen: sql`${enrolments.paidFen} + ${share.amountFen}` })
const waived = (share: Waiver) => changeDebt(share, -share.amountFen, { priceFen: sql`${enrolments.priceFen} - ${share.priceFen}` })
const restored = (share: Waiver) => changeDebt(share, share.amountFen, { priceFen: sql`${enrolments.priceFen} + ${share.priceFen}` })

/** Effects that belong into the transaction itself; all others become rows of the outbox. */
const inTransaction = {
  'ending.claim': ({ enrolments: ids }, { caseId }) => [
    write((tx) =>
      tx
        .insert(endings)
        .values(ids.map((enrolment) => ({ enrolment, caseId })))
        .onConflictDoNothing()
        .returning({ enrolment: endings.enrolment }),
    ),
    write(
      (tx) => tx.select({ enrolment: endings.enrolment }).from(endings).where(claimed(caseId, ids)),
      (found) => taken(found, ids),
    ),
  ],
  'ending.release': (_, { caseId }) => [
    write((tx) => tx.delete(endings).where(eq(endings.caseId, caseId)).returning({ enrolment: endings.enrolment })),
  ],
  'enrolments.end': ({ enrolments: ids, date }, { caseId }) => [
    write(
      (tx) =>
        tx
          .update(enrolments)
          .set({ status: 'ended', endedOn: date, endedBy: caseId })
          .where(and(inArray(enrolments.id, ids), eq(enrolments.status, 'running')))
          .returning({ id: enrolments.id }),
      (found) => taken(found, ids),
    ),
  ],
  'enrolments.restore': (_, { caseId }) => [
    write((tx) =>
      tx
        .update(enrolments)
        .set({ status: 'running', endedOn: null, endedBy: null })
        .where(eq(enrolments.endedBy, caseId))
        .returning({ id: enrolments.id }),
    ),
  ],
  'debt.pay': ({ shares }) => shares.map(paid),
  'debt.waive': ({ shares }) => shares.map(waived),
  'debt.restore': ({ shares }) => shares.map(restored),
  'promise.keep': (params, { caseId, student, newId }) => [
    write((tx) =>
      tx
        .insert(promises)
        .values({ id: newId(), caseId, student: student ?? '', ...params })
        .returning({ id: promises.id }),
    ),
  ],
} satisfies CarriedOut
/** The effects that are carried out from the outbox. */
export type Posted = Exclude<EffectName, keyof typeof inTransaction>

export function carryOut(effects: Effect[], origin: Origin): Write[] {
  return effects.flatMap(({ type, params }) => {
    const write = (inTransaction as CarriedOut)[type] as ((params: unknown, origin: Origin) => Write[]) | undefined
    return write ? write(params, origin) : [post(type, params, origin)]
  })
}

const insertMessage = insertion(outbox)
const post = (effect: string, params: Record<string, unknown>, { caseId, sequence, at, newId }: Origin): Write =>
  insertMessage({ id: newId(), caseId, sequence, effect, params, createdAt: at })
