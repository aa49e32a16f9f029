// Reads what the pure core may be told of the institution's records.
import { and, desc, eq, getTableColumns, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import { type Department, roles } from '../../machines/departments.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { procedureAt } from '../../machines/published.ts'
import type { CaseRecord, EnrolmentRecord, Named, Person, Records, StudentRecord } from '../../machines/records.ts'
import { rulesFor } from '../../machines/refund-rules.ts'
import { tooClose } from '../../machines/rights.ts'
import { type Db, type Query, schema } from '../database.ts'
import { changesSoFar } from '../institution.ts'
import { by, byId, given, prepared } from '../prepared.ts'

const { users, deputies, students, enrolments, endings, handlers, participants } = schema
type UserRow = typeof users.$inferSelect
export const personOf = (row: UserRow): Person => ({
  id: row.id,
  name: row.name,
  role: row.role,
  department: roles[row.role].department as Department,
  lead: row.lead,
  reportsTo: row.reportsTo,
  campus: row.campus,
})

const people = prepared((q) => q.select().from(users).orderBy(users.id))
type Directory = { at: number; all: Person[]; active: Person[] }
const directories = new WeakMap<Query, Directory>()
/** Read anew when the institution's chain has grown: every change of its people stands there. */
async function directory(db: Db): Promise<Directory> {
  const at = await changesSoFar(db)
  const known = directories.get(db.q)
  if (known?.at === at) return known
  const rows = await people(db)
  const read = { at, all: rows.map(personOf), active: rows.filter(({ active }) => active).map(personOf) }
  directories.set(db.q, read)
  return read
}
/** Everybody who works or ever worked in the institution. */
export const everybody = async (db: Db): Promise<Person[]> => (await directory(db)).all
/** The active people of the institution. */
export const activePeople = async (db: Db): Promise<Person[]> => (await directory(db)).active

const principals = prepared((q) =>
  q
    .select({ id: deputies.principal })
    .from(deputies)
    .where(and(eq(deputies.deputy, given('deputy')), lte(deputies.from, given('today')), gte(deputies.until, given('today')))),
)
/** Whom somebody deputises for on a Shanghai date. */
export async function principalsOf(db: Db, deputy: string, today: string): Promise<Person[]> {
  const found = await principals(db, { deputy, today })
  return found.length ? (await activePeople(db)).filter(({ id }) => found.some((one) => one.id === id)) : []
}

const majority = 18
const minorOn = (birthDate: string, today: string) =>
  Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0) < majority

const studentById = prepared((q) =>
  q
    .select()
    .from(students)
    .where(eq(students.id, given('id'))),
)
export async function studentRecord(db: Db, id: string | null, today: string): Promise<StudentRecord | null> {
  const [row] = id === null ? [] : await studentById(db, { id })
  return row ? { id: row.id, minor: minorOn(row.birthDate, today), campus: row.campus } : null
}

// Joins, and an order the database must make itself, take SQLite several times as long as looking up the few rows one by one.
const heldBy = prepared((q) =>
  q
    .select()
    .from(enrolments)
    .where(eq(enrolments.student, given('student'))),
)
const endingOf = prepared((q) =>
  q
    .select({ caseId: endings.caseId })
    .from(endings)
    .where(eq(endings.enrolment, given('enrolment'))),
)

/** Every enrolment of the student, with the case that is ending it. */
export async function enrolmentRecords(db: Db, student: string | null): Promise<EnrolmentRecord[]> {
  if (student === null) return []
  const held = (await heldBy(db, { student })).sort(byId)
  return Promise.all(
    held.map(async ({ id: enrolment, className: _, enrolledOn: __, endedOn: ___, endedBy: ____, ...rest }) => {
      const [ending] = await endingOf(db, { enrolment })
      return { ...rest, enrolment, endingCase: ending?.caseId ?? null }
    }),
  )
}

const mostSiblings = 200
const { cases, caseEnrolments } = schema
const { id, number, procedure, status, student, follows } = getTableColumns(cases)
const casesWhere = (condition: SQL | undefined) =>
  prepared((q) => q.select({ id, number, procedure, status, student, follows }).from(cases).where(condition))
const ofStudent = casesWhere(eq(student, given('student')))
const following = casesWhere(or(eq(id, given('follows')), eq(follows, given('follows'))))
const ofNobody = prepared((q) =>
  q
    .select({ id, number, procedure, status, student, follows })
    .from(cases)
    .where(and(isNull(student), eq(procedure, given('procedure')), eq(status, 'active')))
    .orderBy(desc(id))
    .limit(mostSiblings),
)
const concernedBy = prepared((q) =>
  q
    .select({ enrolment: caseEnrolments.enrolment })
    .from(caseEnrolments)
    .where(eq(caseEnrolments.caseId, given('caseId'))),
)

/** The student's newest cases, and the case that this one follows. */
async function siblingCases(db: Db, subject: Subject): Promise<CaseRecord[]> {
  const own =
    subject.student === null ? await ofNobody(db, { procedure: subject.procedure }) : await ofStudent(db, { student: subject.student })
  const others = subject.follows === null ? [] : await following(db, { follows: subject.follows })
  const found = [...own, ...others.filter((other) => !own.some(({ id }) => id === other.id))].sort(byId)
  return Promise.all(
    found.slice(-mostSiblings).map(async ({ status, ...other }) => ({
      ...other,
      open: status === 'active',
      enrolments: (await concernedBy(db, { caseId: other.id })).map(({ enrolment }) => enrolment).sort(),
    })),
  )
}

const handlersOf = async (db: Db, caseId: string) => (await handling(db, { caseId })).map(({ id }) => id).sort()
const handling = prepared((q) =>
  q
    .select({ id: handlers.userId })
    .from(handlers)
    .where(eq(handlers.caseId, given('caseId'))),
)

/** Whom management named, and for what. */
const namedIn = async (db: Db, caseId: string): Promise<Named[]> =>
  (await named(db, { caseId })).map(({ user, events }) => ({ user, events: events ?? [] })).sort(by(({ user }) => user))
const named = prepared((q) =>
  q
    .select({ user: participants.userId, events: participants.events })
    .from(participants)
    .where(and(eq(participants.caseId, given('caseId')), eq(participants.as, 'named'))),
)

/** Who handled the case that is reopened or appealed by this one is kept from it; so is, in an appeal, who decided that one. */
async function formerHandlers(db: Db, { procedure, follows }: Subject): Promise<string[]> {
  const [former] = follows === null ? [] : await db.q.select().from(schema.cases).where(eq(schema.cases.id, follows))
  const earlier = former && procedureAt(former.procedure, former.version)
  if (!earlier) return []
  const handled = earlier.handledBy?.(former.context) ?? (await handlersOf(db, former.id))
  if (procedures[procedure]?.appeals) return [...handled, ...(await decidersOf(db, earlier, former.id))]
  return former.procedure === procedure ? handled : []
}

async function decidersOf({ q }: Db, { events }: Procedure, caseId: string): Promise<string[]> {
  const decisions = Object.keys(events).filter((type) => events[type]!.decision)
  const found = await q
    .selectDistinct({ actor: schema.events.actor, onBehalfOf: schema.events.onBehalfOf })
    .from(schema.events)
    .where(and(eq(schema.events.caseId, caseId), inArray(schema.events.type, decisions)))
  return found.flatMap(({ actor, onBehalfOf }) => (onBehalfOf ? [actor, onBehalfOf] : [actor]))
}

/** `openedOn` is a Shanghai date. */
export type Subject = {
  caseId: string
  procedure: string
  student: string | null
  about: string | null
  follows: string | null
  openedOn: string
}

/** `actor` is who asks, `today` a Shanghai date. */
export async function recordsFor(db: Db, subject: Subject, actor: string, today: string): Promise<Records> {
  const [people, all, student, enrolments, siblings, handlers, former, named] = await Promise.all([
    activePeople(db),
    subject.about === null ? [] : everybody(db),
    studentRecord(db, subject.student, today),
    enrolmentRecords(db, subject.student),
    siblingCases(db, subject),
    handlersOf(db, subject.caseId),
    formerHandlers(db, subject),
    namedIn(db, subject.caseId),
  ])
  const tooNear = subject.about === null ? [] : tooClose(subject.about, all)
  return {
    actor,
    caseId: subject.caseId,
    procedure: subject.procedure,
    today,
    student,
    enrolments,
    people,
    siblings,
    handlers,
    barred: [...tooNear, ...former],
    named,
    rules: rulesFor(subject.openedOn),
  }
}
