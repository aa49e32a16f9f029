// When a sound request meets the world as it is: somebody was first, the answer was given before, it is not yours, not now, not possible.
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { administer } from '../../server/bench/postgres.ts'
import type { House } from '../../server/house.ts'
import { freshInstitution, type Institution, institution, template } from './app.ts'
import type { Offer, Reply } from './client.ts'
import { contentsOf } from './contents.ts'
import { inSql } from './store.ts'

const student = 'student-01'
const application = { student, enrolments: [`${student}-e1`] }
const refusal = ({ status, body }: Reply) => [status, body.code]

/** A withdrawal that waits for management, finance having reviewed it. */
async function beforeApproval({ as }: Institution) {
  const { id } = await as('front-desk').open('withdrawal', application)
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.declined'])
    await as('customer-service').advance(id, type)
  return as('finance').advance(id, 'payments.reviewed')
}

const offered = async ({ as }: Institution, username: string, id: string, type: string): Promise<Offer> =>
  (await as(username).show(id)).offers.find((offer) => offer.type === type)!

describe('somebody was first', () => {
  it('the revision in hand is stale: 412 with the one to read, and nothing changes', async () => {
    const house = await freshInstitution()
    const { id, revision } = await house.as('front-desk').open('withdrawal', application)
    const { href } = await offered(house, 'customer-service', id, 'identity.confirmed')
    await house.as('customer-service').advance(id, 'enrolment.confirmed')
    const before = await contentsOf(house)
    for (const known of [revision, revision + 7, 0]) {
      const reply = await house.as('customer-service').post(href, {}, { 'if-match': `"${known}"` })
      expect([...refusal(reply), reply.headers.etag]).toEqual([412, 'stale', `"${revision + 1}"`])
    }
    expect(await contentsOf(house)).toBe(before)
  })

  it('an act does not make a revision stale', async () => {
    const house = await freshInstitution()
    const { id, revision } = await house.as('front-desk').open('withdrawal', application)
    const after = await house.as('customer-service').act(id, 'comment.added')
    expect(after.revision).toBe(revision)
    const { href } = await offered(house, 'customer-service', id, 'identity.confirmed')
    const reply = await house.as('customer-service').post(href, {}, { 'if-match': `"${revision}"` })
    expect([reply.status, reply.headers.etag]).toEqual([200, `"${revision + 2}"`])
  })
})

describe('the same request twice under one key', () => {
  const key = { 'idempotency-key': 'k-1' }
  const answer = ({ status, text, headers }: Reply) => [status, text, headers.etag, headers.location, headers['content-type']]

  it('an opening is done once and answered twice, to the letter', async () => {
    const { as, house } = await freshInstitution()
    const [described] = (await as('front-desk').get('/api/procedures')).body
    const form = await as('front-desk').fill(described.opening, null)
    const first = await as('front-desk').post(`/api/${described.name}`, form, key)
    await as('customer-service').advance(first.body.id, 'identity.confirmed')
    const shuffled = JSON.stringify(Object.fromEntries(Object.entries(form).toReversed()), null, 2)
    const again = await as('front-desk').post(`/api/${described.name}`, shuffled, { ...key, 'content-type': 'application/json' })
    expect(first.status).toBe(201)
    expect(first.headers.location).toBe(`/api/cases/${first.body.id}`)
    expect(answer(again)).toEqual(answer(first))
    expect(await house.db.q.select().from(schema.cases)).toHaveLength(1)
  })

  it('a step is taken once; the old answer comes even when the revision has long been stale', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id, revision } = await as('front-desk').open('withdrawal', application)
    const { href } = await offered(house, 'customer-service', id, 'identity.confirmed')
    const say = () => as('customer-service').post(href, {}, { ...key, 'if-match': `"${revision}"` })
    const first = await say()
    await as('customer-service').advance(id, 'enrolment.confirmed')
    expect(first.status).toBe(200)
    expect(answer(await say())).toEqual(answer(first))
    expect((await historyOf(house.house.db, id)).map(({ type }) => type)).toEqual([
      'case.opened',
      'identity.confirmed',
      'enrolment.confirmed',
    ])
  })

  it('an act and a stored file are no exception', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id } = await as('front-desk').open('withdrawal', application)
    const act = (await as('front-desk').show(id)).acts.find(({ type }) => type === 'comment.added')!
    const say = () => as('front-desk').post(act.href, { comment: '请尽快办理' }, key)
    expect(answer(await say())).toEqual(answer(await say()))
    const form = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhello\r\n--b--\r\n'
    const store = () =>
      as('front-desk').post('/api/attachments', form, { 'idempotency-key': 'k-2', 'content-type': 'multipart/form-data; boundary=b' })
    expect(answer(await store())).toEqual(answer(await store()))
    expect(await historyOf(house.house.db, id)).toHaveLength(2)
    expect(await house.house.db.q.select().from(schema.attachments)).toHaveLength(1)
  })

  const spoken = { saidBy: 'student', channel: 'phone' }
  it('for something else is 422, whatever else would have been wrong with it', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id, revision } = await as('front-desk').open('withdrawal', application)
    const known = { ...key, 'if-match': `"${revision}"` }
    const [one, other] = [
      await offered(house, 'customer-service', id, 'identity.confirmed'),
      await offered(house, 'customer-service', id, 'retention.failed'),
    ]
    expect((await as('customer-service').post(other.href, { ...spoken, result: '仍要离开' }, known)).status).toBe(200)
    const before = await contentsOf(house)
    for (const [href, body, headers] of [
      [other.href, { ...spoken, result: '已同意留下' }, known],
      [one.href, {}, known],
      [one.href, {}, { ...key, 'if-match': `"${revision + 1}"` }],
    ] as const)
      expect(refusal(await as('customer-service').post(href, body, headers))).toEqual([422, 'key-reused'])
    expect(await contentsOf(house)).toBe(before)
  })

  it('holds for signing out as well: the same again, or 422 while the session lasts', async () => {
    const house = await freshInstitution()
    const { as } = house
    await as('front-desk').open('withdrawal', application)
    expect((await as('front-desk').post('/api/withdrawal', application, key)).status).toBe(400)
    expect((await as('front-desk').post('/api/notices/none/read', {}, key)).status).toBe(404)
    const out = await as('front-desk').post('/api/auth/sign-out', {}, key)
    expect([out.status, String(out.headers['set-cookie'])]).toEqual([200, expect.stringContaining('Max-Age=0')])
    expect((await as('front-desk').get('/api/session')).status).toBe(401)
    expect((await as('front-desk').post('/api/auth/sign-out', {}, key)).status).toBe(200)
  })

  it('is only one person’s; what was refused does not use it up; after seven days it is forgotten', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id, revision } = await as('front-desk').open('withdrawal', application)
    const say = async (username: string, type: string, body = {}) => {
      const { href } = await offered(house, 'customer-service', id, type)
      const { revision } = await as('customer-service').show(id)
      return as(username).post(href, body, { ...key, 'if-match': `"${revision}"` })
    }
    expect((await say('finance', 'identity.confirmed')).status).toBe(403)
    expect((await say('customer-service', 'retention.failed', {})).status).toBe(400)
    expect((await say('customer-service', 'identity.confirmed')).body.revision).toBe(revision + 1)
    expect((await say('front-desk', 'enrolment.confirmed')).status).toBe(403)
    expect(refusal(await say('customer-service', 'enrolment.confirmed'))).toEqual([422, 'key-reused'])
    await house.house.db.q.update(schema.idempotency).set({ createdAt: new Date(Date.now() - 7 * 86_400_000 - 1000).toISOString() })
    expect((await say('customer-service', 'enrolment.confirmed')).body.revision).toBe(revision + 2)
  })

  it('sent eight times at once is done once', async () => {
    const { as, house } = await freshInstitution()
    const [described] = (await as('front-desk').get('/api/procedures')).body
    const form = await as('front-desk').fill(described.opening, null)
    const replies = await Promise.all(Array.from({ length: 8 }, () => as('front-desk').post(`/api/${described.name}`, form, key)))
    expect(new Set(replies.map((reply) => JSON.stringify(answer(reply)))).size).toBe(1)
    expect(await house.db.q.select().from(schema.cases)).toHaveLength(1)
  })
})

describe('a sound request is refused', () => {
  it('403 not-yours for a role that has no say, before anything about the state is told', async () => {
    const house = await freshInstitution()
    const { id, revision } = await house.as('front-desk').open('withdrawal', application)
    const known = { 'if-match': `"${revision}"` }
    const grant = await house.as('finance').post(`/api/withdrawal@1/${id}/approval.granted`, {}, known)
    expect(refusal(grant)).toEqual([403, 'not-yours'])
    const early = await house.as('management').post(`/api/withdrawal@1/${id}/approval.granted`, {}, known)
    expect(refusal(early)).toEqual([409, 'not-now'])
    const opening = await house.as('auditor').post(
      '/api/withdrawal',
      await house
        .as('auditor')
        .fill({ properties: {} }, null)
        .then(() => openingForm(house)),
    )
    expect(refusal(opening)).toEqual([403, 'not-yours'])
  })

  it('403 four-eyes for who proposed what is to be confirmed; 409 not-now until it can be', async () => {
    const house = await freshInstitution()
    const { id } = await beforeApproval(house)
    await house.as('management').advance(id, 'approval.granted')
    await house.as('customer-service').advance(id, 'notice.delivered')
    const early = await house
      .as('finance-2')
      .post(`/api/withdrawal@1/${id}/settlement.confirmed`, await bound(house, id), await revisionOf(house, id))
    expect(refusal(early)).toEqual([409, 'not-now'])
    await house.as('finance').advance(id, 'settlement.proposed')
    const own = await house
      .as('finance')
      .post(`/api/withdrawal@1/${id}/settlement.confirmed`, await bound(house, id), await revisionOf(house, id))
    expect(refusal(own)).toEqual([403, 'four-eyes'])
    expect((await house.as('finance-2').advance(id, 'settlement.confirmed')).facts.settlement.everConfirmed).toBe(true)
  })

  it('422 not-possible for a form that is valid and cannot be: another student’s enrolment, another amount than was confirmed', async () => {
    const house = await freshInstitution()
    const { as } = house
    const opening = await openingForm(house)
    const refused = async (answers: object) => as('front-desk').post('/api/withdrawal', { ...opening, ...answers })
    for (const [answers, path] of [
      [{ student: 'student-99' }, '/student'],
      [{ enrolments: ['student-02-e1'] }, '/enrolments/0'],
      [{ evidence: ['no-such-file'] }, '/evidence/0'],
      [{ follows: 'no-such-case' }, '/follows'],
    ] as const) {
      const reply = await refused(answers)
      expect([...refusal(reply), reply.body.errors.map((e: { path: string }) => e.path)]).toEqual([
        422,
        'not-possible',
        expect.arrayContaining([path]),
      ])
    }
    const { id } = await beforeApproval(house)
    await as('management').advance(id, 'approval.granted')
    await as('customer-service').advance(id, 'notice.delivered')
    await as('finance').advance(id, 'settlement.proposed')
    const before = await contentsOf(house)
    const more = { ...(await bound(house, id)), amountFen: (await as('finance').show(id)).facts.settlement.amountFen + 1 }
    const reply = await as('finance-2').post(`/api/withdrawal@1/${id}/settlement.confirmed`, more, await revisionOf(house, id))
    expect([...refusal(reply), reply.body.errors[0].path]).toEqual([422, 'not-possible', '/amountFen'])
    expect(await contentsOf(house)).toBe(before)
  })

  it('of two reasons the one that comes first in the promised order', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id, revision } = await as('front-desk').open('withdrawal', application)
    const url = (type: string) => `/api/withdrawal@1/${id}/${type}`
    const [stale, known] = [{ 'if-match': `"${revision + 1}"` }, { 'if-match': `"${revision}"` }]
    expect(refusal(await as('finance').post(url('identity.confirmed'), {}, stale))).toEqual([412, 'stale'])
    expect(refusal(await as('finance').post(url('approval.granted'), {}, known))).toEqual([403, 'not-yours'])
    const impossible = { amountFen: 1, voucher: 'V-1' }
    expect(refusal(await as('finance').post(url('refund.paid'), impossible, known))).toEqual([409, 'not-now'])
    expect(refusal(await as('finance').post(url('refund.paid'), { amountFen: 1 }, stale))).toEqual([400, 'invalid'])
    expect(refusal(await as('finance').post(url('refund.paid'), impossible))).toEqual([428, 'revision-required'])
    const elsewhere = url('refund.paid').replace(id, 'no-such-case')
    expect(refusal(await as('finance').post(elsewhere, impossible, stale))).toEqual([404, 'not-found'])
  })

  it('the address of another procedure’s case is no address of this one', async () => {
    const { as } = await freshInstitution()
    const { id, revision } = await as('front-desk').open('complaint')
    const reply = await as('customer-service').post(`/api/withdrawal@1/${id}/identity.confirmed`, {}, { 'if-match': `"${revision}"` })
    expect(refusal(reply)).toEqual([404, 'not-found'])
  })
})

describe('the house itself', () => {
  it('429 with Retry-After for who asks too often, after the session and before the form is looked at', async () => {
    const house = await institution(20)
    onTestFinished(house.close)
    const flood = () => house.as('admin').post('/api/withdrawal', 'text', { 'content-type': 'text/plain' })
    const replies = []
    for (let i = 0; i < 25; i++) replies.push(await flood())
    expect(replies.map(({ status }) => status)).toEqual([...Array(20).fill(415), ...Array(5).fill(429)])
    expect(Number(replies.at(-1)!.headers['retry-after'])).toBeGreaterThan(0)
    expect(replies.at(-1)!.body).toMatchObject({ code: 'too-many', status: 429 })
    expect((await house.as('finance').get('/api/session')).status).toBe(200)
    expect((await house.app.inject({ method: 'POST', url: '/api/withdrawal' })).statusCode).toBe(401)
  })

  it('415 for a body in another character set, 400 for a revision that is written otherwise', async () => {
    const house = await freshInstitution()
    const { id, revision } = await house.as('front-desk').open('withdrawal', application)
    const { href } = await offered(house, 'customer-service', id, 'identity.confirmed')
    const confirm = (headers: Record<string, string>) => house.as('customer-service').post(href, {}, headers)
    const latin = { 'content-type': 'application/json; charset=latin1', 'if-match': `"${revision}"` }
    expect(refusal(await confirm(latin))).toEqual([415, 'media-type'])
    expect(refusal(await confirm({ 'if-match': `"0${revision}"` }))).toEqual([400, 'invalid'])
    const utf8 = { 'content-type': 'application/json; charset=UTF-8', 'if-match': `"${revision}"` }
    expect((await confirm(utf8)).status).toBe(200)
  })

  it('503 with Retry-After while the store takes no writes; reading goes on, and writing after it', async () => {
    const { as, house, app } = await freshInstitution()
    const { id } = await as('front-desk').open('withdrawal', application)
    const before = await contentsOf({ house, app })
    const writing = await cannotWrite(house)
    const { revision } = await as('customer-service').show(id)
    const say = () =>
      as('customer-service').post(
        `/api/withdrawal@1/${id}/identity.confirmed`,
        {},
        { 'if-match': `"${revision}"`, 'idempotency-key': 'k-1' },
      )
    const refused = await say()
    expect([...refusal(refused), Number(refused.headers['retry-after']) > 0]).toEqual([503, 'unavailable', true])
    await writing.again()
    expect(await contentsOf({ house, app })).toBe(before)
    expect((await say()).status).toBe(200)
  })

  it('a request that is not HTTP gets a problem document too', async () => {
    const { app } = await freshInstitution()
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
    const answers = await Promise.all(
      ['nonsense\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(70_000)}\r\n\r\n`].map((text) => raw(Number(port), text)),
    )
    expect(answers[0]).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"invalid"/)
    expect(answers[1]).toMatch(/^HTTP\/1\.1 431 [\s\S]*application\/problem\+json/)
  })
})

/** As on a full disk, or a standby. */
async function cannotWrite({ db }: House) {
  if (db.engine === 'sqlite') {
    await inSql(db, 'pragma query_only = 1')
    return { again: () => inSql(db, 'pragma query_only = 0') }
  }
  const name = (await inSql(db, 'select current_database() as name'))[0]!.name
  const set = (readOnly: boolean) =>
    administer(
      template.server,
      `alter database ${name} set default_transaction_read_only = ${readOnly}`,
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`,
    )
  await set(true)
  return { again: () => set(false) }
}

const raw = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

async function openingForm({ as }: Institution) {
  const described = (await as('front-desk').get('/api/procedures/withdrawal@1')).body
  return { ...(await as('front-desk').fill(described.opening, null)), ...application }
}
const revisionOf = async ({ as }: Institution, id: string) => ({ 'if-match': `"${(await as('auditor').show(id)).revision}"` })
/** What was proposed, as the confirmation repeats it. */
async function bound({ as }: Institution, id: string) {
  const { settlement } = (await as('finance').show(id)).facts
  const { amountFen = 0, payee = 'originalPayer', worksheet = 'none' } = settlement ?? {}
  return { amountFen, payee, worksheet }
}
