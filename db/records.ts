// Writes the institution's records: campuses, settings, students, what they enrolled for and what they were promised.
import { and, eq, isNull } from 'drizzle-orm'
import { rows } from './conflict.ts'
import { schema, still, type Write, write } from './database.ts'

const { campuses, settings, students, enrolments, promises } = schema

export const insertCampus = (row: typeof campuses.$inferInsert): Write =>
  write((tx) => tx.insert(campuses).values(row).onConflictDoNothing().returning({ id: campuses.id }), rows(1))
/** Fails with a conflict when this version exists already: somebody else changed the settings meanwhile. */
export const insertSettings = (row: typeof settings.$inferInsert): Write =>
  write((tx) => tx.insert(settings).values(row).onConflictDoNothing().returning({ version: settings.version }), rows(1))
export const insertStudent = (row: typeof students.$inferInsert): Write =>
  write((tx) => tx.insert(students).values(row).onConflictDoNothing().returning({ id: students.id }), rows(1))
export const insertEnrolment = (row: typeof enrolments.$inferInsert): Write =>
  write((tx) => tx.insert(enrolments).values(row).returning({ id: enrolments.id }), rows(1))

/** Once only: a conflict for whoever comes second. */
export const redeemPromise = (id: string, redeemed: { redeemedAt: string; redeemedBy: string; redeemedFor: string | null }): Write =>
  write(
    (tx) =>
      tx
        .update(promises)
        .set(redeemed)
        .where(and(eq(promises.id, id), isNull(promises.redeemedAt)))
        .returning({ id: promises.id }),
    rows(1),
  )

/** A conflict where the enrolment ended after it was read. */
export const stillRuns = (id: string): Write =>
  still(
    (tx) =>
      tx
        .select({ id: enrolments.id })
        .from(enrolments)
        .where(and(eq(enrolments.id, id), eq(enrolments.status, 'running'))),
    rows(1),
  )
