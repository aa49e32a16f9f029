// A small institution on paper: people of every role and a student with enrolments, as the records a pure procedure is told about.
import { type Role, roleNames, roles } from '../../machines/departments.ts'
import { shanghaiDate } from '../../machines/due.ts'
import type { CaseRecord, EnrolmentRecord, Person, Records } from '../../machines/records.ts'
import { rulesFor } from '../../machines/refund-rules.ts'
import type { Lookup } from './sample.ts'

/** What a settlement comes to: a refund that needs a release, one that doesn't, nothing, or a debt. */
export type Money = 'large' | 'small' | 'nil' | 'debt'
export type Circumstances = { money?: Money; minor?: boolean; enrolments?: number; complaint?: boolean }

const person = (role: Role, nth: number): Person => ({
  id: `${role}-${nth}`,
  name: `${roles[role].label['zh-CN']}${nth}`,
  role,
  department: roles[role].department,
  lead: nth === 1,
  reportsTo: nth === 1 ? null : `${role}-1`,
  campus: null,
})
/** Three people of every role, the first of them its lead: `finance-1`, `finance-2` … */
export const people: readonly Person[] = roleNames.flatMap((role) => [1, 2, 3].map((nth) => person(role, nth)))

const held: Record<Money, Pick<EnrolmentRecord, 'paidFen' | 'lessonsUsed' | 'owedFen'>> = {
  large: { paidFen: 5_000_000, lessonsUsed: 5, owedFen: 0 },
  small: { paidFen: 5_000_000, lessonsUsed: 45, owedFen: 0 },
  nil: { paidFen: 5_000_000, lessonsUsed: 50, owedFen: 0 },
  debt: { paidFen: 0, lessonsUsed: 20, owedFen: 2_000_000 },
}
const enrolment = (money: Money, nth: number): EnrolmentRecord => ({
  enrolment: `enrolment-${nth}`,
  student: 'student-1',
  campus: 'campus-1',
  course: 'course-1',
  status: 'running',
  endingCase: null,
  priceFen: 5_000_000,
  listPriceFen: 5_000_000,
  lessonsBought: 50,
  lessonsGifted: 0,
  materialsFen: 0,
  paidOn: '2026-01-05',
  startsOn: '2026-01-12',
  stage: 'basic',
  ...held[money],
})

const sibling = (id: string, procedure: string): CaseRecord => ({
  id,
  number: id,
  procedure,
  open: true,
  student: 'student-1',
  enrolments: [],
  follows: null,
})

/** The records as a case of the procedure finds them at the instant `at`; a duplicate of it is open too. */
export const recordsOf = (
  { money = 'small', minor = false, enrolments = 1, complaint = false }: Circumstances,
  at: string,
  procedure: string,
): Records => ({
  actor: 'nobody',
  caseId: 'case-1',
  procedure,
  today: shanghaiDate(at),
  student: { id: 'student-1', minor, campus: 'campus-1' },
  enrolments: Array.from({ length: enrolments }, (_, index) => enrolment(money, index + 1)),
  people: [...people],
  siblings: [sibling('case-2', procedure), ...(complaint ? [sibling('case-3', 'complaint')] : [])],
  handlers: [],
  barred: [],
  named: [],
  rules: rulesFor(shanghaiDate(at)),
})

const leads = (people: readonly Person[]) => people.filter(({ lead }) => lead)

/** What the forms may refer to: whoever leads first, since they are close to most. */
export const lookupIn =
  ({ student, enrolments, people, siblings }: Records): Lookup =>
  (format) => {
    if (format === 'student') return student ? [student.id] : []
    if (format === 'enrolment') return enrolments.map((e) => e.enrolment)
    if (format === 'user') return [...leads(people), ...people.filter(({ lead }) => !lead)].map((p) => p.id)
    return format === 'case' ? siblings.map((c) => c.id) : ['attachment-1', 'attachment-2']
  }
