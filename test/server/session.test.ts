// Signing in and out through the application: what a session is worth, and when it stops being worth anything.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDatabase, schema } from '../../db/database.ts'
import { makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { as, cookieOf, office, password, signIn, start } from './office.ts'

const { users, sessions } = schema
const withCookie = (cookie: string) => ({ method: 'GET', url: '/api/session', headers: { cookie } }) as const
/** What either takes when nothing comes between, in ms; they take turns, so that a busy machine is as busy for both. */
async function quickest(turns: number, ...both: [() => Promise<unknown>, () => Promise<unknown>]) {
  const least: [number, number] = [Infinity, Infinity]
  for (let n = 0; n < turns; n++)
    for (const [which, run] of both.entries()) {
      const from = performance.now()
      await run()
      least[which] = Math.min(least[which]!, performance.now() - from)
    }
  return least
}
const deactivate = ({ house, ids }: Awaited<ReturnType<typeof office>>, username: string) =>
  house.db.q.update(users).set({ active: false }).where(eq(users.id, ids[username]!))

describe('signing in', () => {
  it('whoever knows the password gets a cookie no script can read, and is told who they are', async () => {
    const house = await office()
    const answer = await signIn(house, 'management-2')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(/^anjuan\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(answer.json()).toEqual({
      id: house.ids['management-2'],
      name: '赵刚',
      username: 'management-2',
      role: 'management',
      department: 'management',
      campus: null,
      lead: false,
      onBehalfOf: [],
      demo: false,
    })
    const again = await house.app.inject(withCookie(String(answer.headers['set-cookie']).split(';')[0]!))
    expect(again.json()).toEqual(answer.json())
  })

  it('capital letters in a username make no difference', async () => {
    expect((await signIn(await office(), 'Front-Desk')).statusCode).toBe(200)
  })

  it('a wrong password, an unknown name and somebody who has left are told the same, to the letter', async () => {
    const house = await office()
    await deactivate(house, 'finance')
    const answers = [await signIn(house, 'auditor', 'not-this-one'), await signIn(house, 'nobody-here'), await signIn(house, 'finance')]
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401])
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(answers[0]!.json()).toMatchObject({ code: 'wrong-credentials', detail: '用户名或密码不正确' })
    expect(answers.every((answer) => answer.headers['set-cookie'] === undefined)).toBe(true)
    expect(await house.house.db.q.select().from(sessions)).toEqual([])
  })

  it('how long the refusal takes does not tell whether the name exists', async () => {
    const house = await office()
    const refused = (username: string) => () => signIn(house, username, 'not-this-one')
    const [unknown, known] = await quickest(7, refused('nobody-here'), refused('auditor'))
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })

  it.each([
    [{}, ['/password', '/username']],
    [{ username: 'admin', password: 7 }, ['/password']],
    [{ username: 'admin', password, role: 'admin' }, ['/role']],
    [{ username: '', password }, ['/username']],
    [{ username: 'admin', password: 'x'.repeat(129) }, ['/password']],
  ])('a form like %j is refused with the field named', async (payload, paths) => {
    const { app } = await office()
    const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
    expect(answer.statusCode).toBe(400)
    expect(
      answer
        .json()
        .errors.map((error: { path: string }) => error.path)
        .sort(),
    ).toEqual(paths)
  })

  it('behind https the cookie is marked for https alone', async () => {
    const { app } = await office()
    expect((await app.identity.signIn('admin', password, true))?.cookie).toMatch(/; SameSite=Lax; Secure$/)
    expect(app.identity.signOut({}, true).cookie).toMatch(/Max-Age=0; .*; Secure$/)
  })

  it('sessions that have run out are dropped when their person signs in again', async () => {
    const house = await office()
    await signIn(house, 'finance')
    await house.house.db.q.update(sessions).set({ expiresAt: new Date(Date.now() - 1) })
    await signIn(house, 'finance')
    expect(await house.house.db.q.select().from(sessions)).toHaveLength(1)
  })

  it.each(['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/update-user', '/api/auth/change-password', '/api/auth/ok'])(
    'the identity library’s own route %s is not there',
    async (url) => {
      const { app } = await office()
      expect((await app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(404)
      expect((await app.inject({ method: 'GET', url })).statusCode).toBe(404)
    },
  )
})

describe('a session', () => {
  it('without one there is nothing but 401', async () => {
    const answer = await (await office()).app.inject({ method: 'GET', url: '/api/session' })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().code).toBe('not-signed-in')
  })

  it('a cookie with a token or signature of somebody’s own making is worth nothing', async () => {
    const house = await office()
    const cookie = await cookieOf(house, 'admin')
    const other = await cookieOf(house, 'finance')
    const [name, value] = cookie.split('=') as [string, string]
    const [token, signature] = value.split('.') as [string, string]
    const otherSignature = other.split('=')[1]!.split('.')[1]
    const forged = [
      token,
      `${token}.`,
      `${token}.${otherSignature}`,
      `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}.${signature}`,
      `${token}.${signature.slice(4)}`,
      `${token}.AAAA`,
      '%zz.%E0%A4%A',
      '',
      `.${signature}`,
    ]
    for (const value of forged) expect((await house.app.inject(withCookie(`${name}=${value}`))).statusCode, value).toBe(401)
    expect((await house.app.inject(withCookie(`theme=dark; ${cookie}; lang=zh`))).statusCode).toBe(200)
    expect((await house.app.inject(withCookie(`x${cookie}`))).statusCode).toBe(401)
  })

  it('one signed with another institution’s key is worth nothing here', async () => {
    const [here, there] = [await office(), await office()]
    expect((await here.app.inject(withCookie(await cookieOf(there, 'admin')))).statusCode).toBe(401)
  })

  it('it lasts twelve hours of real time, whatever the institution’s clock says', async () => {
    const house = await office()
    const cookie = await cookieOf(house, 'finance')
    house.moveTo('2027-03-09T02:00:00.000Z')
    expect((await house.app.inject(withCookie(cookie))).statusCode).toBe(200)
    const { expiresAt } = (await house.house.db.q.select().from(sessions))[0]!
    expect(Math.abs(expiresAt.getTime() - Date.now() - 12 * 3_600_000)).toBeLessThan(60_000)
    await house.house.db.q.update(sessions).set({ expiresAt: new Date(Date.now() - 1) })
    expect((await house.app.inject(withCookie(cookie))).statusCode).toBe(401)
  })

  it('it survives a restart, and other processes over the same database know it', async () => {
    const house = await office()
    const cookie = await cookieOf(house, 'finance')
    const beside = await start(house.where)
    expect((await beside.app.inject(withCookie(cookie))).json().username).toBe('finance')
    await beside.close()
    const after = await start(house.where)
    expect((await after.app.inject(withCookie(cookie))).statusCode).toBe(200)
    await after.close()
  })

  it('two processes that start at once agree on the key', async () => {
    const { where } = await office()
    const [one, two] = [await openDatabase(where), await openDatabase(where)]
    await one.q.delete(schema.state)
    const [a, b] = await Promise.all([sharedSecret(one), sharedSecret(two)])
    expect(a).toBe(b)
    expect(Buffer.from(a, 'base64url')).toHaveLength(32)
    one.close()
    two.close()
  })

  it('whoever is no longer active is signed out with the very next request', async () => {
    const house = await office()
    const finance = await as(house, 'finance')
    await deactivate(house, 'finance')
    expect((await finance.get('/api/session')).statusCode).toBe(401)
  })

  it('a new role is the role of the very next request', async () => {
    const house = await office()
    const finance = await as(house, 'finance')
    await house.house.db.q.update(users).set({ role: 'sales', lead: true }).where(eq(users.id, house.ids.finance!))
    expect((await finance.get('/api/session')).json()).toMatchObject({ role: 'sales', department: 'sales', lead: true })
  })

  it('a deputy is told on whose behalf they may act, on the days they may', async () => {
    const house = await office()
    const [principal, deputy] = [house.ids.finance!, house.ids['finance-2']!]
    await house.house.db.q.insert(schema.deputies).values({ id: 'd', principal, deputy, from: '2026-03-10', until: '2026-03-11' })
    const asked = await as(house, 'finance-2')
    const onBehalfOf = async (instant: string) => {
      house.moveTo(instant)
      return (await asked.get('/api/session')).json().onBehalfOf
    }
    expect(await onBehalfOf('2026-03-09T15:59:59.999Z')).toEqual([])
    expect(await onBehalfOf('2026-03-09T16:00:00.000Z')).toEqual([{ id: principal, name: '钱进' }])
    expect(await onBehalfOf('2026-03-11T15:59:59.999Z')).toHaveLength(1)
    expect(await onBehalfOf('2026-03-11T16:00:00.000Z')).toEqual([])
  })

  it('reading one costs a tenth of what signing in does, at most', async () => {
    const { house } = await office()
    const identity = makeIdentity(makeHouse(house.db), await sharedSecret(house.db))
    const { cookie } = (await identity.signIn('finance', password, false))!
    const headers = { cookie: cookie.split(';')[0]! }
    const [read, signedIn] = await quickest(
      20,
      () => identity.sessionOf(headers),
      () => identity.signIn('finance', password, false),
    )
    expect(read / signedIn).toBeLessThan(0.1)
  })
})

describe('signing out', () => {
  it.each([
    ['no body and no content type', {}],
    ['an empty body said to be JSON', { headers: { 'content-type': 'application/json' } }],
    ['an empty object', { payload: {} }],
  ])('%s will do', async (_, what: object) => {
    const house = await office()
    const { cookie, get } = await as(house, 'finance')
    const { headers = {}, ...rest } = what as { headers?: object }
    const answer = await house.app.inject({ method: 'POST', url: '/api/auth/sign-out', ...rest, headers: { cookie, ...headers } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(/^anjuan\.session_token=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await get('/api/session')).statusCode).toBe(401)
    expect(await house.house.db.q.select().from(sessions)).toEqual([])
  })

  it('it ends this session and no other of the same person', async () => {
    const house = await office()
    const [phone, desk] = [await as(house, 'finance'), await as(house, 'finance')]
    await phone.post('/api/auth/sign-out')
    expect((await desk.get('/api/session')).statusCode).toBe(200)
  })

  it('whoever is not signed in can sign out', async () => {
    const { app } = await office()
    expect((await app.inject({ method: 'POST', url: '/api/auth/sign-out' })).statusCode).toBe(200)
  })

  it.each([
    ['{', 'application/json', 400],
    ['{"everywhere":true}', 'application/json', 400],
    ['bye', 'text/plain', 415],
  ])('a body like %s as %s is refused, and the session goes on', async (payload, type, status) => {
    const { post, get } = await as(await office(), 'finance')
    expect((await post('/api/auth/sign-out', payload, { 'content-type': type })).statusCode).toBe(status)
    expect((await get('/api/session')).statusCode).toBe(200)
  })
})
