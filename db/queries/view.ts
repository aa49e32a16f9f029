// What somebody may know of, as conditions on cases: they are the same text for all whose work is of the same kind.
import { and, inArray, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { type Department, type Role, rolesOf } from '../../machines/departments.ts'
import { procedures } from '../../machines/procedures.ts'
import type { Person } from '../../machines/records.ts'
import { oversees, tooClose } from '../../machines/rights.ts'
import { type Db, type Engine, schema } from '../database.ts'
import { jsonTexts } from '../dialect.ts'
import { proceduresOf } from '../knowing.ts'
import { everybody } from './records.ts'

const { cases, handlers, participants, caseDepartments, steps } = schema

/** Somebody who asks; `principals` are those they deputise for today, or their ids. */
export type Viewer = Person & { principals?: readonly (string | Person)[] }

/** For whom somebody may ask: for themselves and for every principal. */
export async function voicesOf(db: Db, viewer: Viewer): Promise<Person[]> {
  const ids = (viewer.principals ?? []).map((principal) => (typeof principal === 'string' ? principal : principal.id))
  return ids.length ? [viewer, ...(await everybody(db)).filter(({ id }) => ids.includes(id))] : [viewer]
}

/** The department whose work somebody does: the system administrator and the auditor do none. */
export const worksFor = ({ role, department }: Person): Department | null => (rolesOf(department).includes(role) ? department : null)

/** Procedures of which somebody may know every case, but for closeness. */
export function proceduresFor(person: Person): string[] {
  const department = worksFor(person)
  return oversees(person.role) ? Object.keys(procedures) : department ? proceduresOf(department) : []
}

type Value = string | null | Placeholder | typeof cases.id
/** The condition under which somebody has a part in a case: handled it, holds a step, was copied in, or their department had a step. */
export const hasPart = (id: Value, department: Value, caseId: Value = cases.id) => sql<boolean>`(
  ${cases.openedBy} = ${id}
  or exists (select 1 from ${handlers} where ${handlers.caseId} = ${caseId} and ${handlers.userId} = ${id})
  or exists (select 1 from ${participants} where ${participants.caseId} = ${caseId} and ${participants.userId} = ${id})
  or exists (select 1 from ${steps} where ${steps.caseId} = ${caseId} and ${steps.assignee} = ${id})
  or exists (select 1 from ${caseDepartments} where ${caseDepartments.caseId} = ${caseId} and ${caseDepartments.department} = ${department} and ${caseDepartments.part}))`

/** Told of a case, a department may know of it: its people read where it stands, not its words (A6.1.3). */
export const wasTold = (department: Value, caseId: Value = cases.id) =>
  sql<boolean>`exists (select 1 from ${caseDepartments} where ${caseDepartments.caseId} = ${caseId} and ${caseDepartments.department} = ${department})`

/** Where a value stands in a condition: a place for it, or the value itself. */
export type At = (name: string) => Value
export type View = {
  shape: string
  /** Procedures of which every case may be known, but for closeness. */
  own: string[]
  /** Departments in whose lists cases of other procedures stand; the names of their values, and of those who ask. */
  departments: string[]
  people: string[]
  values: Record<string, string | null>
  /** The condition under which a case may be known, of any procedure or of one of `own`; undefined where it always may. */
  knows: (at: At, procedure?: string) => SQL | undefined
}

export async function viewOf(db: Db, viewer: Viewer): Promise<View> {
  const voices = await Promise.all((await voicesOf(db, viewer)).map((person, n) => voiceOf(db, person, n)))
  const own = [...new Set(voices.flatMap((voice) => voice.own))]
  const asking = voices.filter((voice) => !oversees(voice.role))
  const of = (kind: string) => asking.map(({ n }) => `${kind}${n}`)
  return {
    shape: JSON.stringify(voices.map(({ own, role, department }) => [own, oversees(role), department === null])),
    own,
    departments: of('department').filter((_, i) => asking[i]!.department !== null),
    people: of('person'),
    values: Object.assign({}, ...voices.map((voice) => voice.values)),
    knows: (at, procedure) => {
      const [mine] = voices
      const scopes = voices.map((voice) => both(farFrom(db.engine, voice, at, procedure), inScope(voice, at, procedure)))
      return both(farFrom(db.engine, mine!, at, procedure), scopes.includes(undefined) ? undefined : or(...scopes))
    },
  }
}
const both = (one: SQL | undefined, other: SQL | undefined) => (one && other ? and(one, other) : (one ?? other))

type Voice = { n: number; role: Role; department: Department | null; own: string[]; values: View['values'] }
async function voiceOf(db: Db, person: Person, n: number): Promise<Voice> {
  const department = worksFor(person)
  const near = JSON.stringify(tooClose(person.id, await everybody(db)))
  const values = { [`person${n}`]: person.id, [`department${n}`]: department, [`near${n}`]: near }
  return { n, role: person.role, department, own: proceduresFor(person), values }
}

const about = new Set(Object.values(procedures).flatMap((procedure) => (procedure.about ? [procedure.name] : [])))
/** Not about anybody this voice is too close to. */
function farFrom(engine: Engine, { n }: Voice, at: At, procedure?: string): SQL | undefined {
  if (procedure !== undefined && !about.has(procedure)) return undefined
  return sql`(${cases.about} is null or ${cases.about} not in ${jsonTexts(engine, at(`near${n}`))})`
}

function inScope({ n, role, own }: Voice, at: At, procedure?: string): SQL | undefined {
  if (oversees(role) || (procedure !== undefined && own.includes(procedure))) return undefined
  const [person, department] = [at(`person${n}`), at(`department${n}`)]
  const knowing = or(wasTold(department), hasPart(person, department))
  return procedure === undefined && own.length ? or(inArray(cases.procedure, own), knowing) : knowing
}
