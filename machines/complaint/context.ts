// What a complaint remembers and how it is opened (C3.1.1, C3.1.2); the department it goes to by its type (C2.2); its guards and deadlines.
import type { TSchema } from 'typebox'
import { type Common, common } from '../common.ts'
import { type Department, rolesOf } from '../departments.ts'
import { attachments, caseId, channel, choice, dateTime, identifying, line, optional, student, text } from '../form.ts'
import { type Label, say } from '../label.ts'
import { type Answers, openedBy } from '../procedure.ts'
import type { Impossible, Person, Records } from '../records.ts'
import { unfollowable } from '../shared/following.ts'
import { notYetHappened } from '../shared/occurrence.ts'

const type = (zh: string, en: string, department: Department) => ({ label: say(zh, en), department })
export const complaintTypes = {
  'teaching-quality': type('教学质量', 'Teaching quality', 'teaching'),
  scheduling: type('课程安排', 'Scheduling', 'academic-affairs'),
  'student-administration': type('学员管理', 'Student administration', 'academic-affairs'),
  recruitment: type('招生宣传', 'Recruitment promises', 'marketing'),
  fees: type('收费', 'Fees', 'finance'),
  other: type('其他', 'Other', 'administration'),
}
export type ComplaintType = keyof typeof complaintTypes

export type Complaint = {
  kind: 'complaint' | 'suggestion'
  /** Name and contact of who complains are on record. */
  identified: boolean
  category: ComplaintType | null
  severity: 'ordinary' | 'serious' | 'safety' | null
  /** The member of staff it is about; null when about nobody, or not known yet. */
  about: string | null
  /** The department that handles it: by type, then that of the person responsible. */
  department: Department
  handedBack: boolean
  responsible: string | null
  /** Everybody responsible for it or who recorded a step of its handling: they neither review it nor speak for the student. */
  handledBy: string[]
  evidenced: boolean
  /** Solutions proposed: each opens a round of negotiation. */
  solutions: number
  costs: boolean
  completionDate: string | null
  executed: boolean
  /** Management decided, or an external mediation ended it: nothing goes round again after that. */
  decided: boolean
  mediated: boolean
  dissatisfied: boolean
  objected: boolean
  reviewedBy: string[]
}

const anew = { handedBack: false, responsible: null, handledBy: [], evidenced: false, solutions: 0, costs: false, completionDate: null }
const unreviewed = { executed: false, decided: false, mediated: false, dissatisfied: false, objected: false, reviewedBy: [] }

const appealed = say('申诉只能提出一次', 'An appeal cannot be appealed')
/** An appeal follows a closed case of the same student, once; a complaint that was an appeal itself is not appealed again. */
const appeal = (answers: Answers, records: Records): Impossible | null => {
  const earlier = records.siblings.find((c) => c.id === answers.follows)
  const again = earlier?.procedure === 'complaint' && earlier.follows !== null
  return unfollowable(answers, records) ?? (again ? { impossible: appealed, path: '/follows' } : null)
}

/** Who complains (C3.1.2). */
export const complainant = <S extends TSchema>(marked: (schema: TSchema) => S) => ({
  name: marked(identifying(line('姓名', 'Name'))),
  contact: marked(identifying(line('联系方式（电话或邮箱）', 'Contact (phone or e-mail)'))),
  className: optional(identifying(line('所在班级', 'Class'))),
})

export const opening = openedBy<Complaint>()({
  by: ['front-desk', 'customer-service'],
  facts: {
    kind: choice('类别', 'Kind', { complaint: say('投诉', 'Complaint'), suggestion: say('建议', 'Suggestion') }),
    channel: channel(),
    occurredAt: dateTime('事发时间', 'When it happened'),
    student: optional(student('学员', 'Student')),
    attachments: optional(attachments('附件', 'Attachments')),
    follows: optional(caseId('所申诉的原案件', 'Appeals the earlier case')),
  },
  words: {
    ...complainant(optional),
    content: text('投诉或建议内容', 'Content'),
    remedy: optional(text('希望的解决方式', 'Remedy wished')),
  },
  complete: (answers: Answers, records: Records) =>
    notYetHappened(answers, records) ??
    appeal(answers, records) ?? { identified: answers.name !== undefined && answers.contact !== undefined },
  start: (input) => ({
    ...common(input),
    ...anew,
    ...unreviewed,
    kind: input.kind,
    identified: input.identified,
    category: null,
    severity: null,
    about: null,
    department: 'administration',
  }),
})

const works = (department: Department) => (person: Person) => rolesOf(department).includes(person.role)
const handlingDepartments = new Set<Department>(Object.values(complaintTypes).map(({ department }) => department))
/** Who can be made responsible: people of the department; where nobody is left there, of administration, of management, of any that handles complaints. */
export const candidates = ({ department }: Complaint, { people, barred }: Records): Person[] => {
  const left = people.filter((person) => !barred.includes(person.id))
  const groups = [department, 'administration', 'management'] as const
  const others = left.filter((person) => handlingDepartments.has(person.department) && works(person.department)(person))
  return groups.map((group) => left.filter(works(group))).find((group) => group.length > 0) ?? others
}

/** Nobody reviews what they handled: where the department did, management stands in for it. */
export const reviewer = (department: Department) => (context: Complaint) => (context.department === department ? 'management' : department)
/** Whose step it is where the case says so, by the tag of the state. */
export const owners: Record<string, (context: Complaint) => Department> = {
  handling: ({ department }) => department,
  coordination: reviewer('administration'),
  costs: reviewer('finance'),
}

type C = Common & Complaint
const asked = (when: (context: C) => boolean, zh: string, en: string): { when: (context: C) => boolean; unmet: Label } => ({
  when,
  unmet: say(zh, en),
})
const roundsSpent = ({ solutions, settings }: C) => solutions >= settings.negotiationRounds
const lastAttempt = ({ attempts, settings }: C) => attempts + 1 >= settings.attempts
export const guards = {
  identified: asked((c) => c.identified, '投诉人的姓名和联系方式尚未登记', 'Name and contact of who complains are not on record yet'),
  anonymous: asked(
    (c) => !c.identified && c.settings.anonymousComplaints,
    '本机构不受理匿名投诉',
    'This institution takes no anonymous complaints',
  ),
  anonymousAfterwards: asked((c) => c.executed && !c.identified, '并非匿名，或尚未执行', 'Not anonymous, or nothing was carried out yet'),
  notHandedBack: asked((c) => !c.handedBack, '已退回过一次，须在此分派', 'It was handed back once already: assign it here'),
  aboutUnknown: asked((c) => c.about === null, '被投诉人已明确', 'Whom it is about is known already'),
  evidenced: asked((c) => c.evidenced, '须有至少一份证据，或说明无证据的理由', 'A piece of evidence, or a reasoned none, is needed'),
  costsNothing: asked((c) => !c.costs, '方案涉及费用，须财务部提出意见', 'The solution costs money: finance gives an opinion'),
  nothingDone: asked(
    (c) => !c.executed && c.reviewedBy.length === 0,
    '方案已执行，不能撤回',
    'Something was carried out already: it cannot be withdrawn',
  ),
  roundsSpent: asked(roundsSpent, '协商轮数未满', 'Rounds of negotiation are left'),
  executed: asked((c) => c.executed, '方案尚未执行', 'Nothing was carried out yet'),
  lastAttemptAfterwards: asked((c) => c.executed && lastAttempt(c), '尚未达到规定的联系次数', 'Not attempted often enough yet'),
  notMediated: asked((c) => !c.mediated, '已进行过外部调解', 'It was mediated already'),
  contestedThough: asked((c) => c.decided && (c.objected || c.dissatisfied), '并无异议', 'Nobody contests the result'),
  objectedAtLast: asked((c) => c.objected && roundsSpent(c), '没有异议，或仍可补充方案', 'No objection, or rounds are left'),
  objected: asked((c) => c.objected, '监督小组没有异议', 'The supervision group does not object'),
  dissatisfied: asked((c) => c.dissatisfied, '学员没有表示不满意', 'The student is not dissatisfied'),
}

type Days = {
  [K in keyof Common['settings']]: K extends `${string}Days` ? K : never
}[keyof Common['settings']]
const working = (zh: string, en: string, days: Days) => ({
  label: say(zh, en),
  span: ({ settings }: C) => ({ workingDays: settings[days] }),
})
export const deadlines = {
  intakeDue: working('登记与首次沟通期限', 'Recording and first word', 'intakeDays'),
  assignmentDue: working('分派期限', 'Assignment', 'assignmentDays'),
  firstContactDue: working('首次联系期限', 'First contact', 'firstContactDays'),
  investigationDue: working('调查期限', 'Investigation', 'investigationDays'),
  solutionDue: working('制定方案期限', 'Solution', 'solutionDays'),
  negotiationDue: working('协商期限', 'Negotiation', 'negotiationDays'),
  escalationDue: working('升级处理期限', 'Decision after escalation', 'escalationDays'),
  mediationDue: working('外部调解期限', 'External mediation', 'mediationDays'),
  executionDue: { label: say('方案完成日期', 'Completion date'), span: ({ completionDate }: C) => ({ date: completionDate! }) },
  feedbackDue: working('结果反馈期限', 'Feedback of the result', 'feedbackDays'),
  supervisionDue: working('监督审核期限', 'Review by the supervision group', 'supervisionDays'),
  trackingDue: { label: say('效果跟踪日期', 'Check of the effect'), span: ({ settings }: C) => ({ calendarDays: settings.trackingDays }) },
}
