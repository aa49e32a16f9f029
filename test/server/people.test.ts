// People, their rights and their deputies: who may change them, what takes effect when, and the chain that remembers it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, schema } from '../../db/database.ts'
import { institutionDescription } from '../../db/institution.ts'
import { userById } from '../../db/queries/people.ts'
import { checkChain } from '../../machines/proof/chain.ts'
import { makeHouse } from '../../server/house.ts'
import { changePerson, createUser } from '../../server/people.ts'
import { as, chain, type Office, office, password, passwordHash, signIn } from './office.ts'

const newcomer = { username: 'wang-fang', name: '王芳', role: 'teaching', password: 'first-day-2026' }
type Page = { items: { id: string; name: string }[]; next: string | null }
const revision = async ({ house, ids }: Office, username: string) => (await userById(house.db, ids[username]!))!.rightsRevision
const lastEvent = async ({ house }: Office) => (await chain(house)).at(-1)!

describe('looking people up', () => {
  it('whoever is signed in finds people by role, department, part of a name or username', async () => {
    const { get } = await as(await office(), 'auditor')
    const found = async (query: string) => ((await get(`/api/users?${query}`)).json() as Page).items.map(({ name }) => name)
    expect(await found('role=finance')).toEqual(['钱进', '钱多'])
    expect(await found('department=customer-service')).toEqual(['周敏'])
    expect(await found(`q=${encodeURIComponent('钱')}`)).toEqual(['钱进', '钱多'])
    expect(await found('q=MANAGEMENT')).toEqual(['赵刚'])
    expect(await found('role=finance&q=2')).toEqual(['钱多'])
  })

  it('a percent sign, an underscore or a backslash is looked for, not interpreted', async () => {
    const { get } = await as(await office(), 'auditor')
    for (const q of ['%', '_', '\\', '%25']) expect((await get(`/api/users?q=${encodeURIComponent(q)}`)).json().items).toEqual([])
  })

  it('page by page everybody is seen once', async () => {
    const { get } = await as(await office(), 'auditor')
    const seen: string[] = []
    let next: string | null = null
    do {
      const page: Page = (await get(`/api/users?limit=4${next ? `&cursor=${next}` : ''}`)).json()
      seen.push(...page.items.map(({ id }) => id))
      next = page.next
    } while (next)
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
  })

  it('usernames and reporting lines are shown to the administrator alone, addresses to nobody', async () => {
    const house = await office()
    const [entry] = (await (await as(house, 'auditor')).get('/api/users?q=front')).json().items
    expect(entry).toEqual({
      id: house.ids['front-desk'],
      name: '周敏',
      role: 'front-desk',
      department: 'customer-service',
      campus: null,
      lead: false,
      active: true,
    })
    const [full] = (await (await as(house, 'admin')).get('/api/users?q=front')).json().items
    expect(full).toEqual({ ...entry, username: 'front-desk', reportsTo: null })
  })

  it('people who have left are found only when asked for', async () => {
    const house = await office()
    const { get, post } = await as(house, 'admin')
    await post(`/api/users/${house.ids.finance}`, { active: false })
    const names = async (query: string) => (await get(`/api/users?role=finance${query}`)).json().items.map((p: { name: string }) => p.name)
    expect(await names('')).toEqual(['钱多'])
    expect(await names('&active=false')).toEqual(['钱进'])
    expect(await names('&active=any')).toEqual(['钱进', '钱多'])
  })

  it.each(['role=boss', 'department=boss', 'limit=x', 'cursor=xyz', 'active=yes', 'email=a', `q=${'x'.repeat(101)}`])(
    'the query %s is refused',
    async (query) => {
      expect((await (await as(await office(), 'auditor')).get(`/api/users?${query}`)).statusCode).toBe(400)
    },
  )
})

describe('adding and changing people', () => {
  it('the administrator adds a person, who can sign in with the first password', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const answer = await post('/api/users', {
      ...newcomer,
      username: 'Wang-Fang',
      campus: 'east',
      lead: true,
      reportsTo: house.ids['management-2'],
    })
    expect(answer.statusCode).toBe(201)
    expect(answer.headers.location).toBe(`/api/users/${answer.json().id}`)
    expect(answer.json()).toMatchObject({
      username: 'wang-fang',
      name: '王芳',
      department: 'teaching',
      campus: 'east',
      lead: true,
      active: true,
    })
    expect((await signIn(house, 'wang-fang', newcomer.password)).json()).toMatchObject({
      name: '王芳',
      role: 'teaching',
      campus: 'east',
      lead: true,
    })
  })

  it('nobody else may add or change anybody, deputies of the administrator included', async () => {
    const house = await office()
    const [principal, deputy] = [house.ids.admin!, house.ids.auditor!]
    await house.house.db.q.insert(schema.deputies).values({ id: 'd', principal, deputy, from: '2026-01-01', until: '2026-12-31' })
    const before = (await chain(house.house)).length
    for (const username of ['management-2', 'auditor', 'front-desk']) {
      const { post } = await as(house, username)
      for (const [url, form] of [
        ['/api/users', newcomer],
        [`/api/users/${house.ids[username]}`, { role: 'admin' }],
        [`/api/users/${house.ids.admin}/password`, { password: 'mine-from-now' }],
      ] as const) {
        const answer = await post(url, form)
        expect([answer.statusCode, answer.json().code], `${username} ${url}`).toEqual([403, 'not-yours'])
      }
    }
    expect(await chain(house.house)).toHaveLength(before)
    expect((await signIn(house, 'admin')).statusCode).toBe(200)
  })

  it.each([
    [{ username: 'finance' }, '/username'],
    [{ username: 'FINANCE' }, '/username'],
    [{ campus: 'nowhere' }, '/campus'],
    [{ reportsTo: 'nobody' }, '/reportsTo'],
  ])('what cannot be is refused with the field named: %j', async (wrong, path) => {
    const { post } = await as(await office(), 'admin')
    const answer = await post('/api/users', { ...newcomer, ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'not-possible', errors: [{ path }] })
  })

  it.each([
    [{ username: '王芳' }],
    [{ username: 'ab' }],
    [{ username: '-ab' }],
    [{ username: 'a b c' }],
    [{ role: 'boss' }],
    [{ name: '  ' }],
    [{ password: 'short' }],
    [{ lead: 'yes' }],
    [{ email: 'a@b.cn' }],
    [{ campus: 7 }],
  ])('a form that is no form is refused: %j', async (wrong) => {
    const { post } = await as(await office(), 'admin')
    const answer = await post('/api/users', { ...newcomer, ...wrong })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0].path).toBe(`/${Object.keys(wrong)[0]}`)
  })

  it('a change holds at once, raises the rights’ revision and leaves the rest as it was', async () => {
    const house = await office()
    const finance = await as(house, 'finance')
    const before = await revision(house, 'finance')
    const answer = await (await as(house, 'admin')).post(`/api/users/${house.ids.finance}`, { role: 'sales', campus: 'east' })
    expect(answer.json()).toMatchObject({
      name: '钱进',
      username: 'finance',
      role: 'sales',
      department: 'sales',
      campus: 'east',
      active: true,
    })
    expect(await revision(house, 'finance')).toBe(before + 1)
    expect((await finance.get('/api/session')).json()).toMatchObject({ role: 'sales', campus: 'east' })
  })

  it('null takes a campus or a superior away', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const url = `/api/users/${house.ids.finance}`
    await post(url, { campus: 'east', reportsTo: house.ids['management-2'] })
    expect((await post(url, { campus: null, reportsTo: null })).json()).toMatchObject({ campus: null, reportsTo: null })
    expect((await lastEvent(house)).facts).toEqual({ user: house.ids.finance, role: 'finance', lead: false, active: true })
  })

  it('a change that changes nothing leaves no trace', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const before = [(await chain(house.house)).length, await revision(house, 'finance')]
    expect((await post(`/api/users/${house.ids.finance}`, { role: 'finance', name: '钱进' })).statusCode).toBe(200)
    expect([(await chain(house.house)).length, await revision(house, 'finance')]).toEqual(before)
    expect((await post(`/api/users/${house.ids.finance}`, {})).statusCode).toBe(400)
  })

  it('nobody comes to report to themselves, not by way of others either', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const [a, b, c] = [house.ids.finance, house.ids['finance-2'], house.ids['management-2']]
    await post(`/api/users/${a}`, { reportsTo: b })
    await post(`/api/users/${b}`, { reportsTo: c })
    for (const [who, to] of [
      [c, a],
      [c, b],
      [a, a],
    ])
      expect((await post(`/api/users/${who}`, { reportsTo: to })).statusCode).toBe(422)
    expect((await post(`/api/users/${a}`, { reportsTo: c })).statusCode).toBe(200)
  })

  it('the last active administrator can neither leave nor take another role', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const url = `/api/users/${house.ids.admin}`
    expect((await post(url, { active: false })).json().errors[0].path).toBe('/active')
    expect((await post(url, { role: 'data' })).json().errors[0].path).toBe('/role')
    await createUser(house.house, 'founder', { username: 'admin-2', name: '新管理员', role: 'admin' }, await passwordHash())
    expect((await post(url, { active: false })).statusCode).toBe(200)
    expect((await post(url, { active: true })).statusCode).toBe(401)
  })

  it('who is let go is signed out for good: coming back means signing in again', async () => {
    const house = await office()
    const finance = await as(house, 'finance')
    const { post } = await as(house, 'admin')
    await post(`/api/users/${house.ids.finance}`, { active: false })
    await post(`/api/users/${house.ids.finance}`, { active: true })
    expect((await finance.get('/api/session')).statusCode).toBe(401)
    expect((await signIn(house, 'finance')).statusCode).toBe(200)
  })

  it('a new password ends the sessions of the old one, which opens nothing any more', async () => {
    const house = await office()
    const finance = await as(house, 'finance')
    const { post } = await as(house, 'admin')
    const answer = await post(`/api/users/${house.ids.finance}/password`, { password: '新的口令-2026' })
    expect([answer.statusCode, answer.json()]).toEqual([200, { id: house.ids.finance }])
    expect((await finance.get('/api/session')).statusCode).toBe(401)
    expect((await signIn(house, 'finance')).statusCode).toBe(401)
    expect((await signIn(house, 'finance', '新的口令-2026')).statusCode).toBe(200)
  })

  it('a person who does not exist is not found', async () => {
    const { post } = await as(await office(), 'admin')
    for (const url of ['/api/users/none', '/api/users/none/password', '/api/deputies/none/end'])
      expect((await post(url, url.endsWith('word') ? { password } : url.endsWith('end') ? {} : { lead: true })).statusCode, url).toBe(404)
  })

  it('the same key adds the same person once; with another password it is another request', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const key = { 'idempotency-key': 'newcomer-1' }
    const [first, again] = [await post('/api/users', newcomer, key), await post('/api/users', newcomer, key)]
    expect([again.statusCode, again.body, again.headers.location]).toEqual([201, first.body, first.headers.location])
    const other = await post('/api/users', { ...newcomer, password: 'another-2026' }, key)
    expect([other.statusCode, other.json().code]).toEqual([422, 'key-reused'])
  })

  it('no quick digest of a password is kept with a key', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    await post('/api/users', newcomer, { 'idempotency-key': 'k' })
    const [kept] = await house.house.db.q.select().from(schema.idempotency)
    const guess = (body: object) =>
      createHash('sha256')
        .update(`POST /api/users\n${JSON.stringify(body)}`)
        .digest('hex')
    const sorted = { name: newcomer.name, password: newcomer.password, role: newcomer.role, username: newcomer.username }
    expect(kept!.request).toMatch(/^[0-9a-f]{64}$/)
    expect(kept!.request).not.toBe(guess(sorted))
    expect(kept!.body).not.toContain(newcomer.password)
  })
})

describe('the institution’s chain', () => {
  const sortedJson = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`)
      .join(',')}}`
  }
  const sha256 = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

  it('every change is an event by whoever made it, its facts without a name', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const { id } = (await post('/api/users', { ...newcomer, campus: 'east' })).json()
    await post(`/api/users/${id}`, { name: '王小芳', lead: true })
    await post(`/api/users/${id}/password`, { password: 'second-day' })
    const events = (await chain(house.house)).slice(-3)
    const facts = { user: id, role: 'teaching', campus: 'east', active: true }
    expect(events.map(({ type, actor, facts, personal }) => ({ type, actor, facts, personal }))).toEqual([
      { type: 'user.created', actor: house.ids.admin, facts: { ...facts, lead: false }, personal: { name: '王芳', username: 'wang-fang' } },
      { type: 'user.changed', actor: house.ids.admin, facts: { ...facts, lead: true }, personal: { name: '王小芳' } },
      { type: 'user.passwordSet', actor: house.ids.admin, facts: { user: id }, personal: null },
    ])
  })

  it('it is unbroken, and its hashes come out the same when computed without our code', async () => {
    const house = await office()
    await (await as(house, 'admin')).post(`/api/users/${house.ids.finance}`, { lead: true })
    const events = await chain(house.house)
    expect(checkChain(events)).toEqual([])
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
    for (const { hash, salt, personal, ...hashed } of events) {
      expect(sha256(sortedJson(hashed))).toBe(hash)
      expect(personal === null ? null : sha256(Buffer.from(salt!, 'hex'), sortedJson(personal))).toBe(hashed.personalDigest)
      expect(hashed).toMatchObject({ v: 1, case: 'institution', procedure: 'institution@1', onBehalfOf: null })
      expect(hashed.definition).toBe(sha256(sortedJson(institutionDescription)))
      expect(hashed.stateDigest).toBe(sha256('{"context":{},"status":"active","value":{}}'))
    }
  })

  it('its time never runs backwards, even when a clock does', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    house.moveTo('2026-03-01T00:00:00.000Z')
    await post(`/api/users/${house.ids.finance}`, { lead: true })
    expect((await lastEvent(house)).at).toBe('2026-03-09T02:00:00.000Z')
    expect(checkChain(await chain(house.house))).toEqual([])
  })

  it('a change overtaken by another is decided again: two administrators cannot dismiss each other', async () => {
    const house = await office()
    const other = await createUser(house.house, 'founder', { username: 'admin-2', name: '二号', role: 'admin' }, await passwordHash())
    const [one, two] = [await as(house, 'admin'), await as(house, 'admin-2')]
    const { db } = house.house
    const { commit } = db
    // What the second decided on is no longer true when it comes to be written.
    db.commit = async (writes) => {
      db.commit = commit
      expect((await two.post(`/api/users/${house.ids.admin}`, { role: 'data' })).statusCode).toBe(200)
      return commit(writes)
    }
    const answer = await one.post(`/api/users/${other}`, { role: 'data' })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-yours'])
    expect((await userById(db, other))!.role).toBe('admin')
    expect(checkChain(await chain(house.house))).toEqual([])
  })

  it('rights taken away while a change is being made up are rights taken away', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const second = await createUser(house.house, 'founder', { username: 'admin-2', name: '二号', role: 'admin' }, await passwordHash())
    const elsewhere = makeHouse(await openDatabase(house.where), house.house.now)
    onTestFinished(() => elsewhere.db.close())
    const { db } = house.house
    const { commit } = db
    db.commit = async (writes) => {
      db.commit = commit
      await changePerson(elsewhere, { userId: second, key: undefined, method: '', url: '', body: null }, house.ids.admin!, { role: 'data' })
      return commit(writes)
    }
    expect((await post('/api/users', newcomer)).statusCode).toBe(403)
    expect(await lastEvent(house)).toMatchObject({ type: 'user.changed', actor: second, facts: { user: house.ids.admin, role: 'data' } })
  })

  it('two processes that add people at the same time make one chain', async () => {
    const house = await office()
    const script = new URL('./add-people.ts', import.meta.url).pathname
    const run = (prefix: string) =>
      new Promise<number | null>((resolve) => {
        spawn(process.execPath, [script, house.where, prefix, '15'], { stdio: 'inherit' }).on('exit', resolve)
      })
    expect(await Promise.all([run('one'), run('two')])).toEqual([0, 0])
    const events = await chain(house.house)
    expect(events).toHaveLength(6 + 30)
    expect(checkChain(events)).toEqual([])
    expect(await house.house.db.q.select().from(schema.users).where(eq(schema.users.role, 'sales'))).toHaveLength(30)
  })
})

describe('deputies', () => {
  const week = { from: '2026-03-09', until: '2026-03-13' }
  const named = async (house: Office, form: object = {}) => {
    const finance = await as(house, 'finance')
    return { finance, answer: await finance.post('/api/deputies', { deputy: house.ids['finance-2'], ...week, ...form }) }
  }

  it('whoever will be away names a deputy, and it is recorded', async () => {
    const house = await office()
    const before = await revision(house, 'finance-2')
    const { answer } = await named(house)
    expect(answer.statusCode).toBe(201)
    const { id, ...rest } = answer.json()
    expect(rest).toEqual({ principal: house.ids.finance, deputy: house.ids['finance-2'], ...week })
    expect(await lastEvent(house)).toMatchObject({ type: 'deputy.named', actor: house.ids.finance, facts: { deputyship: id, ...rest } })
    expect(await revision(house, 'finance-2')).toBe(before + 1)
    expect((await (await as(house, 'finance-2')).get('/api/session')).json().onBehalfOf).toEqual([{ id: house.ids.finance, name: '钱进' }])
  })

  it('both see it, and who administers or oversees; nobody else', async () => {
    const house = await office()
    const { answer } = await named(house)
    const entry = {
      id: answer.json().id,
      principal: { id: house.ids.finance, name: '钱进' },
      deputy: { id: house.ids['finance-2'], name: '钱多' },
      ...week,
    }
    for (const username of ['finance', 'finance-2', 'admin', 'auditor', 'management-2'])
      expect((await (await as(house, username)).get('/api/deputies')).json(), username).toEqual({ items: [entry], next: null })
    expect((await (await as(house, 'front-desk')).get('/api/deputies')).json()).toEqual({ items: [], next: null })
  })

  it('it ends at once when its principal or the administrator says so, and that is recorded', async () => {
    const house = await office()
    for (const username of ['finance', 'admin']) {
      const { answer } = await named(house)
      const url = `/api/deputies/${answer.json().id}/end`
      const before = await revision(house, 'finance-2')
      expect((await (await as(house, username)).post(url)).statusCode).toBe(200)
      expect(await lastEvent(house)).toMatchObject({
        type: 'deputy.ended',
        actor: house.ids[username],
        facts: { deputyship: answer.json().id },
      })
      expect(await revision(house, 'finance-2')).toBe(before + 1)
      expect((await (await as(house, 'finance-2')).get('/api/session')).json().onBehalfOf).toEqual([])
      expect((await (await as(house, username)).post(url)).statusCode).toBe(404)
    }
  })

  it('the deputy cannot end it, and a stranger does not learn of it', async () => {
    const house = await office()
    const { answer } = await named(house)
    const url = `/api/deputies/${answer.json().id}/end`
    expect((await (await as(house, 'finance-2')).post(url, {})).statusCode).toBe(403)
    expect((await (await as(house, 'auditor')).post(url, {})).statusCode).toBe(403)
    expect((await (await as(house, 'front-desk')).post(url, {})).statusCode).toBe(404)
  })

  it('only the administrator names a deputy for somebody else', async () => {
    const house = await office()
    const form = { principal: house.ids['management-2'], deputy: house.ids.finance, ...week }
    expect((await (await as(house, 'finance')).post('/api/deputies', form)).statusCode).toBe(403)
    expect((await (await as(house, 'admin')).post('/api/deputies', form)).statusCode).toBe(201)
    expect(await lastEvent(house)).toMatchObject({ actor: house.ids.admin, facts: { principal: house.ids['management-2'] } })
  })

  it.each([
    [{ from: '2026-03-13', until: '2026-03-12' }, '/until'],
    [{ from: '2026-03-01', until: '2026-03-08' }, '/until'],
    [{ from: '2026-03-09', until: '2027-03-11' }, '/until'],
    [{ deputy: 'nobody' }, '/deputy'],
  ])('one that cannot be is refused: %j', async (form, path) => {
    const { answer } = await named(await office(), form)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].path).toBe(path)
  })

  it.each([[{ from: '2026-02-30' }], [{ until: 'tomorrow' }], [{ deputy: '' }], [{ role: 'finance' }]])(
    'a form that is no form is refused: %j',
    async (form) => {
      expect((await named(await office(), form)).answer.statusCode).toBe(400)
    },
  )

  it('nobody deputises for themselves, and staff do not stand in for auditor or administrator', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const pairs = [
      ['finance', 'finance'],
      ['auditor', 'finance'],
      ['finance', 'auditor'],
      ['admin', 'management-2'],
    ] as const
    for (const [principal, deputy] of pairs) {
      const answer = await post('/api/deputies', { principal: house.ids[principal], deputy: house.ids[deputy], ...week })
      expect([answer.statusCode, answer.json().errors[0].path], `${deputy} for ${principal}`).toEqual([422, '/deputy'])
    }
  })

  it('when the principal’s rights change, so do the deputy’s', async () => {
    const house = await office()
    await named(house)
    const before = await revision(house, 'finance-2')
    await (await as(house, 'admin')).post(`/api/users/${house.ids.finance}`, { active: false })
    expect(await revision(house, 'finance-2')).toBe(before + 1)
    expect((await (await as(house, 'finance-2')).get('/api/session')).json().onBehalfOf).toEqual([])
  })
})
