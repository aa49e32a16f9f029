// What can happen in a complaint: intake, handling, the student's answer, escalation, feedback, review and tracking (C2.1–C3.3.1).
import type { Role } from '../departments.ts'
import { affirmed, attachments, channel, choice, date, flag, optional, saidBy, text, user } from '../form.ts'
import { say } from '../label.ts'
import { eventsOf, type PersonRule, persons, type Said } from '../procedure.ts'
import type { Records } from '../records.ts'
import { closingEvents } from '../shared/closing.ts'
import { type Complaint, type ComplaintType, candidates, complainant, complaintTypes, reviewer } from './context.ts'

const event = eventsOf<Complaint>()
const intake = ['front-desk', 'customer-service'] as const
const handling = ['teaching', 'academic-affairs', 'marketing', 'finance', 'administration'] as const satisfies readonly Role[]
const department = (context: Complaint) => context.department

const didNotHandle = ({ handledBy }: Complaint, who: readonly string[]) => !handledBy.some((id) => who.includes(id))
/** The handler never records what the student says to the handling. */
const notHandler: PersonRule<Complaint> = {
  allowed: didNotHandle,
  unmet: say('承办人不得代为记录学员意见', 'Who handles the complaint does not record the student’s answer'),
  code: 'four-eyes',
}
const notReviewedTwice: PersonRule<Complaint> = {
  allowed: (context, who) => didNotHandle(context, who) && !context.reviewedBy.some((id) => who.includes(id)),
  unmet: say('承办人和已审核者不得审核', 'Who handled or reviewed the complaint does not review it'),
  code: 'four-eyes',
}

const add = (people: string[], more: string[]) => [...new Set([...people, ...more])]
const handled = ({ handledBy }: Complaint, said: Said, ...more: string[]) => ({ handledBy: add(handledBy, [...persons(said), ...more]) })

const wordOfStudent = () => ({ saidBy: saidBy(), channel: channel(), evidence: optional(attachments('凭据', 'Evidence')) })
const attempt = (zh: string, en: string, by: readonly Role[], rule: { department?: typeof department; person?: PersonRule<Complaint> }) =>
  event({ by, label: say(zh, en), facts: { channel: channel() }, words: { remark: text('经过', 'What happened') }, ...rule })
const byIntake = { person: notHandler }
const byHandlers = { department }

const typeLabels = Object.fromEntries(Object.entries(complaintTypes).map(([name, { label }]) => [name, label])) as Record<
  ComplaintType,
  (typeof complaintTypes)[ComplaintType]['label']
>
const intakeEvents = {
  'complaint.classified': event({
    by: intake,
    label: say('登记分类', 'Classify the complaint'),
    facts: {
      category: choice('投诉类型', 'Type', typeLabels),
      severity: choice('严重程度', 'Severity', {
        ordinary: say('一般', 'Ordinary'),
        serious: say('严重', 'Serious'),
        safety: say('涉及人身安全', 'Safety of persons'),
      }),
      about: optional(user('被投诉人', 'Whom it is about')),
    },
    remember: (_, { category, severity, about = null }) => ({
      category,
      severity,
      about,
      department: complaintTypes[category].department,
    }),
  }),
  'complainant.identified': event({
    by: intake,
    label: say('登记投诉人身份', 'Record who complains'),
    words: complainant((schema) => schema),
    remember: () => ({ identified: true }),
  }),
  'complainant.notFound': event({
    by: intake,
    label: say('登记无法确认投诉人', 'Record that who complains cannot be found out'),
    words: { reason: text('核实经过', 'What was tried') },
  }),
  'acceptance.told': event({
    by: intake,
    label: say('登记已告知受理', 'Record that the student was told of the acceptance'),
    facts: {
      recordConfirmed: affirmed('已与学员核对记录', 'The record was confirmed with the student'),
      channel: channel(),
      expectedBy: date('预计答复日期', 'Answer expected by'),
    },
    words: { remark: optional(text('沟通情况', 'What was said')) },
    narrow: (_, { today }) => ({ fields: { expectedBy: { formatMinimum: today } } }),
  }),
  'acceptance.attempted': attempt('登记未能告知受理', 'Record an attempt to tell of the acceptance', intake, {}),
  'complaint.withdrawn': event({
    by: intake,
    label: say('登记学员撤回投诉', 'Record that the complaint is withdrawn'),
    facts: wordOfStudent(),
    words: { reason: text('撤回原因', 'Reason') },
    ...byIntake,
  }),
}

const handlingEvents = {
  'responsible.assigned': event({
    by: handling,
    lead: true,
    department,
    label: say('指定责任人', 'Assign the person responsible'),
    facts: { user: user('责任人', 'Person responsible') },
    narrow: (context, records) => ({ fields: { user: { enum: candidates(context, records).map((p) => p.id) } } }),
    complete: ({ user }, context, { people }) => ({ department: people.find((p) => p.id === user)?.department ?? context.department }),
    remember: ({ handledBy }, { user, department }) => ({ responsible: user, department, handledBy: add(handledBy, [user]) }),
  }),
  'assignment.returned': event({
    by: handling,
    lead: true,
    department,
    label: say('退回重新分类', 'Hand back for another classification'),
    words: { reason: text('退回原因', 'Reason') },
    remember: () => ({ handedBack: true }),
  }),
  'about.established': event({
    by: handling,
    department,
    label: say('明确被投诉人', 'Establish whom it is about'),
    facts: { user: user('被投诉人', 'Whom it is about') },
    words: { remark: text('依据', 'Grounds') },
    remember: (context, said) => ({ about: said.user, ...handled(context, said) }),
  }),
  'contact.made': event({
    by: handling,
    department,
    label: say('登记已联系学员', 'Record the first contact'),
    facts: { channel: channel() },
    words: { details: text('了解到的详情', 'What was learned') },
    remember: handled,
  }),
  'contact.attempted': attempt('登记未能联系上学员', 'Record an attempt at the first contact', handling, byHandlers),
  'evidence.added': event({
    by: handling,
    department,
    label: say('登记证据', 'Add evidence'),
    facts: {
      source: choice('来源', 'Source', {
        student: say('学员', 'The student'),
        teacher: say('教师', 'A teacher'),
        others: say('其他知情人', 'Others'),
        teachingRecords: say('教学记录', 'Teaching records'),
        timetable: say('课程表', 'The timetable'),
        other: say('其他', 'Other'),
      }),
      attachments: optional(attachments('证据材料', 'Evidence')),
    },
    words: { content: text('证据内容', 'What it shows') },
    remember: (context, said) => ({ evidenced: true, ...handled(context, said) }),
  }),
  'evidence.reasonedNone': event({
    by: handling,
    department,
    label: say('说明无证据', 'Give reasons why there is no evidence'),
    words: { reason: text('理由', 'Reasons') },
    remember: (context, said) => ({ evidenced: true, ...handled(context, said) }),
  }),
  'investigation.concluded': event({
    by: handling,
    department,
    label: say('结束调查', 'Conclude the investigation'),
    facts: {
      result: choice('调查结论', 'Result', {
        justified: say('属实', 'Justified'),
        partly: say('部分属实', 'Partly justified'),
        unjustified: say('不属实', 'Not justified'),
        undecided: say('无法查清', 'Cannot be established'),
      }),
    },
    words: { finding: text('查明的事实', 'What was found') },
    remember: handled,
  }),
}

const measures = { responsible: user('责任人', 'Person responsible'), completionDate: date('完成日期', 'Completion date') }
const fitting = (context: Complaint, records: Records) => ({
  fields: {
    responsible: { enum: candidates(context, records).map((p) => p.id) },
    completionDate: { formatMinimum: records.today },
  },
})
type Measures = Said & { responsible: string; completionDate: string }
const undertaken = ({ handledBy }: Complaint, { responsible, completionDate }: Measures) => ({
  responsible,
  completionDate,
  executed: false,
  handledBy: add(handledBy, [responsible]),
})
const settledAbove = (context: Complaint, said: Measures) => ({ ...undertaken(context, said), decided: true })

const solutionEvents = {
  'solution.proposed': event({
    by: handling,
    department,
    label: say('提出解决方案', 'Propose the solution'),
    facts: { ...measures, costs: flag('涉及费用', 'Costs money') },
    words: { measures: text('处理措施', 'Measures') },
    narrow: fitting,
    remember: (context, said) => ({
      ...undertaken(context, said),
      ...handled(context, said, said.responsible),
      costs: said.costs,
      solutions: context.solutions + 1,
    }),
  }),
  'opinion.given': event({
    by: ['finance', 'management'],
    department: reviewer('finance'),
    person: notReviewedTwice,
    label: say('提出费用意见', 'Give an opinion on the cost'),
    facts: { reasonable: flag('费用合理', 'The cost is reasonable') },
    words: { opinion: text('意见', 'Opinion') },
    remember: () => ({ costs: false }),
  }),
  'solution.accepted': event({
    by: intake,
    label: say('登记学员接受方案', 'Record that the student accepts'),
    facts: wordOfStudent(),
    words: { remark: optional(text('学员意见', 'What they said')) },
    ...byIntake,
  }),
  'solution.notAccepted': event({
    by: intake,
    label: say('登记学员不接受方案', 'Record that the student does not accept'),
    facts: wordOfStudent(),
    words: { missing: text('还缺什么', 'What is missing') },
    ...byIntake,
  }),
  'negotiation.attempted': attempt('登记协商未能联系上', 'Record an attempt at the negotiation', intake, byIntake),
}

const escalationEvents = {
  'complaint.decided': event({
    by: ['management'],
    decision: true,
    label: say('管理层作出处理决定', 'Decide the complaint'),
    facts: measures,
    words: { decision: text('决定内容与理由', 'Decision and reasons') },
    narrow: fitting,
    remember: settledAbove,
  }),
  'mediation.arranged': event({
    by: ['management'],
    decision: true,
    label: say('提请外部调解', 'Arrange external mediation'),
    words: { mediator: text('调解机构与事由', 'Mediator and subject') },
    remember: () => ({ mediated: true }),
  }),
  'mediation.agreed': event({
    by: ['administration'],
    label: say('登记调解达成一致', 'Record that the mediation succeeded'),
    facts: { ...measures, evidence: optional(attachments('调解书', 'Agreement')) },
    words: { agreement: text('调解内容', 'What was agreed') },
    narrow: fitting,
    remember: settledAbove,
  }),
  'mediation.failed': event({
    by: ['administration'],
    label: say('登记调解未成', 'Record that the mediation failed'),
    words: { remark: text('经过', 'What happened') },
  }),
}

const executionEvents = {
  'execution.completed': event({
    by: handling,
    department,
    label: say('登记方案已执行', 'Record that the solution was carried out'),
    facts: { evidence: optional(attachments('执行凭据', 'Evidence')) },
    words: { result: text('执行结果', 'Result') },
    remember: (context, said) => ({ ...handled(context, said), executed: true, dissatisfied: false, objected: false, reviewedBy: [] }),
  }),
  'execution.foundImpossible': event({
    by: handling,
    department,
    label: say('登记方案无法执行', 'Record that it cannot be carried out'),
    words: { reason: text('原因', 'Reason') },
    remember: handled,
  }),
  'result.reportedToIntake': event({
    by: handling,
    department,
    label: say('向受理小组报告结果', 'Report the result to intake'),
    words: { result: text('处理结果', 'Result') },
  }),
  'result.reportedToSupervision': event({
    by: handling,
    department,
    label: say('向监督小组报告结果', 'Report the result to the supervision group'),
    words: { result: text('处理结果', 'Result') },
  }),
  'result.toldStudent': event({
    by: handling,
    department,
    label: say('登记已向学员反馈', 'Record that the student was told'),
    facts: { channel: channel() },
    words: { message: text('反馈内容', 'What they were told') },
  }),
  'telling.attempted': attempt('登记未能反馈到学员', 'Record an attempt to tell the student', handling, byHandlers),
  'satisfaction.confirmed': event({
    by: intake,
    label: say('登记学员满意', 'Record that the student is satisfied'),
    facts: wordOfStudent(),
    words: { remark: optional(text('学员意见', 'What they said')) },
    ...byIntake,
  }),
  'satisfaction.denied': event({
    by: intake,
    label: say('登记学员不满意', 'Record that the student is not satisfied'),
    facts: wordOfStudent(),
    words: { missing: text('不满意之处', 'What is missing') },
    ...byIntake,
    remember: () => ({ dissatisfied: true }),
  }),
  'confirmation.attempted': attempt('登记未能询问到学员', 'Record an attempt to ask the student', intake, byIntake),
}

const reviewed = ({ reviewedBy }: Complaint, said: Said) => ({ reviewedBy: add(reviewedBy, persons(said)) })
type Reviewers = { by: readonly Role[]; department?: (context: Complaint) => ReturnType<ReturnType<typeof reviewer>> }
const approves = (zh: string, en: string, who: Reviewers) =>
  event({
    ...who,
    person: notReviewedTwice,
    label: say(`${zh}同意结果`, `${en} approves`),
    words: { remark: optional(text('意见', 'Remark')) },
    remember: reviewed,
  })
const objects = (zh: string, en: string, who: Reviewers) =>
  event({
    ...who,
    person: notReviewedTwice,
    label: say(`${zh}提出异议`, `${en} objects`),
    words: { objection: text('异议与须补充的内容', 'Objection, and what must be added') },
    remember: (context, said) => ({ ...reviewed(context, said), objected: true }),
  })
const supervisor: Reviewers = { by: ['administration', 'management'], department: reviewer('administration') }
const costs: Reviewers = { by: ['finance', 'management'], department: reviewer('finance') }
const representative: Reviewers = { by: ['student-representative'] }
const supervisionEvents = {
  'verdict.administration.approved': approves('行政主管', 'The supervisor', supervisor),
  'verdict.administration.objected': objects('行政主管', 'The supervisor', supervisor),
  'verdict.finance.approved': approves('财务', 'Finance', costs),
  'verdict.finance.objected': objects('财务', 'Finance', costs),
  'verdict.studentRepresentative.approved': approves('学员代表', 'The student representative', representative),
  'verdict.studentRepresentative.objected': objects('学员代表', 'The student representative', representative),
}

const trackingEvents = {
  'effect.confirmed': event({
    by: intake,
    label: say('登记措施见效', 'Record that the measures work'),
    words: { observed: text('跟踪情况', 'What was observed') },
  }),
  'effect.foundMissing': event({
    by: intake,
    label: say('登记措施未见效', 'Record that the measures do not work'),
    words: { observed: text('跟踪情况', 'What was observed') },
  }),
}

export const events = {
  ...intakeEvents,
  ...handlingEvents,
  ...solutionEvents,
  ...escalationEvents,
  ...executionEvents,
  ...supervisionEvents,
  ...trackingEvents,
  ...closingEvents('administration'),
}
