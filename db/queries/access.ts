// Who may know of a case, and who has a part in it.
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Person } from '../../machines/records.ts'
import { oversees, tooClose } from '../../machines/rights.ts'
import { type Db, schema } from '../database.ts'
import { given, prepared, some } from '../prepared.ts'
import { activePeople, everybody } from './records.ts'
import { hasPart, proceduresFor, type Viewer, viewOf, voicesOf, wasTold, worksFor } from './view.ts'

const { cases, caseDepartments, handlers, participants, steps } = schema

/** The condition under which somebody may know of a case at all, for themselves or for a principal; nobody may who is too close to it. */
export async function mayKnow(db: Db, viewer: Viewer): Promise<SQL | undefined> {
  const { knows, values } = await viewOf(db, viewer)
  return knows((name) => values[name] ?? null)
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
  const found: { person: Person; to: Standing }[] = []
  for (const person of await voicesOf(db, viewer)) {
    const [to] = await standing(db, { person: person.id, department: worksFor(person), caseId })
    if (to) found.push({ person, to })
  }
  return found
}

const concerns = ({ person, to }: { person: Person; to: Standing }) =>
  oversees(person.role) || to.told || to.part || proceduresFor(person).includes(to.procedure)

/** `mayKnow`, of one case; and whether they have a part in it. */
export async function standingOf(db: Db, viewer: Viewer, caseId: string): Promise<{ knows: boolean; hasPart: boolean }> {
  const found = await standings(db, viewer, caseId)
  const about = found[0]?.to.about ?? null
  const near = about === null ? [] : tooClose(about, await everybody(db))
  const knows = !near.includes(viewer.id) && found.some((one) => !near.includes(one.person.id) && concerns(one))
  return { knows, hasPart: found.some(({ to }) => to.part) }
}

const placed = prepared((q) =>
  q
    .select({ procedure: cases.procedure, about: cases.about, openedBy: cases.openedBy })
    .from(cases)
    .where(eq(cases.id, given('caseId'))),
)
const toldOf = prepared((q) =>
  q
    .select({ department: caseDepartments.department })
    .from(caseDepartments)
    .where(eq(caseDepartments.caseId, given('caseId'))),
)
const withPart = prepared((q) =>
  q
    .select({ id: handlers.userId })
    .from(handlers)
    .where(eq(handlers.caseId, given('caseId')))
    .union(
      q
        .select({ id: participants.userId })
        .from(participants)
        .where(eq(participants.caseId, given('caseId'))),
    )
    .union(
      q
        .select({ id: sql<string>`${steps.assignee}` })
        .from(steps)
        .where(and(eq(steps.caseId, given('caseId')), isNotNull(steps.assignee))),
    ),
)

/** The ids of all active people who may know of a case, for themselves. */
export async function whoKnows(db: Db, caseId: string): Promise<string[]> {
  const [row] = await placed(db, { caseId })
  if (!row) return []
  const near = row.about === null ? [] : tooClose(row.about, await everybody(db))
  const departments = (await toldOf(db, { caseId })).map((told) => told.department)
  const part = [row.openedBy, ...(await withPart(db, { caseId })).map(({ id }) => id)]
  const knows = (person: Person) =>
    proceduresFor(person).includes(row.procedure) || part.includes(person.id) || departments.includes(worksFor(person) ?? '')
  return (await activePeople(db)).filter((person) => !near.includes(person.id) && knows(person)).map(({ id }) => id)
}

export const knowsOf = async (db: Db, viewer: Viewer, caseId: string): Promise<boolean> => (await standingOf(db, viewer, caseId)).knows

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
