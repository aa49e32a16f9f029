// What an auditor is shown of a history: deadlines kept and missed, ways back, what was done for others, corrected, rare or cut short.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isUnusual, type Mark, marksOf, passagesOf, type Told, type Usual } from '../../machines/conformance.ts'
import { addCalendarDays, shanghaiDate, workingDaysBetween } from '../../machines/due.ts'
import { statutoryCalendar as calendar } from '../../machines/holidays.ts'
import { procedures } from '../../machines/procedures.ts'
import { makesLate } from '../../machines/running.ts'
import { within } from '../../machines/states.ts'
import { typesIn, wayName } from '../../machines/ways.ts'
import type { History } from '../histories/record.ts'

const folder = `${import.meta.dirname}/../histories`
const told = (procedure: string, file: string): Told[] => {
  const { events } = JSON.parse(readFileSync(`${folder}/${procedure}@1/${file}.json`, 'utf8')) as History
  return events.map(({ event: { type, actor, onBehalfOf, at, ...facts } }, i) => ({ sequence: i + 1, type, actor, onBehalfOf, at, facts }))
}
const all = Object.keys(procedures).flatMap((name) =>
  readdirSync(`${folder}/${name}@1`).map((file) => [name, file.replace('.json', '')] as const),
)
const read = (name: string, events: Told[], usual?: Usual) => {
  const procedure = procedures[name]!
  const passages = passagesOf(procedure, events, calendar)
  return { procedure, passages, marks: marksOf(procedure, events, passages, usual) }
}
const kinds = (marks: Mark[]) => marks.map(({ sequence, kind }) => [sequence, kind])
const act = (events: Told[], type: string, facts: Record<string, unknown>, rest: Partial<Told> = {}): Told => ({
  ...events.at(-1)!,
  onBehalfOf: null,
  sequence: events.length + 1,
  type,
  facts,
  ...rest,
})

describe.each(all)('%s: %s', (name, file) => {
  const events = told(name, file)
  const { procedure, passages, marks } = read(name, events)

  it('is read from its first event to its last', () => {
    expect(passages.every((passage) => passage !== null)).toBe(true)
    for (const [index, passage] of passages.entries()) expect(passage!.before).toEqual(passages[index - 1]?.after ?? [])
  })

  it('shows as late what left a step after its deadline, and every deadline that the case was told had passed', () => {
    const missed = passages.flatMap((passage, index) => passage!.deadlines.filter(({ late }) => late).map((timer) => ({ timer, index })))
    for (const { timer, index } of missed) {
      expect(timer.due < events[index]!.at).toBe(true)
      expect(passages[index]!.before.some((path) => within(path, timer.step))).toBe(true)
    }
    expect(new Set(marks.filter(({ kind }) => kind === 'late').map(({ sequence }) => sequence))).toEqual(
      new Set(missed.map(({ index }) => index + 1)),
    )
    const passed = events.flatMap(({ type, facts }) => (type === 'deadline.passed' ? [facts as { deadline: string; step: string }] : []))
    const known = [...missed.map(({ timer }) => timer), ...passages.at(-1)!.running]
    for (const { deadline, step } of passed.filter((timer) => makesLate(procedure, timer)))
      expect(known).toContainEqual(expect.objectContaining({ deadline, step, passedAt: expect.any(String) }))
  })
})

describe('deadlines', () => {
  it('a review finished two working days after its day is late by two, under its clause, and says which deadline', () => {
    const { passages } = read('withdrawal', told('withdrawal', 'late-at-every-step'))
    const [late] = passages.flatMap((passage) => passage!.deadlines)
    expect(late).toMatchObject({ deadline: 'acceptanceDue', step: 'acceptance', late: true })
    expect(passages.map((passage) => passage!.clause)).toContain('A6.1.2')
  })

  it('kept ones say how many working days were left', () => {
    const events = told('withdrawal', 'nothing-due')
    for (const [index, passage] of read('withdrawal', events).passages.entries())
      for (const { late, days, due } of passage!.deadlines) {
        expect(late).toBe(false)
        expect(days).toBe(workingDaysBetween(shanghaiDate(events[index]!.at), shanghaiDate(due), calendar))
      }
  })

  it('one whose passing moves the case on makes nobody late', () => {
    expect(makesLate(procedures.withdrawal!, { deadline: 'correctionDue', step: 'correction' })).toBe(false)
    expect(makesLate(procedures.withdrawal!, { deadline: 'acceptanceDue', step: 'acceptance' })).toBe(true)
    expect(kinds(read('withdrawal', told('withdrawal', 'returned-for-completion-lapsed')).marks)).not.toContainEqual([4, 'late'])
  })

  it('one that passed and is not settled yet stands as overdue, until the step is left', () => {
    const events = told('withdrawal', 'late-at-every-step')
    const at = events.findIndex(({ type }) => type === 'deadline.passed')
    expect(kinds(read('withdrawal', events.slice(0, at + 1)).marks)).toEqual([[at + 1, 'overdue']])
    expect(kinds(read('withdrawal', events).marks).filter(([, kind]) => kind === 'overdue')).toEqual([])
  })

  it('as recorded counts, whatever the calendar says of it today', () => {
    const events = told('withdrawal', 'late-at-every-step')
    const at = events.findIndex(({ type }) => type === 'deadline.passed')
    const earlier = `${addCalendarDays(shanghaiDate(String(events[at]!.facts.due)), -7)}T15:59:59.999Z`
    const moved = events.map((event, index) => (index === at ? { ...event, facts: { ...event.facts, due: earlier } } : event))
    const [late] = read('withdrawal', moved).passages.flatMap((passage) => passage!.deadlines)
    expect(late!.due).toBe(earlier)
  })

  it('days off between the due day and the event do not count', () => {
    expect(workingDaysBetween('2026-03-13', '2026-03-15', calendar)).toBe(0)
    expect(workingDaysBetween('2026-03-13', '2026-03-16', calendar)).toBe(1)
    expect(workingDaysBetween('2026-03-16', '2026-03-13', calendar)).toBe(0)
    expect(workingDaysBetween('2026-04-30', '2026-05-09', calendar)).toBe(4)
  })
})

describe('the ways', () => {
  it('back to a step that the case had left are marked, with where they led', () => {
    const { marks } = read('withdrawal', told('withdrawal', 'every-loop-before-the-approval-then-refused'))
    const back = marks.flatMap((mark) => (mark.kind === 'returned' ? [[mark.sequence, mark.to[0]]] : []))
    expect(back).toEqual([
      [3, 'acceptance.identity.open'],
      [8, 'acceptance.identity.open'],
      [14, 'financeReview'],
      [16, 'financeReview'],
    ])
  })

  it('of a case that went straight on bear no such mark', () => {
    for (const file of ['nothing-due', 'refund-with-release-visited-after-a-month', 'student-stays'])
      expect(kinds(read('withdrawal', told('withdrawal', file)).marks)).toEqual([])
  })

  it('are those of the published description', () => {
    for (const [name, file] of all) {
      const { passages } = read(name, told(name, file))
      for (const { ways, after } of passages as NonNullable<(typeof passages)[number]>[])
        for (const way of ways) {
          expect(way.event).not.toBe('')
          expect(after.length).toBeGreaterThan(0)
        }
    }
  })

  it('few cases took are unusual, once enough cases have ended', () => {
    expect([isUnusual({ cases: 1, of: 19 }), isUnusual({ cases: 1, of: 20 }), isUnusual({ cases: 2, of: 20 })]).toEqual([
      false,
      true,
      false,
    ])
    const events = told('withdrawal', 'nothing-due')
    const { passages } = read('withdrawal', events)
    const rare = wayName(passages[2]!.ways[0]!)
    const usual: Usual = (way) => (wayName(way) === rare ? { cases: 1, of: 100 } : { cases: 90, of: 100 })
    expect(read('withdrawal', events, usual).marks).toEqual([{ sequence: 3, kind: 'unusual', share: { cases: 1, of: 100 } }])
  })

  it('know which events a step may see, those of its parts and of the whole included', () => {
    const { own, shared } = typesIn(procedures.withdrawal!, 'acceptance')
    expect(own).toEqual(expect.arrayContaining(['identity.confirmed', 'request.returned', 'retention.failed']))
    expect(shared).toEqual(expect.arrayContaining(['request.revoked', 'case.voided', 'deadline.passed']))
    expect([...own, ...shared]).not.toContain('payments.reviewed')
    expect(typesIn(procedures.withdrawal!, 'approval.coDeciding').shared).toContain('approval.returned')
  })
})

describe('what was recorded', () => {
  it('for somebody else, corrected later, or with words erased is marked as such', () => {
    const events = told('withdrawal', 'nothing-due')
    const granted = events.findIndex(({ type }) => type === 'approval.granted')
    const changed = events.map((event, index) => ({
      ...event,
      ...(index === granted && { onBehalfOf: 'u-away' }),
      ...(index === 1 && { erased: { at: '2026-04-01T00:00:00.000Z', reason: '本人要求' } }),
    }))
    const corrected = [...changed, act(changed, 'record.corrected', { sequence: 1 })]
    const { marks } = read('withdrawal', corrected)
    expect(marks).toEqual([
      { sequence: 1, kind: 'corrected', by: corrected.length },
      { sequence: 2, kind: 'erased' },
      { sequence: granted + 1, kind: 'deputy', decision: true },
    ])
  })

  it('an act stands where the case stands, under the clause of its step', () => {
    const events = told('withdrawal', 'nothing-due').slice(0, 3)
    const { passages } = read('withdrawal', [...events, act(events, 'step.claimed', { step: 'acceptance' })])
    expect(passages[3]).toMatchObject({ before: passages[2]!.after, after: passages[2]!.after, ways: [], clause: 'A6.1.2' })
  })

  it('voided or merged, a case was cut short', () => {
    expect(kinds(read('withdrawal', told('withdrawal', 'voided-after-the-notice')).marks)).toEqual([[9, 'cut']])
    expect(kinds(read('complaint', told('complaint', 'merged')).marks)).toEqual([[4, 'cut']])
  })

  it('and could never have happened is not read, nor what follows it', () => {
    const [opened, ...rest] = told('withdrawal', 'nothing-due')
    const { passages, marks } = read('withdrawal', [opened!, { ...rest[0]!, type: 'refund.paid' }, rest[1]!])
    expect(passages.map((passage) => passage === null)).toEqual([false, true, true])
    expect(marks).toEqual([])
  })
})
