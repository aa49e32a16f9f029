// What the complaints of the year were about, from the first word to the result.
import { type Given, maybe, on, someone } from '../story.ts'

/** `about`: the username of whom it is about. `costs`: the solution costs money. */
type Told = {
  category: string
  content: string
  remedy: string
  evidence: string
  finding: string
  measures: string
  result: string
  channel?: string
  kind?: string
  severity?: string
  about?: string
  costs?: boolean
  verdict?: string
}

/** From the classification to what was carried out. */
const matter = ({
  category,
  content,
  remedy,
  channel = 'phone',
  kind = 'complaint',
  severity = 'ordinary',
  about,
  costs = false,
  verdict = 'justified',
  ...told
}: Told) => ({
  opening: { kind, channel, content, remedy, name: '{guardian}', contact: '{phone}' } as Given,
  classified: on(0, 'complaint.classified', { category, severity, ...(about && { about: someone(about) }) }),
  evidenced: on(2, 'evidence.added', { content: told.evidence }),
  concluded: on(2, 'investigation.concluded', { result: verdict, finding: told.finding }),
  proposed: on(2, 'solution.proposed', { costs, measures: told.measures }),
  opined: maybe(1, 'opinion.given'),
  executed: on(4, 'execution.completed', { result: told.result }),
})
export type Matter = ReturnType<typeof matter>

export const matters = {
  tutoring: matter({
    category: 'teaching-quality',
    content: '{class}这个月换了三次代课老师，每次都从头讲，孩子说听不懂，作业也没人批改。',
    remedy: '希望固定老师，并补上落下的两次课。',
    evidence: '调取排课表与签到表：当月确有三名教师代课，作业批改记录缺两周。',
    finding: '原任课老师请病假，代课安排临时且没有交接进度，反映属实。',
    measures: '自下周起由固定老师任课；周六上午补课两次；代课必须写交接单。',
    result: '两次补课已完成，交接单制度已在教学部例会上宣布并执行。',
  }),
  schedule: matter({
    category: 'scheduling',
    channel: 'online',
    content: '上周三临时停课没有提前通知，我们冒雨赶到才知道，来回两个小时。',
    remedy: '以后至少提前一天通知，并安排补课。',
    evidence: '核对通知记录：停课短信发到了旧号码，新号码没有更新。',
    finding: '学员联系方式变更后没有同步到排课系统，通知没有送达，属实。',
    measures: '更新联系方式；周日补课一次；停课改为短信加电话双重通知。',
    result: '补课已完成，双重通知已执行两周，没有再漏。',
  }),
  fees: matter({
    category: 'fees',
    channel: 'on-site',
    content: '报名时说续费享九折，缴费时却按原价收，收据上也没写折扣。',
    remedy: '退还多收的差额。',
    evidence: '核对活动通知与收据：续费优惠在活动期内，收据按原价开具。',
    finding: '收费时没有选中优惠项目，多收一成，属实。',
    measures: '退还差额，更正收据，并在收费界面增加优惠提示。',
    result: '差额已原路退回，收据已更换，收费界面提示已上线。',
    costs: true,
  }),
  promises: matter({
    category: 'recruitment',
    content: '招生时承诺每班不超过八人，现在{class}有十四个人，老师根本顾不过来。',
    remedy: '按承诺分班，或者退还部分学费。',
    severity: 'serious',
    about: 'marketing',
    evidence: '查看当期宣传单：写明“八人小班”；班级名册为十四人。',
    finding: '宣传内容与实际班额不符，属实。',
    measures: '两周内拆为两个班；宣传材料下架重审；向家长书面致歉。',
    result: '已拆班，新班各七人，宣传材料重新审核后发布。',
    costs: true,
  }),
  oversold: matter({
    category: 'recruitment',
    content: '报名时顾问说可以先试听两个月，不满意全额退，现在却说没有这回事。',
    remedy: '按当时说的退费，并让顾问当面说明。',
    evidence: '调取聊天记录：顾问确有“试听两个月”的说法，没有书面依据。',
    finding: '顾问表述超出规定，属个人承诺不实。',
    measures: '按学员原因规则从宽结算，顾问停岗培训一周，话术重新审核。',
    result: '家长接受从宽结算，培训已完成，新话术已发到各校区。',
    costs: true,
    verdict: 'partly',
  }),
  records: matter({
    category: 'student-administration',
    channel: 'email',
    content: '请过三次假，系统里都记成了旷课，还扣了课时。',
    remedy: '更正考勤，退回课时。',
    evidence: '请假信息在班级群里，老师没有录入系统。',
    finding: '三次请假均有记录，考勤登记有误。',
    measures: '更正考勤并恢复三个课时；请假统一走系统。',
    result: '考勤已更正，课时已恢复，家长已确认。',
  }),
  hygiene: matter({
    category: 'other',
    channel: 'on-site',
    content: '二楼洗手间地面经常有水，孩子前天滑了一跤，膝盖青了。',
    remedy: '尽快维修，铺防滑垫。',
    severity: 'safety',
    evidence: '现场查看：水管接头渗水，没有防滑设施。',
    finding: '设施失修，巡查没有发现，属实。',
    measures: '当日维修水管，铺设防滑垫，每日两次巡查并签字。',
    result: '水管已修好，防滑垫已铺，巡查表已启用。',
  }),
  homework: matter({
    category: 'teaching-quality',
    kind: 'suggestion',
    channel: 'online',
    content: '建议每次课后把重点和作业发到群里，方便家长督促。',
    remedy: '能形成固定做法就更好了。',
    evidence: '抽查四个班：两个班已有课后小结，两个班没有。',
    finding: '各班做法不一，建议合理。',
    measures: '统一课后小结模板，下课当天发到班级群。',
    result: '模板已下发，本周各班均已执行。',
    verdict: 'partly',
  }),
  makeUp: matter({
    category: 'scheduling',
    content: '孩子的补课被安排在晚上八点，太晚了，改时间又说没有教室。',
    remedy: '安排在周末白天。',
    evidence: '核对教室使用表：周日下午有两间空教室。',
    finding: '排课时没有核对周末教室，安排欠妥。',
    measures: '补课改到周日下午，以后补课时间由家长在两个时段中选。',
    result: '补课已改期并完成。',
  }),
  progress: matter({
    category: 'teaching-quality',
    severity: 'serious',
    content: '上了一年课，期末测评还不如去年，老师也从来没有和我们沟通过学习情况。',
    remedy: '要求退还一半学费。',
    evidence: '查阅学习档案：测评两次，进度记录不全，没有沟通记录。',
    finding: '测评成绩略有下降，沟通确有缺失；退还一半学费依据不足。',
    measures: '制定个别辅导计划，每周一次免费辅导，为期八周，每月书面反馈。',
    result: '辅导计划已执行，首月书面反馈已送达家长。',
    costs: true,
    verdict: 'partly',
  }),
  refund: matter({
    category: 'fees',
    channel: 'email',
    severity: 'serious',
    content: '上学期停课六次，只补了两次，剩下的课时费一直没有说法。',
    remedy: '退还四次课的费用。',
    evidence: '停课通知六份，补课签到两次，其余没有安排。',
    finding: '确有四次未补，属实。',
    measures: '按实际成交单价折算四次课，抵扣下期学费。',
    result: '四次课的费用已计入学员账户，家长已确认。',
    costs: true,
  }),
}
