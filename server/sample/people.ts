// The staff of the sample institution: one account a role, and second people where four eyes are asked for.
import type { Role } from '../../machines/departments.ts'

export const demoPassword = 'anjuan-demo'

type Account = { username: string; role: Role; name: string; campus: string | null; lead: boolean; reportsTo?: string }
const account = (username: string, role: Role, name: string, rest: Partial<Account> = {}): Account => ({
  username,
  role,
  name,
  campus: null,
  lead: true,
  ...rest,
})

export const accounts: Account[] = [
  account('front-desk', 'front-desk', '许诺', { lead: false, campus: 'east', reportsTo: 'customer-service' }),
  account('customer-service', 'customer-service', '何静', { reportsTo: 'management' }),
  account('finance', 'finance', '钱敏', { reportsTo: 'management' }),
  account('finance-2', 'finance', '孙立', { lead: false, reportsTo: 'finance' }),
  account('teaching', 'teaching', '周岚', { reportsTo: 'management' }),
  account('academic-affairs', 'academic-affairs', '吴桐', { reportsTo: 'management' }),
  account('marketing', 'marketing', '郑可', { reportsTo: 'management' }),
  account('sales', 'sales', '王凯', { campus: 'west', reportsTo: 'management' }),
  account('management', 'management', '李正'),
  account('management-2', 'management', '赵宁', { lead: false }),
  account('administration', 'administration', '冯洁', { reportsTo: 'management-2' }),
  account('student-representative', 'student-representative', '陈晓', { lead: false }),
  account('data', 'data', '褚明', { reportsTo: 'management-2' }),
  account('auditor', 'auditor', '卫青'),
  account('admin', 'admin', '蒋工'),
]
