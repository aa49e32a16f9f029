// Whose turn it is in a case, seen by whoever looks at the list: their own steps first, then those of their department.
import { worksOn } from '../../../machines/departments.ts'
import type { CaseSummary, Step } from '../../api/cases.ts'
import type { Session } from '../../api/session.ts'

type Reader = Pick<Session, 'id' | 'department' | 'role'>

/** Those already done in parallel wait for nobody. */
export const waitingIn = ({ open, steps }: CaseSummary): Step[] => (open ? steps.filter(({ enteredAt }) => enteredAt !== null) : steps)

const nearness = ({ assignee, department }: Step, reader: Reader) => (assignee === reader.id ? 0 : department === reader.department ? 1 : 2)
const byDue = (a: Step, b: Step) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1)

/** The steps that wait, the one that concerns the reader most at the head. */
export const turnsIn = (one: CaseSummary, reader: Reader): Step[] =>
  waitingIn(one).toSorted((a, b) => nearness(a, reader) - nearness(b, reader) || (a.due === b.due ? 0 : byDue(a, b)))

/** Whether a step waits that the reader is to claim: one of their department, and work they can do. */
export const claimable = (one: CaseSummary, { department, role }: Reader) =>
  one.open && worksOn(role, one.procedure) && waitingIn(one).some((step) => step.department === department && step.assignee === null)
