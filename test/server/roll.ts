// The students of the tests' institution: minors and adults, paid up and in arrears, with one enrolment and with two.
import { schema, type Write, write } from '../../db/database.ts'

type Student = typeof schema.students.$inferInsert
type Enrolment = typeof schema.enrolments.$inferInsert
export const rollSize = 24

const two = (n: number) => String(n).padStart(2, '0')
const studentId = (n: number) => `student-${two(n)}`
/** Every other student is a minor. */
const student = (n: number): Student => {
  const minor = n % 2 === 0
  return {
    id: studentId(n),
    number: `S2025${two(n)}`,
    name: `学员${two(n)}`,
    birthDate: minor ? '2014-05-20' : '1999-05-20',
    phone: minor ? null : '13900001234',
    guardian: minor ? `家长${two(n)}` : null,
    guardianPhone: minor ? '13900005678' : null,
    campus: n % 3 === 0 ? 'west' : 'east',
  }
}

/** Of four students one owes part of the fee; large fees need a release. */
const enrolment = (n: number, which: number): Enrolment => {
  const priceFen = n % 3 === 1 ? 2_400_000 : 480_000
  const owedFen = n % 4 !== 0 && n % 2 === 0 ? 120_000 : 0
  return {
    id: `${studentId(n)}-e${which}`,
    student: studentId(n),
    campus: n % 3 === 0 ? 'west' : 'east',
    course: '英语综合',
    className: '英语综合一班',
    stage: (['basic', 'advanced', 'completion'] as const)[n % 3]!,
    startsOn: '2025-12-01',
    enrolledOn: '2025-11-20',
    paidOn: '2025-11-22',
    priceFen,
    listPriceFen: priceFen + 20_000,
    paidFen: priceFen - owedFen,
    owedFen,
    lessonsBought: 48,
    lessonsGifted: n % 5 === 0 ? 4 : 0,
    lessonsUsed: (n * 7) % 40,
    materialsFen: n % 2 === 0 ? 12_000 : 0,
    status: 'running',
  }
}

const numbers = Array.from({ length: rollSize }, (_, index) => index + 1)
const enrolments = numbers.flatMap((n) => (n % 3 === 0 ? [enrolment(n, 1), enrolment(n, 2)] : [enrolment(n, 1)]))

export const storeRoll = (): Write[] => [
  ...numbers.map((n) => write((tx) => tx.insert(schema.students).values(student(n)).returning({ id: schema.students.id }))),
  ...enrolments.map((e) => write((tx) => tx.insert(schema.enrolments).values(e).returning({ id: schema.enrolments.id }))),
]
