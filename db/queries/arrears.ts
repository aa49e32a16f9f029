// Reads the arrears list: running enrolments for which something is owed, and the open case that concerns it (A3.5.2, A6.3.1a).
import { and, eq, gt, sql } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'

const { enrolments, students, cases, caseEnrolments } = schema

/** In the order of student numbers, one more than `limit` when there is a next page; `after` is the last row of the page before. */
export async function arrearsList({ q }: Db, after: [number: string, enrolment: string] | null, limit: number) {
  return q
    .select({
      enrolment: enrolments.id,
      student: students.id,
      number: students.number,
      studentName: students.name,
      course: enrolments.course,
      className: enrolments.className,
      campus: enrolments.campus,
      owedFen: enrolments.owedFen,
    })
    .from(enrolments)
    .innerJoin(students, eq(students.id, enrolments.student))
    .where(
      and(
        gt(enrolments.owedFen, 0),
        eq(enrolments.status, 'running'),
        after ? sql`(${students.number}, ${enrolments.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(students.number, enrolments.id)
    .limit(limit + 1)
}

/** The open arrears case that concerns an enrolment, if there is one. */
export async function arrearsCaseOf({ q }: Db, enrolment: string): Promise<{ id: string; number: string } | null> {
  const [found] = await q
    .select({ id: cases.id, number: cases.number })
    .from(caseEnrolments)
    .innerJoin(cases, eq(cases.id, caseEnrolments.caseId))
    .where(and(eq(caseEnrolments.enrolment, enrolment), eq(cases.procedure, 'arrears'), eq(cases.status, 'active')))
  return found ?? null
}
