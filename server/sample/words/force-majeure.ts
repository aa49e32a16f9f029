// What is said when something beyond anyone's control makes a student leave.
import type { Words } from '../words.ts'

const accounts: Record<string, readonly string[]> = {
  disaster: ['暴雨导致家中进水，全家暂住亲戚家，短期内无法上课。'],
  policyChange: ['所在小区划入新学区，新学校实行寄宿，平日不能外出。'],
  illness: ['{name}突发疾病住院，医生建议休养半年以上。', '确诊后需要定期到外地治疗，无法继续上课。'],
  accident: ['骑车摔伤右臂，手术后至少三个月不能用力。', '路上遭遇车祸，正在康复，暂时不能走动。'],
  death: ['{name}因病去世，家属前来办理后续手续。'],
  other: ['家人因公派驻国外，全家随行两年。'],
}

export const forceMajeureWords: Words = {
  'case.opened.account': ({ kind }) => accounts[String(kind)] ?? accounts.other!,
  'proof.confirmed.checked': ['致电出具单位核实，编号与姓名一致。', '核对原件，印章清晰，日期相符。', '向出具单位的经办人核实，内容一致。'],
  'proof.setAside.reason': ['照片模糊看不清印章，以另一份材料为准。'],
  'verification.completed.remark': ['材料齐全，情况属实，建议批准。', '已与家属当面核实。'],
  'force-majeure/request.returned.missing': ['证明材料缺出具单位盖章，请补交。', '请补充能说明起止时间的文件。'],
  'force-majeure/request.completed.remark': ['补交了盖章的证明。', '补交了写明起止时间的文件。'],
  'force-majeure/request.foundNotGenuine.reason': ['向出具单位核实，该证明并非其开具。'],
  'force-majeure/request.revoked.reason': ['情况比预期好转得快，休整两周后继续上课。', '外派计划取消，不走了。'],
  'return.promised.remark': ['一年内回来，学费按约定优惠，原班级位置尽量保留。', '保留学习档案和作品，返校时按约定优惠。'],
  'materials.kept.remark': ['作品和学习档案保存到约定日期。', '家属希望保留孩子的画作，日后来取。'],
  'assistance.declined.reason': ['家长表示暂时没有返校打算，不需要。'],
  'force-majeure/notice.delivered.message': [
    '已说明审批结果、结算办法和保留资料的约定，并致慰问。',
    '已说明手续，不需家属再跑一趟，请安心。',
  ],
  'force-majeure/approval.granted.remark': ['同意，手续从简，注意关心家属。', '同意。请客服多问一句有什么能帮忙的。'],
  'force-majeure/approval.returned.reason': ['请再核实证明的起止时间。'],
  'force-majeure/proposal.recalled.reason': ['家属又交来一份材料，一并核实后再报。'],
  'force-majeure/visit.recorded.answer': ['情况好转，条件允许就回来。', '目前一切还好，感谢学校关心。'],
}
