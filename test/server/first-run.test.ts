// An empty database: the one-time link, the first administrator, and nothing open before.
import { describe, expect, it, onTestFinished } from 'vitest'
import { schema } from '../../db/database.ts'
import { checkChain } from '../../machines/proof/chain.ts'
import { setupLink } from '../../server/first-run.ts'
import { createUser } from '../../server/people.ts'
import { chain, emptyDatabase, signIn, start } from './office.ts'

const origin = 'http://127.0.0.1:3000'
const form = { institution: '晨光培训学校', username: 'li-na', name: '李娜', password: 'kaimen-2026' }
const tokenOf = (link: string | null) => link!.slice(`${origin}/setup#`.length)

async function empty() {
  const { app, house, close } = await start(await emptyDatabase(), () => new Date('2026-03-09T02:00:00.000Z'))
  onTestFinished(close)
  const setUp = (payload: object) => app.inject({ method: 'POST', url: '/api/setup', payload })
  const isOpen = async () => (await app.inject({ method: 'GET', url: '/api/setup' })).json()
  return { app, house, setUp, isOpen, link: await setupLink(house, origin) }
}

describe('the first administrator', () => {
  it('a database without people gives out a link with a token of 256 bits', async () => {
    const { link, isOpen } = await empty()
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/setup#[A-Za-z0-9_-]{43}$/)
    expect(await isOpen()).toEqual({ open: true, demo: false, session: null })
  })

  it('whoever has the link becomes administrator and can sign in; then the door is shut', async () => {
    const office = await empty()
    const answer = await office.setUp({ ...form, token: tokenOf(office.link) })
    expect(answer.statusCode).toBe(201)
    expect((await signIn(office, 'li-na', form.password)).json()).toMatchObject({
      ...answer.json(),
      name: '李娜',
      role: 'admin',
      lead: true,
    })
    expect(await office.isOpen()).toEqual({ open: false, demo: false, session: null })
    expect(await setupLink(office.house, origin)).toBeNull()
  })

  it('the link works once, and two who use it at the same moment do not both get in', async () => {
    const office = await empty()
    const token = tokenOf(office.link)
    const racing = await Promise.all(['li-na', 'wang-wu', 'zhao-liu'].map((username) => office.setUp({ ...form, username, token })))
    expect(racing.map((answer) => answer.statusCode).sort()).toEqual([201, 401, 401])
    const late = await office.setUp({ ...form, username: 'too-late', token })
    expect([late.statusCode, late.json().detail]).toEqual([401, '链接无效或已被使用'])
    expect(await office.house.db.q.select().from(schema.users)).toHaveLength(1)
  })

  it('one who was overtaken by another process is refused as well', async () => {
    const office = await empty()
    const { db } = office.house
    const { commit } = db
    const token = tokenOf(office.link)
    db.commit = async (writes) => {
      db.commit = commit
      expect((await office.setUp({ ...form, username: 'wang-wu', token })).statusCode).toBe(201)
      return commit(writes)
    }
    expect((await office.setUp({ ...form, token })).statusCode).toBe(401)
    expect((await db.q.select().from(schema.users)).map((user) => user.username)).toEqual(['wang-wu'])
  })

  it('a restart before it was used gives out another link, and the old one is void', async () => {
    const office = await empty()
    const second = await setupLink(office.house, origin)
    expect(second).not.toBe(office.link)
    expect((await office.setUp({ ...form, token: tokenOf(office.link) })).statusCode).toBe(401)
    expect((await office.setUp({ ...form, token: tokenOf(second) })).statusCode).toBe(201)
  })

  it('once there are people, a link that was never used opens nothing', async () => {
    const office = await empty()
    await createUser(office.house, 'founder', { username: 'zhou-min', name: '周敏', role: 'front-desk' }, 'none')
    expect((await office.setUp({ ...form, token: tokenOf(office.link) })).statusCode).toBe(401)
  })

  it('the database never holds the token itself', async () => {
    const office = await empty()
    const values = (await office.house.db.q.select().from(schema.state)).map(({ value }) => value)
    expect(values).not.toContain(tokenOf(office.link))
    expect(JSON.stringify(values)).not.toContain(tokenOf(office.link).slice(0, 20))
  })

  it('a wrong token creates nothing', async () => {
    const office = await empty()
    const answer = await office.setUp({ ...form, token: 'x'.repeat(43) })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'wrong-credentials'])
    expect(await office.house.db.q.select().from(schema.users)).toEqual([])
    expect(await chain(office.house)).toEqual([])
  })

  it.each([[{ institution: ' ' }], [{ username: 'li na' }], [{ password: 'short' }], [{ name: '' }], [{ token: 7 }], [{ role: 'admin' }]])(
    'a form that is no form is refused and leaves the link usable: %j',
    async (wrong) => {
      const office = await empty()
      const token = tokenOf(office.link)
      const answer = await office.setUp({ ...form, token, ...wrong })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().errors[0].path).toBe(`/${Object.keys(wrong)[0]}`)
      expect((await office.setUp({ ...form, token })).statusCode).toBe(201)
    },
  )

  it('nothing else is open before: everything answers 401', async () => {
    const { app } = await empty()
    for (const url of ['/api/session', '/api/users', '/api/cases', '/api/procedures', '/api/deputies'])
      expect((await app.inject({ method: 'GET', url })).statusCode, url).toBe(401)
    for (const url of ['/api/users', '/api/withdrawal', '/api/deputies', '/api/attachments'])
      expect((await app.inject({ method: 'POST', url, payload: {} })).statusCode, url).toBe(401)
  })

  it('the chain of the institution begins with its founding and its first person, by that person', async () => {
    const office = await empty()
    const { id } = (await office.setUp({ ...form, token: tokenOf(office.link) })).json()
    const events = await chain(office.house)
    expect(events.map(({ type, actor, facts }) => ({ type, actor, facts }))).toEqual([
      { type: 'institution.founded', actor: id, facts: { name: '晨光培训学校' } },
      { type: 'user.created', actor: id, facts: { user: id, role: 'admin', lead: true, active: true } },
    ])
    expect(checkChain(events)).toEqual([])
  })
})
