// Why somebody cannot do what a case waits for, in the words they should read.
import { type Role, roles } from '../../machines/departments.ts'
import { type Label, say } from '../../machines/label.ts'

/** Others have to act. */
export const waitsFor = (...who: Role[]): Label => {
  const names = who.map((role) => roles[role].label)
  return say(`等待${names.map((name) => name['zh-CN']).join('、')}办理`, `Waits for ${names.map((name) => name.en).join(' or ')}`)
}
export const handledIt = say('您经办过本案，不能审批', 'You handled this case: somebody else must decide')
export const bothGrant = say('须由加签人与另一位管理者先后同意', 'A co-approver was named: both must grant, the co-approver last')
