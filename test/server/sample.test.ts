// The sample institution: a whole year told through the commands people use, so whatever the product promises must hold in it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isNull, lte } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseRow } from '../../db/case-state.ts'
import { type Db, schema } from '../../db/database.ts'
import { updateUser } from '../../db/people.ts'
import { knowsOf } from '../../db/queries/access.ts'
import { casesToDecide } from '../../db/queries/approvals.ts'
import { drawnIn, findingsIn } from '../../db/queries/audit.ts'
import { countUpTo } from '../../db/queries/counts.ts'
import { dueFirst, type Order, type Place } from '../../db/queries/drivers.ts'
import { type HistoryEvent, historyOf } from '../../db/queries/history.ts'
import { userByUsername } from '../../db/queries/people.ts'
import type { Viewer } from '../../db/queries/view.ts'
import { type Filter, worklist } from '../../db/queries/worklist.ts'
import { openSqlite } from '../../db/sqlite.ts'
import { isAct } from '../../machines/acts.ts'
import { departments, roleNames } from '../../machines/departments.ts'
import { addCalendarDays, shanghaiDate } from '../../machines/due.ts'
import { paths } from '../../machines/engine.ts'
import { statutoryCalendar } from '../../machines/holidays.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { replay } from '../../machines/replay.ts'
import { metaOf, pathOf, statesOf } from '../../machines/states.ts'
import { makeHouse } from '../../server/house.ts'
import { verification } from '../../server/pack.ts'
import { nothingToSay } from '../../server/sample/answers.ts'
import { castStories } from '../../server/sample/cast.ts'
import { chanceFrom, pick } from '../../server/sample/chance.ts'
import { workingYear } from '../../server/sample/days.ts'
import { seed, stories } from '../../server/sample/seed.ts'
import { type Known, knownIn } from './known.ts'

const slow = 240_000
const friday = new Date('2026-11-20T02:30:00.000Z')
/** A Sunday in the middle of the holidays, just after midnight in Shanghai. */
const holiday = new Date('2026-10-03T16:10:00.000Z')

const departmentNames = Object.keys(departments)
type Told = { row: CaseRow; procedure: Procedure; events: HistoryEvent[]; visited: Set<string> }
async function told(db: Db): Promise<Told[]> {
  const cases: Told[] = []
  for (const row of await db.q.select().from(schema.cases)) {
    const procedure = procedures[row.procedure]!
    const events = await historyOf(db, row.id)
    const visited = replay(procedure, events).flatMap((stored) => (stored ? paths(stored.value) : []))
    cases.push({ row, procedure, events, visited: new Set(visited) })
  }
  return cases
}

const visitedIn = (cases: Told[], { name }: Procedure) =>
  new Set(cases.filter(({ row }) => row.procedure === name).flatMap(({ visited }) => [...visited]))
const waiting = (procedure: Procedure) =>
  statesOf(procedure)
    .filter(({ type }) => type === 'atomic')
    .map(pathOf)
const ends = (procedure: Procedure) => statesOf(procedure).filter(({ type, path }) => type === 'final' && path.length === 1)

const folder = mkdtempSync(join(tmpdir(), 'anjuan-sample-'))
let db: Db
let cases: Told[]
let cpuMs: number
beforeAll(async () => {
  db = openSqlite(join(folder, 'anjuan.db'), { hurried: true })
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  await seed(db, friday)
  const { user, system } = process.cpuUsage(cpu)
  cpuMs = (user + system) / 1000
  console.log(`sample institution: ${Math.round(performance.now() - begun)} ms, of which ${Math.round(cpuMs)} ms at work`)
  cases = await told(db)
}, slow)
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true })
})

describe.each(Object.values(procedures))('the $name cases of the sample institution', (procedure) => {
  it('have waited in every state in which a case can wait', () => {
    const visited = visitedIn(cases, procedure)
    expect(waiting(procedure).filter((path) => !visited.has(path))).toEqual([])
  })

  it('have ended in every way they can end, with the outcome of that end', () => {
    const ended = cases.filter(({ row }) => row.procedure === procedure.name && row.status === 'done')
    const found = new Map(ended.map(({ row }) => [String(row.value), row.outcome]))
    expect([...found].sort()).toEqual(
      ends(procedure)
        .map((node) => [pathOf(node), metaOf(node).outcome])
        .sort(),
    )
  })

  it('are open in several states, and at both campuses', () => {
    const own = cases.filter(({ row }) => row.procedure === procedure.name)
    const open = own.filter(({ row }) => row.status === 'active')
    expect(new Set(open.flatMap(({ row }) => paths(row.value))).size).toBeGreaterThan(4)
    expect(new Set(own.map(({ row }) => row.campus))).toEqual(new Set(['east', 'west']))
  })
})

describe('the sample institution', () => {
  it('has two campuses, staff for every role, 300 students and about 120 cases', async () => {
    const { q } = db
    expect(await q.select().from(schema.campuses)).toHaveLength(2)
    expect(new Set((await q.select().from(schema.users)).map(({ role }) => role))).toEqual(new Set(roleNames))
    expect(await q.select().from(schema.students)).toHaveLength(300)
    expect(cases.length).toBeGreaterThanOrEqual(110)
    expect(cases.length).toBeLessThanOrEqual(135)
  })

  it('has enrolments in courses of three stages, several of one student, some of minors, some owed for', async () => {
    const enrolments = await db.q.select().from(schema.enrolments)
    const students = await db.q.select().from(schema.students)
    expect(new Set(enrolments.map(({ stage }) => stage))).toEqual(new Set(['basic', 'advanced', 'completion']))
    expect(enrolments.length).toBeGreaterThan(students.length + 30)
    expect(students.filter(({ guardian }) => guardian).length).toBeGreaterThan(150)
    expect(students.filter(({ guardian }) => !guardian).length).toBeGreaterThan(30)
    expect(enrolments.filter(({ owedFen }) => owedFen > 0).length).toBeGreaterThan(10)
  })

  it('has opened its cases in the course of a year', () => {
    const opened = cases.map(({ row }) => row.openedAt).sort()
    expect(opened[0]! >= addCalendarDays(shanghaiDate(friday.toISOString()), -366)).toBe(true)
    expect(new Set(opened.map((at) => at.slice(0, 7))).size).toBeGreaterThanOrEqual(11)
    expect(cases.every(({ row }) => row.lastAt <= friday.toISOString())).toBe(true)
  })

  it('keeps a history of every case that verifies', async () => {
    const house = makeHouse(db)
    for (const { row, procedure } of cases)
      expect([row.number, await verification(house, procedure, row)]).toEqual([row.number, expect.objectContaining({ intact: true })])
  })

  it('leaves no deadline that has passed unrun, and no effect undone', async () => {
    const { timers, outbox } = schema
    const due = await db.q.select().from(timers).where(lte(timers.due, friday.toISOString()))
    expect(due.filter(({ passedAt }) => passedAt === null)).toEqual([])
    expect(await db.q.select().from(outbox).where(isNull(outbox.doneAt))).toEqual([])
  })

  it('has some open cases that are overdue and some that are not', () => {
    const open = cases.filter(({ row }) => row.status === 'active')
    const overdue = open.filter(({ row }) => row.due !== null && row.due < friday.toISOString())
    expect(overdue.length).toBeGreaterThanOrEqual(5)
    expect(overdue.length).toBeLessThan(open.length / 3)
  })

  it('has seen work returned, claimed, handed over, nudged, commented on, corrected and done by a deputy', () => {
    const said = new Set(cases.flatMap(({ events }) => events.map(({ type }) => type)))
    const expected = [
      'request.returned',
      'approval.returned',
      'step.claimed',
      'step.handedOver',
      'case.nudged',
      'comment.added',
      'record.corrected',
    ]
    expect(expected.filter((type) => !said.has(type))).toEqual([])
    expect(cases.flatMap(({ events }) => events).filter(({ onBehalfOf }) => onBehalfOf !== null).length).toBeGreaterThan(5)
  })

  it('has told the departments what happened; the last week is unread', async () => {
    const notices = await db.q.select().from(schema.notices)
    const unread = notices.filter(({ readAt }) => readAt === null)
    expect(notices.length).toBeGreaterThan(300)
    expect(unread.length).toBeGreaterThan(10)
    expect(unread.every(({ createdAt }) => createdAt > addCalendarDays(shanghaiDate(friday.toISOString()), -14))).toBe(true)
  })

  it('has released the large refunds, and no settlement was confirmed by who proposed it', () => {
    const releases = cases.flatMap(({ events }) => events.filter(({ type }) => type === 'settlement.released'))
    expect(releases.length).toBeGreaterThan(3)
    expect(releases.every(({ facts }) => Number(facts.amountFen) > 1_000_000)).toBe(true)
    for (const { events } of cases) {
      events.forEach(({ type, actor }, i) => {
        if (type === 'settlement.confirmed')
          expect(events.slice(0, i).findLast((e) => e.type === 'settlement.proposed')?.actor).not.toBe(actor)
      })
    }
  })

  it('has been audited: one round is over, in another some cases wait for a finding', async () => {
    const rounds = await db.q.select().from(schema.auditRounds).orderBy(schema.auditRounds.drawnAt)
    expect(rounds.map(({ closedAt }) => closedAt !== null)).toEqual([true, false])
    const left = await Promise.all(
      rounds.map(async ({ id }) => {
        const said = new Set((await findingsIn(db, [id])).map(({ caseId }) => caseId))
        return (await drawnIn(db, id)).filter(({ caseId }) => !said.has(caseId)).length
      }),
    )
    expect(left[0]).toBe(0)
    expect(left[1]).toBeGreaterThan(0)
  })

  it('has let nobody decide what they had handled', () => {
    for (const { events, procedure } of cases) {
      const hands = new Set<string>()
      for (const { type, actor, onBehalfOf } of events) {
        const who = [actor, ...(onBehalfOf ? [onBehalfOf] : [])]
        if (procedure.events[type]?.decision) expect(who.filter((id) => hands.has(id))).toEqual([])
        else if (!isAct(type)) for (const id of who) hands.add(id)
      }
    }
  })

  it('has words for every field, with the names of those concerned in their place', async () => {
    const words = (await db.q.select().from(schema.words)).map(({ personal }) => JSON.stringify(personal))
    expect(words.filter((text) => text.includes(nothingToSay) || /[{](name|guardian|phone|class)[}]/.test(text))).toEqual([])
  })

  it('is ready in seconds', () => {
    expect(cpuMs).toBeLessThan(20_000)
  })
})

/** Everybody, and a few with somebody they deputise for. */
const viewers = ({ people }: Known): Viewer[] => [
  ...people,
  ...people.map((person, i) => ({ ...person, principals: [people[(i * 7 + 3) % people.length]!, people[(i * 4 + 5) % people.length]!] })),
]
/** Some filters of every kind, alone and together, by chance. */
function filters({ people, rows }: Known): Filter[] {
  const chance = chanceFrom(11)
  const maybe = <T>(from: readonly T[]) => (chance() < 0.3 ? pick(chance, from) : undefined)
  const some = () => ({
    procedure: maybe(Object.keys(procedures)),
    state: maybe(rows.cases.flatMap(({ value }) => paths(value)).flatMap((path) => [path, path.split('.')[0]!])),
    department: maybe(departmentNames),
    assignee: maybe([...people.map(({ id }) => id), ...rows.steps.flatMap(({ assignee }) => assignee ?? [])]),
    student: maybe(rows.cases.flatMap(({ student }) => student ?? [])),
    openedBy: maybe(people.map(({ id }) => id)),
    unclaimed: maybe([true as const]),
    copied: maybe(rows.parts.flatMap((part) => ('as' in part ? part.userId : []))),
    doneBy: maybe(rows.handled.map(({ userId }) => userId)),
    overdue: maybe([true, false]),
    open: maybe([true, true, false]),
    q: maybe(['2026-0000', 'tx', '王', ...rows.names.values()]),
    byName: maybe([false]),
  })
  const narrow = Array.from({ length: 40 }, some)
  const single = narrow.flatMap((filter) =>
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [{ [name]: value }])),
  )
  return [{}, { open: true }, { open: false }, ...single, ...narrow].map((filter) => ({ ...filter, now: friday.toISOString() }))
}

async function paged(viewer: Viewer, filter: Filter, limit: number, order = dueFirst): Promise<string[]> {
  const ids: string[] = []
  for (let after: Place | null = null; ; ) {
    const { rows, more }: Awaited<ReturnType<typeof worklist>> = await worklist(db, viewer, filter, { order, after, limit })
    ids.push(...rows.map(({ row }) => row.id))
    const last = rows.at(-1)
    if (!more || !last) return ids
    if (limit > 10) expect(await stretch(viewer, filter, order, after, last.place)).toEqual(rows.map(({ row }) => row.id))
    after = last.place
  }
}
/** What stands between two places of a list. */
const stretch = async (viewer: Viewer, filter: Filter, order: Order, after: Place | null, until: Place) =>
  (await worklist(db, viewer, filter, { order, after, until, limit: 200 })).rows.map(({ row }) => row.id)
const orders: Order[] = [
  dueFirst,
  dueFirst,
  ...(['due', 'opened'] as const).flatMap((by) => [true, false].map((backwards) => ({ by, backwards }))),
]

describe('the lists of the sample institution', () => {
  it('show everybody what they may know of, in order, on pages of any size', async () => {
    const known = await knownIn(db)
    const all = filters(known)
    const chance = chanceFrom(5)
    for (const viewer of viewers(known))
      for (const filter of [...all.slice(0, 3), ...Array.from({ length: 25 }, () => pick(chance, all))]) {
        const order = pick(chance, orders)
        const ids = await paged(viewer, filter, pick(chance, [3, 17, 50, 200]), order)
        expect([viewer.name, filter, order, ids]).toEqual([viewer.name, filter, order, known.list(viewer, filter, order)])
      }
  }, 60_000)

  it('are counted up to a number, as long as they are', async () => {
    const known = await knownIn(db)
    const all = filters(known)
    const chance = chanceFrom(9)
    for (const viewer of viewers(known))
      for (const filter of [...all.slice(0, 3), ...Array.from({ length: 12 }, () => pick(chance, all))]) {
        const most = pick(chance, [1, 20, 1000])
        expect([viewer.name, filter, await countUpTo(db, viewer, filter, most)]).toEqual([
          viewer.name,
          filter,
          Math.min(most, known.list(viewer, filter).length),
        ])
      }
  }, 60_000)

  it('hold what somebody took part in before they changed the department', async () => {
    const teacher = (await userByUsername(db, 'teaching'))!
    await db.commit(updateUser(teacher, { ...teacher, role: 'sales' }, friday))
    const known = await knownIn(db)
    const viewer = known.people.find(({ id }) => id === teacher.id)!
    const filter = { now: friday.toISOString() }
    const list = known.list(viewer, filter)
    expect(await paged(viewer, filter, 20)).toEqual(list)
    expect(list.length).toBeGreaterThan(10)
    await db.commit(updateUser({ ...teacher, rightsRevision: teacher.rightsRevision + 1 }, teacher, friday))
  })

  it('agree with what is told of each case alone, and with the approvals', async () => {
    const known = await knownIn(db)
    for (const viewer of viewers(known)) {
      const all = known.list(viewer, { now: '' })
      const told = await Promise.all(known.rows.cases.map(async ({ id }) => ((await knowsOf(db, viewer, id)) ? [id] : [])))
      expect([viewer.name, told.flat().sort()]).toEqual([viewer.name, [...all].sort()])
      expect([viewer.name, (await casesToDecide(db, viewer)).map(({ id }) => id)]).toEqual([viewer.name, known.toDecide(viewer)])
    }
  }, 60_000)
})

describe('the sample institution on another day', () => {
  it('is cast the same by the same chance', () => {
    const cast = () => castStories(stories, { days: workingYear('2026-11-20', statutoryCalendar), now: friday, chance: chanceFrom(7) }, 300)
    expect(cast()).toEqual(cast())
  })

  it(
    'comes to every state also when it is made at night in the holidays',
    async () => {
      const other = openSqlite(join(folder, 'other.db'), { hurried: true })
      await seed(other, holiday)
      const found = await told(other)
      await other.close()
      const missed = Object.values(procedures).flatMap((procedure) => {
        const visited = visitedIn(found, procedure)
        return [...waiting(procedure), ...ends(procedure).map(pathOf)]
          .filter((path) => !visited.has(path))
          .map((path) => `${procedure.name} ${path}`)
      })
      expect(missed).toEqual([])
    },
    slow,
  )
})
