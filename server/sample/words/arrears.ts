// What is said about money owed.
import type { Words } from '../words.ts'

const causes: Record<string, readonly string[]> = {
  hardship: ['{guardian}说店里生意不好，下月回款后先缴一部分。', '家里老人住院，手头紧，希望能宽限。'],
  dispute: ['家长认为续费时说好有优惠，要求核对金额。'],
  dissatisfied: ['家长对上次调课没有提前通知不满，表示说清楚了再缴。'],
  oversight: ['{guardian}说忘了，这几天就缴。', '以为家里人已经缴过，回去核对。'],
  leaving: ['家长表示可能不再续读，还在商量。'],
  other: ['家长在外地出差，回来后到前台办理。'],
}

export const arrearsWords: Words = {
  'arrears/case.opened.remark': ['分两次缴费，第二笔到期未缴。', '月度欠费清单第 3 项。', '续费时只缴了定金。', '已口头提醒过一次。'],
  'reminder.sent.message': [
    '{guardian}您好，{name}的{class}学费尚有余款未缴，请在通知所列日期前缴清；逾期将继续催缴，长期不缴可能影响就读。',
    '您好，系统显示{name}的学费未缴清，金额和期限见附件。如有困难请与我们联系；逾期不缴可能被作退学处理。',
    '提醒：{name}本期学费余款请于期限内缴纳，可到前台或在线缴费。逾期后果已在通知中说明。',
  ],
  'reminder.attempted.message': [
    '未联系上，已留言：请尽快联系前台缴清余款，可申请分期；金额、期限和后果见通知。',
    '没有回复，再次发送金额、期限和后果说明。',
  ],
  'dunning.recorded.reason': ({ cause }) => causes[String(cause)] ?? causes.other!,
  'concession.asked.reason': ['母亲住院，家庭收入骤减，有医院证明，建议减免一部分。', '学员为单亲家庭，已提供困难证明，学习表现好。'],
  'concession.refused.reason': ['所附材料不足以说明困难，建议改为分期。'],
  'arrears/dismissal.proposed.reason': [
    '三轮催缴均有记录，已提供分期方案，至今未缴，拟作退学处理。',
    '催缴期限全部届满，家长不再回应，建议按制度处理。',
    '多次约定缴费均未履行，已充分告知后果。',
  ],
  'dunning.resumed.reason': ['家长刚来电表示愿意缴费，先退回继续催缴。'],
  'arrears/approval.refused.reason': ['家长已表示愿意分期，再给一次期限。'],
  'arrears/approval.granted.remark': ['催缴程序完整，同意。', '同意。通知时语气要平和，告知复读的途径。'],
  'arrears/case.voided.reason': ['款项已于开案前一天到账，对账延迟造成误开。'],
}
