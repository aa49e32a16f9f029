// One case concerns one student: what was ticked, by student.
import type { Owing } from '../../api/leavers.ts'

export type Debtor = { student: string; enrolments: string[] }
export const byStudent = (rows: readonly Owing[]): Debtor[] =>
  [...Map.groupBy(rows, ({ student }) => student)].map(([student, owing]) => ({ student, enrolments: owing.map((row) => row.enrolment) }))
