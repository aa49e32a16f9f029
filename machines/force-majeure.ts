// Force majeure 不可抗力 (A6.3.3): proof verified, straight to management, help arranged, leaving formalities. After a death the heir is the party.
import { type Common, common } from './common.ts'
import { attachment, attachments, channel, choice, count, date, optional, saidByOrForThem, text } from './form.ts'
import { say } from './label.ts'
import { type Answers, eventsOf, openedBy, type Procedure, persons, procedure } from './procedure.ts'
import { isImpossible, type Records } from './records.ts'
import * as application from './shared/application.ts'
import { approval, approvalDeadlines, approvalEvents, approvalGuards, proposed } from './shared/approval.ts'
import { closedStates, closing, closingEvents, supersededState, superseding, supersedingEvents } from './shared/closing.ts'
import { formalities, formalityDeadlines, formalityEvents, formalityGuards } from './shared/formalities.ts'
import { expected, reopened } from './shared/settlement.ts'

/** `until` is a Shanghai date, `percent` the reduction on return. */
type Promised = { until: string; materials: boolean; percent: number }
type Context = application.Applicant & {
  /** Proof documents still to be checked. */
  proofsLeft: string[]
  /** One proof at least was confirmed. */
  proven: boolean
  /** What is kept for the student once the case has ended. */
  promise: Promised | null
}
const event = eventsOf<Context>()
const customerService = ['customer-service'] as const

/** After a death the student says nothing more; before it nobody inherits. */
const voices = ({ heirActs }: Common) => ({
  fields: { saidBy: { enum: heirActs ? ['heir', 'guardian', 'representative'] : ['student', 'guardian', 'representative'] } },
})
/** What binds the student is said for a minor by the guardian, or by somebody sent. */
const bindingVoices = ({ heirActs, minor }: Context & Common) => ({
  fields: { saidBy: { enum: [...(heirActs ? ['heir'] : minor ? [] : ['student']), 'guardian', 'representative'] } },
})
const voice = () => ({ saidBy: saidByOrForThem(), channel: channel(), evidence: optional(attachments('凭据', 'Evidence')) })
const wrongVoice = say('学员身故的，应由继承人或其代理人提出', 'After a death an heir or somebody for them asks')
const noHeirYet = say('学员健在，不由继承人提出', 'An heir asks only after a death')

/** A death makes the heir the party; the kind itself is of medical nature and stays among the words. */
const party = ({ kind, saidBy }: Answers) => {
  const heirActs = kind === 'death'
  if (heirActs && saidBy === 'student') return { impossible: wrongVoice, path: '/saidBy' }
  return !heirActs && saidBy === 'heir' ? { impossible: noHeirYet, path: '/saidBy' } : { heirActs }
}

const proofs = () => attachments('证明材料（诊断证明、官方文件等）', 'Proof (diagnosis, official document)')
const { student, enrolments, wishedDate, channel: reachedBy, follows } = application.applicationFacts
const opening = openedBy<Context>()({
  by: ['customer-service', 'front-desk'],
  facts: { student, enrolments, wishedDate, saidBy: saidByOrForThem(), channel: reachedBy, proofs: proofs(), follows },
  words: {
    kind: choice('不可抗力情形', 'Kind', {
      disaster: say('自然灾害', 'Disaster'),
      policyChange: say('政策调整', 'Change of policy'),
      illness: say('疾病', 'Illness'),
      accident: say('意外事故', 'Accident'),
      death: say('学员身故', 'Death'),
      other: say('其他', 'Other'),
    }),
    account: text('情况说明', 'What happened'),
  },
  complete: (answers: Answers, records: Records) => {
    const known = application.applicant(answers, records)
    const by = party(answers)
    if (isImpossible(known)) return known
    return isImpossible(by) ? by : { minor: known.minor && !by.heirActs, heirActs: by.heirActs }
  },
  start: (input) => ({
    ...common({ ...input, leavingDate: input.wishedDate }),
    heirActs: input.heirActs,
    minor: input.minor,
    proofsLeft: [...new Set(input.proofs)],
    proven: false,
    promise: null,
  }),
})

const oneLeft = ({ proofsLeft }: Context) => ({ fields: { proof: { enum: proofsLeft } } })
const without = ({ proofsLeft }: Context, proof: string) => proofsLeft.filter((id) => id !== proof)

const verificationEvents = {
  'guardian.agreed': application.checkEvents['guardian.agreed'],
  'request.returned': application.checkEvents['request.returned'],
  'request.foundNotGenuine': application.genuinenessEvents['request.foundNotGenuine'],
  'proof.confirmed': event({
    by: customerService,
    label: say('证明材料核实无误', 'Confirm a proof'),
    facts: { proof: attachment('证明材料', 'Proof') },
    words: { checked: text('核实方式与结果', 'How it was checked') },
    narrow: oneLeft,
    remember: (context, { proof }) => ({ proofsLeft: without(context, proof), proven: true }),
  }),
  'proof.setAside': event({
    by: customerService,
    label: say('不采用该证明材料', 'Set a proof aside'),
    facts: { proof: attachment('证明材料', 'Proof') },
    words: { reason: text('不采用的理由', 'Reason') },
    narrow: oneLeft,
    remember: (context, { proof }) => ({ proofsLeft: without(context, proof) }),
  }),
  'verification.completed': event({
    by: customerService,
    label: say('完成核实并送审', 'Finish the verification and propose'),
    words: { remark: optional(text('核实意见', 'Remark')) },
    complete: (_, context, records) => expected(context, records, 'forceMajeure'),
    remember: (context, said) => ({ ...proposed(context.approval, persons(said)), estimateFen: said.estimateFen }),
  }),
  'request.completed': event({
    by: customerService,
    label: say('登记已补正', 'Record the completion'),
    facts: { saidBy: saidByOrForThem(), channel: channel(), proofs: optional(proofs()) },
    words: { remark: text('补正说明', 'What was completed') },
    narrow: voices,
    remember: ({ proofsLeft }, { proofs = [] }) => ({ proofsLeft: [...new Set([...proofsLeft, ...proofs])] }),
  }),
  'request.revoked': event({
    by: customerService,
    label: say('登记撤回申请', 'Record that the request is revoked'),
    facts: voice(),
    words: { reason: text('撤回原因', 'Reason') },
    narrow: bindingVoices,
  }),
}

const until = date('保留至', 'Until')
const fromToday = (_: Context, { today }: Records) => ({ fields: { until: { formatMinimum: today } } })
const assistants = ['customer-service', 'teaching'] as const
const assistanceEvents = {
  'return.promised': event({
    by: assistants,
    label: say('约定优惠复学并保留资料', 'Promise a preferential return, materials kept'),
    facts: { until, percent: count('优惠比例（%）', 'Reduction (%)', 1, 100) },
    words: { remark: optional(text('约定说明', 'Terms')) },
    narrow: fromToday,
    remember: (_, { until, percent }) => ({ promise: { until, percent, materials: true } }),
  }),
  'materials.kept': event({
    by: assistants,
    label: say('只约定保留资料', 'Promise to keep the materials only'),
    facts: { until },
    words: { remark: optional(text('资料说明', 'Which materials')) },
    narrow: fromToday,
    remember: (_, { until }) => ({ promise: { until, percent: 0, materials: true } }),
  }),
  'assistance.declined': event({
    by: assistants,
    label: say('无须帮扶', 'No assistance'),
    words: { reason: text('说明', 'Reason') },
  }),
}

const objected = formalityEvents('forceMajeure')['settlement.objected']
/** What the shared formalities say of the student is said of the heir after a death. */
const toTheParty = {
  'notice.delivered': event({
    by: customerService,
    label: say('登记通知已送达', 'Record that notice was given'),
    facts: {
      told: choice('告知对象', 'Who was told', {
        student: say('学员本人', 'The student'),
        guardian: say('监护人', 'The guardian'),
        heir: say('继承人', 'The heir'),
      }),
      channel: channel(),
      evidence: optional(attachments('通知凭据', 'Evidence of the notice')),
    },
    words: { message: text('通知内容（决定、手续与注意事项）', 'What they were told: decision, formalities, what to mind') },
    narrow: ({ heirActs }) => ({ fields: { told: heirActs ? { const: 'heir' } : { enum: ['student', 'guardian'] } } }),
  }),
  'settlement.objected': event({
    by: objected.by,
    label: objected.label,
    words: objected.words,
    facts: voice(),
    narrow: voices,
    remember: reopened,
  }),
}

const events = {
  ...verificationEvents,
  ...assistanceEvents,
  ...approvalEvents(customerService),
  ...formalityEvents('forceMajeure'),
  ...toTheParty,
  ...closingEvents('customer-service'),
  ...supersedingEvents,
}

const guards = {
  ...application.applicationGuards,
  ...approvalGuards,
  ...formalityGuards,
  proofLeft: { when: ({ proofsLeft }: Context) => proofsLeft.length > 0, unmet: say('没有待核实的证明材料', 'No proof is left to check') },
  proofHolds: {
    when: ({ proofsLeft, proven }: Context) => proofsLeft.length === 0 && proven,
    unmet: say('证明材料须逐一核实，且至少一份属实', 'Every proof must be checked, and one at least must hold'),
  },
  studentLives: {
    when: ({ heirActs }: Common) => !heirActs,
    unmet: say('学员已身故，只能保留资料', 'After a death only materials can be kept'),
  },
  promised: { when: ({ promise }: Context) => promise !== null, unmet: say('没有约定帮扶', 'Nothing was promised') },
}

const deadlines = {
  verificationDue: {
    label: say('证明核实期限', 'Verification'),
    span: ({ settings }: Common) => ({ workingDays: settings.verificationDays }),
  },
  assistanceDue: { label: say('帮扶安排期限', 'Assistance'), span: ({ settings }: Common) => ({ workingDays: settings.assistanceDays }) },
  correctionDue: application.applicationDeadlines.correctionDue,
  ...approvalDeadlines,
  ...formalityDeadlines,
}

const service = (zh: string, en: string, clause: 'A6.3.3a' | 'A6.3.3b') =>
  ({ label: say(zh, en), clause, owner: 'customer-service' }) as const
const checkedOne = { guard: 'proofLeft', actions: 'remember' } as const
const { revoked, lapsed } = application.endsOf('A6.3.3a')

const machine = procedure({ context: {} as Context, events, opening, guards, deadlines }).createMachine({
  id: 'force-majeure',
  context: ({ input }) => opening.start(input),
  initial: 'verification',
  on: { ...closing, ...superseding },
  states: {
    verification: {
      type: 'parallel',
      meta: service('证明核实', 'Verification of the proof', 'A6.3.3a'),
      after: { verificationDue: { actions: 'late' } },
      on: { 'request.returned': 'correction', 'request.foundNotGenuine': 'refused', 'request.revoked': 'revoked' },
      onDone: 'approval',
      states: {
        proofs: {
          initial: 'checking',
          meta: service('证明材料', 'Proof', 'A6.3.3a'),
          states: {
            checking: {
              meta: service('待核实证明材料', 'Proof to be checked', 'A6.3.3a'),
              on: {
                'proof.confirmed': checkedOne,
                'proof.setAside': checkedOne,
                'verification.completed': { guard: 'proofHolds', target: 'checked', actions: 'remember' },
              },
            },
            checked: { type: 'final', meta: service('证明材料已核实', 'Proof checked', 'A6.3.3a') },
          },
        },
        guardian: application.guardianCheck('A6.3.3a'),
      },
    },
    correction: {
      ...application.waitsForApplicant('等待申请人补充证明', 'Waiting for more proof', 'A6.3.3a'),
      on: { 'request.completed': { target: 'verification', actions: 'remember' }, 'request.revoked': 'revoked' },
    },
    approval: {
      ...approval('A6.3.3b'),
      on: {
        'approval.refused': 'refused',
        'approval.returned': { target: 'verification', actions: 'remember' },
        'proposal.recalled': { target: 'verification', actions: 'remember' },
        'request.revoked': 'revoked',
      },
      onDone: { target: 'assistance', actions: { type: 'ending.claim', params: ({ context }) => ({ enrolments: context.enrolments }) } },
    },
    assistance: {
      meta: {
        ...service('帮扶安排', 'Assistance', 'A6.3.3b'),
        note: say(
          '帮扶方式由机构自定：承诺在结案后另行登记，因此撤回时无须再作撤销。',
          'The regulation leaves help to the institution; a promise is kept in its own record once the case has ended, so that revoking needs no undoing.',
        ),
      },
      after: { assistanceDue: { actions: 'late' } },
      on: {
        'return.promised': { guard: 'studentLives', target: 'formalities', actions: 'remember' },
        'materials.kept': { target: 'formalities', actions: 'remember' },
        'assistance.declined': 'formalities',
        'request.revoked': {
          target: 'revoked',
          actions: { type: 'ending.release', params: ({ context }) => ({ enrolments: context.enrolments }) },
        },
      },
    },
    formalities: {
      ...formalities,
      on: { 'request.revoked': { guard: 'settlementOpen', target: 'revoked', actions: 'undoLeaving' } },
      onDone: [
        { guard: 'promised', target: 'left', actions: { type: 'promise.keep', params: ({ context }) => context.promise! } },
        { target: 'left' },
      ],
    },
    revoked,
    lapsed,
    ...closedStates,
    ...supersededState,
    refused: application.refusedUnder('A6.3.3b'),
    left: { type: 'final', meta: { label: say('因不可抗力离校', 'Left through force majeure'), clause: 'A6.3.3b', outcome: 'lost' } },
  },
})

export const forceMajeure = {
  name: 'force-majeure',
  version: 1,
  label: say('不可抗力', 'Force majeure'),
  department: 'customer-service',
  prefix: 'BK',
  events,
  opening,
  guards,
  deadlines,
  machine,
} satisfies Procedure
