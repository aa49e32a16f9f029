// What people can do to a case: open it, record an event, do an act. Refusals are decided in the order the API promises.
import { and, eq, sql } from 'drizzle-orm'
import { type CaseState, loadCase } from '../db/case-state.ts'
import { rows } from '../db/conflict.ts'
import { schema, type Write, write } from '../db/database.ts'
import { tell, tellPerson } from '../db/knowing.ts'
import { given, prepared } from '../db/prepared.ts'
import { knowsOf, standingOf } from '../db/queries/access.ts'
import { recordsFor } from '../db/queries/records.ts'
import { sameEnrolments, sameRights, stillDeputises } from '../db/write-case.ts'
import { type ActName, acts } from '../machines/acts.ts'
import { shanghaiDate } from '../machines/due.ts'
import { type FormSchema, violations } from '../machines/narrowing.ts'
import type { NoticeName } from '../machines/notices.ts'
import type { EventSpec, Procedure } from '../machines/procedure.ts'
import { procedureAt } from '../machines/published.ts'
import { isImpossible, type Named, type Records } from '../machines/records.ts'
import { isDenial, mayOpen } from '../machines/rights.ts'
import { type AskingUser, asking, today, type User } from './asker.ts'
import { actReadiness, actWrites, computedFor, type Notify, type Scene } from './case-acts.ts'
import { handlersBy } from './case-after.ts'
import { caseAnswer, etag } from './case-view.ts'
import { type Answer, commitOnce, type Decision, inTurn, type Request } from './commit.ts'
import { filesIn } from './files.ts'
import type { House } from './house.ts'
import { checkIds } from './lookups.ts'
import { isReady, notNow, readiness } from './offers.ts'
import { type Recording, recordAct, recordEvent, recordOpening, split } from './record.ts'
import { refuse } from './refusals.ts'

type Answers = Record<string, unknown>
export type Command = { house: House; user: User; request: Request; answers: Answers }

type Found = { state: CaseState; procedure: Procedure; hasPart: boolean }
/** The case with its procedure; 404 where it does not exist or this person may not know of it. */
export async function findCase(house: House, user: User, id: string): Promise<Found> {
  const { knows, hasPart } = await standingOf(house.db, user, id)
  const state = knows ? await loadCase(house.db, id) : null
  const procedure = state && procedureAt(state.row.procedure, state.row.version)
  return state && procedure ? { state, procedure, hasPart } : refuse('not-found')
}

/** The student's name; the student representative sees none (C2.3). */
export async function studentName({ db }: House, { role }: User, id: string | null): Promise<string | null> {
  if (id === null || role === 'student-representative') return null
  const [found] = await named(db, { id })
  return found?.name ?? null
}
const named = prepared((q) =>
  q
    .select({ name: schema.students.name })
    .from(schema.students)
    .where(eq(schema.students.id, given('id'))),
)

const subject = ({ row }: CaseState) => ({
  caseId: row.id,
  procedure: row.procedure,
  student: row.student,
  about: row.about,
  follows: row.follows,
  openedOn: shanghaiDate(row.openedAt),
})

export async function sceneOf(house: House, user: User, { state, procedure, hasPart }: Found): Promise<Scene> {
  const asker = await asking(house, user)
  const found = await recordsFor(house.db, subject(state), user.id, today(house))
  const siblings = await Promise.all(
    found.siblings.map(async (other) => {
      const known = other.id === state.row.id || (await knowsOf(house.db, asker, other.id))
      return known ? other : { ...other, hidden: true as const }
    }),
  )
  return {
    calendar: house.calendar,
    procedure,
    state,
    asker,
    records: { ...found, siblings },
    hasPart,
  }
}

const completed = (spec: EventSpec | Procedure['opening'], computed: object | undefined, answers: Answers) => {
  if (computed && isImpossible(computed))
    refuse('not-possible', computed.impossible, { errors: [{ path: computed.path, message: computed.impossible }] })
  return split(spec, { ...answers, ...computed })
}

function fits(payload: FormSchema, answers: Answers) {
  const errors = violations(payload, answers)
  if (errors.length) refuse('not-possible', errors[0]!.message, { errors })
}

/** What the view knows after the event without reading it again: effects on records are applied to what was read before. */
function sceneAfter(scene: Scene, { state, step }: Recording, handles: string[]): Scene {
  const { records } = scene
  const ended = new Set(step?.effects.flatMap((e) => (e.type === 'ending.claim' ? e.params.enrolments : [])))
  const released = step?.effects.some((e) => e.type === 'ending.release')
  const enrolments = records.enrolments.map((e) => {
    if (ended.has(e.enrolment)) return { ...e, endingCase: state.row.id, status: 'ended' as const }
    return released && e.endingCase === state.row.id ? { ...e, endingCase: null, status: 'running' as const } : e
  })
  return { ...scene, state, hasPart: true, records: { ...records, enrolments, handlers: [...new Set([...records.handlers, ...handles])] } }
}

/** POST {href of an offer}: one event, if the case still stands at `revision`. */
export function recordCommand(
  { house, user, request, answers }: Command,
  procedureName: string,
  version: number,
  caseId: string,
  type: string,
  revision: number,
): Promise<Answer> {
  const locate = async () => {
    const found = await findCase(house, user, caseId)
    return found.procedure.name === procedureName && found.procedure.version === version ? found : refuse('not-found')
  }
  return commitOnce(house, request, locate, async (found): Promise<Decision> => {
    if (found.state.row.revision !== revision) refuse('stale', undefined, { headers: { etag: etag(found.state.row.revision) } })
    return decideEvent(house, user, await sceneOf(house, user, found), type, answers)
  })
}

/** What the right to act stands on, checked again when it is written. */
function rightsOf(house: House, asker: AskingUser, onBehalfOf: string | null): Write[] {
  const principal = asker.principals.find(({ id }) => id === onBehalfOf)
  return [sameRights(asker), ...(principal ? [stillDeputises(asker.id, principal, today(house))] : [])]
}

async function decideEvent(house: House, user: User, scene: Scene, type: string, answers: Answers): Promise<Decision> {
  const { procedure, state, asker, records } = scene
  const spec = procedure.events[type]!
  const unmet = notNow(procedure, state, type)
  const ready = readiness(procedure, type, asker, state.row.context, records)
  if (!isReady(ready) && ready.code !== 'not-now') refuse(ready.code, ready.reason)
  if (unmet) refuse('not-now', unmet)
  if (!isReady(ready)) return refuse(ready.code, ready.reason)
  const found = await checkIds({ house, person: user, student: state.row.student }, spec.payload, answers)
  fits(ready.payload, answers)
  const { facts, personal } = completed(spec, spec.complete?.(answers, state.row.context, records), answers)
  const said = {
    type,
    facts,
    personal,
    files: await filesIn(house.db, found),
    saying: { actor: user.id, onBehalfOf: ready.onBehalfOf },
    handlers: records.handlers,
  }
  const recording = recordEvent(house, procedure, state, said) ?? refuse('not-now')
  const after = sceneAfter(scene, recording, handlersBy(procedure, { type, ...said.saying }))
  const standsOn = spec.complete || spec.possible ? sameEnrolments(state.row.student, records.enrolments) : []
  return {
    writes: [...rightsOf(house, asker, ready.onBehalfOf), ...standsOn, ...recording.writes],
    answer: caseAnswer(200, after, await studentName(house, user, state.row.student), house.now().toISOString()),
  }
}

/** POST /api/{procedure}: event 1, with number, campus and the settings in force. */
export const openCommand = (command: Command, procedure: Procedure): Promise<Answer> =>
  inTurn(command.house, procedure.prefix, () =>
    commitOnce(
      command.house,
      command.request,
      () => null,
      () => decideOpening(command, procedure),
    ),
  )

async function decideOpening({ house, user, answers }: Command, procedure: Procedure): Promise<Decision> {
  const { opening } = procedure
  const asker = await asking(house, user)
  const id = house.newId()
  const { student = null, follows = null } = answers as { student?: string; follows?: string }
  const newCase = { caseId: id, procedure: procedure.name, student, about: null, follows, openedOn: today(house) }
  const records = await recordsFor(house.db, newCase, user.id, today(house))
  const leave = mayOpen(opening, asker, records)
  if (isDenial(leave)) return refuse(leave.code, leave.reason)
  const { onBehalfOf } = leave
  const found = await checkIds({ house, person: user, student }, opening.payload, answers)
  const campus = campusOf(records, answers) ?? user.campus
  const { number, taken } = await nextNumber(house, procedure)
  const { facts, personal } = completed(opening, opening.complete?.(answers, records), answers)
  const saying = { actor: user.id, onBehalfOf }
  const recording = recordOpening(house, {
    id,
    procedure,
    facts: { ...facts, campus, number, settings: await house.settings() },
    personal,
    saying,
    files: await filesIn(house.db, found),
  })
  const scene = { calendar: house.calendar, procedure, state: recording.state, asker, records, hasPart: true }
  const after = sceneAfter(scene, recording, handlersBy(procedure, { type: 'case.opened', ...saying }))
  const answer = caseAnswer(201, after, await studentName(house, user, student), house.now().toISOString(), {
    location: `/api/cases/${id}`,
  })
  return {
    writes: [...rightsOf(house, asker, onBehalfOf), taken, ...sameEnrolments(student, records.enrolments), ...recording.writes],
    answer,
  }
}

const campusOf = ({ enrolments, student }: Records, answers: Answers) => {
  const first = (answers.enrolments as string[] | undefined)?.[0] ?? (answers.enrolment as string | undefined)
  return enrolments.find((e) => e.enrolment === first)?.campus ?? student?.campus ?? null
}

/** `TX-2026-000123`, counted per procedure and Shanghai year. */
async function nextNumber(house: House, { prefix }: Procedure): Promise<{ number: string; taken: Write }> {
  const { counters } = schema
  const year = today(house).slice(0, 4)
  const [counter] = await lastNumber(house.db, { prefix, year })
  const last = counter?.value ?? 0
  const value = last + 1
  const taken = write(
    (tx) =>
      tx
        .insert(counters)
        .values({ prefix, year, value })
        .onConflictDoUpdate({ target: [counters.prefix, counters.year], set: { value }, setWhere: sql`${counters.value} = ${last}` })
        .returning({ value: counters.value }),
    rows(1),
  )
  return { number: `${prefix}-${year}-${String(value).padStart(6, '0')}`, taken }
}

const lastNumber = prepared((q) =>
  q
    .select()
    .from(schema.counters)
    .where(and(eq(schema.counters.prefix, given('prefix')), eq(schema.counters.year, given('year')))),
)

/** POST {href of an act}: no revision asked for, none changed. */
export const actCommand = ({ house, user, request, answers }: Command, caseId: string, type: ActName): Promise<Answer> =>
  commitOnce(
    house,
    request,
    () => findCase(house, user, caseId),
    async (found) => decideAct(house, user, await sceneOf(house, user, found), type, answers),
  )

async function decideAct(house: House, user: AskingUser | User, scene: Scene, type: ActName, answers: Answers): Promise<Decision> {
  const ready = actReadiness(type, scene)
  if (!isReady(ready)) return refuse(ready.code, ready.reason)
  const { onBehalfOf } = ready
  const found = await checkIds({ house, person: user, student: scene.state.row.student }, acts[type].payload, answers)
  fits(ready.payload, answers)
  const { facts, personal } = split(acts[type], { ...answers, ...computedFor(type, answers, scene) })
  const said = { type, facts, personal, files: await filesIn(house.db, found), saying: { actor: user.id, onBehalfOf } }
  const recording = recordAct(house, scene.state, said)
  const beside = actWrites(type, facts, scene, noticesOf(house, scene.state))
  const writes = [...rightsOf(house, scene.asker, onBehalfOf), ...recording.writes, ...beside]
  const records = type === 'person.named' ? { ...scene.records, named: [...scene.records.named, facts as Named] } : scene.records
  const after = { ...scene, records, state: recording.state }
  return { writes, answer: caseAnswer(200, after, await studentName(house, user, scene.state.row.student), house.now().toISOString()) }
}

const noticesOf = (house: House, { row }: CaseState): Notify => {
  const about = (notice: NoticeName) => ({ id: house.newId(), caseId: row.id, notice, createdAt: house.now().toISOString() })
  return {
    department: (department, notice) => tell({ ...about(notice), department }),
    person: (person, notice) => tellPerson({ ...about(notice), person }),
  }
}
