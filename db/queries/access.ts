// Who may know of a case, and who has a part in it.
import { and, eq, or, type Placeholder, sql } from 'drizzle-orm'
import { type Department, rolesOf } from '../../machines/departments.ts'
import { procedures } from '../../machines/procedures.ts'
import type { Person } from '../../machines/records.ts'
import { concerned, oversees, tooClose } from '../../machines/rights.ts'
import { type Db, schema } from '../database.ts'
import { given, prepared, some } from '../prepared.ts'
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

type Value = string | null | Placeholder | typeof cases.id
/** The condition under which somebody has a part in a case: handled it, holds a step, was copied in, or their department had a step. */
const hasPart = (id: Value, department: Value, caseId: Value = cases.id) => sql<boolean>`(
  ${cases.openedBy} = ${id}
  or exists (select 1 from ${handlers} where ${handlers.caseId} = ${caseId} and ${handlers.userId} = ${id})
  or exists (select 1 from ${participants} where ${participants.caseId} = ${caseId} and ${participants.userId} = ${id})
  or exists (select 1 from ${steps} where ${steps.caseId} = ${caseId} and ${steps.assignee} = ${id})
  or exists (select 1 from ${caseDepartments} where ${caseDepartments.caseId} = ${caseId} and ${caseDepartments.department} = ${department}))`

function notTooClose(person: Person, people: Person[]) {
  const closeTo = people.filter((other) => tooClose(other.id, people).includes(person.id)).map(({ id }) => id)
  return closeTo.length ? sql`(${cases.about} is null or ${cases.about} not in (${list(closeTo)}))` : sql`true`
}

/** Told of a case, a department may know of it: its people read where it stands, not its words (A6.1.3). */
const wasTold = (department: Value, caseId: Value = cases.id) =>
  sql<boolean>`exists (select 1 from ${notices} where ${notices.caseId} = ${caseId} and ${notices.department} = ${department})`

function inScope(person: Person) {
  const department = worksFor(person)
  const names = department ? proceduresOf(department) : []
  const byProcedure = names.length ? sql`${cases.procedure} in (${list(names)})` : sql`false`
  return oversees(person.role) ? sql`true` : or(byProcedure, wasTold(department), hasPart(person.id, department))
}

/** The condition under which somebody may know of a case at all, for themselves or for a principal; nobody may who is too close to it. */
export async function mayKnow(db: Db, viewer: Viewer) {
  const people = await everybody(db)
  const scopes = voicesOf(viewer, people).map((person) => and(notTooClose(person, people), inScope(person)))
  return and(notTooClose(viewer, people), or(...scopes))!
}

/** What the conditions say of one case and one person. */
const standing = prepared((q) =>
  q
    .select({
      procedure: cases.procedure,
      about: cases.about,
      // Within its own list of columns the query library names them without their table: the case is named by its id.
      part: hasPart(given('person'), given('department'), given('caseId')),
      told: wasTold(given('department'), given('caseId')),
    })
    .from(cases)
    .where(eq(cases.id, given('caseId'))),
)
type Standing = Awaited<ReturnType<typeof standing>>[number]

/** How a case stands to somebody and to each they deputise for; nothing where there is no such case. */
async function standings(db: Db, viewer: Viewer, caseId: string): Promise<{ person: Person; to: Standing }[]> {
  const people = viewer.principals?.length ? await everybody(db) : []
  const found: { person: Person; to: Standing }[] = []
  for (const person of voicesOf(viewer, people)) {
    const [to] = await standing(db, { person: person.id, department: worksFor(person), caseId })
    if (to) found.push({ person, to })
  }
  return found
}

const concerns = ({ person, to }: { person: Person; to: Standing }) => {
  const department = worksFor(person)
  return oversees(person.role) || to.told || to.part || (department !== null && proceduresOf(department).includes(to.procedure))
}

/** `mayKnow`, of one case. */
export async function knowsOf(db: Db, viewer: Viewer, caseId: string): Promise<boolean> {
  const found = await standings(db, viewer, caseId)
  const about = found[0]?.to.about ?? null
  const near = about === null ? [] : tooClose(about, await everybody(db))
  return !near.includes(viewer.id) && found.some((one) => !near.includes(one.person.id) && concerns(one))
}

export const partIn = async (db: Db, viewer: Viewer, caseId: string): Promise<boolean> =>
  (await standings(db, viewer, caseId)).some(({ to }) => to.part)

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
