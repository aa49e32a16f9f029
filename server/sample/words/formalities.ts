// What is said while somebody leaves: notice, settlement, handover, visits – and in the acts beside any case.
import type { Words } from '../words.ts'

export const formalityWords: Words = {
  'notice.delivered.message': [
    '已告知审批结果、退费时间和资料领取方式，提醒带好缴费票据。',
    '说明了离校手续，十五个工作日内完成结算，资料可到教学部领取。',
    '已告知并给了办理清单，{guardian}表示清楚。',
    '已说明结算、资料交接和回访安排，{guardian}没有疑问。',
  ],
  'arrears/notice.delivered.message': ['已书面告知因欠费作退学处理的决定、结算方法和异议途径。'],
  'discipline/notice.delivered.message': ['已向{guardian}送达处理决定，说明理由、结算办法和申诉途径。'],
  'notice.attempted.remark': ['无人接听，已发短信。', '未接通，微信也没有回复。', '已按登记地址寄出书面通知，电话不通。'],
  'settlement.proposed.account': [
    '工商银行 尾号 4821（{guardian}）',
    '招商银行 尾号 0937（{guardian}）',
    '原支付渠道退回',
    '建设银行 尾号 6615（{guardian}）',
  ],
  'settlement.proposed.remark': ['按现行退费规则测算，明细见结算单。', '已用课时以签到记录为准。', '赠送课时不计价。'],
  'settlement.rejected.reason': ['已上课时少计一次，请按签到表更正。', '教材是否领用没有注明，请核实后重报。'],
  'settlement.objected.objection': [
    '家长认为停课那周的一次课不应计入。',
    '家长说教材没有拆封，要求不扣资料费。',
    '家长对按优惠前单价计算有疑问，请再说明。',
  ],
  'release.refused.reason': ['金额较大，请附优惠审批单后再报。'],
  'refund.failed.reason': ['银行退回：户名与账号不符。', '原支付渠道已过退款期限，需改用银行转账。'],
  'materials.handedOver.remark': [
    '学习资料、作品一套，{guardian}签收。',
    '教材、练习册和成绩单已交还。',
    '作品集和课堂笔记已打包交接。',
    '无其他个人物品，资料当面点清。',
  ],
  'handover.attempted.remark': ['约好下午来取，未到。', '联系不上，资料暂存教学部。', '仍未来取，资料封存保管。'],
  'visit.recorded.answer': [
    '{guardian}表示办理顺利，退款按时到账。',
    '孩子在别处学习，适应得不错；对老师印象很好。',
    '家长建议上课时间再灵活些，以后有机会还会回来。',
    '退款已收到，对解释结算单的同事表示感谢。',
    '表示当时等审批的时间长了点，其他都满意。',
  ],
  'transfer/visit.recorded.answer': [
    '已经插班，进度能衔接上。',
    '新学校认可了我们的学习证明，少考一次级。',
    '孩子刚开始有点不适应，现在好多了。',
    '一切正常，家长感谢老师开的进度说明。',
  ],
  'visit.attempted.remark': ['无人接听。', '接通后表示不方便，稍后再打未接。', '号码已停机。'],
  'step.handedOver.reason': ['本周外出培训，请协助办理。'],
  'attachment.added.remark': ['补充沟通截图。'],
}
