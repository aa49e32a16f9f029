// Several processes over one PostgreSQL: what one does the others know, what one has taken up the others leave, and nothing counts twice.
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { claimEffects, claimTimers, effectDone, lapsesAfter, release, stillClaimed } from '../../db/claims.ts'
import { Conflict } from '../../db/conflict.ts'
import { type Change, type Db, openDatabase, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { administer } from '../../server/bench/postgres.ts'
import { runDue } from '../../server/clock.ts'
import { makeHouse } from '../../server/house.ts'
import { freshInstitution, type Institution, serve, template } from '../server/app.ts'
import { newPlace } from '../server/store.ts'

const { timers, outbox } = schema
const application = { student: 'student-01', enrolments: ['student-01-e1'] }

/** Another process’s view of the same database. */
async function another({ where }: Pick<Institution, 'where'>): Promise<Db> {
  const db = await openDatabase(where)
  onTestFinished(() => db.close())
  return db
}
async function until(holds: () => boolean | Promise<boolean>) {
  for (let i = 0; i < 200 && !(await holds()); i++) await sleep(25)
  expect(await holds()).toBe(true)
}

describe('processes that start at the same time', () => {
  it('bring an empty database up to date once', async () => {
    const { where, drop } = await newPlace(template)
    onTestFinished(drop)
    const all = await Promise.all(Array.from({ length: 5 }, () => openDatabase(where)))
    for (const db of all) expect(await db.q.select().from(schema.cases)).toEqual([])
    await Promise.all(all.map((db) => db.close()))
  })
})

describe('a change', () => {
  it('is told to every process once it is committed', async () => {
    const house = await freshInstitution()
    const heard: (Change | null)[] = []
    for (const db of [await another(house), house.house.db]) db.hear((change) => heard.push(change))
    const { id } = await house.as('front-desk').open('withdrawal', application)
    await until(() => heard.filter((change) => change?.id === id).length >= 2)
  })

  it('may have been missed while the connection was gone: then that is told', async () => {
    const house = await freshInstitution()
    const db = await another(house)
    const heard: (Change | null)[] = []
    db.hear((change) => heard.push(change))
    const name = new URL(house.where).pathname.slice(1)
    await administer(template.server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    await until(() => heard.includes(null))
    const { id } = await house.as('front-desk').open('withdrawal', application)
    await until(() => heard.some((change) => change?.id === id))
  })
})

describe('what is due', () => {
  it('is taken up by one of two processes, and the other finds nothing', async () => {
    const house = await freshInstitution()
    await house.as('front-desk').open('withdrawal', application)
    const [one, two] = [house.house.db, await another(house)]
    const later = '2027-01-01T00:00:00.000Z'
    const taken = await Promise.all([claimTimers(one, 'one', later), claimTimers(two, 'two', later)])
    expect(taken.map(({ length }) => length).sort()).toEqual([0, (await one.q.select().from(timers)).length])
    await release(one, 'one')
    await release(two, 'two')
    expect(await claimTimers(two, 'three', later)).not.toEqual([])
  })

  it('is left to others by a process that stood still too long, and what it then writes is refused', async () => {
    const house = await freshInstitution()
    await house.as('front-desk').open('withdrawal', application)
    const [frozen, awake] = [house.house.db, await another(house)]
    const later = '2027-01-01T00:00:00.000Z'
    const [timer] = await claimTimers(frozen, 'frozen', later)
    expect(await claimTimers(awake, 'awake', later)).toEqual([])
    await awake.q.update(timers).set({ claimedAt: Date.now() - lapsesAfter - 1 })
    expect(await claimTimers(awake, 'awake', later)).not.toEqual([])
    await expect(frozen.commit([stillClaimed(timer!)])).rejects.toBeInstanceOf(Conflict)
  })

  it('that was signed by a clock from the future is anybody’s', async () => {
    const house = await freshInstitution()
    await house.as('front-desk').open('withdrawal', application)
    const db = house.house.db
    await db.q.update(timers).set({ claim: 'a clock ahead', claimedAt: Date.now() + 86_400_000 })
    expect(await claimTimers(db, 'now', '2027-01-01T00:00:00.000Z')).not.toEqual([])
  })

  it('is done once, though two processes look at the same moment, again and again', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('front-desk').open('withdrawal', application)
    const time = () => new Date('2026-03-20T02:00:00.000Z')
    const houses = [makeHouse(house.house.db, time), makeHouse(await another(house), time)]
    for (let round = 0; round < 5; round++) await Promise.all(houses.map((each) => runDue(each)))
    const passed = (await historyOf(house.house.db, id)).filter(({ type }) => type === 'deadline.passed')
    expect(new Set(passed.map(({ facts }) => JSON.stringify(facts))).size).toBe(passed.length)
    expect(passed.length).toBeGreaterThan(0)
  })

  it('as an effect counts as done for whoever still holds it, and for nobody else', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('front-desk').open('withdrawal', application)
    await house.app.wake()
    const db = house.house.db
    const params = { to: 'finance', notice: 'leaving' }
    await db.q.insert(outbox).values({ id: 'effect', caseId: id, sequence: 1, effect: 'notify', params, createdAt: 'then' })
    const [first] = await claimEffects(db, 'first')
    expect(first!.id).toBe('effect')
    await db.q.update(outbox).set({ claim: 'second' }).where(eq(outbox.id, 'effect'))
    await expect(db.commit([effectDone(first!, 'now')])).rejects.toBeInstanceOf(Conflict)
    await db.commit([effectDone({ ...first!, claim: 'second' }, 'now')])
    expect(await claimEffects(db, 'third')).toEqual([])
  })
})

describe('who asks', () => {
  it('is known to every process by the same cookie, and their requests count together', async () => {
    const house = await freshInstitution()
    const other = await serve(house.where, house.house.now, 10)
    const third = await serve(house.where, house.house.now, 10)
    onTestFinished(async () => {
      await Promise.all([other.close(), third.close()])
    })
    const ask = async ({ app }: typeof other) =>
      (await app.inject({ url: '/api/session', headers: { cookie: template.cookies.finance! } })).statusCode
    const answers: number[] = []
    for (let i = 0; i < 6; i++) answers.push(await ask(other), await ask(third))
    expect(answers).toEqual([...Array(10).fill(200), 429, 429])
  })

  it('gets one answer under one key, whichever process is asked', async () => {
    const house = await freshInstitution()
    const other = await serve(house.where, house.house.now)
    onTestFinished(other.close)
    const form = await house.as('front-desk').fill((await house.as('front-desk').get('/api/procedures/complaint@1')).body.opening, null)
    const post = ({ app }: Pick<Institution, 'app'>) =>
      app.inject({
        method: 'POST',
        url: '/api/complaint',
        payload: form,
        headers: { cookie: template.cookies['front-desk']!, 'idempotency-key': 'k' },
      })
    const answers = await Promise.all([post(house), post(other), post(house), post(other)])
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(await house.house.db.q.select().from(schema.cases)).toHaveLength(1)
  })

  it('and opens cases of one procedure in two processes at once is counted without a gap', async () => {
    const house = await freshInstitution()
    const other = await serve(house.where, house.house.now)
    onTestFinished(other.close)
    const form = await house.as('front-desk').fill((await house.as('front-desk').get('/api/procedures/complaint@1')).body.opening, null)
    const post = ({ app }: Pick<Institution, 'app'>) =>
      app.inject({ method: 'POST', url: '/api/complaint', payload: form, headers: { cookie: template.cookies['front-desk']! } })
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => post(i % 2 ? house : other)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(40).fill(201))
    const numbers = answers.map((answer) => Number(answer.json().number.slice(-6))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  })
})
