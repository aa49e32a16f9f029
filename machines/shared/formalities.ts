// Leaving formalities, shared by every procedure that ends an enrolment: notice, settlement, handover, return visit (A6.1.3–A6.1.4).
import type { ClauseId } from '../clauses.ts'
import type { Common } from '../common.ts'
import { attachments, channel, optional, text } from '../form.ts'
import { say } from '../label.ts'
import { event, nothingElse, procedure } from '../procedure.ts'
import { type Basis, endSiblings, settlement, settlementDeadlines, settlementEvents, settlementGuards } from './settlement.ts'

const attempt = (zh: string, en: string, by: 'customer-service' | 'teaching') =>
  event({ by: [by], label: say(zh, en), facts: { channel: channel() }, words: { remark: text('经过', 'What happened') } })

export const noticeEvents = {
  'notice.delivered': event({
    by: ['customer-service'],
    label: say('登记通知已送达', 'Record that notice was given'),
    facts: { channel: channel(), evidence: optional(attachments('通知凭据', 'Evidence of the notice')) },
    words: { message: text('通知内容（决定、手续与注意事项）', 'What they were told: decision, formalities, what to mind') },
  }),
  'notice.attempted': attempt('登记通知未能送达', 'Record an attempt to give notice', 'customer-service'),
}
export const fileEvents = { 'file.sealed': event({ by: ['teaching'], label: say('学习档案封存', 'Seal the learning file') }) }
export const visitEvents = {
  'visit.recorded': event({
    by: ['customer-service'],
    label: say('登记回访', 'Record the return visit'),
    facts: { channel: channel() },
    words: { answer: text('学员反馈', 'What they said') },
  }),
  'visit.attempted': attempt('登记未能回访到', 'Record an attempt at the return visit', 'customer-service'),
}

export const formalityEvents = (ground: Basis) => ({
  ...noticeEvents,
  ...settlementEvents(ground),
  'materials.handedOver': event({
    by: ['teaching'],
    label: say('登记资料已交接', 'Record the handover of materials'),
    words: { remark: text('交接内容', 'What was handed over') },
  }),
  'handover.attempted': attempt('登记未能交接', 'Record an attempt at the handover', 'teaching'),
  ...fileEvents,
  ...visitEvents,
})

export const formalityGuards = settlementGuards
export const noticeDeadlines = {
  noticeDue: { label: say('通知期限', 'Telling the student'), span: ({ settings }: Common) => ({ workingDays: settings.noticeDays }) },
}
export const formalityDeadlines = {
  ...noticeDeadlines,
  ...settlementDeadlines,
  handoverDue: {
    label: say('交接封档期限', 'Handover and sealing'),
    span: ({ settings }: Common) => ({ workingDays: settings.handoverDays }),
  },
  returnVisitDue: { label: say('回访日期', 'Return visit'), span: ({ settings }: Common) => ({ calendarDays: settings.returnVisitDays }) },
}

const kit = procedure({
  context: {},
  events: formalityEvents('student'),
  opening: nothingElse,
  guards: formalityGuards,
  deadlines: formalityDeadlines,
})

const cs = (zh: string, en: string, clause: ClauseId = 'A6.1.4') => ({ label: say(zh, en), clause, owner: 'customer-service' }) as const
const teaching = (zh: string, en: string) => ({ label: say(zh, en), clause: 'A6.1.4', owner: 'teaching' }) as const

/** Customer service tells the student; three attempts end it as not reached. Leads to a sibling state named `next`. */
export const notice = (next: string, clause: ClauseId = 'A6.1.3') =>
  kit.createStateConfig({
    meta: cs('送达通知', 'Giving notice', clause),
    entry: 'attemptsBegin',
    after: { noticeDue: { actions: 'late' } },
    on: {
      'notice.delivered': next,
      'notice.attempted': [{ guard: 'lastAttempt', target: next, actions: 'attempt' }, { actions: 'attempt' }],
    },
  })

/** A visit or call after the leaving: recorded, or not reached after three attempts. Its procedure adds when it is due. */
export const visit = (zh: string, en: string, clause: ClauseId, next: string) =>
  kit.createStateConfig({
    meta: cs(zh, en, clause),
    entry: 'attemptsBegin',
    on: {
      'visit.recorded': { target: next, actions: 'remember' },
      'visit.attempted': [{ guard: 'lastAttempt', target: next, actions: 'attempt' }, { actions: 'attempt' }],
    },
  })

export const formalities = kit.createStateConfig({
  initial: 'notice',
  meta: { label: say('离校手续', 'Leaving formalities'), clause: 'A6.1.3' },
  entry: 'leave',
  states: {
    notice: notice('settlement'),
    settlement: {
      ...settlement,
      onDone: { target: 'handover', actions: endSiblings },
    },
    handover: {
      type: 'parallel',
      meta: teaching('资料交接与封档', 'Handover and sealing'),
      entry: 'attemptsBegin',
      after: { handoverDue: { actions: 'late' } },
      onDone: [{ guard: 'heirActs', target: 'complete' }, { target: 'returnVisit' }],
      states: {
        materials: {
          initial: 'pending',
          meta: teaching('学习资料', 'Learning materials'),
          states: {
            pending: {
              meta: teaching('资料待交接', 'Materials to be handed over'),
              on: {
                'materials.handedOver': 'handedOver',
                'handover.attempted': [{ guard: 'lastAttempt', target: 'notReached', actions: 'attempt' }, { actions: 'attempt' }],
              },
            },
            handedOver: { type: 'final', meta: teaching('资料已交接', 'Materials handed over') },
            notReached: { type: 'final', meta: teaching('未能交接', 'Handover not possible: not reached') },
          },
        },
        file: {
          initial: 'open',
          meta: teaching('学习档案', 'Learning file'),
          states: {
            open: { meta: teaching('档案待封存', 'File to be sealed'), on: { 'file.sealed': 'sealed' } },
            sealed: { type: 'final', meta: teaching('档案已封存', 'File sealed') },
          },
        },
      },
    },
    returnVisit: {
      ...visit('离校回访', 'Return visit', 'A6.1.4', 'complete'),
      after: { returnVisitDue: { actions: 'late' } },
    },
    complete: { type: 'final', meta: cs('手续办结', 'Formalities complete') },
  },
})
