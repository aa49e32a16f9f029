// The parts of a complaint that run side by side: intake, feedback of the result, review by the supervision group (C3.1.2, C3.1.3, C3.2.5, C2.3).
import type { ClauseId } from '../clauses.ts'
import type { Department } from '../departments.ts'
import { say } from '../label.ts'
import { procedure } from '../procedure.ts'
import { type Complaint, deadlines, guards, opening } from './context.ts'
import { events } from './events.ts'

const owned = (owner: Department) => (zh: string, en: string, clause: ClauseId) => ({ label: say(zh, en), clause, owner })
export const intake = owned('customer-service')
/** The case says which department handles it; until it does, administration coordinates. */
export const handling = owned('administration')
export const supervisor = owned('administration')
export const finance = owned('finance')
export const representative = owned('student-representative')
export const management = owned('management')

export const kit = procedure({ context: {} as Complaint, events, opening, guards, deadlines })
export const remembered = (target: string) => ({ target, actions: 'remember' }) as const

/** Nobody can be reached who did not say who they are. */
export const unreachable = (target: string) => ({ guard: 'anonymous', target }) as const
export const tell = (to: Department, notice: 'reportReceived' | 'tellFurtherWays' | 'effectMissing') =>
  ({ type: 'notify', params: { to, notice } }) as const
export const intakeRegions = {
  complainant: kit.createStateConfig({
    initial: 'asking',
    meta: intake('投诉人', 'Who complains', 'C3.1.2'),
    states: {
      asking: {
        meta: intake('待登记投诉人', 'Who complains: to be recorded', 'C3.1.2'),
        always: [
          { guard: 'identified', target: 'known' },
          { guard: 'anonymous', target: 'anonymous' },
        ],
        on: { 'complainant.identified': remembered('known'), 'complainant.notFound': '#complaint.unidentified' },
      },
      known: { type: 'final', meta: intake('投诉人已登记', 'Who complains is on record', 'C3.1.2') },
      anonymous: {
        type: 'final',
        meta: {
          ...intake('匿名投诉', 'Anonymous', 'C3.1.2'),
          note: say(
            '制度要求登记姓名和联系方式；机构在设置中选择受理匿名投诉的，凡须与投诉人联系的环节自动越过。',
            'The regulation asks for name and contact; where the institution chose to take anonymous complaints, whatever needs a word with them is passed over.',
          ),
        },
      },
    },
  }),
  classification: kit.createStateConfig({
    initial: 'open',
    meta: intake('分类', 'Classification', 'C3.1.2'),
    states: {
      open: { meta: intake('待分类', 'To be classified', 'C3.1.2'), on: { 'complaint.classified': remembered('classified') } },
      classified: { type: 'final', meta: intake('已分类', 'Classified', 'C3.1.2') },
    },
  }),
  acceptance: kit.createStateConfig({
    initial: 'telling',
    meta: intake('首次沟通', 'First word', 'C3.1.3'),
    states: {
      telling: {
        meta: intake('待告知受理', 'Acceptance to be told', 'C3.1.3'),
        always: unreachable('notReached'),
        on: {
          'acceptance.told': 'told',
          'acceptance.attempted': [{ guard: 'lastAttempt', target: 'notReached', actions: 'attempt' }, { actions: 'attempt' }],
        },
      },
      told: { type: 'final', meta: intake('已告知受理', 'Acceptance told', 'C3.1.3') },
      notReached: { type: 'final', meta: intake('未能告知受理', 'Acceptance not told: not reached', 'C3.1.3') },
    },
  }),
}

export const feedbackRegions = {
  intakeGroup: kit.createStateConfig({
    initial: 'open',
    meta: handling('向受理小组反馈', 'Report to intake', 'C3.2.5'),
    states: {
      open: {
        tags: ['handling'],
        meta: handling('待报告受理小组', 'Intake to be told', 'C3.2.5'),
        on: { 'result.reportedToIntake': { target: 'told', actions: tell('customer-service', 'reportReceived') } },
      },
      told: { type: 'final', meta: handling('已报告受理小组', 'Intake told', 'C3.2.5') },
    },
  }),
  supervisionGroup: kit.createStateConfig({
    initial: 'open',
    meta: handling('向监督小组反馈', 'Report to the supervision group', 'C3.2.5'),
    states: {
      open: {
        tags: ['handling'],
        meta: handling('待报告监督小组', 'Supervision group to be told', 'C3.2.5'),
        on: {
          'result.reportedToSupervision': {
            target: 'told',
            actions: [
              tell('administration', 'reportReceived'),
              tell('finance', 'reportReceived'),
              tell('student-representative', 'reportReceived'),
            ],
          },
        },
      },
      told: { type: 'final', meta: handling('已报告监督小组', 'Supervision group told', 'C3.2.5') },
    },
  }),
  student: kit.createStateConfig({
    initial: 'telling',
    meta: intake('向学员反馈', 'Feedback to the student', 'C3.2.5'),
    states: {
      telling: {
        tags: ['handling'],
        meta: handling('待反馈学员', 'Student to be told', 'C3.2.5'),
        entry: 'attemptsBegin',
        always: unreachable('notReached'),
        on: {
          'result.toldStudent': 'asking',
          'telling.attempted': [{ guard: 'lastAttempt', target: 'asking', actions: 'attempt' }, { actions: 'attempt' }],
        },
      },
      asking: {
        meta: intake('待询问是否满意', 'Student to be asked whether satisfied', 'C3.2.5'),
        entry: 'attemptsBegin',
        on: {
          'satisfaction.confirmed': 'answered',
          'satisfaction.denied': remembered('answered'),
          'confirmation.attempted': [{ guard: 'lastAttempt', target: 'notReached', actions: 'attempt' }, { actions: 'attempt' }],
        },
      },
      answered: { type: 'final', meta: intake('学员已答复', 'Student answered', 'C3.2.5') },
      notReached: { type: 'final', meta: intake('未能询问到学员', 'Student not reached', 'C3.2.5') },
    },
  }),
}

export const supervisionRegions = {
  administration: kit.createStateConfig({
    initial: 'reviewing',
    meta: supervisor('行政主管审核', 'Administrative supervisor', 'C2.3'),
    states: {
      reviewing: {
        tags: ['coordination'],
        meta: supervisor('待行政主管审核', 'Supervisor’s verdict to come', 'C2.3'),
        on: {
          'verdict.administration.approved': remembered('given'),
          'verdict.administration.objected': remembered('given'),
        },
      },
      given: { type: 'final', meta: supervisor('行政主管已审核', 'Supervisor’s verdict given', 'C2.3') },
    },
  }),
  finance: kit.createStateConfig({
    initial: 'reviewing',
    meta: finance('财务审核', 'Finance', 'C2.3'),
    states: {
      reviewing: {
        tags: ['costs'],
        meta: finance('待财务审核', 'Finance’s verdict to come', 'C2.3'),
        on: { 'verdict.finance.approved': remembered('given'), 'verdict.finance.objected': remembered('given') },
      },
      given: { type: 'final', meta: finance('财务已审核', 'Finance’s verdict given', 'C2.3') },
    },
  }),
  studentRepresentative: kit.createStateConfig({
    initial: 'reviewing',
    meta: representative('学员代表审核', 'Student representative', 'C2.3'),
    states: {
      reviewing: {
        meta: representative('待学员代表审核', 'Representative’s verdict to come', 'C2.3'),
        on: {
          'verdict.studentRepresentative.approved': remembered('given'),
          'verdict.studentRepresentative.objected': remembered('given'),
        },
      },
      given: { type: 'final', meta: representative('学员代表已审核', 'Representative’s verdict given', 'C2.3') },
    },
  }),
}
