// What can happen in a transfer (A6.2): the receiving institution answers, papers are issued, the student is followed up.
import { shanghaiDate } from './due.ts'
import { attachment, attachments, channel, choice, line, optional, reference, text, voice } from './form.ts'
import { say } from './label.ts'
import { event, eventsOf } from './procedure.ts'
import * as application from './shared/application.ts'
import { approvalEvents } from './shared/approval.ts'
import { closingEvents, supersedingEvents } from './shared/closing.ts'
import { fileEvents, noticeEvents, visitEvents } from './shared/formalities.ts'
import { reviewEvents } from './shared/review.ts'
import { settlementEvents } from './shared/settlement.ts'

export type Own = application.Applicant & {
  category: string
  /** The Shanghai date on which the papers were issued and the file was sealed. */
  filedOn: string | null
}

const customerService = ['customer-service'] as const
export const institution = () => line('接收机构名称', 'Receiving institution')
export const contact = () => optional(line('接收机构联系方式', 'How to reach it'))
const own = eventsOf<Own>()

const receiverEvents = {
  'receiver.accepted': event({
    by: customerService,
    label: say('接收机构同意接收', 'The institution accepts'),
    facts: { channel: channel(), evidence: attachments('同意接收的凭据', 'Evidence of its consent') },
    words: { answer: optional(text('答复内容与联系人', 'What it answered, and who did')) },
  }),
  'receiver.refused': event({
    by: customerService,
    label: say('接收机构不予接收', 'The institution refuses'),
    facts: { channel: channel(), evidence: attachments('答复凭据', 'Evidence of its answer') },
    words: { reason: text('不接收的原因', 'Why it refuses') },
  }),
  'receiver.attempted': event({
    by: customerService,
    label: say('登记未获接收机构答复', 'Record an inquiry without an answer'),
    facts: { channel: channel() },
    words: { remark: text('询问经过', 'What was tried') },
  }),
  'receiver.named': event({
    by: customerService,
    label: say('登记学员另选接收机构', 'Record that the student names another institution'),
    facts: voice(),
    words: { institution: institution(), contact: contact() },
    narrow: application.forMinors,
  }),
  'withdrawal.chosen': event({
    by: customerService,
    label: say('登记学员改为退学', 'Record that the student withdraws instead'),
    facts: voice(),
    words: { reason: optional(text('说明', 'Remark')) },
    narrow: application.forMinors,
  }),
}

const sealing = fileEvents['file.sealed']
const paperEvents = {
  'certificate.issued': event({
    by: ['teaching'],
    label: say('出具学习证明并交学员', 'Issue the study certificate to the student'),
    facts: { number: reference('证明编号', 'Number of the certificate'), document: attachment('学习证明', 'The certificate') },
  }),
  'progressRecord.issued': event({
    by: ['teaching'],
    label: say('出具进度与成绩记录并交学员', 'Issue the record of progress and grades to the student'),
    facts: { document: attachment('进度与成绩记录', 'The record') },
  }),
  'file.sealed': own({ by: sealing.by, label: sealing.label, remember: (_, { at }) => ({ filedOn: shanghaiDate(at) }) }),
}

const visited = visitEvents['visit.recorded']
const followUpEvents = {
  ...visitEvents,
  'visit.recorded': event({
    by: visited.by,
    label: visited.label,
    words: visited.words,
    facts: {
      ...visited.facts,
      situation: choice('就读情况', 'How the student is getting on', {
        settled: say('就读正常', 'Well'),
        difficulties: say('有困难', 'With difficulties'),
        stopped: say('已停止就读', 'Stopped studying there'),
        wishesBack: say('希望回来就读', 'Wishes to come back'),
        unknown: say('未透露', 'Did not say'),
      }),
    },
  }),
}

export const events = {
  ...application.checkEvents,
  ...application.retentionEvents,
  ...application.revocationEvents,
  ...receiverEvents,
  ...reviewEvents,
  ...approvalEvents(['finance']),
  ...noticeEvents,
  ...paperEvents,
  ...settlementEvents('student'),
  ...followUpEvents,
  ...closingEvents('customer-service'),
  ...supersedingEvents,
}
