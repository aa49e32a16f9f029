// Several people act on the same case in the same moment, in one process and in two: one is first, the others are told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookInto } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { checkStore } from '../../server/verifier.ts'
import { freshInstitution, institution } from './app.ts'
import { begin, clear, load, placeOf, stop } from './processes.ts'
import type { Place } from './store.ts'

const eight = [0, 1, 2, 3, 4, 5, 6, 7]
const people = ['customer-service', 'front-desk']
const oneFirst = [200, ...Array(7).fill(412)]

it('of eight people with the same revision in hand one is first, and the others are told the new one', async () => {
  const { as, house } = await freshInstitution()
  const { id, revision } = await as('customer-service').open('complaint')
  const offer = (await as('customer-service').show(id)).offers.find(({ type }) => type === 'complaint.classified')!
  const answers = await as('customer-service').fill(offer.payload, null)
  const say = (username: string) => as(username).post(offer.href, answers, { 'if-match': `"${revision}"` })
  const replies = await Promise.all(eight.map((i) => say(people[i % 2]!)))
  expect(replies.map(({ status }) => status).sort()).toEqual(oneFirst)
  const next = replies.find(({ status }) => status === 200)!.headers.etag
  for (const { status, body, headers } of replies) if (status === 412) expect([body.code, headers.etag]).toEqual(['stale', next])
  expect((await historyOf(house.db, id)).filter(({ type }) => type === 'complaint.classified')).toHaveLength(1)
})

describe('two processes over one database', () => {
  const rounds = 12
  let place: Place
  let cookies: Record<string, string>
  let form: object
  beforeAll(async () => {
    const house = await institution()
    cookies = Object.fromEntries(people.map((name) => [name, house.as(name).cookie]))
    form = await house.as('front-desk').fill((await house.as('front-desk').get('/api/procedures/complaint@1')).body.opening, null)
    place = await placeOf(house)
  })
  afterAll(() => clear(place))

  const post = async (url: string, who: string, payload: object, headers: Record<string, string>) => {
    const sent = { cookie: cookies[who]!, 'content-type': 'application/json', ...headers }
    const reply = await fetch(url, { method: 'POST', headers: sent, body: JSON.stringify(payload) })
    return { status: reply.status, text: await reply.text() }
  }

  it('have one winner every time, count every opening, and give one answer under one key', async () => {
    const children = [load(place), load(place)]
    const origins = await Promise.all(children.map(begin))
    const at = (i: number) => origins[i % 2]!
    const raced: string[] = []
    for (let round = 0; round < rounds; round++) {
      const { id, revision } = JSON.parse((await post(`${at(round)}/api/complaint`, 'front-desk', form, {})).text)
      const said = { channel: 'phone', remark: '无人接听' }
      const say = (i: number) =>
        post(`${at(i)}/api/complaint@1/${id}/acceptance.attempted`, people[i % 2]!, said, { 'if-match': `"${revision}"` })
      expect((await Promise.all(eight.map(say))).map(({ status }) => status).sort()).toEqual(oneFirst)
      raced.push(id)
    }
    const openings = await Promise.all(eight.map((i) => post(`${at(i)}/api/complaint`, 'front-desk', form, {})))
    expect(new Set(openings.map(({ text }) => JSON.parse(text).number)).size).toBe(8)
    const same = await Promise.all(eight.map((i) => post(`${at(i)}/api/complaint`, 'front-desk', form, { 'idempotency-key': 'one' })))
    expect(new Set(same.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await Promise.all(children.map(stop))).toEqual([0, 0])
    const file = place.where
    expect((await checkStore(file)).findings).toEqual([])
    const db = await lookInto(file)
    for (const id of raced) expect(await historyOf(db, id)).toHaveLength(2)
    await db.close()
  }, 60_000)
})
