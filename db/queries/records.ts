// Reads what the pure core may be told of the institution's records.
import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { type Department, roles } from '../../machines/departments.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { procedureAt } from '../../machines/published.ts'
import type { CaseRecord, EnrolmentRecord, Named, Person, Records, StudentRecord } from '../../machines/records.ts'
import { rulesFor } from '../../machines/refund-rules.ts'
import { tooClose } from '../../machines/rights.ts'
import type { Db } from '../database.ts'
import { schema } from '../database.ts'
import { given, prepared } from '../prepared.ts'

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

/** Everybody who works or ever worked in the institution. */
const people = prepared((q) => q.select().from(users).prepare())
export const everybody = (db: Db): Person[] => people(db).all().map(personOf)
/** The active people of the institution. */
const active = prepared((q) => q.select().from(users).where(eq(users.active, true)).prepare())
export const activePeople = (db: Db): Person[] => active(db).all().map(personOf)

/** Whom somebody deputises for on a Shanghai date. */
export const principalsOf = (db: Db, deputy: string, today: string): Person[] =>
  principals(db)
    .all({ deputy, today })
    .map(({ user }) => personOf(user))
const principals = prepared((q) => {
  const inForce = and(eq(deputies.deputy, given('deputy')), lte(deputies.from, given('today')), gte(deputies.until, given('today')))
  return q
    .select({ user: users })
    .from(deputies)
    .innerJoin(users, eq(users.id, deputies.principal))
    .where(and(inForce, eq(users.active, true)))
    .prepare()
})

const majority = 18
const minorOn = (birthDate: string, today: string) =>
  Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0) < majority

const studentById = prepared((q) =>
  q
    .select()
    .from(students)
    .where(eq(students.id, given('id')))
    .prepare(),
)
export function studentRecord(db: Db, id: string | null, today: string): StudentRecord | null {
  const row = id === null ? undefined : studentById(db).get({ id })
  return row ? { id: row.id, minor: minorOn(row.birthDate, today), campus: row.campus } : null
}

/** Every enrolment of the student, with the case that is ending it. */
export function enrolmentRecords(db: Db, student: string | null): EnrolmentRecord[] {
  if (student === null) return []
  return heldBy(db)
    .all({ student })
    .map(({ e, endingCase }) => {
      const { id, className: _, enrolledOn: __, endedOn: ___, endedBy: ____, ...held } = e
      return { ...held, enrolment: id, endingCase }
    })
}
const heldBy = prepared((q) =>
  q
    .select({ e: enrolments, endingCase: endings.caseId })
    .from(enrolments)
    .leftJoin(endings, eq(endings.enrolment, enrolments.id))
    .where(eq(enrolments.student, given('student')))
    .orderBy(enrolments.id)
    .prepare(),
)

const mostSiblings = 200
/** The student's newest cases, and the case that this one follows. */
function siblingCases({ q }: Db, { student, follows, procedure }: Subject): CaseRecord[] {
  const { cases, caseEnrolments } = schema
  const ofNobody = and(isNull(cases.student), eq(cases.procedure, procedure), eq(cases.status, 'active'))
  const related = [student === null ? ofNobody : eq(cases.student, student), eq(cases.id, follows ?? ''), eq(cases.follows, follows ?? '')]
  const found = q
    .select()
    .from(cases)
    .where(or(...related.slice(0, follows === null ? 1 : 3)))
    .orderBy(desc(cases.id))
    .limit(mostSiblings)
    .all()
    .reverse()
  const linked = found.length
    ? q
        .select()
        .from(caseEnrolments)
        .where(
          inArray(
            caseEnrolments.caseId,
            found.map((c) => c.id),
          ),
        )
        .all()
    : []
  return found.map((c) => ({
    id: c.id,
    number: c.number,
    procedure: c.procedure,
    open: c.status === 'active',
    student: c.student,
    enrolments: linked.filter((l) => l.caseId === c.id).map((l) => l.enrolment),
    follows: c.follows,
  }))
}

const handlersOf = (db: Db, caseId: string) =>
  handling(db)
    .all({ caseId })
    .map(({ id }) => id)
const handling = prepared((q) =>
  q
    .select({ id: handlers.userId })
    .from(handlers)
    .where(eq(handlers.caseId, given('caseId')))
    .prepare(),
)

/** Whom management named, and for what. */
const namedIn = (db: Db, caseId: string): Named[] =>
  named(db)
    .all({ caseId })
    .map(({ user, events }) => ({ user, events: events ?? [] }))
const named = prepared((q) =>
  q
    .select({ user: participants.userId, events: participants.events })
    .from(participants)
    .where(and(eq(participants.caseId, given('caseId')), eq(participants.as, 'named')))
    .prepare(),
)

/** Who handled the case that is reopened or appealed by this one is kept from it; so is, in an appeal, who decided that one. */
function formerHandlers(db: Db, { procedure, follows }: Subject): string[] {
  const former = follows === null ? undefined : db.q.select().from(schema.cases).where(eq(schema.cases.id, follows)).get()
  const earlier = former && procedureAt(former.procedure, former.version)
  if (!earlier) return []
  const handled = earlier.handledBy?.(former.context) ?? handlersOf(db, former.id)
  if (procedures[procedure]?.appeals) return [...handled, ...decidersOf(db, earlier, former.id)]
  return former.procedure === procedure ? handled : []
}

const decidersOf = ({ q }: Db, { events }: Procedure, caseId: string): string[] => {
  const decisions = Object.keys(events).filter((type) => events[type]!.decision)
  return q
    .selectDistinct({ actor: schema.events.actor, onBehalfOf: schema.events.onBehalfOf })
    .from(schema.events)
    .where(and(eq(schema.events.caseId, caseId), inArray(schema.events.type, decisions)))
    .all()
    .flatMap(({ actor, onBehalfOf }) => (onBehalfOf ? [actor, onBehalfOf] : [actor]))
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
export function recordsFor(db: Db, subject: Subject, actor: string, today: string): Records {
  const people = activePeople(db)
  const tooNear = subject.about === null ? [] : tooClose(subject.about, everybody(db))
  return {
    actor,
    caseId: subject.caseId,
    procedure: subject.procedure,
    today,
    student: studentRecord(db, subject.student, today),
    enrolments: enrolmentRecords(db, subject.student),
    people,
    siblings: siblingCases(db, subject),
    handlers: handlersOf(db, subject.caseId),
    barred: [...tooNear, ...formerHandlers(db, subject)],
    named: namedIn(db, subject.caseId),
    rules: rulesFor(subject.openedOn),
  }
}
