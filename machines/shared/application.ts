// What an applicant's request has in common: opening form, checks one by one, correction, retention talk (A6.1.1, A6.1.2, A3.4.3).
import type { ClauseId } from '../clauses.ts'
import type { Common } from '../common.ts'
import { attachments, channel, choice, date, enrolment, optional, saidBy, several, student, text, voice } from '../form.ts'
import { say } from '../label.ts'
import { event, type Narrowing, nothingElse, type Outcome, procedure } from '../procedure.ts'
import type { Records } from '../records.ts'
import { follows, unfollowable } from './following.ts'

export type Applicant = {
  /** A minor's request needs the guardian. */
  minor: boolean
}

export const applicationFacts = {
  student: student('学员', 'Student'),
  enrolments: several('涉及的报名', 'Enrolments concerned', enrolment),
  wishedDate: date('希望离校日期', 'Wished date'),
  saidBy: saidBy(),
  channel: channel(),
  evidence: optional(attachments('申请材料', 'Application documents')),
  follows: follows(),
}

/** Why a student leaves, as a category that can be counted (A5.2.2). */
export const leavingCategory = (zh: string, en: string) =>
  choice(zh, en, {
    schedule: say('时间安排', 'Schedule'),
    relocation: say('搬迁', 'Moving away'),
    finances: say('经济原因', 'Finances'),
    progress: say('学习效果', 'Progress'),
    teaching: say('教学或服务', 'Teaching or service'),
    interest: say('兴趣变化', 'Change of interest'),
    other: say('其他', 'Other'),
  })

export const notRunning = say('该报名已结束', 'This enrolment has ended already')

/** For a minor the guardian speaks, or somebody sent. */
export const forMinors = (_: unknown, { student }: Records): Narrowing =>
  student?.minor ? { fields: { saidBy: { enum: ['guardian', 'representative'] } } } : {}

/** The enrolments must still be running; whether the student is a minor is known from the records. */
export const applicant = (answers: Record<string, unknown>, records: Records) => {
  const { enrolments, student } = records
  const asked = answers.enrolments as string[]
  const at = asked.findIndex((id) => enrolments.find((e) => e.enrolment === id)?.status !== 'running')
  if (at >= 0) return { impossible: notRunning, path: `/enrolments/${at}` }
  return unfollowable(answers, records) ?? { minor: student?.minor ?? false }
}

const customerService = ['customer-service'] as const
export const checkEvents = {
  'identity.confirmed': event({ by: customerService, label: say('身份核实无误', 'Identity confirmed') }),
  'enrolment.confirmed': event({ by: customerService, label: say('报名信息核实无误', 'Enrolment confirmed') }),
  'guardian.agreed': event({
    by: customerService,
    label: say('登记监护人同意', 'Record the guardian’s consent'),
    facts: { channel: channel(), evidence: optional(attachments('同意凭据', 'Evidence of the consent')) },
    words: { statement: text('监护人意见', 'What the guardian said') },
  }),
  'request.returned': event({
    by: customerService,
    label: say('退回补正', 'Return for completion'),
    words: { missing: text('需要补正的内容', 'What must be completed') },
  }),
  'request.completed': event({
    by: customerService,
    label: say('登记已补正', 'Record the completion'),
    facts: { saidBy: saidBy(), channel: channel(), evidence: optional(attachments('补正材料', 'Documents')) },
    words: { remark: text('补正说明', 'What was completed') },
  }),
}
export const genuinenessEvents = {
  'genuineness.confirmed': event({ by: customerService, label: say('申请真实性核实无误', 'Genuineness confirmed') }),
  'request.foundNotGenuine': event({
    by: customerService,
    label: say('认定申请不属实', 'Find the request not genuine'),
    words: { reason: text('认定理由', 'Grounds') },
  }),
}
export const retentionEvents = {
  'retention.succeeded': event({
    by: customerService,
    label: say('挽留成功，学员留下', 'The student stays'),
    facts: voice(),
    narrow: forMinors,
    words: { result: text('沟通结果', 'Result of the talk') },
  }),
  'retention.failed': event({
    by: customerService,
    label: say('已沟通，学员仍要离开', 'Talk held, the student still leaves'),
    facts: voice(),
    words: { result: text('沟通结果', 'Result of the talk') },
  }),
  'retention.declined': event({ by: customerService, label: say('学员谢绝挽留沟通', 'The student declined the talk'), facts: voice() }),
  'retention.notReached': event({
    by: customerService,
    label: say('挽留沟通未能联系上', 'Not reached for the talk'),
    facts: { channel: channel() },
    words: { remark: text('联系经过', 'What was tried') },
  }),
}
export const revocationEvents = {
  'request.revoked': event({
    by: customerService,
    label: say('登记学员撤回申请', 'Record that the request is revoked'),
    facts: voice(),
    words: { reason: text('撤回原因', 'Reason') },
    narrow: forMinors,
  }),
}

export const applicationGuards = {
  ofAge: { when: (c: Common & Applicant) => !c.minor, unmet: say('未成年学员须经监护人同意', 'A minor’s request needs the guardian') },
}
export const applicationDeadlines = {
  acceptanceDue: { label: say('受理期限', 'Acceptance'), span: ({ settings }: Common) => ({ workingDays: settings.acceptanceDays }) },
  correctionDue: { label: say('补正期限', 'Completion'), span: ({ settings }: Common) => ({ workingDays: settings.correctionDays }) },
}

const kit = procedure({
  context: {} as Applicant,
  events: { ...checkEvents, ...genuinenessEvents, ...retentionEvents, ...revocationEvents },
  opening: nothingElse,
  guards: applicationGuards,
  deadlines: applicationDeadlines,
})

const meta = (zh: string, en: string, clause: ClauseId) => ({ label: say(zh, en), clause, owner: 'customer-service' }) as const

/** One check of the acceptance: open until its event is recorded. */
const check = (clause: ClauseId, on: 'identity.confirmed' | 'enrolment.confirmed' | 'genuineness.confirmed', zh: string, en: string) =>
  kit.createStateConfig({
    initial: 'open',
    meta: meta(zh, en, clause),
    states: {
      open: { meta: meta(`待${zh}`, `${en}: to do`, clause), on: { [on]: 'done' } },
      done: { type: 'final', meta: meta(`已${zh}`, `${en}: done`, clause) },
    },
  })
export const identityCheck = (clause: ClauseId) => check(clause, 'identity.confirmed', '核实身份', 'Identity check')
export const enrolmentCheck = (clause: ClauseId) => check(clause, 'enrolment.confirmed', '核实报名信息', 'Enrolment check')
export const genuinenessCheck = (clause: ClauseId) => check(clause, 'genuineness.confirmed', '核实申请真实性', 'Genuineness check')

export const guardianCheck = (clause: ClauseId) =>
  kit.createStateConfig({
    initial: 'asking',
    meta: meta('监护人意见', 'Guardian', clause),
    states: {
      asking: {
        meta: meta('待监护人同意', 'Guardian’s consent: to do', clause),
        always: { guard: 'ofAge', target: 'settled' },
        on: { 'guardian.agreed': 'settled' },
      },
      settled: { type: 'final', meta: meta('监护人已同意或无须同意', 'Guardian agreed, or not needed', clause) },
    },
  })

/** The retention talk; `stays` is the id of the state in which the student stays. */
export const retentionTalk = (stays: string) =>
  kit.createStateConfig({
    initial: 'offered',
    meta: meta('挽留沟通', 'Retention talk', 'A3.4.3'),
    states: {
      offered: {
        meta: meta('待挽留沟通', 'Retention talk: to do', 'A3.4.3'),
        on: {
          'retention.succeeded': stays,
          'retention.failed': 'talked',
          'retention.declined': 'talked',
          'retention.notReached': 'talked',
        },
      },
      talked: { type: 'final', meta: meta('已挽留沟通', 'Retention talk: done', 'A3.4.3') },
    },
  })

/** Waits for the applicant; the department's own deadline does not run here. Lapses when nothing comes. */
export const waitsForApplicant = (zh: string, en: string, clause: ClauseId) =>
  kit.createStateConfig({
    meta: meta(zh, en, clause),
    after: { correctionDue: { target: 'lapsed', actions: { type: 'notify', params: { to: 'customer-service', notice: 'tellLapsed' } } } },
    on: { 'request.revoked': 'revoked' },
  })
export const correction = (next: string, clause: ClauseId) =>
  kit.createStateConfig({
    ...waitsForApplicant('等待申请人补正', 'Waiting for the applicant', clause),
    on: { 'request.completed': next, 'request.revoked': 'revoked' },
  })

const ended = (zh: string, en: string, clause: ClauseId, outcome: Outcome) =>
  ({ type: 'final', meta: { label: say(zh, en), clause, outcome } }) as const
/** How a request ends before it is granted; `clause` is that of the application. */
export const endsOf = (clause: ClauseId) => ({
  retained: ended('已挽留', 'Retained', 'A3.4.3', 'kept'),
  revoked: ended('已撤回', 'Revoked', clause, 'kept'),
  lapsed: ended('逾期未补正，已失效', 'Lapsed', clause, 'kept'),
})
/** `clause` is that of the decision. */
export const refusedUnder = (clause: ClauseId) =>
  kit.createStateConfig({
    type: 'final',
    meta: { label: say('不予批准', 'Refused'), clause, outcome: 'kept' },
    entry: { type: 'notify', params: { to: 'customer-service', notice: 'tellRefusal' } },
  })
