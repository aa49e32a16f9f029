// Complaint 投诉 (C2.1–C3.3.1): intake, investigation, solution, negotiation, carrying out, feedback, review by the supervision group, tracking.
import { type Complaint, deadlines, guards, opening, owners } from './complaint/context.ts'
import { events } from './complaint/events.ts'
import {
  feedbackRegions,
  finance,
  handling,
  intake,
  intakeRegions,
  kit,
  management,
  remembered,
  supervisionRegions,
  supervisor,
  tell,
  unreachable,
} from './complaint/regions.ts'
import { say } from './label.ts'
import type { Procedure } from './procedure.ts'
import { closedStates, closing } from './shared/closing.ts'
import { pathOf, statesOf } from './states.ts'

/** Administration watches the whole course (C2.3): it hears of every delay. */
const late = { actions: { type: 'late', params: { also: 'administration' } } } as const
const withdrawable = { 'complaint.withdrawn': { guard: 'nothingDone', target: 'withdrawn' } } as const

const machine = kit.createMachine({
  id: 'complaint',
  context: ({ input }) => opening.start(input),
  initial: 'intake',
  on: closing,
  states: {
    intake: {
      type: 'parallel',
      meta: intake('受理', 'Intake', 'C3.1.1'),
      entry: 'attemptsBegin',
      after: { intakeDue: late },
      on: withdrawable,
      onDone: 'assignment',
      states: intakeRegions,
    },
    assignment: {
      tags: ['handling'],
      meta: handling('指定责任人', 'Assignment', 'C2.2'),
      after: { assignmentDue: late },
      on: {
        ...withdrawable,
        'responsible.assigned': remembered('firstContact'),
        'assignment.returned': { guard: 'notHandedBack', ...remembered('reclassification') },
      },
    },
    reclassification: {
      meta: intake('重新分类', 'Classification once more', 'C2.1'),
      after: { intakeDue: late },
      on: { ...withdrawable, 'complaint.classified': remembered('assignment') },
    },
    firstContact: {
      tags: ['handling'],
      meta: handling('责任人首次联系', 'First contact', 'C3.2.1'),
      entry: 'attemptsBegin',
      after: { firstContactDue: late },
      always: unreachable('investigation'),
      on: {
        ...withdrawable,
        'contact.made': remembered('investigation'),
        'contact.attempted': [{ guard: 'lastAttempt', target: 'investigation', actions: 'attempt' }, { actions: 'attempt' }],
        'about.established': { guard: 'aboutUnknown', ...remembered('assignment') },
      },
    },
    investigation: {
      tags: ['handling'],
      meta: handling('调查核实', 'Investigation', 'C3.2.2'),
      after: { investigationDue: late },
      on: {
        ...withdrawable,
        'evidence.added': { actions: 'remember' },
        'evidence.reasonedNone': { actions: 'remember' },
        'investigation.concluded': { guard: 'evidenced', ...remembered('solution') },
        'about.established': { guard: 'aboutUnknown', ...remembered('assignment') },
      },
    },
    solution: {
      initial: 'drawing',
      tags: ['handling'],
      meta: handling('制定方案', 'Solution', 'C3.2.3'),
      after: { solutionDue: late },
      on: withdrawable,
      states: {
        drawing: {
          tags: ['handling'],
          meta: handling('拟定解决方案', 'Drawing up the solution', 'C3.2.3'),
          on: { 'solution.proposed': remembered('opinion') },
        },
        opinion: {
          tags: ['costs'],
          meta: {
            ...finance('财务提出意见', 'Opinion on the cost', 'C2.3'),
            note: say(
              '制度要求财务审核费用：意见随方案提出，审核结论在执行之后作出。',
              'The regulation has finance review the cost; the opinion goes with the solution, the verdict comes after it was carried out.',
            ),
          },
          always: { guard: 'costsNothing', target: '#complaint.negotiation' },
          on: { 'opinion.given': remembered('#complaint.negotiation') },
        },
      },
    },
    negotiation: {
      meta: {
        ...intake('与学员协商', 'Negotiation', 'C3.2.4'),
        note: say(
          '制度未规定学员不予回应的情形：达到规定的联系次数后，方案照常执行。',
          'The regulation is silent on a student who stays silent: after the attempts set the solution is carried out all the same.',
        ),
      },
      entry: 'attemptsBegin',
      after: { negotiationDue: late },
      always: [{ guard: 'anonymousAfterwards', target: 'tracking' }, unreachable('execution')],
      on: {
        ...withdrawable,
        'solution.accepted': [{ guard: 'executed', target: 'tracking' }, { target: 'execution' }],
        'solution.notAccepted': [{ guard: 'roundsSpent', target: 'escalation' }, { target: 'solution' }],
        'negotiation.attempted': [
          { guard: 'lastAttemptAfterwards', target: 'tracking', actions: 'attempt' },
          { guard: 'lastAttempt', target: 'execution', actions: 'attempt' },
          { actions: 'attempt' },
        ],
      },
    },
    escalation: {
      initial: 'deciding',
      meta: {
        ...management('升级处理', 'Escalation', 'C3.2.4'),
        note: say(
          '制度对协商未设终点：达到规定轮数后，由管理层自行决定或提请外部调解。',
          'The regulation would negotiate without end; after the rounds set management decides itself, or has it mediated outside.',
        ),
      },
      entry: { type: 'notify', params: { to: 'management', notice: 'approvalWaits' } },
      on: withdrawable,
      states: {
        deciding: {
          meta: management('等待管理层决定', 'Waiting for management’s decision', 'C3.2.4'),
          after: { escalationDue: late },
          on: {
            'complaint.decided': remembered('#complaint.execution'),
            'mediation.arranged': { guard: 'notMediated', ...remembered('mediation') },
          },
        },
        mediation: {
          meta: supervisor('外部调解', 'External mediation', 'C3.2.4'),
          after: { mediationDue: late },
          on: { 'mediation.agreed': remembered('#complaint.execution'), 'mediation.failed': 'deciding' },
        },
      },
    },
    execution: {
      tags: ['handling'],
      meta: handling('执行方案', 'Carrying out', 'C3.2.5'),
      after: { executionDue: late },
      on: {
        'execution.completed': remembered('feedback'),
        'execution.foundImpossible': [{ guard: 'roundsSpent', ...remembered('escalation') }, remembered('solution')],
      },
    },
    feedback: {
      type: 'parallel',
      meta: handling('结果反馈', 'Feedback', 'C3.2.5'),
      after: { feedbackDue: late },
      onDone: 'supervision',
      states: feedbackRegions,
    },
    supervision: {
      type: 'parallel',
      meta: {
        ...supervisor('监督审核', 'Review by the supervision group', 'C2.3'),
        note: say(
          '管理层决定或外部调解之后不再往复：异议留档，并告知学员还有哪些途径。',
          'After management’s decision or a mediation nothing goes round again: objections stay on record, and the student is told what else can be done.',
        ),
      },
      after: { supervisionDue: late },
      onDone: [
        { guard: 'contestedThough', target: 'tracking', actions: tell('customer-service', 'tellFurtherWays') },
        { guard: 'objectedAtLast', target: 'escalation' },
        { guard: 'objected', target: 'solution' },
        { guard: 'dissatisfied', target: 'negotiation' },
        { target: 'tracking' },
      ],
      states: supervisionRegions,
    },
    tracking: {
      meta: {
        ...intake('效果跟踪', 'Tracking the effect', 'C3.3.1'),
        note: say(
          '制度到此为止：措施未见效时不重开本案，另立承接本案的新投诉。',
          'The regulation ends here; measures without effect do not reopen the case: a new complaint follows it.',
        ),
      },
      after: { trackingDue: late },
      on: {
        'effect.confirmed': 'closed',
        'effect.foundMissing': { target: 'closed', actions: tell('customer-service', 'effectMissing') },
      },
    },
    ...closedStates,
    unidentified: {
      type: 'final',
      meta: {
        label: say('投诉人无法确认，不予受理', 'Not taken up: who complains is unknown'),
        clause: 'C3.1.2',
        outcome: 'none',
        note: say(
          '制度要求登记投诉人：既无法确认、机构又不受理匿名投诉的，登记后终止。',
          'The regulation asks who complains; where that cannot be found out and anonymous complaints are not taken, the record ends here.',
        ),
      },
    },
    withdrawn: {
      type: 'final',
      meta: {
        label: say('已撤回', 'Withdrawn'),
        clause: 'C3.2.4',
        outcome: 'none',
        note: say(
          '制度未作规定：方案执行之前，学员可以撤回投诉。',
          'The regulation is silent: until something is carried out the student may take the complaint back.',
        ),
      },
    },
    closed: { type: 'final', meta: { label: say('已办结', 'Closed'), clause: 'A4.4.1', outcome: 'none' } },
  },
})

const tagOf = new Map(statesOf({ machine } as unknown as Procedure).map((node) => [pathOf(node), node.tags[0]]))

export const complaint = {
  name: 'complaint',
  version: 1,
  label: say('投诉', 'Complaint'),
  department: 'administration',
  prefix: 'TS',
  events,
  opening,
  guards,
  deadlines,
  machine,
  appeals: true,
  about: ({ about }: Complaint) => about,
  watchedBy: ['administration', 'finance', 'student-representative'],
  handledBy: ({ handledBy }: Complaint) => handledBy,
  ownerOf: (context: Complaint, path: string) => owners[tagOf.get(path) ?? '']?.(context),
} satisfies Procedure
