// Which departments may know of a case beside those whose procedure it is: they have or had a step of it, or were told of it.
import { and, eq, isNotNull, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { type Department, departments, roleNames, roles, rolesOf } from '../machines/departments.ts'
import { procedures } from '../machines/procedures.ts'
import { concerned } from '../machines/rights.ts'
import type { CaseRow } from './case-state.ts'
import { schema, still, type Write, write } from './database.ts'
import { given, insertion, preparedWrite, unlessThere } from './prepared.ts'

const { cases, caseDepartments, handlers, notices, users } = schema

const working = roleNames.filter((role) => rolesOf(roles[role].department).includes(role))
const text = (value: string) => sql.raw(`'${value}'`)
const listOf = (parts: SQL[]) => sql.join(parts, sql`, `)
/** Asked when a person does something in a case: whether it is none of their department's procedures, and the department neither has a step of it nor was told. */
export function alone(caseId: Placeholder, userId: Placeholder): SQL {
  const departmentOf = working.map((role) => sql`when ${text(role)} then ${text(roles[role].department)}`)
  const theirs = sql`(select case ${users.role} ${sql.join(departmentOf, sql` `)} end from ${users} where ${users.id} = ${userId})`
  const owned = departmentNames.flatMap((department) => proceduresOf(department).map((name) => text(`${department} ${name}`)))
  const known = sql`select 1 from ${caseDepartments} where ${caseDepartments.caseId} = ${caseId} and ${caseDepartments.department} = ${theirs}`
  const own = sql`select 1 from ${cases} where ${cases.id} = ${caseId} and ${theirs} || ' ' || ${cases.procedure} in (${listOf(owned)})`
  return sql`(not exists (${known}) and not exists (${own}))`
}
/** In another department nothing is certain any more. */
export const leavesDepartment = (userId: string): Write =>
  write((tx) => tx.update(handlers).set({ alone: true }).where(eq(handlers.userId, userId)).returning({ userId: handlers.userId }))

const departmentNames = Object.keys(departments) as Department[]
/** Procedures whose cases this department's people may know of, since it owns one of their states. */
export const proceduresOf = (department: Department): string[] =>
  Object.values(procedures)
    .filter((procedure) => concerned(procedure).has(department))
    .map(({ name }) => name)

/** Of cases that a department would not know of otherwise its lists are kept. */
const place = (department: string, { procedure, status, sortKey }: CaseRow) =>
  proceduresOf(department as Department).includes(procedure) ? { status: null, sortKey: null } : { status, sortKey }

const insertDepartment = insertion(caseDepartments, (insert) =>
  insert.onConflictDoUpdate({
    target: [caseDepartments.caseId, caseDepartments.department],
    set: { part: true },
    setWhere: eq(caseDepartments.part, false),
  }),
)
/** The department has a step of the case. */
export const takesPart = (row: CaseRow, department: string): Write =>
  insertDepartment({ caseId: row.id, department, part: true, ...place(department, row) })

const moved = preparedWrite((tx) =>
  tx
    .update(caseDepartments)
    .set({ status: given('status') as never, sortKey: given('sortKey') as never })
    .where(and(eq(caseDepartments.caseId, given('id')), isNotNull(caseDepartments.status)))
    .returning({ department: caseDepartments.department }),
)
const done = preparedWrite((tx) =>
  tx
    .update(handlers)
    .set({ sortKey: given('sortKey') as never })
    .where(eq(handlers.caseId, given('id')))
    .returning({ userId: handlers.userId }),
)
/** The case has another place in the lists of those who know of it; once it is closed, in those of what people have done. */
export const moves = (before: CaseRow, { id, status, sortKey }: CaseRow): Write[] => {
  if (before.status === status && before.sortKey === sortKey) return []
  return [moved({ id, status, sortKey }), ...(status === 'done' ? [done({ id, sortKey })] : [])]
}

const insertNotice = insertion(notices, unlessThere)
type Notice = { id: string; caseId: string; department: string; notice: string; createdAt: string }
/** A notice to one person, who may know of the case already. */
export const tellPerson = (notice: Omit<Notice, 'department'> & { person: string }): Write => insertNotice(notice)
/** A notice to the department, which may know of the case from now on. */
export const tell = (notice: Notice): Write[] => [
  insertNotice(notice),
  still(
    (tx) => tx.select({ id: cases.id }).from(cases).where(eq(cases.id, notice.caseId)),
    () => {},
  ),
  write((tx) =>
    tx.insert(caseDepartments).values(told(notice)).onConflictDoNothing().returning({ department: caseDepartments.department }),
  ),
]
function told({ caseId, department }: Notice): typeof caseDepartments.$inferInsert {
  const own = proceduresOf(department as Department).map((name) => sql`${name}`)
  const of = (column: typeof cases.status | typeof cases.sortKey) =>
    sql`(select ${column} from ${cases} where ${cases.id} = ${caseId}${own.length ? sql` and ${cases.procedure} not in (${sql.join(own, sql`, `)})` : sql``})`
  return { caseId, department, part: false, status: of(cases.status) as never, sortKey: of(cases.sortKey) as never }
}
