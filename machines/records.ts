// What the pure core may be told about the institution's records when it decides: read by the store, passed in.
import type { Department, Role } from './departments.ts'
import type { Label } from './label.ts'
import type { RefundRules } from './refund-rules.ts'
import type { Held } from './worksheet.ts'

/** `reportsTo` is the person who leads this one; `lead` says that the person leads the department. */
export type Person = {
  id: string
  name: string
  role: Role
  department: Department
  lead: boolean
  reportsTo: string | null
  campus: string | null
}
export type EnrolmentRecord = Held & {
  student: string
  campus: string
  course: string
  status: 'running' | 'ended' | 'completed'
  endingCase: string | null
}
export type StudentRecord = { id: string; minor: boolean; campus: string }
export type CaseRecord = {
  id: string
  number: string
  procedure: string
  open: boolean
  student: string | null
  enrolments: string[]
  follows: string | null
  /** Whoever asks may not know of this case: it counts in rules, and is named in no form. */
  hidden?: true
}

/** `events` are the types that nobody was left to record when the person was named. */
export type Named = { user: string; events: readonly string[] }

/** `today` is a Shanghai date; `actor` is who asks, in which case; `enrolments` are all of the student's; `people` are the active ones; `rules` are those in force when the case was opened; `handlers` recorded steps or opened the case, deputies and principals both. */
export type Records = {
  actor: string
  caseId: string
  procedure: string
  today: string
  student: StudentRecord | null
  enrolments: EnrolmentRecord[]
  people: Person[]
  /** The student's cases; of somebody not on record, open ones of the same procedure about nobody on record either. */
  siblings: CaseRecord[]
  handlers: string[]
  /** Kept from the case: whom it is about with those above and below, and who handled the case it appeals. */
  barred: string[]
  /** Named by management because nobody eligible was left: for these events, and no others. */
  named: Named[]
  rules: RefundRules
}

/** A form that is valid but whose content cannot be: 422 `not-possible`. */
export type Impossible = { impossible: Label; path: string }
export const isImpossible = (value: object): value is Impossible => 'impossible' in value
