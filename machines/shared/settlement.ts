// Finance settles the fees: proposed by one, confirmed by another, released by a manager when large, then paid once (A3.5.3, A6.1.4).
import type { Common, Settlement } from '../common.ts'
import { shanghaiDate } from '../due.ts'
import { attachment, choice, fen, line, optional, reference, text, voice } from '../form.ts'
import { say } from '../label.ts'
import { event, type Guard, type Narrowing, nothingElse, persons, procedure, type Said } from '../procedure.ts'
import { canonical } from '../proof/canonical.ts'
import { sha256Hex } from '../proof/hash.ts'
import type { Records } from '../records.ts'
import { scenarioFor, worksheet } from '../worksheet.ts'

export type Basis = 'student' | 'institution' | 'forceMajeure'
const basis = () =>
  choice('退费依据', 'Ground of the settlement', {
    student: say('学员原因', 'The student’s reason'),
    institution: say('机构原因', 'The institution’s reason'),
    forceMajeure: say('不可抗力', 'Force majeure'),
  })
const settled = {
  amountFen: fen('应退金额（负数为学员应补缴）', 'Result (below zero the student owes)', -100_000_000_000),
  payee: choice('收款人', 'Payee', { originalPayer: say('原付款人', 'Original payer'), authorised: say('授权收款人', 'Authorised payee') }),
  worksheet: line('结算单摘要', 'Worksheet digest'),
}

/** The worksheet over what the case's enrolments hold (A6.1.4, A6.3.1c): a refund above zero, a debt below. */
export const estimate = (context: Common, { enrolments, rules, today }: Records, initiative: Basis) => {
  const held = enrolments.filter((e) => context.enrolments.includes(e.enrolment))
  const leavingDate = context.leavingDate ?? today
  const scenario = scenarioFor(held, { initiative, askedOn: context.openedOn, leavingDate, rules })
  return worksheet({ enrolments: held, scenario, leavingDate, deductArrears: true, rules })
}
/** What a decision would come to, and how: expected until finance settles it. */
export const expected = (context: Common, records: Records, initiative: Basis) => {
  const sheet = estimate(context, records, initiative)
  return { sheet, estimateFen: sheet.resultFen }
}
const complete = (answers: Record<string, unknown>, context: Common, records: Records) => {
  const sheet = estimate(context, records, answers.basis as Basis)
  const payee: Settlement['payee'] = answers.authorisation ? 'authorised' : 'originalPayer'
  return { sheet, amountFen: sheet.resultFen, payee, worksheet: digestOf(sheet) }
}

const digestOf = (sheet: object) => sha256Hex(canonical(sheet))
const changed = say('报名的缴费情况已变化，请重新提交结算单', 'What the enrolment holds has changed: the settlement must be proposed again')
/** Nobody confirms, releases or pays on a worksheet that would come out differently now. */
const stillRight = (context: Common, records: Records) =>
  context.settlement && digestOf(estimate(context, records, context.settlement.basis)) !== context.settlement.worksheet ? changed : null

/** Confirmation and release bind amount, payee and worksheet. */
const bound = ({ settlement }: Common): Narrowing => ({
  fields: {
    amountFen: { const: settlement?.amountFen },
    payee: { const: settlement?.payee },
    worksheet: { const: settlement?.worksheet },
  },
})
const amount = ({ settlement }: Common): Narrowing => ({ fields: { amountFen: { const: Math.abs(settlement?.amountFen ?? 0) } } })
const done = ({ settlement }: Common, { at }: Said) => ({ settlement: settlement && { ...settlement, settledOn: shanghaiDate(at) } })
/** What an objection or a refusal leaves: to be proposed again. */
export const reopened = ({ settlement }: Common) => ({ settlement: settlement && { ...settlement, proposedBy: [] } })

/** `ground` is what the procedure makes likely; finance may choose another. */
export const settlementEvents = (ground: Basis) => ({
  'settlement.proposed': event({
    by: ['finance'],
    label: say('提交结算单', 'Propose the settlement'),
    facts: { basis: basis(), authorisation: optional(attachment('他人代收授权书', 'Authorisation of another payee')) },
    words: { account: optional(line('收款账户', 'Account')), remark: optional(text('说明', 'Remark')) },
    narrow: () => ({ fields: { basis: { default: ground } } }),
    complete,
    remember: ({ settlement }, said) => ({
      settlement: {
        round: (settlement?.round ?? 0) + 1,
        proposedBy: persons(said),
        amountFen: said.amountFen,
        basis: said.basis,
        payee: said.payee,
        worksheet: said.worksheet,
        everConfirmed: settlement?.everConfirmed ?? false,
        settledOn: null,
      },
    }),
  }),
  'settlement.confirmed': event({
    by: ['finance'],
    possible: stillRight,
    label: say('复核确认结算单', 'Confirm the settlement'),
    facts: settled,
    narrow: bound,
    person: {
      allowed: ({ settlement }, who) => !settlement?.proposedBy.some((id) => who.includes(id)),
      unmet: say('结算单须由另一位财务人员复核', 'Another finance person than the proposer must confirm'),
      code: 'four-eyes',
    },
    remember: ({ settlement }) => ({ settlement: settlement && { ...settlement, everConfirmed: true } }),
  }),
  'settlement.rejected': event({
    by: ['finance'],
    label: say('驳回结算单', 'Reject the settlement'),
    words: { reason: text('理由', 'Reason') },
    remember: reopened,
  }),
  'settlement.objected': event({
    by: ['customer-service'],
    label: say('记录学员异议', 'Record the student’s objection'),
    facts: voice(),
    words: { objection: text('异议内容', 'What they object to') },
    remember: reopened,
  }),
  'settlement.released': event({
    by: ['management'],
    decision: true,
    label: say('放行退费', 'Release the refund'),
    facts: settled,
    possible: stillRight,
    narrow: bound,
  }),
  'release.refused': event({
    by: ['management'],
    decision: true,
    label: say('不予放行', 'Refuse the release'),
    words: { reason: text('理由', 'Reason') },
    remember: reopened,
  }),
  'refund.paid': event({
    by: ['finance'],
    possible: stillRight,
    label: say('登记已退款', 'Record the payment'),
    facts: { amountFen: fen('实退金额', 'Amount paid'), voucher: reference('付款凭证号', 'Voucher') },
    narrow: amount,
    remember: done,
  }),
  'refund.failed': event({
    by: ['finance'],
    label: say('登记退款失败', 'Record a failed payment'),
    words: { reason: text('原因', 'Reason') },
  }),
  'balance.nil': event({ by: ['finance'], possible: stillRight, label: say('确认两清', 'Record that nothing is due'), remember: done }),
  'balance.owed': event({
    by: ['finance'],
    possible: stillRight,
    label: say('登记学员欠款', 'Record the student’s debt'),
    facts: { amountFen: fen('学员应补缴金额', 'Amount owed by the student') },
    narrow: amount,
    remember: done,
  }),
})

const result = (c: Common) => c.settlement?.amountFen ?? 0
export const settlementGuards = {
  needsRelease: { when: (c) => result(c) > c.settings.releaseAboveFen, unmet: say('无须放行', 'No release is needed') },
  refundDue: { when: (c) => result(c) > 0, unmet: say('没有应退金额', 'No refund is due') },
  nothingDue: { when: (c) => result(c) === 0, unmet: say('结算结果不为零', 'The result is not nil') },
  studentOwes: { when: (c) => result(c) < 0, unmet: say('学员没有欠款', 'The student owes nothing') },
} satisfies Record<string, Guard<Common>>

export const settlementDeadlines = {
  settlementDue: { label: say('结算期限', 'Settlement'), span: ({ settings }: Common) => ({ workingDays: settings.settlementDays }) },
}

const kit = procedure({
  context: {},
  events: settlementEvents('student'),
  opening: nothingElse,
  guards: settlementGuards,
  deadlines: settlementDeadlines,
})
const finance = (zh: string, en: string) => ({ label: say(zh, en), clause: 'A6.1.4', owner: 'finance' }) as const
const objected = { target: 'proposal', actions: 'remember' } as const

export const settlement = kit.createStateConfig({
  initial: 'proposal',
  meta: finance('费用结算', 'Settlement of fees'),
  entry: 'attemptsBegin',
  after: { settlementDue: { actions: 'late' } },
  states: {
    proposal: {
      meta: finance('编制结算单', 'Working out the settlement'),
      on: { 'settlement.proposed': { target: 'confirmation', actions: 'remember' } },
    },
    confirmation: {
      meta: finance('复核结算单', 'Confirming the settlement'),
      on: {
        'settlement.confirmed': [
          { guard: 'needsRelease', target: 'release', actions: 'remember' },
          { target: 'payment', actions: 'remember' },
        ],
        'settlement.rejected': { target: 'proposal', actions: 'remember' },
        'settlement.objected': objected,
      },
    },
    release: {
      meta: { label: say('管理层放行', 'Release by management'), clause: 'A6.1.4', owner: 'management' },
      entry: { type: 'notify', params: { to: 'management', notice: 'releaseWaits' } },
      on: {
        'settlement.released': 'payment',
        'settlement.rejected': { target: 'proposal', actions: 'remember' },
        'release.refused': { target: 'proposal', actions: 'remember' },
        'settlement.objected': objected,
      },
    },
    payment: {
      meta: finance('付款', 'Payment'),
      on: {
        'refund.paid': { guard: 'refundDue', target: 'settled', actions: 'remember' },
        'settlement.rejected': { target: 'proposal', actions: 'remember' },
        'refund.failed': { guard: 'refundDue', actions: { type: 'notify', params: { to: 'customer-service', notice: 'refundFailed' } } },
        'balance.nil': { guard: 'nothingDue', target: 'settled', actions: 'remember' },
        'balance.owed': { guard: 'studentOwes', target: 'settled', actions: 'remember' },
        'settlement.objected': objected,
      },
    },
    settled: { type: 'final', meta: { label: say('已结清', 'Settled'), clause: 'A6.1.4' } },
  },
})

/** Once the fees are settled nobody else has an enrolment left to end: the cases beside this one are told. */
export const endSiblings = {
  type: 'siblings.end',
  params: ({ context }: { context: Common }) => ({ enrolments: context.enrolments }),
} as const
