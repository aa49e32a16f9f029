// Discipline 违规违纪 (A6.3.2): misconduct recorded, education talk, observation; when repeated another talk, or a dismissal after a hearing.
import { common } from './common.ts'
import { staff } from './departments.ts'
import {
  affirmed,
  attachments,
  channel,
  dateTime,
  enrolment,
  flag,
  line,
  optional,
  reference,
  saidBy,
  several,
  student,
  text,
} from './form.ts'
import { say } from './label.ts'
import { type Answers, eventsOf, type Guard, openedBy, type Procedure, persons, procedure } from './procedure.ts'
import { isImpossible, type Records } from './records.ts'
import { type Applicant, applicant } from './shared/application.ts'
import { approval, approvalDeadlines, approvalEvents, approvalGuards, proposed } from './shared/approval.ts'
import { closedStates, closing, closingEvents, supersededState, superseding, supersedingEvents } from './shared/closing.ts'
import { formalities, formalityDeadlines, formalityEvents, formalityGuards } from './shared/formalities.ts'
import { notYetHappened, untilToday } from './shared/occurrence.ts'
import { expected } from './shared/settlement.ts'

type Context = Applicant & {
  /** An education talk is on file. */
  educated: boolean
  /** Reports of repeated misconduct. */
  repetitions: number
  /** Attempts to reach the guardian in the present education. */
  guardianAttempts: number
}
const event = eventsOf<Context>()

const misconductFacts = {
  occurredAt: dateTime('违规时间', 'When'),
  evidence: optional(attachments('证据', 'Evidence')),
}
const misconductWords = {
  place: line('违规地点', 'Where'),
  conduct: text('行为内容', 'What happened'),
  witnesses: optional(text('在场人员', 'Witnesses')),
}
const reason = () => text('理由', 'Reason')

const opening = openedBy<Context>()({
  by: staff,
  facts: {
    student: student('学员', 'Student'),
    enrolments: several('涉及的报名', 'Enrolments concerned', enrolment),
    ...misconductFacts,
  },
  words: misconductWords,
  complete: (answers: Answers, records: Records) => {
    const known = applicant(answers, records)
    return isImpossible(known) ? known : (notYetHappened(answers, records) ?? known)
  },
  start: (input) => ({ ...common(input), minor: input.minor, educated: false, repetitions: 0, guardianAttempts: 0 }),
})

const educationEvents = {
  'talk.held': event({
    by: ['teaching'],
    label: say('登记教育谈话', 'Record the education talk'),
    facts: {
      natureNamed: affirmed('已指明行为性质', 'The nature of the misconduct was named'),
      consequencesNamed: affirmed('已指明后果', 'The consequences were named'),
      acknowledged: flag('学员是否认识错误', 'Fault acknowledged'),
      promised: flag('学员是否承诺改正', 'Improvement promised'),
      record: optional(attachments('谈话记录', 'Record of the talk')),
    },
    words: { talk: text('谈话内容', 'What was said') },
    remember: () => ({ educated: true }),
  }),
  'talk.attempted': event({
    by: ['teaching'],
    label: say('登记未能谈话', 'Record an attempt at the talk'),
    facts: { channel: channel() },
    words: { remark: text('经过', 'What happened') },
  }),
  'guardian.told': event({
    by: ['teaching', 'customer-service'],
    label: say('登记已告知监护人', 'Record that the guardian was told'),
    facts: { channel: channel(), evidence: optional(attachments('告知凭据', 'Evidence')) },
    words: { answer: text('告知内容与监护人意见', 'What they were told and said') },
    remember: () => ({ guardianAttempts: 0 }),
  }),
  'guardian.attempted': event({
    by: ['teaching', 'customer-service'],
    label: say('登记未能告知监护人', 'Record an attempt to tell the guardian'),
    facts: { channel: channel() },
    words: { remark: text('经过', 'What happened') },
    remember: ({ guardianAttempts, settings }) => ({ guardianAttempts: (guardianAttempts + 1) % settings.attempts }),
  }),
  'misconduct.unfounded': event({
    by: ['teaching'],
    label: say('认定违规不属实', 'Find that there was no misconduct'),
    words: { reason: reason() },
  }),
}

const repetitionEvents = {
  'misconduct.repeated': event({
    by: staff,
    label: say('登记再次违规', 'Record repeated misconduct'),
    facts: misconductFacts,
    words: misconductWords,
    narrow: untilToday,
    complete: (answers, _, records) => notYetHappened(answers, records) ?? {},
    remember: ({ repetitions }) => ({ repetitions: repetitions + 1 }),
  }),
  'repetition.unfounded': event({
    by: ['teaching'],
    label: say('认定再次违规不属实', 'Find that it was not repeated'),
    words: { reason: reason() },
  }),
  'education.repeated': event({
    by: ['teaching'],
    label: say('再次教育', 'Educate once more'),
    words: { reason: reason() },
  }),
  'dismissal.proposed': event({
    by: ['teaching'],
    label: say('提出退学处理意见', 'Propose the dismissal'),
    facts: { rule: reference('所依据的规定编号', 'Number of the rule'), evidence: optional(attachments('依据材料', 'Evidence')) },
    words: { grounds: text('规定内容与处理理由', 'What the rule says, and the grounds') },
    complete: (_, context, records) => expected(context, records, 'student'),
    remember: (context, said) => ({ ...proposed(context.approval, persons(said)), estimateFen: said.estimateFen }),
  }),
}

/** Who proposes the dismissal does not write down the student's side too. */
const notProposer = {
  allowed: (context: { approval: { proposedBy: string[] } }, who: readonly string[]) =>
    !context.approval.proposedBy.some((id) => who.includes(id)),
  unmet: say('学员陈述须由提出处理意见者以外的人记录', 'Somebody else than the proposer records the student’s statement'),
  code: 'four-eyes',
} as const
const hearingEvents = {
  'statement.recorded': event({
    by: ['customer-service', 'teaching'],
    label: say('记录学员陈述', 'Record the statement'),
    facts: { saidBy: saidBy(), channel: channel(), evidence: optional(attachments('陈述材料', 'Documents')) },
    words: { statement: text('陈述内容', 'Statement') },
    person: notProposer,
  }),
  'statement.waived': event({
    by: ['customer-service', 'teaching'],
    label: say('登记放弃陈述', 'Record that the statement is waived'),
    facts: { saidBy: saidBy(), channel: channel() },
    words: { remark: optional(text('说明', 'Remark')) },
    person: notProposer,
    narrow: ({ minor }) => (minor ? { fields: { saidBy: { enum: ['guardian', 'representative'] } } } : {}),
  }),
}

const events = {
  ...educationEvents,
  ...repetitionEvents,
  ...hearingEvents,
  ...approvalEvents(['teaching'], { dismissal: true }),
  ...formalityEvents('student'),
  ...closingEvents('teaching'),
  ...supersedingEvents,
}

const guards = {
  ...approvalGuards,
  ...formalityGuards,
  ofAge: { when: ({ minor }: Context) => !minor, unmet: say('未成年学员须告知监护人', 'A minor’s guardian must be told') },
  educated: {
    when: ({ educated }: Context) => educated,
    unmet: say('尚无教育谈话记录，不能提出退学处理', 'No education talk is on file: no dismissal can be proposed'),
  },
  lastGuardianAttempt: {
    when: ({ guardianAttempts, settings }) => guardianAttempts + 1 >= settings.attempts,
    unmet: say('尚未达到规定的联系次数', 'Not attempted often enough yet'),
  } satisfies Guard<Context & { settings: { attempts: number } }>,
}

type Days = 'educationDays' | 'observationDays' | 'dismissalProposalDays' | 'hearingDays'
const working = (zh: string, en: string, days: Days) => ({
  label: say(zh, en),
  span: ({ settings }: { settings: Record<Days, number> }) => ({ workingDays: settings[days] }),
})
const deadlines = {
  educationDue: working('教育谈话期限', 'Education talk', 'educationDays'),
  observationDue: working('观察期满', 'End of the observation', 'observationDays'),
  proposalDue: working('提出处理意见期限', 'Proposal', 'dismissalProposalDays'),
  hearingDue: working('听取陈述期限', 'Hearing', 'hearingDays'),
  ...approvalDeadlines,
  ...formalityDeadlines,
}

const teaching = (zh: string, en: string, clause: 'A6.3.2b' | 'A6.3.2c') => ({ label: say(zh, en), clause, owner: 'teaching' }) as const
const talked = (zh: string, en: string) => teaching(zh, en, 'A6.3.2b')
const tellOutcome = { type: 'notify', params: { to: 'customer-service', notice: 'tellOutcome' } } as const

const machine = procedure({ context: {} as Context, events, opening, guards, deadlines }).createMachine({
  id: 'discipline',
  context: ({ input }) => opening.start(input),
  initial: 'education',
  on: { ...closing, ...superseding },
  states: {
    education: {
      type: 'parallel',
      meta: talked('教育与沟通', 'Education'),
      entry: 'attemptsBegin',
      after: { educationDue: { actions: 'late' } },
      on: { 'misconduct.unfounded': 'unfounded' },
      onDone: 'observation',
      states: {
        talk: {
          initial: 'open',
          meta: talked('教育谈话', 'Education talk'),
          states: {
            open: {
              meta: talked('待教育谈话', 'Education talk: to do'),
              on: {
                'talk.held': {
                  target: 'held',
                  actions: ['remember', { type: 'notify', params: { to: 'customer-service', notice: 'misconductTalked' } }],
                },
                'talk.attempted': [{ guard: 'lastAttempt', target: 'notReached', actions: 'attempt' }, { actions: 'attempt' }],
              },
            },
            held: { type: 'final', meta: talked('已教育谈话', 'Education talk held') },
            notReached: {
              type: 'final',
              meta: {
                ...talked('未能谈话', 'No talk: not reached'),
                note: say(
                  '制度未作规定：联系不上的学员同样进入观察期，但未经教育谈话不得作退学处理。',
                  'The regulation is silent: a student who cannot be reached is observed all the same, but cannot be dismissed without a talk.',
                ),
              },
            },
          },
        },
        guardian: {
          initial: 'telling',
          meta: talked('告知监护人', 'Guardian'),
          states: {
            telling: {
              meta: talked('待告知监护人', 'Guardian to be told'),
              always: { guard: 'ofAge', target: 'settled' },
              on: {
                'guardian.told': { target: 'settled', actions: 'remember' },
                'guardian.attempted': [
                  { guard: 'lastGuardianAttempt', target: 'notReached', actions: 'remember' },
                  { actions: 'remember' },
                ],
              },
            },
            settled: { type: 'final', meta: talked('已告知监护人或无须告知', 'Guardian told, or of age') },
            notReached: { type: 'final', meta: talked('未能告知监护人', 'Guardian not reached') },
          },
        },
      },
    },
    observation: {
      meta: teaching('观察期', 'Observation', 'A6.3.2c'),
      after: { observationDue: { target: 'improved', actions: tellOutcome } },
      on: {
        'misconduct.repeated': { target: 'dismissalProposal', actions: 'remember' },
        'misconduct.unfounded': 'unfounded',
      },
    },
    dismissalProposal: {
      meta: {
        ...teaching('再次违规，待教学部处理', 'Repeated: another talk, or dismissal', 'A6.3.2c'),
        note: say(
          '制度未规定举报不实的情形：此时观察期重新起算。',
          'The regulation is silent on a report that proves wrong: the observation then begins anew.',
        ),
      },
      after: { proposalDue: { actions: 'late' } },
      on: {
        'dismissal.proposed': { guard: 'educated', target: 'hearing', actions: 'remember' },
        'education.repeated': 'education',
        'repetition.unfounded': 'observation',
        'misconduct.unfounded': 'unfounded',
      },
    },
    hearing: {
      meta: {
        label: say('听取学员陈述', 'Hearing'),
        clause: 'A6.3.2c',
        owner: 'customer-service',
        note: say(
          '制度未作规定：退学处理前必须给予陈述机会；期限内未作陈述的，程序继续。',
          'The regulation is silent: nobody is dismissed without having been offered a hearing; silence until its deadline ends it.',
        ),
      },
      after: { hearingDue: 'approval' },
      on: {
        'statement.recorded': 'approval',
        'statement.waived': 'approval',
        'proposal.recalled': { target: 'dismissalProposal', actions: 'remember' },
        'misconduct.unfounded': 'unfounded',
      },
    },
    approval: {
      ...approval('A6.3.2c'),
      on: {
        'approval.refused': { target: 'observation', actions: tellOutcome },
        'approval.returned': { target: 'dismissalProposal', actions: 'remember' },
        'proposal.recalled': { target: 'dismissalProposal', actions: 'remember' },
      },
      onDone: 'formalities',
    },
    formalities: { ...formalities, onDone: 'dismissed' },
    ...closedStates,
    ...supersededState,
    unfounded: {
      type: 'final',
      entry: tellOutcome,
      meta: {
        label: say('违规不属实', 'Unfounded'),
        clause: 'A6.3.2a',
        outcome: 'none',
        note: say(
          '制度未作规定：查明不实的，既不计为留住，也不计为流失。',
          'The regulation is silent: a report found wrong counts neither as kept nor as lost.',
        ),
      },
    },
    improved: { type: 'final', meta: { label: say('已改正', 'Improved'), clause: 'A6.3.2c', outcome: 'kept' } },
    dismissed: {
      type: 'final',
      meta: {
        label: say('已退学处理', 'Dismissed'),
        clause: 'A6.3.2d',
        outcome: 'lost',
        note: say(
          '制度未规定申诉：不服处理的，可另立承接本案的投诉申诉一次，原经办人与审批人回避；申诉成立的，另行办理报名。',
          'The regulation is silent on appeals: a complaint that follows this case may appeal once, without those who handled or decided it; where it succeeds the student is enrolled anew.',
        ),
      },
    },
  },
})

export const discipline = {
  name: 'discipline',
  version: 1,
  label: say('违规违纪', 'Discipline'),
  department: 'teaching',
  prefix: 'WJ',
  events,
  opening,
  guards,
  deadlines,
  machine,
} satisfies Procedure
