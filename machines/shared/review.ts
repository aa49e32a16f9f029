// Finance looks at payments and arrears before management decides (A6.1.2, A6.2.2); the estimate of the money goes with it.
import type { ClauseId } from '../clauses.ts'
import type { Common } from '../common.ts'
import { optional, text } from '../form.ts'
import { say } from '../label.ts'
import { event, nothingElse, persons, procedure } from '../procedure.ts'
import type { Records } from '../records.ts'
import { revocationEvents } from './application.ts'
import { approval, proposed } from './approval.ts'
import { expected } from './settlement.ts'

const looked = (context: Common, records: Records) => {
  const held = records.enrolments.filter((e) => context.enrolments.includes(e.enrolment))
  const sum = (key: 'paidFen' | 'owedFen') => held.reduce((total, e) => total + e[key], 0)
  return { paidFen: sum('paidFen'), owedFen: sum('owedFen'), ...expected(context, records, 'student') }
}

export const reviewEvents = {
  'payments.reviewed': event({
    by: ['finance'],
    label: say('完成财务审核并送审', 'Finish the review and propose'),
    words: { remark: optional(text('审核意见', 'Remark')) },
    complete: (_, context, records) => looked(context, records),
    remember: (context, said) => ({ ...proposed(context.approval, persons(said)), estimateFen: said.estimateFen }),
  }),
  'review.returned': event({
    by: ['finance'],
    label: say('退回受理环节', 'Return to acceptance'),
    words: { reason: text('退回原因', 'Reason') },
  }),
}

export const reviewDeadlines = {
  reviewDue: {
    label: say('财务审核期限', 'Finance review'),
    span: ({ settings }: Common) => ({ workingDays: settings.financeReviewDays }),
  },
}

const kit = procedure({ context: {}, events: { ...reviewEvents, ...revocationEvents }, opening: nothingElse, deadlines: reviewDeadlines })

export const financeReview = (clause: ClauseId) =>
  kit.createStateConfig({
    meta: { label: say('财务审核', 'Finance review'), clause, owner: 'finance' },
    after: { reviewDue: { actions: 'late' } },
    on: {
      'payments.reviewed': { target: 'approval', actions: 'remember' },
      'review.returned': 'acceptance',
      'request.revoked': 'revoked',
    },
  })

/** Management's decision over a reviewed request; granted, it leads to the sibling state `next`. */
export const approvalOfRequest = (clause: ClauseId, next: string) =>
  ({
    ...approval(clause),
    on: {
      'approval.refused': 'refused',
      'approval.returned': { target: 'financeReview', actions: 'remember' },
      'proposal.recalled': { target: 'financeReview', actions: 'remember' },
      'request.revoked': 'revoked',
    },
    onDone: next,
  }) as const
