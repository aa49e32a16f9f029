// Who may know of a case, and who has a part in it.
import { and, eq, type SQL } from 'drizzle-orm'
import type { Person } from '../../machines/records.ts'
import { oversees, tooClose } from '../../machines/rights.ts'
import { type Db, schema } from '../database.ts'
import { given, prepared, some } from '../prepared.ts'
import { everybody } from './records.ts'
import { hasPart, proceduresFor, type Viewer, viewOf, voicesOf, wasTold, worksFor } from './view.ts'

const { cases } = schema

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
