// What is said when something beyond anyone's control makes a student leave.
import type { Words } from '../words.ts'

const accounts: Record<string, readonly string[]> = {
  disaster: ['暴雨导致家中进水，全家暂住亲戚家，短期内无法上课。'],
  policyChange: ['所在小区划入新学区，学校实行寄宿，平日不能外出。'],
  illness: ['{name}突发疾病住院，医生建议休养半年以上。', '确诊后需要定期到外地治疗，无法继续上课。'],
  accident: ['骑车摔伤右臂，手术后至少三个月不能用力。', '上学路上遭遇车祸，正在康复，暂时不能走动。'],
  death: ['{name}因病去世，家属前来办理后续手续。'],
  other: ['父亲因公派驻国外，全家随行两年。'],
}

export const forceMajeureWords: Words = {
  'case.opened.account': ({ kind }) => accounts[String(kind)] ?? accounts.other!,
  'proof.confirmed.checked': [
    '致电医院病案室核实，编号与姓名一致。',
    '核对原件，印章清晰，日期相符。',
    '在官方网站查到同一份公告，内容一致。',
  ],
  'proof.setAside.reason': ['照片模糊看不清印章，以另一份材料为准。'],
  'verification.completed.remark': ['材料齐全，情况属实，建议批准。', '已与家属当面核实。'],
  'force-majeure/request.returned.missing': ['诊断证明缺医院盖章，请补交。', '请补充能说明起止时间的官方文件。'],
  'force-majeure/request.completed.remark': ['家长补交了盖章的诊断证明。', '补交了出院小结。'],
  'force-majeure/request.foundNotGenuine.reason': ['向出具单位核实，该证明并非其开具。'],
  'force-majeure/request.revoked.reason': ['恢复情况比预期好，家长决定休息两周后继续上课。', '外派计划取消，不走了。'],
  'return.promised.remark': ['康复后一年内回来，学费按约定优惠，原班级位置尽量保留。', '保留学习档案和作品，返校时按约定优惠。'],
  'materials.kept.remark': ['作品和学习档案保存到约定日期。', '家属希望保留孩子的画作，日后来取。'],
  'assistance.declined.reason': ['家长表示暂时没有返校打算，不需要。'],
  'force-majeure/notice.delivered.message': [
    '已说明审批结果、结算办法和保留资料的约定，祝早日康复。',
    '上门说明手续，不需家属再跑一趟，表达了慰问。',
  ],
  'force-majeure/approval.granted.remark': ['同意，手续从简，注意关心家属。', '同意。请客服多问一句有什么能帮忙的。'],
  'force-majeure/approval.returned.reason': ['请再核实证明的起止时间。'],
  'force-majeure/visit.recorded.answer': ['恢复得不错，计划下学期回来。', '仍在休养，感谢学校关心。'],
}
