// The notices that departments and people find in the app, by name.
import { type Label, say } from './label.ts'

export const notices = {
  nudged: say('有人催办本步骤', 'Somebody asks you to act on this step'),
  overdue: say('本步骤已逾期，请尽快办理', 'This step is overdue: please act'),
  approvalWaits: say('有事项等待审批', 'Something waits for your approval'),
  releaseWaits: say('有退费等待放行', 'A refund waits for release'),
  stopScheduling: say('学员即将离校，请停止排课', 'The student is leaving: stop scheduling lessons'),
  resumeScheduling: say('离校已撤销，请恢复排课', 'The leaving was revoked: resume scheduling'),
  updateStatus: say('请将学员状态更新为离校', 'Set the student’s status to left'),
  restoreStatus: say('离校已撤销，请恢复学员状态', 'The leaving was revoked: restore the student’s status'),
  leaving: say('学员已获准离校，请知悉', 'The student’s leaving was approved, for your information'),
  staying: say('学员离校已撤销，请知悉', 'The student’s leaving was revoked, for your information'),
  tellRefusal: say('申请未获批准，请告知申请人理由及其他途径', 'The request was refused: tell the applicant why and what else can be done'),
  tellLapsed: say('逾期未补正，申请已失效，请告知申请人', 'The request lapsed for want of completion: tell the applicant'),
  refundFailed: say('退款未成功，请与学员核对收款账户', 'The refund failed: check the account with the student'),
  openWithdrawal: say(
    '学员放弃转学、改为退学，请开立退学案件并注明承接本案',
    'The student withdraws instead: open a withdrawal that follows this case',
  ),
  takeBackCertificates: say(
    '学员留下，已开具的学习证明请收回，已封存的档案请启封',
    'The student stays: take back certificates issued, unseal the file',
  ),
  paymentMissed: say('缴费期限已过仍未缴清，请继续催缴', 'The time to pay has passed: dun again'),
  dismissalRipe: say('催缴期限均已届满仍未缴清，请研究是否拟退学处理', 'All terms have passed unpaid: consider proposing the dismissal'),
  misconductTalked: say('学员违规违纪，已作教育谈话，请知悉', 'An education talk was held over misconduct, for your information'),
  reportReceived: say('投诉处理结果已报来，请查阅', 'The result of a complaint was reported to you'),
  tellFurtherWays: say(
    '投诉按管理层意见办结，请告知学员还可申诉或向外部投诉',
    'Management’s decision stands: tell the student what else can be done',
  ),
  effectMissing: say('措施未见成效，请告知学员可另行投诉', 'The measures did not work: tell the student that a new complaint can follow'),
  mentioned: say('有同事在留言中提到您', 'A colleague mentions you in a comment'),
  copied: say('本案已抄送给您', 'You were copied into this case'),
  handedOver: say('有步骤转交给您办理', 'A step was handed over to you'),
  named: say('您被指定办理本案中的事项', 'You were named to act in this case'),
  tellOutcome: say('请将处理结果告知学员', 'Tell the student the result'),
} as const satisfies Record<string, Label>
export type NoticeName = keyof typeof notices
