// Transfer 转学 (A6.2): application, checks while the receiving institution is asked, finance review, approval, papers and fees, three follow-ups.
import type { ClauseId } from './clauses.ts'
import { common } from './common.ts'
import { addCalendarDays } from './due.ts'
import { text } from './form.ts'
import { type Label, say } from './label.ts'
import { openedBy, type Procedure, procedure } from './procedure.ts'
import * as application from './shared/application.ts'
import { approvalDeadlines, approvalGuards } from './shared/approval.ts'
import { closedStates, closing, supersededState, superseding } from './shared/closing.ts'
import { notice, noticeDeadlines, visit } from './shared/formalities.ts'
import { approvalOfRequest, financeReview, reviewDeadlines } from './shared/review.ts'
import { endSiblings, settlement, settlementDeadlines, settlementGuards } from './shared/settlement.ts'
import { contact, events, institution, type Own } from './transfer-events.ts'

const opening = openedBy<Own>()({
  by: ['customer-service', 'front-desk'],
  facts: { ...application.applicationFacts, category: application.leavingCategory('转学原因类别', 'Kind of reason') },
  words: { reason: text('转学原因', 'Reason'), institution: institution(), contact: contact() },
  complete: application.applicant,
  start: (input) => ({
    ...common({ ...input, leavingDate: input.wishedDate }),
    minor: input.minor,
    category: input.category,
    filedOn: null,
  }),
})

type Context = ReturnType<typeof opening.start>
/** The leaving is done when both its parts are: fees settled, papers issued and filed. */
const doneOn = ({ settlement, filedOn }: Context) => [settlement!.settledOn!, filedOn!].sort()[1]!
const afterLeaving = (days: (settings: Context['settings']) => number) => (context: Context) => ({
  date: addCalendarDays(doneOn(context), days(context.settings)),
})

const guards = { ...application.applicationGuards, ...approvalGuards, ...settlementGuards }
const deadlines = {
  ...application.applicationDeadlines,
  ...reviewDeadlines,
  ...approvalDeadlines,
  ...noticeDeadlines,
  ...settlementDeadlines,
  certificateDue: {
    label: say('出具学习证明期限', 'Study certificate and records'),
    span: ({ settings }: Context) => ({ workingDays: settings.certificateDays }),
  },
  firstVisitDue: { label: say('第一次回访日期', 'First follow-up'), span: afterLeaving((settings) => settings.followUpFirstDays) },
  secondVisitDue: { label: say('第二次回访日期', 'Second follow-up'), span: afterLeaving((settings) => settings.followUpSecondDays) },
  thirdVisitDue: { label: say('第三次回访日期', 'Third follow-up'), span: afterLeaving((settings) => settings.followUpThirdDays) },
}

const kit = procedure({ context: {} as Own, events, opening, guards, deadlines })

const meta = (zh: string, en: string, owner: 'customer-service' | 'teaching', clause: ClauseId, note?: Label) =>
  ({ label: say(zh, en), clause, owner, note }) as const
const teaching = (zh: string, en: string) => meta(zh, en, 'teaching', 'A6.2.3')
const late = { actions: 'late' } as const

const paper = (issued: 'certificate.issued' | 'progressRecord.issued', zh: string, en: string) =>
  kit.createStateConfig({
    initial: 'pending',
    meta: teaching(zh, en),
    states: {
      pending: { meta: teaching(`${zh}待出具`, `${en}: to be issued`), on: { [issued]: 'issued' } },
      issued: { type: 'final', meta: teaching(`${zh}已出具`, `${en}: issued`) },
    },
  })

/** Papers may have been issued: whatever ends the case here, teaching takes them back. */
const takenBack = (end: 'revoked' | 'voided' | 'merged') =>
  ({
    guard: 'settlementOpen',
    target: `#transfer.${end}`,
    actions: ['undoLeaving', { type: 'notify', params: { to: 'teaching', notice: 'takeBackCertificates' } }],
  }) as const

const receiver = kit.createStateConfig({
  initial: 'asking',
  meta: meta('接收机构意见', 'Receiving institution', 'customer-service', 'A6.2.2'),
  states: {
    asking: {
      meta: meta('待接收机构答复', 'Receiving institution: to answer', 'customer-service', 'A6.2.2'),
      entry: 'attemptsBegin',
      on: {
        'receiver.accepted': 'accepted',
        'receiver.refused': '#transfer.anotherInstitution',
        'receiver.attempted': [
          { guard: 'lastAttempt', target: '#transfer.anotherInstitution', actions: 'attempt' },
          { actions: 'attempt' },
        ],
      },
    },
    accepted: { type: 'final', meta: meta('接收机构已同意', 'Receiving institution: accepts', 'customer-service', 'A6.2.2') },
  },
})

const certificates = kit.createStateConfig({
  initial: 'issuing',
  meta: teaching('学习证明与封档', 'Certificate, records and file'),
  after: { certificateDue: late },
  states: {
    issuing: {
      type: 'parallel',
      meta: teaching('出具学习证明与记录', 'Issuing certificate and record'),
      onDone: 'filing',
      states: {
        certificate: paper('certificate.issued', '学习证明', 'Study certificate'),
        progressRecord: paper('progressRecord.issued', '进度与成绩记录', 'Record of progress and grades'),
      },
    },
    filing: { meta: teaching('档案待封存', 'File to be sealed'), on: { 'file.sealed': { target: 'filed', actions: 'remember' } } },
    filed: { type: 'final', meta: teaching('材料已出具、档案已封存', 'Papers issued, file sealed') },
  },
})

// What is done must leave the state that its deadline belongs to: a region itself is only left when all are done.
const papers = kit.createStateConfig({
  initial: 'certificates',
  meta: teaching('材料', 'Papers'),
  states: {
    certificates: { ...certificates, onDone: 'done' },
    done: { type: 'final', meta: teaching('材料办结', 'Papers: done') },
  },
})
const fees = kit.createStateConfig({
  initial: 'settlement',
  meta: { label: say('费用', 'Fees'), clause: 'A6.2.3', owner: 'finance' },
  states: {
    settlement: { ...settlement, onDone: { target: 'done', actions: endSiblings } },
    done: { type: 'final', meta: { label: say('费用结清', 'Fees: settled'), clause: 'A6.2.3' } },
  },
})

const machine = kit.createMachine({
  id: 'transfer',
  context: ({ input }) => opening.start(input),
  initial: 'acceptance',
  on: { ...closing, ...superseding },
  states: {
    acceptance: {
      type: 'parallel',
      meta: meta('受理核实', 'Acceptance and checks', 'customer-service', 'A6.2.2'),
      after: { acceptanceDue: late },
      on: { 'request.returned': 'correction', 'request.revoked': 'revoked' },
      onDone: 'financeReview',
      states: {
        identity: application.identityCheck('A6.2.2'),
        enrolment: application.enrolmentCheck('A6.2.2'),
        guardian: application.guardianCheck('A6.2.1'),
        retention: application.retentionTalk('#transfer.retained'),
        receiver,
      },
    },
    correction: application.correction('acceptance', 'A6.2.1'),
    anotherInstitution: {
      ...application.waitsForApplicant('等待学员另选接收机构', 'Waiting for another institution to be named', 'A6.2.2'),
      on: {
        'receiver.named': 'acceptance',
        'withdrawal.chosen': 'continuedAsWithdrawal',
        'request.revoked': 'revoked',
      },
    },
    financeReview: financeReview('A6.2.2'),
    approval: approvalOfRequest('A6.2.2', 'leaving'),
    leaving: {
      initial: 'notice',
      meta: { label: say('转学手续', 'Transfer formalities'), clause: 'A6.2.3' },
      entry: 'leave',
      on: { 'request.revoked': { guard: 'settlementOpen', target: 'revoked', actions: 'undoLeaving' } },
      onDone: 'followUp',
      states: {
        notice: notice('handling', 'A6.2.3'),
        handling: {
          type: 'parallel',
          meta: { label: say('开具证明与结清费用', 'Papers and fees'), clause: 'A6.2.3' },
          on: {
            'request.revoked': takenBack('revoked'),
            'case.voided': takenBack('voided'),
            'case.merged': takenBack('merged'),
          },
          onDone: 'complete',
          states: { papers, fees },
        },
        complete: { type: 'final', meta: { label: say('手续办结', 'Formalities complete'), clause: 'A6.2.3' } },
      },
    },
    followUp: {
      initial: 'first',
      meta: meta('转学后回访', 'Follow-up after the transfer', 'customer-service', 'A6.2.4'),
      onDone: 'transferred',
      states: {
        first: { ...visit('第一次回访', 'First follow-up', 'A6.2.4', 'second'), after: { firstVisitDue: late } },
        second: { ...visit('第二次回访', 'Second follow-up', 'A6.2.4', 'third'), after: { secondVisitDue: late } },
        third: { ...visit('第三次回访', 'Third follow-up', 'A6.2.4', 'complete'), after: { thirdVisitDue: late } },
        complete: { type: 'final', meta: { label: say('回访完毕', 'Follow-up complete'), clause: 'A6.2.4' } },
      },
    },
    ...application.endsOf('A6.2.1'),
    ...closedStates,
    ...supersededState,
    refused: application.refusedUnder('A6.2.2'),
    continuedAsWithdrawal: {
      type: 'final',
      entry: { type: 'notify', params: { to: 'customer-service', notice: 'openWithdrawal' } },
      meta: {
        label: say('改办退学，另案办理', 'Continued by a withdrawal case of its own'),
        clause: 'A6.2.2',
        outcome: 'none',
        note: say(
          '制度未作规定：由客服部另立承接本案的退学案件，统计时只计该案。',
          'The regulation is silent: customer service opens a withdrawal that follows this case, and only that one counts.',
        ),
      },
    },
    transferred: { type: 'final', meta: { label: say('已转学', 'Transferred'), clause: 'A6.2.4', outcome: 'lost' } },
  },
})

export const transfer = {
  name: 'transfer',
  version: 1,
  label: say('转学', 'Transfer'),
  department: 'customer-service',
  prefix: 'ZX',
  events,
  opening,
  guards,
  deadlines,
  machine,
} satisfies Procedure
