// PostgreSQL is killed, cut off and replaced by its standby while people work: what was acknowledged is there, and nothing is there twice.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookInto, schema } from '../../db/database.ts'
import { move } from '../../server/backup-copy.ts'
import { administer, type Server, startPair, startPostgres } from '../../server/bench/postgres.ts'
import { checkStore } from '../../server/verifier.ts'
import { monday, serve, template } from '../server/app.ts'
import { clientOf } from '../server/client.ts'
import { halfWritten } from '../server/consistent.ts'
import { newPlace } from '../server/store.ts'
import { measure } from '../torture/measure.ts'
import { type Wire, wireTo } from './wire.ts'

type Served = Awaited<ReturnType<typeof serve>>
type Reply = { status: number; text: string; retryAfter: string | undefined }

async function post({ app }: Served, key: string, opening: object): Promise<Reply> {
  const headers = { cookie: template.cookies['front-desk']!, 'idempotency-key': key }
  const { statusCode, body, headers: answered } = await app.inject({ method: 'POST', url: '/api/complaint', payload: opening, headers })
  return { status: statusCode, text: body, retryAfter: answered['retry-after'] as string | undefined }
}

/** Everybody asks until they are answered, under the same key; `refused` counts what they were told meanwhile. */
function people(served: Served, opening: object, hands = 6) {
  const answers = new Map<string, string>()
  const refused: Reply[] = []
  let on = true
  const answered = async (key: string): Promise<void> => {
    const reply = await post(served, key, opening)
    if (reply.status === 201) return void answers.set(key, reply.text)
    refused.push(reply)
    await sleep(20)
    return answered(key)
  }
  const hand = async (name: number) => {
    for (let n = 0; on; n++) await answered(`${name}-${n}`)
  }
  const working = Promise.all(Array.from({ length: hands }, (_, name) => hand(name)))
  return {
    answers,
    refused,
    /** So many more have been answered. */
    more: async (count: number) => {
      const before = answers.size
      while (answers.size < before + count) await sleep(5)
    },
    stop: async () => {
      on = false
      await working
    },
  }
}

/** What a person is told while nothing can be written, and never anything else. */
const toldToWait = (refused: Reply[]) => {
  for (const { status, retryAfter, text } of refused) expect([status, Number(retryAfter) > 0, text]).toEqual([503, true, text])
}

async function judge(where: string, answers: Map<string, string>, served: Served, opening: object) {
  for (const [key, text] of answers) expect((await post(served, key, opening)).text).toBe(text)
  const look = await lookInto(where)
  const cases = await look.q.select().from(schema.cases)
  expect(cases.map(({ number }) => number).sort()).toEqual([...answers.values()].map((text) => JSON.parse(text).number).sort())
  for (const { id } of cases.slice(0, 40)) expect(await halfWritten(look.q, id)).toEqual([])
  await look.close()
  expect((await checkStore(where)).findings).toEqual([])
}

async function openingOf({ app }: Served) {
  const frontDesk = clientOf(app, 'front-desk', template.cookies['front-desk']!)
  return frontDesk.fill((await frontDesk.get('/api/procedures/complaint@1')).body.opening, null)
}

describe('one server', () => {
  let server: Server
  let wire: Wire
  let served: Served
  let opening: object
  beforeAll(async () => {
    server = await startPostgres([])
    await move(template.where, server.url)
    wire = await wireTo(server.port)
    served = await serve(wire.through(server.url), () => new Date(monday))
    opening = await openingOf(served)
  })
  afterAll(async () => {
    await served.close()
    await wire.close()
    await server.stop()
  })

  it(
    'that dies and comes back, is cut off, or takes its answers with it loses nothing that was acknowledged',
    async () => {
      const busy = people(served, opening)
      await busy.more(30)
      for (let i = 0; i < measure(1, 40); i++) {
        const before = busy.refused.length
        await server.kill()
        await sleep(300)
        await server.start()
        await busy.more(30)
        expect(busy.refused.length).toBeGreaterThan(before)
      }
      for (let i = 0; i < measure(1, 40); i++) {
        const before = wire.broken()
        wire.cut()
        await sleep(300)
        wire.mend(server.port)
        await busy.more(30)
        expect(wire.broken()).toBeGreaterThan(before)
      }
      const killed = busy.refused.length
      for (let i = 0; i < measure(5, 100); i++) {
        wire.swallow()
        await sleep(400)
        wire.mend(server.port)
        await busy.more(10)
      }
      expect(busy.refused.length).toBeGreaterThan(killed)
      await busy.stop()
      toldToWait(busy.refused)
      await judge(server.url, busy.answers, served, opening)
    },
    measure(120_000, 1_200_000),
  )
})

describe('more than the connections can carry', () => {
  it('is told so, when it has waited long enough: the store is well, and says nothing else', { timeout: 60_000 }, async () => {
    const { where, drop } = await newPlace(template, template.where)
    const served = await serve(where, () => new Date(monday))
    const holding = new pg.Client({ connectionString: where })
    await holding.connect()
    await holding.query('begin; lock table cases in access exclusive mode')
    const headers = { cookie: template.cookies.auditor! }
    const replies = await Promise.all(numbers(40).map(() => served.app.inject({ method: 'GET', url: '/api/cases', headers })))
    await holding.end()
    const told = Map.groupBy(replies, ({ statusCode }) => statusCode)
    // Those that had their turn waited for the lock in vain; the others never came to it.
    expect([...told.keys()].sort()).toEqual([429, 503])
    for (const { headers } of replies) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect((await served.app.inject({ method: 'GET', url: '/api/cases', headers })).statusCode).toBe(200)
    await served.close()
    await drop()
  })
})
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('a primary and its synchronous standby', () => {
  it('lose nothing that was acknowledged when the standby takes over', async () => {
    const { primary, standby } = await startPair()
    const wire = await wireTo(primary.port)
    try {
      await move(template.where, primary.url)
      const served = await serve(wire.through(primary.url), () => new Date(monday))
      const opening = await openingOf(served)
      const busy = people(served, opening)
      await busy.more(30)
      await primary.kill()
      wire.cut()
      await administer(standby.url, 'select pg_promote()')
      wire.mend(standby.port)
      await busy.more(30)
      expect(busy.refused.length).toBeGreaterThan(0)
      await busy.stop()
      toldToWait(busy.refused)
      await judge(standby.url, busy.answers, served, opening)
      await served.close()
    } finally {
      await wire.close()
      await Promise.all([primary.stop(), standby.stop()])
    }
  }, 120_000)
})
