// What an institution may set without touching code. A case keeps the settings it was opened under.
import { type Static, Type } from 'typebox'
import { type Label, say } from './label.ts'

const number = (title: Label, unit: 'workingDays' | 'calendarDays', standard: number, maximum = 400) =>
  Type.Integer({ minimum: 0, maximum, default: standard, 'x-title': title, 'x-unit': unit })
const working = (zh: string, en: string, standard: number) => number(say(zh, en), 'workingDays', standard)
const calendar = (zh: string, en: string, standard: number) => number(say(zh, en), 'calendarDays', standard)
const times = (zh: string, en: string, standard: number) =>
  Type.Integer({ minimum: 1, maximum: 20, default: standard, 'x-title': say(zh, en), 'x-unit': 'times' })

export const settingsSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1, default: 1, 'x-title': say('版本', 'Version') }),
    acceptanceDays: working('受理核实期限', 'Acceptance and checks', 2),
    financeReviewDays: working('财务审核期限', 'Finance review', 3),
    approvalDays: working('管理层审批期限', 'Approval', 3),
    correctionDays: working('补正期限', 'Correction by the applicant', 10),
    noticeDays: working('通知办理期限', 'Telling the student', 2),
    settlementDays: working('费用结算期限', 'Settlement of fees', 15),
    handoverDays: working('资料交接与封档期限', 'Handover and sealing of the file', 5),
    returnVisitDays: calendar('离校后回访', 'Return visit after the handover', 30),
    followUpFirstDays: calendar('转学第一次回访', 'First follow-up after a transfer', 30),
    followUpSecondDays: calendar('转学第二次回访', 'Second follow-up after a transfer', 90),
    followUpThirdDays: calendar('转学第三次回访', 'Third follow-up after a transfer', 180),
    certificateDays: working('出具学习证明期限', 'Study certificate and records', 5),
    releaseAboveFen: Type.Integer({
      format: 'fen',
      minimum: 0,
      maximum: 1_000_000_000,
      default: 1_000_000,
      'x-title': say('退费超过此额须管理层放行', 'Refunds above this need a release'),
    }),
    attempts: times('联系不上时的尝试次数', 'Attempts before somebody counts as not reached', 3),
    arrearsNoticeDays: working('发出催费通知期限', 'Sending a dunning notice', 2),
    arrearsPaymentDays: calendar('催费后的缴费期限', 'Time to pay after a notice', 7),
    arrearsMinimumDays: calendar('首次催费后至少经过', 'Least time since the first notice', 30),
    dunningRounds: times('催费轮数', 'Rounds of dunning', 3),
    dismissalProposalDays: working('拟定退学处理期限', 'Proposing the dismissal', 5),
    educationDays: working('批评教育期限', 'Education talk', 5),
    observationDays: working('观察期', 'Observation', 20),
    hearingDays: working('听取陈述期限', 'Hearing', 5),
    verificationDays: working('证明核实期限', 'Verification of proof', 3),
    assistanceDays: working('帮扶安排期限', 'Arranging assistance', 3),
    assignmentDays: working('投诉分派期限', 'Assigning a complaint', 1),
    anonymousComplaints: Type.Boolean({ default: false, 'x-title': say('受理匿名投诉', 'Take anonymous complaints') }),
    intakeDays: working('投诉登记与首次沟通期限', 'Recording a complaint and first word', 0),
    firstContactDays: working('责任人首次联系期限', 'First contact by the person responsible', 1),
    investigationDays: working('调查核实期限', 'Investigation', 5),
    solutionDays: working('制定方案期限', 'Drawing up a solution', 3),
    negotiationDays: working('协商期限', 'Negotiation', 5),
    negotiationRounds: times('协商轮数上限', 'Rounds of negotiation before escalation', 3),
    escalationDays: working('升级处理期限', 'Decision after escalation', 5),
    mediationDays: working('外部调解期限', 'External mediation', 45),
    feedbackDays: working('结果反馈期限', 'Feedback after carrying out', 2),
    supervisionDays: working('监督审核期限', 'Review by the supervision group', 3),
    trackingDays: calendar('效果跟踪', 'Check of the effect', 30),
  },
  { additionalProperties: false },
)
export type Settings = Static<typeof settingsSchema>
export type SettingName = Exclude<keyof Settings, 'version'>

export const defaultSettings = Object.fromEntries(
  Object.entries(settingsSchema.properties).map(([name, schema]) => [name, (schema as { default?: unknown }).default]),
) as unknown as Settings
