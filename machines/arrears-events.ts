// What can happen while somebody is in arrears (A6.3.1): rounds of dunning, instalments, concession, payments, the proposal to dismiss.
import { Type } from 'typebox'
import type { Common } from './common.ts'
import {
  type Debt,
  type Instalment,
  lessShares,
  type Milestone,
  milestones,
  outOfOrder,
  owedFor,
  planned,
  type Share,
  sharesOf,
  suggestedPlan,
  type Waiver,
} from './debts.ts'
import { addCalendarDays, shanghaiDate } from './due.ts'
import { affirmed, attachments, choice, date, fen, optional, reference, several, text, voice } from './form.ts'
import { say } from './label.ts'
import { type Answers, eventsOf, persons, type Said } from './procedure.ts'
import type { Impossible, Records } from './records.ts'
import { forMinors } from './shared/application.ts'
import { approvalEvents, proposed } from './shared/approval.ts'
import { closingEvents, supersedingEvents } from './shared/closing.ts'
import { formalityEvents } from './shared/formalities.ts'
import { expected, reopened } from './shared/settlement.ts'

export type Own = {
  debts: Debt[]
  owedSince: string
  /** Rounds attempted and evidenced, the first notice among them. */
  rounds: number
  /** Shanghai dates: of the first notice, and until when to pay. */
  firstNoticeOn: string | null
  payBy: string | null
  /** Instalments or a concession were offered in some round. */
  solutionOffered: boolean
  plan: Milestone[]
  /** What was asked of management, once in a case at most. */
  concessionFen: number | null
  /** What management waived, by enrolment. */
  waived: Waiver[]
}
export type Context = Own & Common

/** What is still owed, in fen. */
export const owed = ({ enrolments, debts }: Context) => owedFor(enrolments, debts)
const current = ({ enrolments, debts }: Context) => debts.filter((debt) => enrolments.includes(debt.enrolment))

const later = (a: string, b: string) => (a > b ? a : b)
/** Until when to pay, counted from today; from the last round on not before the least time since the first notice has passed (A6.3.1c). */
const term = ({ settings, firstNoticeOn, rounds }: Context, today: string) => {
  const usual = addCalendarDays(today, settings.arrearsPaymentDays)
  const final = addCalendarDays(firstNoticeOn ?? today, settings.arrearsMinimumDays)
  return rounds >= settings.dunningRounds ? later(usual, final) : usual
}

const event = eventsOf<Own>()
const customerService = ['customer-service'] as const

const channels = () =>
  several('催缴渠道', 'Channels', (zh, en) =>
    choice(zh, en, { phone: say('电话', 'Phone'), sms: say('短信', 'Text message'), email: say('邮件', 'E-mail') }),
  )
const evidence = () => attachments('催缴凭据', 'Evidence')
const offered = () =>
  choice('提供的办法', 'Solution offered', {
    instalments: say('分期缴费', 'Instalments'),
    concession: say('申请减免', 'A concession'),
    both: say('分期或减免', 'Instalments or a concession'),
    none: say('未提供', 'None'),
  })

const round = (_: Answers, context: Context, { today }: Records) => {
  const counted = { ...context, rounds: context.rounds + 1 }
  return { round: counted.rounds, owedFen: owed(context), payBy: term(counted, today) }
}
type Round = Said & { round: number; payBy: string; offered?: 'instalments' | 'concession' | 'both' | 'none' }
const counted = ({ firstNoticeOn, solutionOffered }: Context, { round, payBy, offered = 'none', at }: Round) => ({
  rounds: round,
  payBy,
  plan: [],
  firstNoticeOn: firstNoticeOn ?? shanghaiDate(at),
  solutionOffered: solutionOffered || offered !== 'none',
})

const dunningEvents = {
  'reminder.sent': event({
    by: customerService,
    label: say('登记已发出首次催缴通知', 'Record the first dunning notice'),
    facts: { channels: channels(), evidence: evidence() },
    words: { message: text('通知原文（含金额、期限与逾期后果）', 'The message itself: amount, deadline, consequence') },
    complete: round,
    remember: counted,
  }),
  'reminder.attempted': event({
    by: customerService,
    label: say('登记已催缴但未联系上', 'Record an attempt to dun, not reached'),
    facts: { channels: channels(), evidence: evidence(), offered: offered() },
    words: { message: text('联系经过与留言内容', 'What was tried, and the message left') },
    complete: round,
    remember: counted,
  }),
  'dunning.recorded': event({
    by: customerService,
    label: say('登记本轮催缴', 'Record this round of dunning'),
    facts: {
      channels: channels(),
      evidence: evidence(),
      cause: choice('未缴原因', 'Why it is unpaid', {
        hardship: say('经济困难', 'Hardship'),
        dispute: say('对收费有异议', 'The fee is disputed'),
        dissatisfied: say('对教学或服务不满', 'Dissatisfied with teaching or service'),
        oversight: say('疏忽遗忘', 'Oversight'),
        leaving: say('不打算继续学习', 'Does not wish to continue'),
        other: say('其他', 'Other'),
      }),
      offered: offered(),
      consequenceNamed: affirmed('已说明一直不缴可能导致退学', 'Told that dismissal may follow'),
    },
    words: { reason: text('学员说明', 'What the student said') },
    complete: round,
    remember: counted,
  }),
}

const plan = () =>
  several('分期计划', 'Instalments', (zh, en) =>
    Type.Object(
      { date: date('缴费日期', 'Due date'), amountFen: fen('金额', 'Amount', 1) },
      { additionalProperties: false, 'x-title': say(zh, en) },
    ),
  )
const notAscending = say('缴费日期须从今天起依次向后', 'Due dates must follow one another, from today on')
const tooLittle = say('分期金额合计不能少于欠费金额', 'The instalments must add up to what is owed')

const agreed = (answers: Answers, context: Context, { today }: Records): Impossible | { owedFen: number } => {
  const plan = answers.plan as Instalment[]
  const wrong = outOfOrder(plan, today)
  if (wrong >= 0) return { impossible: notAscending, path: `/plan/${wrong}/date` }
  return planned(plan) < owed(context) ? { impossible: tooLittle, path: '/plan' } : { owedFen: owed(context) }
}

const spread = ({ amountFen }: Answers, context: Context) => ({ shares: sharesOf(amountFen as number, current(context)) })
const waivers = (answers: Answers, context: Context, { enrolments }: Records): Waiver[] =>
  spread(answers, context).shares.map((share) => {
    const price = enrolments.find((e) => e.enrolment === share.enrolment)!.priceFen
    return { ...share, priceFen: Math.min(price, share.amountFen) }
  })
const reduced = ({ debts }: Context, { shares }: { shares: Share[] }) => ({ debts: lessShares(debts, shares) })
const atMostOwed = (context: Context) => ({ minimum: 1, maximum: owed(context), default: owed(context) })

const solutionEvents = {
  'instalments.agreed': event({
    by: customerService,
    label: say('登记分期缴费约定', 'Record that instalments were agreed'),
    facts: { ...voice(), plan: plan() },
    narrow: (context, records) => {
      const { fields } = forMinors(context, records)
      const { today } = records
      const items = { properties: { date: { formatMinimum: today }, amountFen: { maximum: owed(context) } } }
      return { fields: { ...fields, plan: { default: suggestedPlan(owed(context), today), items } } }
    },
    complete: agreed,
    remember: (context, { plan }) => ({ plan: milestones(plan, owed(context)), solutionOffered: true }),
  }),
  'concession.asked': event({
    by: customerService,
    label: say('提请减免', 'Ask management for a concession'),
    facts: { amountFen: fen('拟减免金额', 'Amount to waive', 1), evidence: optional(attachments('困难证明', 'Evidence of hardship')) },
    words: { reason: text('减免理由', 'Grounds') },
    narrow: (context) => ({ fields: { amountFen: atMostOwed(context) } }),
    remember: (_, { amountFen }) => ({ concessionFen: amountFen, solutionOffered: true }),
  }),
  'concession.granted': event({
    by: ['management'],
    decision: true,
    label: say('同意减免', 'Grant the concession'),
    facts: { amountFen: fen('减免金额', 'Amount waived', 1) },
    narrow: (context) => ({ fields: { amountFen: { const: Math.min(context.concessionFen ?? 0, owed(context)) } } }),
    complete: (answers, context, records) => ({ shares: waivers(answers, context, records), payBy: term(context, records.today) }),
    remember: (context, said) => ({ ...reduced(context, said), payBy: said.payBy, waived: said.shares }),
  }),
  'concession.refused': event({
    by: ['management'],
    decision: true,
    label: say('不同意减免', 'Refuse the concession'),
    words: { reason: text('理由', 'Reason') },
    complete: (_, context, { today }) => ({ payBy: term(context, today) }),
    remember: (_, { payBy }) => ({ payBy }),
  }),
}

const paymentEvents = {
  'payment.recorded': event({
    by: ['finance'],
    label: say('登记缴费', 'Record a payment'),
    facts: { amountFen: fen('缴费金额', 'Amount paid', 1), voucher: reference('收款凭证号', 'Voucher') },
    narrow: (context) => ({ fields: { amountFen: atMostOwed(context) } }),
    complete: spread,
    remember: (context, said) => ({ ...reduced(context, said), ...reopened(context) }),
  }),
}

const dismissalEvents = {
  'dismissal.proposed': event({
    by: ['finance'],
    label: say('拟定退学处理并送审', 'Propose the dismissal'),
    words: { reason: text('拟退学理由', 'Grounds') },
    complete: (_, context, records) => ({
      rounds: context.rounds,
      owedFen: owed(context),
      ...expected(context, records, 'student'),
    }),
    remember: (context, said) => ({ ...proposed(context.approval, persons(said)), estimateFen: said.estimateFen }),
  }),
  'dunning.resumed': event({
    by: ['finance'],
    label: say('退回继续催缴', 'Send back to dunning'),
    words: { reason: text('退回原因', 'Reason') },
  }),
}

const decisions = approvalEvents(['finance'], { dismissal: true })
export const events = {
  ...dunningEvents,
  ...solutionEvents,
  ...paymentEvents,
  ...dismissalEvents,
  ...decisions,
  'approval.refused': event({
    by: ['management'],
    decision: true,
    label: say('不予批准，另定缴费期限', 'Refuse, and set a new term to pay'),
    words: decisions['approval.refused'].words,
    complete: (_, context, { today }) => ({ payBy: term(context, today) }),
    remember: (_, { payBy }) => ({ payBy }),
  }),
  ...formalityEvents('student'),
  ...closingEvents('finance'),
  ...supersedingEvents,
}
