// One case concerns one student: what was ticked, and what is listed, by student.
import type { Owing } from '../../api/leavers.ts'

export type Debtor = { student: string; enrolments: string[] }
export const byStudent = (rows: readonly Owing[]): Debtor[] =>
  [...Map.groupBy(rows, ({ student }) => student)].map(([student, owing]) => ({ student, enrolments: owing.map((row) => row.enrolment) }))

/** How many rows the student's cell of a row covers: all of theirs from the first, none from the others. */
export const spanOf = (rows: readonly Owing[], { student, enrolment }: Owing): number => {
  const theirs = rows.filter((row) => row.student === student)
  return theirs[0]?.enrolment === enrolment ? theirs.length : 0
}
