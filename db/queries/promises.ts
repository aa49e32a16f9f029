// Reads what students were promised when they left (A6.3.3b), and with which enrolment a promise could be redeemed.
import { and, eq, isNotNull, min, notInArray, type SQL, sql } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'
import { first } from '../prepared.ts'

const { promises, students, cases, enrolments, caseEnrolments } = schema

/** `open`: neither redeemed nor run out on the Shanghai date `today`. `after` is the last row of the page before. */
export type PromiseQuery = {
  student?: string
  caseId?: string
  open?: boolean
  today: string
  after: [until: string, id: string] | null
  limit: number
}

const isOpen = (today: string) => sql`(${promises.redeemedAt} is null and ${promises.until} >= ${today})`

/** Those that run out first come first, one more than `limit` when there is a next page. */
export async function findPromises({ q }: Db, { student, caseId, open, today, after, limit }: PromiseQuery) {
  const conditions: (SQL | undefined)[] = [
    student === undefined ? undefined : eq(promises.student, student),
    caseId === undefined ? undefined : eq(promises.caseId, caseId),
    open === undefined ? undefined : open ? isOpen(today) : sql`not ${isOpen(today)}`,
    after === null ? undefined : sql`(${promises.until}, ${promises.id}) > (${after[0]}, ${after[1]})`,
  ]
  return rowsWhere({ q }, and(...conditions), limit + 1)
}

export type PromiseRow = Awaited<ReturnType<typeof findPromises>>[number]
export const promiseById = async (db: Pick<Db, 'q'>, id: string): Promise<PromiseRow | undefined> =>
  first(await rowsWhere(db, eq(promises.id, id), 1))

const rowsWhere = ({ q }: Pick<Db, 'q'>, condition: SQL | undefined, limit: number) =>
  q
    .select({ promise: promises, studentName: students.name, number: cases.number })
    .from(promises)
    .innerJoin(students, eq(students.id, promises.student))
    .innerJoin(cases, eq(cases.id, promises.caseId))
    .where(condition)
    .orderBy(promises.until, promises.id)
    .limit(limit)

/** Running enrolments that students made since the day the case ended theirs, and redeemed nothing with: it stays open for weeks after, until the return visit. */
export async function returnsFor({ q }: Pick<Db, 'q'>, { promise }: PromiseRow): Promise<string[]> {
  const ofTheCase = q.select({ id: caseEnrolments.enrolment }).from(caseEnrolments).where(eq(caseEnrolments.caseId, promise.caseId))
  const spent = q.select({ id: promises.redeemedFor }).from(promises).where(isNotNull(promises.redeemedFor))
  const leftOn = q
    .select({ on: min(enrolments.endedOn) })
    .from(enrolments)
    .where(eq(enrolments.endedBy, promise.caseId))
  const found = await q
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.student, promise.student),
        eq(enrolments.status, 'running'),
        sql`${enrolments.enrolledOn} >= (${leftOn})`,
        notInArray(enrolments.id, ofTheCase),
        notInArray(enrolments.id, spent),
      ),
    )
    .orderBy(enrolments.id)
  return found.map(({ id }) => id)
}
