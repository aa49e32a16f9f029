// Time in the institution: every deadline passes once, every message is delivered once, whatever happens to clocks and processes.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { eq, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDatabase, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { runAllDue } from '../../server/clock.ts'
import { type House, makeHouse } from '../../server/house.ts'
import { freshInstitution, type Institution } from './app.ts'

const { cases, notices, outbox, timers } = schema
const run = promisify(execFile)
const round = fileURLToPath(new URL('./round.ts', import.meta.url))

const open = async ({ as }: Institution, student = 'student-01') =>
  (await as('front-desk').open('withdrawal', { student, enrolments: [`${student}-e1`] })).id
const passed = async ({ db }: House, id: string) => (await historyOf(db, id)).filter(({ type }) => type === 'deadline.passed')
const notified = ({ db }: House, id: string) => db.q.select().from(notices).where(eq(notices.caseId, id)).orderBy(notices.id)

/** Acceptance is due on the second working day at its end. */
const [before, after] = ['2026-03-11T15:59:59.998Z', '2026-03-11T16:00:00.000Z']

describe('a deadline', () => {
  it('passes at its end and not a millisecond before, and tells the department', async () => {
    const house = await freshInstitution()
    const id = await open(house)
    house.moveTo(before)
    expect(await runAllDue(house.house)).toBe(0)
    house.moveTo(after)
    await runAllDue(house.house)
    expect(await passed(house.house, id)).toMatchObject([
      {
        actor: 'clock',
        onBehalfOf: null,
        at: after,
        facts: { deadline: 'acceptanceDue', step: 'acceptance', due: '2026-03-11T15:59:59.999Z' },
      },
    ])
    expect(await notified(house.house, id)).toMatchObject([{ department: 'customer-service', notice: 'overdue' }])
  })

  it('says in the case which days off were skipped on the way to it, and why', async () => {
    const house = await freshInstitution()
    house.moveTo('2026-03-13T02:00:00.000Z')
    const { deadlines } = await house.as('front-desk').show(await open(house))
    expect(deadlines.find(({ deadline }) => deadline === 'acceptanceDue')).toMatchObject({
      start: '2026-03-13',
      days: 2,
      unit: 'working',
      due: '2026-03-17T15:59:59.999Z',
      skipped: [
        { date: '2026-03-14', why: { 'zh-CN': '周六', en: 'Saturday' } },
        { date: '2026-03-15', why: { 'zh-CN': '周日', en: 'Sunday' } },
      ],
    })
  })

  it('passes once, however often it is looked at', async () => {
    const house = await freshInstitution()
    const id = await open(house)
    house.moveTo(after)
    expect(await runAllDue(house.house)).toBe(2)
    for (let i = 0; i < 3; i++) expect(await runAllDue(house.house)).toBe(0)
    expect(await passed(house.house, id)).toHaveLength(1)
  })

  it('that ran out while nothing was running passes when the service starts again', async () => {
    const house = await freshInstitution()
    const id = await open(house)
    await house.app.close()
    const db = await openDatabase(house.where)
    const again = makeHouse(db, () => new Date('2026-06-01T00:00:00.000Z'))
    await runAllDue(again)
    await runAllDue(again)
    expect(await passed(again, id)).toHaveLength(1)
    await db.close()
  })

  it('leaves the step overdue for all to see, until the step is done', async () => {
    const house = await freshInstitution()
    const id = await open(house)
    await house.pass(5)
    const late = async () =>
      (await house.as('customer-service').get('/api/cases?overdue=true')).body.items.map((item: { id: string }) => item.id)
    const [step] = (await house.as('customer-service').show(id)).steps
    expect(step).toMatchObject({ due: '2026-03-11T15:59:59.999Z', overdue: true })
    expect(await late()).toEqual([id])
    await house.as('customer-service').advance(id, 'request.returned')
    expect((await house.as('customer-service').show(id)).steps[0]).toMatchObject({ path: 'correction', overdue: false })
    expect(await late()).toEqual([])
  })

  it('is gone with the step it belonged to', async () => {
    const house = await freshInstitution()
    const id = await open(house)
    await house.as('customer-service').advance(id, 'request.revoked')
    expect(await house.house.db.q.select().from(timers)).toEqual([])
    await house.pass(100)
    expect(await passed(house.house, id)).toEqual([])
  })

  it('can move the case: what waits too long for the applicant lapses', async () => {
    const house = await freshInstitution()
    const id = await open(house)
    await house.as('customer-service').advance(id, 'request.returned')
    await house.pass(30)
    expect(await house.as('auditor').show(id)).toMatchObject({ open: false, outcome: 'kept', steps: [{ path: 'lapsed' }] })
    expect((await notified(house.house, id)).map(({ notice }) => notice)).toEqual(['tellLapsed'])
  })
})

describe('a clock that jumps', () => {
  it('forth and back makes no deadline pass twice, and no event earlier than the one before', async () => {
    const house = await freshInstitution()
    const id = await open(house)
    house.moveTo('2026-04-01T00:00:00.000Z')
    await runAllDue(house.house)
    house.moveTo('2026-03-09T03:00:00.000Z')
    await runAllDue(house.house)
    await house.as('customer-service').advance(id, 'identity.confirmed')
    await house.as('customer-service').act(id, 'comment.added')
    house.moveTo('2026-03-12T00:00:00.000Z')
    await runAllDue(house.house)
    house.moveTo('2026-04-02T00:00:00.000Z')
    await house.as('customer-service').advance(id, 'enrolment.confirmed')
    await runAllDue(house.house)
    const times = (await historyOf(house.house.db, id)).map(({ type, at }) => [type, at])
    expect(times).toEqual([
      ['case.opened', '2026-03-09T02:00:00.000Z'],
      ['deadline.passed', '2026-04-01T00:00:00.000Z'],
      ['identity.confirmed', '2026-04-01T00:00:00.000Z'],
      ['comment.added', '2026-04-01T00:00:00.000Z'],
      ['enrolment.confirmed', '2026-04-02T00:00:00.000Z'],
    ])
    expect((await house.as('auditor').get(`/api/cases/${id}/verification`)).body).toMatchObject({ intact: true, sequence: 5 })
  })

  it('a year ahead lets every case end that time alone can end', async () => {
    const house = await freshInstitution()
    const [waiting, lapsing] = [await open(house, 'student-01'), await open(house, 'student-03')]
    await house.as('customer-service').advance(lapsing, 'request.returned')
    await house.pass(365)
    expect((await house.as('auditor').show(waiting)).steps.filter(({ due }) => due).every(({ overdue }) => overdue)).toBe(true)
    expect((await house.as('auditor').show(lapsing)).open).toBe(false)
  })
})

describe('several processes over one database', () => {
  it('run what is due at the same time, and each deadline and message counts once', async () => {
    const house = await freshInstitution()
    const ids: string[] = []
    for (let i = 0; i < 40; i++) ids.push(await open(house, `student-${String((i % 24) + 1).padStart(2, '0')}`))
    const start = String(Date.now() + 2500)
    const children = await Promise.all([1, 2, 3].map(() => run(process.execPath, [round, house.where, after, start])))
    const done = children.map(({ stdout }) => Number(stdout))
    expect(done.reduce((a, b) => a + b)).toBe(80)
    for (const id of ids) {
      expect(await passed(house.house, id)).toHaveLength(1)
      expect(await notified(house.house, id)).toHaveLength(1)
      expect((await house.as('auditor').get(`/api/cases/${id}/verification`)).body.intact).toBe(true)
    }
  })
})

describe('the outbox', () => {
  it('has nothing left once it was carried out, and one notice for every message', async () => {
    const house = await freshInstitution()
    const id = await approved(house)
    await runAllDue(house.house)
    const { q } = house.house.db
    expect(await q.select().from(outbox).where(isNull(outbox.doneAt))).toEqual([])
    const sent = await q.select().from(outbox).where(eq(outbox.effect, 'notify'))
    expect((await notified(house.house, id)).map((n) => n.id).sort()).toEqual(sent.map((row) => row.id).sort())
    expect(sent.length).toBeGreaterThan(5)
  })

  it('delivered again after a crash between the two, tells nobody twice', async () => {
    const house = await freshInstitution()
    const id = await approved(house)
    await runAllDue(house.house)
    const once = await notified(house.house, id)
    await house.as('teaching').post(`/api/notices/${once.find(({ department }) => department === 'teaching')!.id}/read`)
    await house.house.db.q.update(outbox).set({ doneAt: null })
    await runAllDue(house.house)
    const read = ({ readAt, readBy, ...rest }: (typeof once)[number]) => rest
    expect((await notified(house.house, id)).map(read)).toEqual(once.map(read))
    expect((await notified(house.house, id)).filter(({ readAt }) => readAt)).toHaveLength(1)
  })

  it('tells the cases beside one that ended the enrolment, once', async () => {
    const house = await freshInstitution()
    const { as } = house
    const beside = await open(house)
    const id = await approved(house)
    await as('customer-service').advance(id, 'notice.delivered')
    await as('finance').advance(id, 'settlement.proposed')
    await as('finance-2').advance(id, 'settlement.confirmed')
    const { offers } = await as('management').show(id)
    if (offers.some(({ type }) => type === 'settlement.released')) await as('management').advance(id, 'settlement.released')
    const [end] = (await as('finance').show(id)).offers.filter(({ type }) => ['refund.paid', 'balance.nil', 'balance.owed'].includes(type))
    await as('finance').advance(id, end!.type)
    for (let i = 0; i < 2; i++) {
      await runAllDue(house.house)
      await house.house.db.q.update(outbox).set({ doneAt: null })
    }
    expect((await historyOf(house.house.db, beside)).map(({ type }) => type)).toEqual(['case.opened', 'enrolment.ended'])
    expect(await as('auditor').show(beside)).toMatchObject({ open: false, outcome: 'none', steps: [{ path: 'superseded' }] })
  })

  it('one case that cannot go on does not keep the others waiting', async () => {
    const house = await freshInstitution()
    const [broken, sound] = [await open(house, 'student-01'), await open(house, 'student-03')]
    await house.house.db.q.update(cases).set({ value: 'no such state' }).where(eq(cases.id, broken))
    house.moveTo(after)
    await expect(runAllDue(house.house)).rejects.toThrow(AggregateError)
    expect(await passed(house.house, sound)).toHaveLength(1)
    expect(await notified(house.house, sound)).toHaveLength(1)
    expect(await passed(house.house, broken)).toHaveLength(0)
  })
})

/** A withdrawal of the first student that management has granted. */
async function approved(house: Institution): Promise<string> {
  const id = await open(house)
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.declined'])
    await house.as('customer-service').advance(id, type)
  await house.as('finance').advance(id, 'payments.reviewed')
  await house.as('management').advance(id, 'approval.granted')
  return id
}
