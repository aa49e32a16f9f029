// Who may know of a case, and who has a part in it.
import { and, eq, or, sql } from 'drizzle-orm'
import { type Department, rolesOf } from '../../machines/departments.ts'
import { procedures } from '../../machines/procedures.ts'
import type { Person } from '../../machines/records.ts'
import { concerned, oversees, tooClose } from '../../machines/rights.ts'
import { type Db, schema } from '../database.ts'
import { some } from '../prepared.ts'
import { everybody } from './records.ts'

const { cases, handlers, participants, caseDepartments, steps, notices } = schema

/** Procedures whose cases this department's people may know of, since it owns one of their states. */
const proceduresOf = (department: Department) =>
  Object.values(procedures)
    .filter((procedure) => concerned(procedure).has(department))
    .map(({ name }) => name)

const list = (values: string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )

/** Somebody who asks; `principals` are those they deputise for today, or their ids. */
export type Viewer = Person & { principals?: readonly (string | Person)[] }

/** For whom somebody may ask: for themselves and for every principal. */
function voicesOf(viewer: Viewer, people: Person[]): Person[] {
  const ids = (viewer.principals ?? []).map((principal) => (typeof principal === 'string' ? principal : principal.id))
  return [viewer, ...people.filter(({ id }) => ids.includes(id))]
}

/** The department whose work somebody does: the system administrator and the auditor do none. */
const worksFor = ({ role, department }: Person): Department | null => (rolesOf(department).includes(role) ? department : null)

/** The condition under which `person` has a part in a case: handled it, holds a step, was copied in, or their department had a step. */
const hasPart = (person: Person) => sql<boolean>`(
  ${cases.openedBy} = ${person.id}
  or exists (select 1 from ${handlers} where ${handlers.caseId} = ${cases.id} and ${handlers.userId} = ${person.id})
  or exists (select 1 from ${participants} where ${participants.caseId} = ${cases.id} and ${participants.userId} = ${person.id})
  or exists (select 1 from ${steps} where ${steps.caseId} = ${cases.id} and ${steps.assignee} = ${person.id})
  or exists (select 1 from ${caseDepartments} where ${caseDepartments.caseId} = ${cases.id} and ${caseDepartments.department} = ${worksFor(person)}))`

function notTooClose(person: Person, people: Person[]) {
  const closeTo = people.filter((other) => tooClose(other.id, people).includes(person.id)).map(({ id }) => id)
  return closeTo.length ? sql`(${cases.about} is null or ${cases.about} not in (${list(closeTo)}))` : sql`true`
}

/** Told of a case, a department may know of it: its people read where it stands, not its words (A6.1.3). */
const wasTold = (department: Department | null) =>
  sql`exists (select 1 from ${notices} where ${notices.caseId} = ${cases.id} and ${notices.department} = ${department})`

function inScope(person: Person) {
  const department = worksFor(person)
  const names = department ? proceduresOf(department) : []
  const byProcedure = names.length ? sql`${cases.procedure} in (${list(names)})` : sql`false`
  return oversees(person.role) ? sql`true` : or(byProcedure, wasTold(department), hasPart(person))
}

/** The condition under which somebody may know of a case at all, for themselves or for a principal; nobody may who is too close to it. */
export async function mayKnow(db: Db, viewer: Viewer) {
  const people = await everybody(db)
  const scopes = voicesOf(viewer, people).map((person) => and(notTooClose(person, people), inScope(person)))
  return and(notTooClose(viewer, people), or(...scopes))!
}

export const knowsOf = async (db: Db, person: Viewer, caseId: string) =>
  some(
    await db.q
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, caseId), await mayKnow(db, person))),
  )

export async function partIn(db: Db, viewer: Viewer, caseId: string) {
  const voices = voicesOf(viewer, await everybody(db))
  return some(
    await db.q
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, caseId), or(...voices.map(hasPart)))),
  )
}

/** A file may be read by who stored it and by whoever may know of a case that refers to it. */
export async function mayRead(db: Db, person: Viewer, attachment: { id: string; uploadedBy: string }) {
  if (attachment.uploadedBy === person.id) return true
  const { caseAttachments } = schema
  return some(
    await db.q
      .select({ id: cases.id })
      .from(cases)
      .innerJoin(caseAttachments, eq(caseAttachments.caseId, cases.id))
      .where(and(eq(caseAttachments.attachment, attachment.id), await mayKnow(db, person))),
  )
}
