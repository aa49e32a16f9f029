// Acts: who works on a case, not where it stands. They stand in the same history; no machine has to know them.

import { roleNames } from './departments.ts'
import { attachments, count, line, optional, several, text, user } from './form.ts'
import { say } from './label.ts'
import { type Catalogue, event } from './procedure.ts'

const anyone = roleNames
const step = () => line('步骤', 'Step')

export const acts = {
  'step.claimed': event({ by: anyone, label: say('认领', 'Claim'), facts: { step: step() } }),
  'step.released': event({ by: anyone, label: say('放回', 'Release'), facts: { step: step() } }),
  'step.handedOver': event({
    by: anyone,
    label: say('转交', 'Hand over'),
    facts: { step: step(), user: user('转交给', 'To whom') },
    words: { reason: text('转交原因', 'Reason') },
  }),
  'case.copied': event({ by: anyone, label: say('抄送', 'Copy in'), facts: { user: user('抄送给', 'Whom') } }),
  'case.nudged': event({ by: anyone, label: say('催办', 'Nudge'), facts: { step: step() } }),
  'comment.added': event({
    by: anyone,
    label: say('评论', 'Comment'),
    facts: { mentions: optional(several('提醒谁看', 'Mention', user)) },
    words: { comment: text('内容', 'Comment') },
  }),
  'attachment.added': event({
    by: anyone,
    label: say('补充附件', 'Attach'),
    facts: { attachments: attachments('附件', 'Attachments') },
    words: { remark: optional(text('说明', 'Remark')) },
  }),
  'record.corrected': event({
    by: anyone,
    label: say('更正记录', 'Correct a record'),
    facts: { sequence: count('更正第几条记录', 'Which record', 1) },
    words: { correction: text('更正内容', 'What is right') },
  }),
  'person.named': event({
    by: ['management', 'administration', 'auditor'],
    label: say('指定办理人', 'Name a person'),
    facts: { user: user('指定谁办理', 'Who shall do it') },
    words: { reason: text('指定理由', 'Reason') },
  }),
} satisfies Catalogue
export type ActName = keyof typeof acts
export const isAct = (type: string): type is ActName => Object.hasOwn(acts, type)
