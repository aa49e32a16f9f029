// Why somebody cannot do what a case waits for, in the words they should read.
import { type Department, departments, type Role, roles } from '../../machines/departments.ts'
import { type Label, say } from '../../machines/label.ts'

/** Others have to act: those of these roles, or of the department that the case itself says. */
export const waitsFor = (...who: Role[]) => waits(who.map((role) => roles[role].label))
export const waitsForDepartment = (department: Department) => waits([departments[department]])
const waits = (who: Label[]) =>
  say(`等待${who.map((name) => name['zh-CN']).join('、')}办理`, `Waits for ${who.map((name) => name.en).join(' or ')}`)
export const handledIt = say('您经办过本案，不能审批', 'You handled this case: somebody else must decide')
export const bothGrant = say('须由加签人与另一位管理者先后同意', 'A co-approver was named: both must grant, the co-approver last')
