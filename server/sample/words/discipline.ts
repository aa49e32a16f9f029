// What is said about misconduct.
import type { Words } from '../words.ts'

export const disciplineWords: Words = {
  'case.opened.place': ['302 教室', '琴房外走廊', '美术教室', '一楼前厅', '编程教室'],
  'case.opened.conduct': [
    '课上多次大声喧哗，老师提醒三次仍不改，影响全班上课。',
    '课间与同学争抢座位，推搡中把对方眼镜碰落。',
    '上课用平板玩游戏，老师要求收起时与老师争执。',
    '未经同意拿走同学的画具，被问起时起先不承认。',
    '在走廊追跑，撞坏展示柜玻璃一块，幸好无人受伤。',
  ],
  'case.opened.witnesses': ['任课老师和同班两名学员在场。', '当时有前台值班同事看见。', '走廊监控有记录。'],
  'talk.held.talk': [
    '单独谈了约二十分钟，讲清楚这样做影响了别人上课，{name}承认错误，答应不再犯。',
    '和{name}一起回看了经过，说明如果再发生会有什么后果，态度诚恳。',
    '{name}一开始不服气，了解对方的感受后表示愿意道歉，并写了保证。',
  ],
  'talk.attempted.remark': ['当天请假没来，改约下次课后。', '约了课后谈话，学员先走了。', '连续两次缺课，电话也没有接。'],
  'guardian.told.answer': [
    '已告知{guardian}经过和可能的后果，家长表示会配合教育。',
    '{guardian}了解情况后，愿意向对方家长道歉。',
    '{guardian}希望多给孩子一次机会，会在家配合。',
  ],
  'guardian.attempted.remark': ['未接，已发短信。', '傍晚拨打，无人接听。', '在班级群留言请回电，没有回复。'],
  'misconduct.unfounded.reason': ['调看监控并询问在场同学，实为误会，不存在所报情形。'],
  'misconduct.repeated.place': ['305 教室', '琴房', '美术教室'],
  'misconduct.repeated.conduct': [
    '又在课上与同学打闹，打翻颜料，弄脏他人作品。',
    '再次在课堂上使用手机并顶撞老师。',
    '课间推搡低年级学员，对方膝盖擦伤。',
  ],
  'misconduct.repeated.witnesses': ['任课老师在场。', '同班学员三人。'],
  'repetition.unfounded.reason': ['查明这次是另一名学员所为，与{name}无关。'],
  'education.repeated.reason': ['情节较轻，态度有转变，再作一次教育。'],
  'dismissal.proposed.grounds': [
    '按学员守则，经教育后再次严重扰乱课堂的，可作退学处理；本例已教育并观察，仍无改变。',
    '教育谈话后不到一个月再次发生，且伤及他人，建议退学处理。',
  ],
  'statement.recorded.statement': [
    '{guardian}陈述：孩子近期情绪不稳，承认有错，希望从轻处理。',
    '{name}陈述：当时是对方先动手，但自己也不该还手。',
  ],
  'statement.waived.remark': ['{guardian}表示没有要补充的，接受处理。'],
  'discipline/approval.refused.reason': ['情节尚不足以退学，延长观察，请教学部安排专人帮助。'],
  'discipline/approval.granted.remark': ['程序完整，同意。', '同意。请客服妥善告知家长。'],
  'discipline/approval.returned.reason': ['请补充第二次事件的旁证。'],
  'discipline/proposal.recalled.reason': ['家长提出新的情况，核实后再报。'],
  'discipline/case.voided.reason': ['登记时选错了学员。'],
}
