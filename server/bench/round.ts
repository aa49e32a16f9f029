// A round that a withdrawal can go again and again: every check of the acceptance, then back to the applicant, who completes it.

export const round: readonly (readonly [type: string, answers: Record<string, unknown>])[] = [
  ['identity.confirmed', {}],
  ['enrolment.confirmed', {}],
  ['genuineness.confirmed', {}],
  ['request.returned', { missing: '申请表缺少学员签名，请补签后重新提交。' }],
  ['request.completed', { saidBy: 'student', channel: 'on-site', remark: '学员已到前台补签申请表。' }],
]
export const sayer = 'customer-service'
/** What is said at a revision: the opening is the first. */
export const nextAt = (revision: number) => round[(revision - 1) % round.length]!
