// The sample institution: a whole year told through the commands people use, so whatever the product promises must hold in it.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isNull, lte, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseRow } from '../../db/case-state.ts'
import { type Db, openDatabase, schema } from '../../db/database.ts'
import { type HistoryEvent, historyOf } from '../../db/queries/history.ts'
import { isAct } from '../../machines/acts.ts'
import { roleNames } from '../../machines/departments.ts'
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
import { chanceFrom } from '../../server/sample/chance.ts'
import { workingYear } from '../../server/sample/days.ts'
import { seed, stories } from '../../server/sample/seed.ts'

const slow = 240_000
const friday = new Date('2026-11-20T02:30:00.000Z')
/** A Sunday in the middle of the holidays, just after midnight in Shanghai. */
const holiday = new Date('2026-10-03T16:10:00.000Z')

type Told = { row: CaseRow; procedure: Procedure; events: HistoryEvent[]; visited: Set<string> }
const told = (db: Db): Told[] =>
  db.q
    .select()
    .from(schema.cases)
    .all()
    .map((row) => {
      const procedure = procedures[row.procedure]!
      const events = historyOf(db, row.id)
      const visited = replay(procedure, events).flatMap((stored) => (stored ? paths(stored.value) : []))
      return { row, procedure, events, visited: new Set(visited) }
    })

const visitedIn = (cases: Told[], { name }: Procedure) =>
  new Set(cases.filter(({ row }) => row.procedure === name).flatMap(({ visited }) => [...visited]))
const waiting = (procedure: Procedure) =>
  statesOf(procedure)
    .filter(({ type }) => type === 'atomic')
    .map(pathOf)
const ends = (procedure: Procedure) => statesOf(procedure).filter(({ type, path }) => type === 'final' && path.length === 1)

const folder = mkdtempSync(join(tmpdir(), 'anjuan-sample-'))
const file = join(folder, 'anjuan.db')
let db: Db
let cases: Told[]
let cpuMs: number
beforeAll(async () => {
  db = openDatabase(file)
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  await seed(db, friday)
  const { user, system } = process.cpuUsage(cpu)
  cpuMs = (user + system) / 1000
  console.log(`sample institution: ${Math.round(performance.now() - begun)} ms, of which ${Math.round(cpuMs)} ms at work`)
  cases = told(db)
}, slow)
afterAll(() => {
  db.close()
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
  it('has two campuses, staff for every role, 300 students and about 120 cases', () => {
    const { q } = db
    expect(q.select().from(schema.campuses).all()).toHaveLength(2)
    expect(
      new Set(
        q
          .select()
          .from(schema.users)
          .all()
          .map(({ role }) => role),
      ),
    ).toEqual(new Set(roleNames))
    expect(q.select().from(schema.students).all()).toHaveLength(300)
    expect(cases.length).toBeGreaterThanOrEqual(110)
    expect(cases.length).toBeLessThanOrEqual(135)
  })

  it('has enrolments in courses of three stages, several of one student, some of minors, some owed for', () => {
    const enrolments = db.q.select().from(schema.enrolments).all()
    const students = db.q.select().from(schema.students).all()
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

  it('keeps a history of every case that verifies', () => {
    const house = makeHouse(db)
    const wrong = cases.filter(({ row, procedure }) => !verification(house, procedure, row).intact)
    expect(wrong.map(({ row }) => row.number)).toEqual([])
  })

  it('leaves no deadline that has passed unrun, and no effect undone', () => {
    const { timers, outbox } = schema
    const due = db.q.select().from(timers).where(lte(timers.due, friday.toISOString())).all()
    expect(due.filter(({ passedAt }) => passedAt === null)).toEqual([])
    expect(db.q.select().from(outbox).where(isNull(outbox.doneAt)).all()).toEqual([])
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

  it('has told the departments what happened; the last week is unread', () => {
    const notices = db.q.select().from(schema.notices).all()
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

  it('has words for every field, with the names of those concerned in their place', () => {
    const words = db.q
      .select()
      .from(schema.words)
      .all()
      .map(({ personal }) => JSON.stringify(personal))
    expect(words.filter((text) => text.includes(nothingToSay) || /[{](name|guardian|phone|class)[}]/.test(text))).toEqual([])
  })

  it('is safely on the disk, and the disk is waited for again', () => {
    expect(db.q.get(sql`pragma synchronous`)).toEqual({ synchronous: 2 })
    expect(statSync(`${file}-wal`).size).toBe(0)
  })

  it('is ready in seconds', () => {
    expect(cpuMs).toBeLessThan(20_000)
  })
})

describe('the sample institution on another day', () => {
  it('is cast the same by the same chance', () => {
    const cast = () => castStories(stories, { days: workingYear('2026-11-20', statutoryCalendar), now: friday, chance: chanceFrom(7) }, 300)
    expect(cast()).toEqual(cast())
  })

  it(
    'comes to every state also when it is made at night in the holidays',
    async () => {
      const other = openDatabase(':memory:')
      await seed(other, holiday)
      const found = told(other)
      other.close()
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
