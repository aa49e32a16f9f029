// A promise made to somebody who left through force majeure (A6.3.3b): kept after the case has ended, redeemed once, on record.
import Ajv from 'ajv/dist/2020.js'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Conflict } from '../../db/conflict.ts'
import { schema, write } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { stillRuns } from '../../db/records.ts'
import { freshInstitution, type Institution } from './app.ts'
import type { Reply } from './client.ts'
import { left } from './left.ts'

const student = 'student-01'
const readers = ['customer-service', 'front-desk', 'sales', 'teaching', 'finance', 'management', 'administration', 'auditor']
const refusal = ({ status, body }: Reply) => [status, body.code]

const promisesOf = async ({ as }: Institution, username: string, query = '') => (await as(username).get(`/api/promises${query}`)).body.items
const enrolAgain = async ({ as }: Institution, paidFen = 0) => {
  const money = { priceFen: paidFen, listPriceFen: paidFen, paidFen, owedFen: 0, materialsFen: 0 }
  const lessons = { lessonsBought: 10, lessonsGifted: 0, lessonsUsed: 0 }
  const course = { course: '英语综合', className: '英语综合二班', stage: 'basic', startsOn: '2026-05-01' }
  return (await as('sales').post('/api/enrolments', { student, campus: 'east', ...course, ...money, ...lessons })).body.id
}

describe('a preferential return that was promised', () => {
  it('is redeemed once, for an enrolment made since, and stands in the institution’s chain', async () => {
    const house = await freshInstitution()
    const id = await left(house.as, 'return.promised', { until: '2026-12-31', percent: 15 })
    const [waiting] = await promisesOf(house, 'front-desk')
    expect(waiting).toMatchObject({ case: id, student, percent: 15, materials: true, open: true, offers: [] })
    expect(waiting.blocked[0].reason.en).toBe('The student has not enrolled again yet')
    const address = `/api/promises/${waiting.id}/redeem`
    expect(refusal(await house.as('front-desk').post(address, {}))).toEqual([409, 'not-now'])
    const ended = await house.as('front-desk').post(address, { enrolment: `${student}-e1` })
    expect([...refusal(ended), ended.body.errors[0].path]).toEqual([422, 'not-possible', '/enrolment'])

    const enrolment = await enrolAgain(house)
    const [promise] = await promisesOf(house, 'front-desk')
    const { href, payload } = promise.offers[0]
    expect([payload.required, payload.properties.enrolment.enum]).toEqual([['enrolment'], [enrolment]])
    expect(refusal(await house.as('front-desk').post(href, {}))).toEqual([422, 'not-possible'])
    expect(refusal(await house.as('front-desk').post(href, { enrolment: `${student}-e1` }))).toEqual([422, 'not-possible'])
    const key = { 'idempotency-key': 'once' }
    const [first, again] = [
      await house.as('front-desk').post(href, { enrolment }, key),
      await house.as('front-desk').post(href, { enrolment }, key),
    ]
    expect([first.status, first.body, again.body]).toEqual([
      200,
      expect.objectContaining({ open: false, redeemedBy: house.id('front-desk'), redeemedFor: enrolment }),
      first.body,
    ])
    expect((await historyOf(house.house.db, 'institution')).at(-1)).toMatchObject({
      type: 'promise.redeemed',
      actor: house.id('front-desk'),
      facts: { promise: promise.id, enrolment },
    })
    expect(refusal(await house.as('sales').post(href, { enrolment }))).toEqual([409, 'not-now'])
    expect(await promisesOf(house, 'sales', '?open=true')).toEqual([])
    expect(await promisesOf(house, 'sales', '?open=false')).toHaveLength(1)
  })
})

describe('a student who enrols again before the return visit', () => {
  it('has come back too', async () => {
    const house = await freshInstitution()
    let enrolment = ''
    const meanwhile = async () => {
      enrolment = await enrolAgain(house)
      await house.pass(31)
    }
    await left(house.as, 'return.promised', { until: '2026-12-31', percent: 15 }, { meanwhile })
    const [{ offers }] = await promisesOf(house, 'front-desk')
    expect((await house.as('front-desk').post(offers[0].href, { enrolment })).body).toMatchObject({ redeemedFor: enrolment })
  })
})

describe('two promises to a student who left twice', () => {
  it('are not both redeemed for one enrolment', async () => {
    const house = await freshInstitution()
    const terms = { until: '2026-12-31', percent: 15 }
    const first = await left(house.as, 'return.promised', terms)
    const second = await left(house.as, 'return.promised', terms, { enrolment: await enrolAgain(house, 2_400_000) })
    const enrolment = await enrolAgain(house)
    const of = async (id: string) => (await promisesOf(house, 'sales', `?case=${id}`))[0]
    const { href } = (await of(second)).offers[0]
    await house.as('sales').post((await of(first)).offers[0].href, { enrolment })
    expect((await of(second)).blocked[0].reason.en).toBe('The student has not enrolled again yet')
    const { status, body } = await house.as('sales').post(href, { enrolment })
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'not-possible', '/enrolment'])
  })
})

describe('two people who redeem a promise at the same moment', () => {
  it('redeem it once, and once it stands in the chain', async () => {
    const house = await freshInstitution()
    const id = await left(house.as, 'materials.kept', { until: '2026-06-20' })
    const [{ offers }] = await promisesOf(house, 'front-desk', `?case=${id}`)
    const said = await Promise.all(['front-desk', 'sales'].map((username) => house.as(username).post(offers[0].href, {})))
    expect(said.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await historyOf(house.house.db, 'institution')).filter(({ type }) => type === 'promise.redeemed')).toHaveLength(1)
  })
})

describe('an enrolment that ends while a promise is redeemed for it', () => {
  it('has the redeeming decided again', async () => {
    const { house } = await freshInstitution()
    const enrolment = `${student}-e1`
    await house.db.commit([stillRuns(enrolment)])
    const { enrolments } = schema
    const end = write((tx) => tx.update(enrolments).set({ status: 'ended' }).where(eq(enrolments.id, enrolment)).returning())
    await house.db.commit([end])
    await expect(house.db.commit([stillRuns(enrolment)])).rejects.toThrow(Conflict)
  })
})

describe('the promises to students', () => {
  it('lead to their case, of which everybody who reads them may know', async () => {
    const house = await freshInstitution()
    const id = await left(house.as, 'materials.kept', { until: '2026-06-20' })
    for (const username of readers) {
      expect((await promisesOf(house, username))[0]).toMatchObject({ case: id, studentName: '学员01' })
      expect((await house.as(username).show(id)).id).toBe(id)
    }
  })

  it('are found by the student or by the case, and come page by page', async () => {
    const house = await freshInstitution()
    const [first, second] = [
      await left(house.as, 'materials.kept', { until: '2026-06-20' }),
      await left(house.as, 'materials.kept', { until: '2026-05-20' }, { student: 'student-07' }),
    ]
    const of = async (query: string) => (await promisesOf(house, 'front-desk', query)).map((promise: { case: string }) => promise.case)
    expect([await of('?student=student-07'), await of('?student=student-02')]).toEqual([[second], []])
    expect([await of(`?case=${first}`), await of('?case=none')]).toEqual([[first], []])
    const { items, next } = (await house.as('front-desk').get('/api/promises?limit=1')).body
    expect([items[0].case, await of(`?cursor=${next}`)]).toEqual([second, [first]])
  })
})

describe('materials that are kept', () => {
  it('are asked for by a form that any client can read, and with no enrolment that is none', async () => {
    const house = await freshInstitution()
    await left(house.as, 'materials.kept', { until: '2026-06-20' })
    const [{ href, payload }] = (await promisesOf(house, 'front-desk'))[0].offers
    expect(payload.properties).toEqual({})
    expect(new Ajv({ strict: false, validateFormats: false }).compile(payload)({})).toBe(true)
    const { status, body } = await house.as('front-desk').post(href, { enrolment: `${student}-e1` })
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'not-possible', '/enrolment'])
  })

  it('are fetched without an enrolment, until the day promised', async () => {
    const house = await freshInstitution()
    await left(house.as, 'materials.kept', { until: '2026-03-20' })
    const [promise] = await promisesOf(house, 'customer-service')
    await house.pass(12)
    const { href } = promise.offers[0]
    expect(refusal(await house.as('customer-service').post(href, {}))).toEqual([409, 'not-now'])
    expect((await promisesOf(house, 'customer-service'))[0]).toMatchObject({ open: false, redeemedAt: null, offers: [] })
  })

  it('are seen by others, and handed out by reception alone', async () => {
    const house = await freshInstitution()
    await left(house.as, 'materials.kept', { until: '2026-06-20' })
    const [promise] = await promisesOf(house, 'teaching')
    expect(promise).toMatchObject({ open: true, offers: [] })
    expect(refusal(await house.as('teaching').post(`/api/promises/${promise.id}/redeem`, {}))).toEqual([403, 'not-yours'])
    expect(refusal(await house.as('student-representative').get('/api/promises'))).toEqual([403, 'not-yours'])
    expect((await house.as('front-desk').post(`/api/promises/${promise.id}/redeem`, {})).body).toMatchObject({ open: false })
  })
})

describe('the arrears list', () => {
  it('names every running enrolment for which something is owed, and the case that concerns it', async () => {
    const house = await freshInstitution()
    const { as } = house
    const list = async () => (await as('finance').get('/api/arrears-list?limit=200')).body.items
    const [first, second] = await list()
    expect(first).toMatchObject({ owedFen: 120_000, case: null })
    const { id, number } = await as('finance').open('arrears', { student: first.student, enrolments: [first.enrolment] })
    expect((await list())[0].case).toEqual({ id, number })
    expect((await list())[1]).toEqual(second)
  })

  it('comes page by page, and is for those who dun and those who watch', async () => {
    const house = await freshInstitution()
    const all = (await house.as('auditor').get('/api/arrears-list?limit=200')).body.items
    const page = (await house.as('auditor').get('/api/arrears-list?limit=2')).body
    const next = (await house.as('auditor').get(`/api/arrears-list?limit=200&cursor=${page.next}`)).body
    expect([...page.items, ...next.items]).toEqual(all)
    expect(refusal(await house.as('teaching').get('/api/arrears-list'))).toEqual([403, 'not-yours'])
  })
})
