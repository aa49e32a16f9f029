// Arrears 欠费 (A6.3.1): first notice, terms to pay, rounds of dunning, instalments or a concession, and at last the dismissal.
import { type Context, events, type Own, owed } from './arrears-events.ts'
import type { ClauseId } from './clauses.ts'
import { common, commonGuards } from './common.ts'
import { type Debt, nextDate, type Share, type Waiver } from './debts.ts'
import type { Department } from './departments.ts'
import { date, enrolment, optional, several, student, text } from './form.ts'
import { type Label, say } from './label.ts'
import { type Answers, type Guard, openedBy, type Procedure, procedure } from './procedure.ts'
import type { Impossible, Records } from './records.ts'
import { notRunning } from './shared/application.ts'
import { approval, approvalDeadlines, approvalGuards } from './shared/approval.ts'
import { closedStates, closing, supersededState, superseding } from './shared/closing.ts'
import { follows, unfollowable } from './shared/following.ts'
import { formalities, formalityDeadlines, formalityGuards } from './shared/formalities.ts'

const owesNothing = say('该报名没有欠费', 'Nothing is owed for this enrolment')
const alreadyDunned = say('该报名已有未结的欠费案件', 'An open case already concerns what is owed for this enrolment')
const notYetOwed = say('欠费起始日期不能晚于今天', 'It cannot be owed since a day after today')

type Why = (id: string, records: Records) => boolean | undefined
const held = (id: string, { enrolments }: Records) => enrolments.find((e) => e.enrolment === id)
const objections: [Why, Impossible['impossible']][] = [
  [(id, records) => held(id, records)?.status !== 'running', notRunning],
  [(id, records) => held(id, records)?.owedFen === 0, owesNothing],
  [(id, { siblings }) => siblings.some((c) => c.open && c.procedure === 'arrears' && c.enrolments.includes(id)), alreadyDunned],
]

/** What each enrolment owes is known from the records; an enrolment that owes nothing is no matter for a case. */
const owing = (answers: Answers, records: Records): Impossible | { debts: Debt[] } => {
  if ((answers.owedSince as string) > records.today) return { impossible: notYetOwed, path: '/owedSince' }
  const asked = answers.enrolments as string[]
  for (const [why, impossible] of objections) {
    const at = asked.findIndex((id) => why(id, records))
    if (at >= 0) return { impossible, path: `/enrolments/${at}` }
  }
  const objection = unfollowable(answers, records)
  if (objection) return objection
  return { debts: [...new Set(asked)].map((id) => ({ enrolment: id, owedFen: held(id, records)!.owedFen })) }
}

const opening = openedBy<Own>()({
  by: ['finance'],
  facts: {
    student: student('学员', 'Student'),
    enrolments: several('欠费的报名', 'Enrolments in arrears', enrolment),
    owedSince: date('欠费起始日期', 'Owed since'),
    follows: follows(),
  },
  words: { remark: optional(text('说明', 'Remark')) },
  complete: owing,
  start: (input) => ({
    ...common(input),
    debts: input.debts,
    owedSince: input.owedSince,
    rounds: 0,
    firstNoticeOn: null,
    payBy: null,
    solutionOffered: false,
    plan: [],
    concessionFen: null,
    waived: [],
  }),
})

const open = commonGuards.settlementOpen
const paid = (c: Context) => owed(c) === 0 && open.when(c)
const unpaid = say('欠费尚未缴清', 'Not everything is paid yet')
const guards = {
  ...approvalGuards,
  ...formalityGuards,
  paidInFull: { when: paid, unmet: unpaid },
  paidWhileLeaving: { when: (c: Context) => c.ended && paid(c), unmet: unpaid },
  dunnedEnough: {
    when: (c: Context) => c.rounds >= c.settings.dunningRounds,
    unmet: say('催缴轮数尚未达到规定', 'Not dunned often enough yet'),
  },
  solutionOffered: {
    when: (c: Context) => c.solutionOffered,
    unmet: say('催缴中须先提供过分期或减免等办法', 'Instalments or a concession must have been offered before'),
  },
  somethingOwed: { when: (c: Context) => owed(c) > 0, unmet: say('没有欠费', 'Nothing is owed') },
  noConcessionYet: {
    when: (c: Context) => c.concessionFen === null,
    unmet: say('本案已提请过一次减免', 'A concession was asked for once already'),
  },
} satisfies Record<string, Guard<Context>>

const working = (zh: string, en: string, days: (settings: Context['settings']) => number) => ({
  label: say(zh, en),
  span: ({ settings }: Context) => ({ workingDays: days(settings) }),
})
const deadlines = {
  ...approvalDeadlines,
  ...formalityDeadlines,
  firstReminderDue: working('首次催缴期限', 'First dunning notice', (settings) => settings.arrearsNoticeDays),
  dunningDue: working('再次催缴期限', 'Next round of dunning', (settings) => settings.arrearsNoticeDays),
  proposalDue: working('拟定退学处理期限', 'Proposing the dismissal', (settings) => settings.dismissalProposalDays),
  paymentDue: { label: say('缴费期限', 'Time to pay'), span: ({ payBy }: Context) => ({ date: payBy! }) },
  instalmentDue: {
    label: say('分期缴费日期', 'Instalment'),
    span: (context: Context) => ({ date: nextDate(context.plan, owed(context)) }),
  },
}

const kit = procedure({ context: {} as Own, events, opening, guards, deadlines })

const meta = (zh: string, en: string, owner: Department, clause: ClauseId, note?: Label) => ({ label: say(zh, en), clause, owner, note })
const late = { actions: 'late' } as const
const missed = { type: 'notify', params: { to: 'customer-service', notice: 'paymentMissed' } } as const
const tell = { type: 'notify', params: { to: 'customer-service', notice: 'tellOutcome' } } as const

const sharesIn = <S>({ event }: { event: { shares: S[] } }) => ({ shares: event.shares })
const received = ['remember', { type: 'debt.pay', params: sharesIn<Share> }] as const
const waived = ['remember', { type: 'debt.waive', params: sharesIn<Waiver> }] as const

/** A case that ends before its time leaves no concession behind. */
const restored = { type: 'debt.restore', params: ({ context }: { context: Context }) => ({ shares: context.waived }) } as const

const dunned = { target: 'awaitingPayment', actions: 'remember' } as const
/** What can be agreed on as long as the student has not been proposed for dismissal. */
const solutions = {
  'instalments.agreed': { target: 'instalments', actions: 'remember' },
  'concession.asked': { guard: 'noConcessionYet', target: 'concession', actions: 'remember' },
} as const

const machine = kit.createMachine({
  id: 'arrears',
  context: ({ input }) => opening.start(input),
  initial: 'notice',
  on: {
    ...closing,
    ...superseding,
    'payment.recorded': { guard: 'settlementOpen', actions: received },
  },
  always: [
    { guard: 'paidWhileLeaving', target: '.settled', actions: 'undoLeaving' },
    { guard: 'paidInFull', target: '.settled' },
  ],
  states: {
    notice: {
      meta: meta('首次催缴通知', 'First dunning notice', 'customer-service', 'A6.3.1a'),
      after: { firstReminderDue: late },
      on: { 'reminder.sent': dunned, 'reminder.attempted': dunned },
    },
    awaitingPayment: {
      meta: meta(
        '等待缴费',
        'Waiting for payment',
        'customer-service',
        'A6.3.1a',
        say(
          '制度未定缴费期限：告知学员的最后一次期限，不早于首次催费后规定的最短时间。',
          'The regulation leaves the terms open: the last one, as told to the student, never ends before the least time since the first notice.',
        ),
      ),
      after: {
        paymentDue: [
          {
            guard: 'dunnedEnough',
            target: 'dismissalProposal',
            actions: { type: 'notify', params: { to: 'finance', notice: 'dismissalRipe' } },
          },
          { target: 'dunning', actions: missed },
        ],
      },
      on: solutions,
    },
    dunning: {
      meta: meta('再次催缴', 'Dunning again', 'customer-service', 'A6.3.1b'),
      after: { dunningDue: late },
      on: { 'dunning.recorded': dunned, 'reminder.attempted': dunned, ...solutions },
    },
    concession: {
      meta: meta(
        '减免待批',
        'Concession: waiting for management',
        'management',
        'A6.3.1b',
        say(
          '制度未规定由谁批准减免：由与学员沟通的人员提请，因涉及让出款项，由管理层决定；每案以一次为限。',
          'The regulation is silent on who grants a concession: whoever talks with the student asks, management decides, since money is given up. Once in a case.',
        ),
      ),
      entry: { type: 'notify', params: { to: 'management', notice: 'approvalWaits' } },
      after: { approvalDue: late },
      on: {
        'concession.granted': { target: 'awaitingPayment', actions: [...waived, tell] },
        'concession.refused': { target: 'awaitingPayment', actions: ['remember', tell] },
      },
    },
    instalments: {
      meta: meta(
        '分期缴费中',
        'Paying by instalments',
        'customer-service',
        'A6.3.1b',
        say(
          '制度未规定分期逾期的情形：继续催缴，此前的轮数照常计入。',
          'The regulation is silent on a missed instalment: dunning goes on, and the rounds held before still count.',
        ),
      ),
      after: { instalmentDue: { target: 'dunning', actions: missed } },
      on: {
        'payment.recorded': { target: 'instalments', reenter: true, actions: received },
        'enrolment.ended': [
          { guard: 'oneEnrolmentLeft', target: 'superseded', actions: 'remember' },
          { target: 'instalments', reenter: true, actions: 'remember' },
        ],
      },
    },
    dismissalProposal: {
      meta: meta('拟定退学处理', 'Proposing the dismissal', 'finance', 'A6.3.1c'),
      after: { proposalDue: late },
      on: {
        'dismissal.proposed': { guard: 'solutionOffered', target: 'approval', actions: 'remember' },
        'dunning.resumed': 'dunning',
        ...solutions,
      },
    },
    approval: {
      ...approval('A6.3.1c'),
      on: {
        'approval.refused': { target: 'awaitingPayment', actions: ['remember', tell] },
        'approval.returned': { target: 'dismissalProposal', actions: 'remember' },
        'proposal.recalled': { target: 'dismissalProposal', actions: 'remember' },
      },
      onDone: 'formalities',
    },
    formalities: {
      ...formalities,
      states: {
        ...formalities.states,
        // Until the fees are settled whatever is paid counts; the worksheet is then made anew, within the same term.
        settlement: {
          ...formalities.states.settlement,
          on: { 'payment.recorded': { guard: 'somethingOwed', target: '.proposal', actions: received } },
        },
      },
      onDone: 'dismissed',
    },
    settled: { type: 'final', entry: tell, meta: { label: say('已缴清', 'Paid in full'), clause: 'A6.3.1b', outcome: 'kept' } },
    voided: { ...closedStates.voided, entry: restored },
    merged: { ...closedStates.merged, entry: restored },
    ...supersededState,
    dismissed: { type: 'final', meta: { label: say('因欠费退学', 'Dismissed for arrears'), clause: 'A6.3.1c', outcome: 'lost' } },
  },
})

export const arrears = {
  name: 'arrears',
  version: 1,
  label: say('欠费', 'Arrears'),
  department: 'finance',
  prefix: 'QF',
  events,
  opening,
  guards,
  deadlines,
  machine,
} satisfies Procedure
