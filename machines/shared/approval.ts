// A decision that waits for management: grant, refuse, return, recall, and a second manager who must grant too.
import type { ClauseId } from '../clauses.ts'
import { type Common, noApproval } from '../common.ts'
import type { Role } from '../departments.ts'
import { shanghaiDate } from '../due.ts'
import { optional, text, user } from '../form.ts'
import { say } from '../label.ts'
import { event, type Guard, type Narrowing, nothingElse, persons, procedure } from '../procedure.ts'
import type { Records } from '../records.ts'

const reason = () => text('理由', 'Reason')
const endedElsewhere = (context: Common, { enrolments, caseId }: Records) =>
  enrolments.some((e) => context.enrolments.includes(e.enrolment) && e.endingCase !== null && e.endingCase !== caseId)
const alreadyEnding = say('另一案件正在终止同一报名，须待其结束', 'Another case is ending the same enrolment: wait until it is over')

const managersLeft = (records: Records) =>
  records.people.filter((p) => p.role === 'management' && p.id !== records.actor && !records.handlers.includes(p.id)).map((p) => p.id)

/** Another is asked only in place of one who has left, or has meanwhile handled the case. */
const coApproverStays = ({ coApprover }: Common['approval'], { people, handlers }: Records) =>
  people.some((p) => p.id === coApprover && p.role === 'management' && !handlers.includes(p.id))
const askedAlready = say('已有加签人', 'A co-approver was asked already')

/** Over an open complaint of the same student a dismissal needs a reason. */
const reasonOverComplaint = (_: Common, { siblings }: Records): Narrowing =>
  siblings.some((c) => c.procedure === 'complaint' && c.open) ? { required: ['remark'] } : {}

const coApproverLast = {
  allowed: ({ approval }: Common, who: readonly string[]) =>
    approval.coApprover === null ||
    (approval.grantedBy.length === 0
      ? !who.includes(approval.coApprover)
      : who.includes(approval.coApprover) && !approval.grantedBy.some((id) => who.includes(id))),
  unmet: say('须由加签人与另一位管理者先后同意', 'A co-approver was named: both must grant, the co-approver last'),
  code: 'four-eyes',
} as const

/** The events of an approval whose proposal comes from `proposers`. */
export const approvalEvents = (proposers: readonly Role[], { dismissal = false } = {}) => ({
  'approval.granted': event({
    by: ['management'],
    decision: true,
    label: say('批准', 'Grant'),
    words: { remark: optional(text('批示', 'Remark')) },
    person: coApproverLast,
    possible: (context, records) => (endedElsewhere(context, records) ? alreadyEnding : null),
    ...(dismissal && { narrow: reasonOverComplaint }),
    remember: ({ approval }, said) => ({ approval: { ...approval, grantedBy: persons(said), grantedOn: shanghaiDate(said.at) } }),
  }),
  'approval.refused': event({ by: ['management'], decision: true, label: say('不予批准', 'Refuse'), words: { reason: reason() } }),
  'approval.returned': event({
    by: ['management'],
    decision: true,
    label: say('退回', 'Return'),
    words: { reason: reason() },
    remember: ({ approval }) => ({ approval: { ...noApproval, returns: approval.returns + 1 } }),
  }),
  'coApprover.added': event({
    by: ['management'],
    decision: true,
    label: say('加签', 'Ask a co-approver'),
    facts: { user: user('加签人', 'Co-approver') },
    narrow: ({ approval }, records) => ({
      fields: { user: { enum: managersLeft(records).filter((id) => !approval.grantedBy.includes(id)) } },
    }),
    possible: ({ approval }, records) => (coApproverStays(approval, records) ? askedAlready : null),
    remember: ({ approval }, { user }) => ({ approval: { ...approval, coApprover: user } }),
  }),
  'proposal.recalled': event({
    by: proposers,
    label: say('撤回送审', 'Recall the proposal'),
    words: { reason: optional(reason()) },
    person: {
      allowed: ({ approval }, who) => approval.proposedBy.some((id) => who.includes(id)),
      unmet: say('只有送审人可以撤回', 'Only who proposed it may recall it'),
      code: 'not-yours',
    },
    remember: ({ approval }) => ({ approval: { ...noApproval, returns: approval.returns } }),
  }),
})

export const approvalGuards = {
  coApproverAsked: { when: ({ approval }) => approval.coApprover !== null, unmet: say('没有加签人', 'No co-approver was asked') },
} satisfies Record<string, Guard<Common>>

export const approvalDeadlines = {
  approvalDue: { label: say('审批期限', 'Approval'), span: ({ settings }: Common) => ({ workingDays: settings.approvalDays }) },
}

const kit = procedure({
  context: {},
  events: approvalEvents([]),
  opening: nothingElse,
  guards: approvalGuards,
  deadlines: approvalDeadlines,
})

/** Who proposed, as `remember` of the event that leads to the approval. */
export const proposed = (approval: Common['approval'], who: string[]) => ({
  approval: { ...approval, proposedBy: who, coApprover: null, grantedBy: [], grantedOn: null },
})

/** The state itself; its procedure adds where refusal, return and recall lead. */
export const approval = (clause: ClauseId) =>
  kit.createStateConfig({
    initial: 'deciding',
    meta: { label: say('管理层审批', 'Approval by management'), clause, owner: 'management' },
    entry: { type: 'notify', params: { to: 'management', notice: 'approvalWaits' } },
    after: { approvalDue: { actions: 'late' } },
    states: {
      deciding: {
        meta: { label: say('等待审批', 'Waiting for a decision'), clause, owner: 'management' },
        on: {
          'approval.granted': [
            { guard: 'coApproverAsked', target: 'coDeciding', actions: 'remember' },
            { target: 'granted', actions: 'remember' },
          ],
          'coApprover.added': { actions: 'remember' },
        },
      },
      coDeciding: {
        meta: { label: say('等待加签', 'Waiting for the co-approver'), clause, owner: 'management' },
        on: {
          'approval.granted': { target: 'granted', actions: 'remember' },
          'coApprover.added': { actions: 'remember' },
        },
      },
      granted: { type: 'final', meta: { label: say('已批准', 'Granted'), clause } },
    },
  })
