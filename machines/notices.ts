// The notices that departments find in the app, by name.
import { type Label, say } from './label.ts'

export const notices = {
  overdue: say('本步骤已逾期,请尽快办理', 'This step is overdue: please act'),
  approvalWaits: say('有事项等待审批', 'Something waits for your approval'),
  releaseWaits: say('有退费等待放行', 'A refund waits for release'),
  stopScheduling: say('学员即将离校,请停止排课', 'The student is leaving: stop scheduling lessons'),
  resumeScheduling: say('离校已撤销,请恢复排课', 'The leaving was revoked: resume scheduling'),
  updateStatus: say('请将学员状态更新为离校', 'Set the student’s status to left'),
  restoreStatus: say('离校已撤销,请恢复学员状态', 'The leaving was revoked: restore the student’s status'),
  leaving: say('学员已获准离校,请知悉', 'The student’s leaving was approved, for your information'),
  staying: say('学员离校已撤销,请知悉', 'The student’s leaving was revoked, for your information'),
  tellRefusal: say('申请未获批准,请告知学员理由及其他途径', 'The request was refused: tell the student why and what else can be done'),
  tellLapsed: say('逾期未补正,申请已失效,请告知学员', 'The request lapsed for want of completion: tell the student'),
  tellOutcome: say('请将处理结果告知学员', 'Tell the student the result'),
} as const satisfies Record<string, Label>
export type NoticeName = keyof typeof notices
