// What is said when students ask to leave, and when their request is checked, reviewed and decided.
import type { Words } from '../words.ts'

const reasons: Record<string, readonly string[]> = {
  schedule: ['新学期学校晚托延长，{class}的上课时间赶不上，周末又有别的安排。', '工作调成倒班，晚上的课十次有六次来不了。'],
  relocation: ['全家下个月搬到外市，每周往返不现实。', '家里在城南买了房，到校区单程要一个半小时。', '随家人工作调动去外省。'],
  finances: ['家里近期收入减少，想先把课外班停下来。', '还要供老二上幼儿园，学费负担有点重。'],
  progress: ['学了大半年，家长觉得和预期有差距，想先停一停。', '进度偏快，孩子跟不上，每次上课压力很大。'],
  teaching: ['这学期换过两次老师，孩子一直没适应。', '家长希望小班授课，现在班里人数偏多。'],
  interest: ['孩子迷上了打篮球，对这门课提不起兴趣了。', '原本是陪同学一起报的，同学不学了，他也不想来了。'],
  other: ['要准备升学考试，想集中精力复习。', '{name}要参加学校集训队，半年内抽不出时间。'],
}
const moves: Record<string, readonly string[]> = {
  schedule: ['那边周末有同级班，时间正合适。', '新学校附近就有同类课程，接送方便得多。'],
  relocation: ['搬家后离城南的机构更近，已经去试听过。', '随家人去外市，想在当地把课接着学完。'],
  finances: ['那边是单位合作机构，学费有补贴。'],
  progress: ['想换到进度慢一些的班，把基础补扎实。'],
  teaching: ['想跟着原来的老师继续学，老师现在在那边任教。'],
  interest: ['那边有合唱团，孩子更喜欢集体活动。'],
  other: ['学校统一安排在那边上兴趣课，想并到一处。'],
}
const leaving = ({ category }: Record<string, unknown>) => reasons[String(category)] ?? reasons.other!

export const applicationWords: Words = {
  'case.opened.reason': leaving,
  'transfer/case.opened.reason': ({ category }) => moves[String(category)] ?? moves.other!,
  'case.opened.institution': ['启明艺术学校', '新禾教育培训中心', '晨星少儿学堂', '青木文化艺术中心', '雅韵琴行附属学校'],
  'case.opened.contact': ['教务处 0571-5550-0132', '前台 0512-5550-0148', '招生老师 025-5550-0176'],
  'guardian.agreed.statement': [
    '{guardian}确认知情并同意，请尽快办理。',
    '{guardian}同意孩子的申请，感谢老师这段时间的照顾。',
    '{guardian}表示全家商量过了，没有异议。',
    '与{guardian}核对了报名和缴费情况，没有疑问，同意办理。',
  ],
  'request.returned.missing': [
    '申请表缺监护人签字，请补签后送回。',
    '缴费票据复印件看不清票号，请重新提供。',
    '希望离校日期早于申请日期，请重新填写。',
  ],
  'request.completed.remark': ['已补签并拍照发来，核对无误。', '票据原件已带到前台，号码已核对。', '家长重新填写了申请表。'],
  'request.foundNotGenuine.reason': [
    '致电{guardian}，对方表示没有提出过申请，系他人冒名。',
    '核对签名与报名时不一致，本人否认提交过申请。',
  ],
  'retention.succeeded.result': [
    '介绍了周六上午的平行班，家长愿意换班再学一期。',
    '安排老师做了一次学情面谈，家长决定继续。',
    '商量后改为每周一次课，家长同意留下来。',
  ],
  'retention.failed.result': [
    '介绍了换班和暂缓两种办法，家长考虑后仍要离开。',
    '和{guardian}谈了约二十分钟，去意已定。',
    '家长认可教学，但时间确实排不开。',
    '提出可以保留课时一年，家长表示用不上。',
  ],
  'retention.notReached.remark': ['上午、傍晚各联系一次，均无人应答，已留言。', '电话关机，已发短信说明，未回复。'],
  'request.revoked.reason': ['家里重新商量后决定继续上课。', '孩子舍不得班里同学，不退了。', '时间问题已经解决，申请撤回。'],
  'receiver.accepted.answer': [
    '对方教务刘老师回复：同意接收，可插入同级班。',
    '对方书面回函同意接收，下月起入班。',
    '对方表示有名额，需带学习证明报到。',
  ],
  'receiver.refused.reason': ['对方本期同级班已满，最早要等到下学期。', '对方不开设同一级别的课程。'],
  'receiver.attempted.remark': ['招生电话无人接听，已发邮件。', '前台答复要请示，至今没有回音。', '联系上前台，说负责人不在。'],
  'receiver.named.institution': ['明德素质教育中心', '小桥流水艺术学校', '远航青少年培训学校'],
  'receiver.named.contact': ['教务 0571-5550-0119'],
  'withdrawal.chosen.reason': ['联系了两家都没有合适的班，家长说不转了，直接退。'],
  'payments.reviewed.remark': [
    '缴费记录与票据一致，无其他欠费。',
    '已核对两笔收款，优惠按报名时约定执行。',
    '教材费已计入，测算见结算预估。',
  ],
  'review.returned.reason': ['申请中的报名与缴费记录对不上，请核实是哪一期课程。', '缺收据编号，请受理环节补充。'],
  'approval.granted.remark': [
    '同意，注意按时退款。',
    '同意。请客服把注意事项讲清楚。',
    '情况属实，同意办理。',
    '同意，回访时了解一下去向。',
  ],
  'approval.refused.reason': [
    '协议约定的服务尚在进行中，建议先与教学部商量调班，暂不批准。',
    '情况与所附材料不符，请学员说明后重新申请。',
    '课程只余两次，建议上完再办理，现不予批准。',
  ],
  'approval.returned.reason': ['测算与优惠约定不一致，请重新核对。', '请补充说明与学员沟通的情况后再报。', '请附上最近一次沟通记录。'],
  'proposal.recalled.reason': ['发现漏算一笔教材费，撤回重核。', '补充材料后重新送审。'],
  'case.voided.reason': ['前台误开，学员只是来咨询。', '选错了学员，正确的案件已另行开立。', '学员当天来电说明是误会，无须办理。'],
}
