// Withdrawal 退学 (A6.1): application, checks and retention talk, finance review, approval, leaving formalities.
import { common } from './common.ts'
import { text } from './form.ts'
import { say } from './label.ts'
import { openedBy, type Procedure, procedure } from './procedure.ts'
import * as application from './shared/application.ts'
import { approvalDeadlines, approvalEvents, approvalGuards } from './shared/approval.ts'
import { closedStates, closing, closingEvents, supersededState, superseding, supersedingEvents } from './shared/closing.ts'
import { formalities, formalityDeadlines, formalityEvents, formalityGuards } from './shared/formalities.ts'
import { approvalOfRequest, financeReview, reviewDeadlines, reviewEvents } from './shared/review.ts'

type Context = application.Applicant & { category: string }

const events = {
  ...application.checkEvents,
  ...application.genuinenessEvents,
  ...application.retentionEvents,
  ...application.revocationEvents,
  ...reviewEvents,
  ...approvalEvents(['finance']),
  ...formalityEvents('student'),
  ...closingEvents('customer-service'),
  ...supersedingEvents,
}

const opening = openedBy<Context>()({
  by: ['customer-service', 'front-desk'],
  facts: {
    ...application.applicationFacts,
    category: application.leavingCategory('退学原因类别', 'Kind of reason'),
  },
  words: { reason: text('退学原因', 'Reason') },
  complete: application.applicant,
  start: (input) => ({ ...common({ ...input, leavingDate: input.wishedDate }), minor: input.minor, category: input.category }),
})

const guards = { ...application.applicationGuards, ...approvalGuards, ...formalityGuards }
const deadlines = { ...application.applicationDeadlines, ...reviewDeadlines, ...approvalDeadlines, ...formalityDeadlines }

const machine = procedure({ context: {} as Context, events, opening, guards, deadlines }).createMachine({
  id: 'withdrawal',
  context: ({ input }) => opening.start(input),
  initial: 'acceptance',
  on: { ...closing, ...superseding },
  states: {
    acceptance: {
      type: 'parallel',
      meta: { label: say('受理核实', 'Acceptance and checks'), clause: 'A6.1.2', owner: 'customer-service' },
      after: { acceptanceDue: { actions: 'late' } },
      on: {
        'request.returned': 'correction',
        'request.foundNotGenuine': 'refused',
        'request.revoked': 'revoked',
      },
      onDone: 'financeReview',
      states: {
        identity: application.identityCheck('A6.1.2'),
        enrolment: application.enrolmentCheck('A6.1.2'),
        genuineness: application.genuinenessCheck('A6.1.2'),
        guardian: application.guardianCheck('A6.1.1'),
        retention: application.retentionTalk('#withdrawal.retained'),
      },
    },
    correction: application.correction('acceptance', 'A6.1.1'),
    financeReview: financeReview('A6.1.2'),
    approval: approvalOfRequest('A6.1.3', 'formalities'),
    formalities: {
      ...formalities,
      on: { 'request.revoked': { guard: 'settlementOpen', target: 'revoked', actions: 'undoLeaving' } },
      onDone: 'withdrawn',
    },
    ...application.endsOf('A6.1.1'),
    ...closedStates,
    ...supersededState,
    refused: application.refusedUnder('A6.1.3'),
    withdrawn: { type: 'final', meta: { label: say('已退学', 'Withdrawn'), clause: 'A6.1.4', outcome: 'lost' } },
  },
})

export const withdrawal = {
  name: 'withdrawal',
  version: 1,
  label: say('退学', 'Withdrawal'),
  department: 'customer-service',
  prefix: 'TX',
  events,
  opening,
  guards,
  deadlines,
  machine,
} satisfies Procedure
