// How a case ends before its time: voided, merged, or superseded because the enrolment ended elsewhere.
import type { Common } from '../common.ts'
import type { Department } from '../departments.ts'
import { caseId, enrolment, text } from '../form.ts'
import { type Label, say } from '../label.ts'
import { event } from '../procedure.ts'
import type { Records } from '../records.ts'

/** Other open cases of the same student that are of the same procedure, or about one of the same enrolments. */
const duplicates = ({ enrolments }: Common, { siblings, caseId, procedure, student }: Records) =>
  siblings
    .filter((c) => c.open && !c.hidden && c.id !== caseId && c.student === (student?.id ?? null))
    .filter((c) => c.procedure === procedure || c.enrolments.some((id) => enrolments.includes(id)))

export const closingEvents = (department: Department) => ({
  'case.voided': event({
    by: [department],
    lead: true,
    label: say('作废案件', 'Void the case'),
    words: { reason: text('作废原因（如误开、对象有误）', 'Reason (opened by mistake, wrong person)') },
  }),
  'case.merged': event({
    by: [department],
    lead: true,
    label: say('并入另一案件', 'Merge into another case'),
    facts: { into: caseId('并入的案件', 'The case it goes into') },
    narrow: (context, records) => ({ fields: { into: { enum: duplicates(context, records).map((c) => c.id) } } }),
  }),
})

export const supersedingEvents = {
  'enrolment.ended': event({
    by: [],
    label: say('报名已由另一案件终止', 'The enrolment was ended by another case'),
    facts: { enrolment: enrolment('报名', 'Enrolment') },
    remember: (context, { enrolment }) => ({ enrolments: context.enrolments.filter((id) => id !== enrolment) }),
  }),
}

const undoable = (target: string) =>
  [
    { guard: 'endedButOpen', target, actions: 'undoLeaving' },
    { guard: 'settlementOpen', target, actions: 'undoClaim' },
  ] as const

/** Transitions of the machine's root. `endsEnrolment`: whether another case can take the ground from under it. */
export const closing = {
  'case.voided': undoable('.voided'),
  'case.merged': undoable('.merged'),
} as const
export const superseding = {
  'enrolment.ended': [{ guard: 'oneEnrolmentLeft', target: '.superseded', actions: 'remember' }, { actions: 'remember' }],
} as const

const ended = (zh: string, en: string, note: Label) =>
  ({ type: 'final', meta: { label: say(zh, en), clause: 'A1.3.3', outcome: 'none', note } }) as const
export const closedStates = {
  voided: ended(
    '已作废',
    'Voided',
    say(
      '制度未作规定：误立的案件应能结束，且不计入统计。',
      'The regulation is silent: a case opened by mistake must be able to end without counting.',
    ),
  ),
  merged: ended('已并案', 'Merged', say('制度未作规定：重复的案件并为一案。', 'The regulation is silent: duplicates end in one case.')),
}
export const supersededState = {
  superseded: ended(
    '已被取代',
    'Superseded',
    say('一项报名只能终止一次：并行的案件已无可决之事。', 'An enrolment can end once only; the case beside it has nothing left to decide.'),
  ),
}
