// Who works here: the departments of both regulations and the roles people hold in them.
import { type Label, say } from './label.ts'

export const departments = {
  'customer-service': say('客服部', 'Customer service'),
  finance: say('财务部', 'Finance'),
  teaching: say('教学部', 'Teaching'),
  'academic-affairs': say('教务部', 'Academic affairs'),
  marketing: say('市场部', 'Marketing'),
  sales: say('销售部', 'Sales'),
  management: say('管理层', 'Management'),
  administration: say('行政部', 'Administration'),
  data: say('数据岗', 'Data'),
  'student-representative': say('学员代表', 'Student representative'),
} as const satisfies Record<string, Label>
export type Department = keyof typeof departments

const role = <D extends Department>(label: Label, department: D) => ({ label, department })

export const roles = {
  'front-desk': role(say('前台', 'Front desk'), 'customer-service'),
  'customer-service': role(say('客服专员', 'Customer service'), 'customer-service'),
  finance: role(say('财务人员', 'Finance'), 'finance'),
  teaching: role(say('教学主管', 'Teaching'), 'teaching'),
  'academic-affairs': role(say('教务人员', 'Academic affairs'), 'academic-affairs'),
  marketing: role(say('市场人员', 'Marketing'), 'marketing'),
  sales: role(say('销售人员', 'Sales'), 'sales'),
  management: role(say('管理者', 'Management'), 'management'),
  administration: role(say('行政主管', 'Administrative supervisor'), 'administration'),
  'student-representative': role(say('学员代表', 'Student representative'), 'student-representative'),
  data: role(say('数据专员', 'Data'), 'data'),
  auditor: role(say('审计人员', 'Auditor'), 'administration'),
  admin: role(say('系统管理员', 'Administrator'), 'administration'),
} as const satisfies Record<string, { label: Label; department: Department }>
export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as Role[]
/** The roles of members of staff: those who may report what they saw (A6.3.2a). */
export const staff = roleNames.filter((name) => !['student-representative', 'auditor', 'admin'].includes(name))
const working = roleNames.filter((name) => name !== 'auditor' && name !== 'admin')
const rolesBy = Object.groupBy(working, (name) => roles[name].department)
/** The roles whose people do the work of a department. */
export const rolesOf = (department: Department): readonly Role[] => rolesBy[department] ?? []

/** Whoever does a part of their department's work, and the procedure it lies in: the front desk takes complaints in (C2.1). */
const parts: Partial<Record<Role, string>> = { 'front-desk': 'complaint' }
export const partOf = (role: Role): string | undefined => parts[role]
/** Whether the steps of their department in this procedure are theirs to work on. */
export const worksOn = (role: Role, procedure: string) => (parts[role] ?? procedure) === procedure
