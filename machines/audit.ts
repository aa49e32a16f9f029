// What an audit round is made of: how its cases are drawn, and what can be found in them.
import { type Label, say } from './label.ts'

export const drawMethods = {
  random: say('简单随机', 'Random'),
  risk: say('按风险加权', 'By risk'),
} as const satisfies Record<string, Label>
export type DrawMethod = keyof typeof drawMethods

export const findings = {
  inOrder: say('合规', 'In order'),
  objection: say('有异议', 'Objection'),
  notExamined: say('未能查验', 'Not examined'),
} as const satisfies Record<string, Label>
export type Finding = keyof typeof findings

/** So many cases at most are drawn for one round. */
export const mostDrawn = 500
/** Of so many cases at most the risk is weighed: every one of their histories is read for it. */
export const mostWeighed = 50_000
