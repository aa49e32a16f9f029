// The actions every procedure shares: what a case remembers by itself, and what leaving sets going at once.
import { assign, enqueueActions } from 'xstate'
import type { Common } from './common.ts'
import type { Department } from './departments.ts'
import { type Overdue, overdue } from './effects.ts'
import type { NoticeName } from './notices.ts'

type Enqueue = { (action: { type: string; params: object }): void; assign: (patch: Partial<Common>) => void }
type Scope = { context: Common; event: { deadline?: string }; enqueue: Enqueue }
const enqueued = (f: (scope: Scope, params?: Overdue) => void) => enqueueActions(f as never)

const tell = (enqueue: Enqueue, notice: NoticeName, ...departments: Department[]) => {
  for (const to of departments) enqueue({ type: 'notify', params: { to, notice } })
}
const others: Department[] = ['sales', 'academic-affairs', 'finance', 'customer-service']

export const commonActions = {
  attempt: assign(({ context }: { context: Common }) => ({ attempts: context.attempts + 1 })),
  attemptsBegin: assign(() => ({ attempts: 0 })),
  /** A step's deadline passed: the case notes which, and whoever it still waits for is told. */
  late: enqueued(({ context, event, enqueue }, params = {}) => {
    enqueue.assign({ late: [...context.late, event.deadline!] })
    enqueue({ type: overdue, params })
  }),
  /** A6.1.3: the enrolments end and the departments learn it in the same transaction as the decision. */
  leave: enqueued(({ context, enqueue }) => {
    const date = context.leavingDate ?? context.approval.grantedOn!
    enqueue.assign({ ended: true, leavingDate: date })
    enqueue({ type: 'ending.claim', params: { enrolments: context.enrolments } })
    enqueue({ type: 'enrolments.end', params: { enrolments: context.enrolments, date } })
    tell(enqueue, 'stopScheduling', 'teaching')
    tell(enqueue, 'updateStatus', 'marketing')
    tell(enqueue, 'leaving', ...others)
  }),
  /** A case that ends before its time keeps no claim on the ending of an enrolment. */
  undoClaim: enqueued(({ context, enqueue }) => {
    if (context.enrolments.length) enqueue({ type: 'ending.release', params: { enrolments: context.enrolments } })
  }),
  undoLeaving: enqueued(({ context, enqueue }) => {
    enqueue.assign({ ended: false })
    enqueue({ type: 'enrolments.restore', params: { enrolments: context.enrolments } })
    enqueue({ type: 'ending.release', params: { enrolments: context.enrolments } })
    tell(enqueue, 'resumeScheduling', 'teaching')
    tell(enqueue, 'restoreStatus', 'marketing')
    tell(enqueue, 'staying', ...others)
  }),
}
