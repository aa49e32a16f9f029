// Changes as they happen: told to whoever may know of the case, by whatever process serves them.

import { describe, expect, it, onTestFinished } from 'vitest'
import { schema } from '../../db/database.ts'
import { freshInstitution, type Institution } from './app.ts'

/** Listens as this person; the events that have come so far, as `name id`. */
async function listening(house: Institution, username: string) {
  const origin = await originOf(house)
  const stop = new AbortController()
  const response = await fetch(`${origin}/api/stream`, { headers: { cookie: house.as(username).cookie }, signal: stop.signal })
  const heard: string[] = []
  let ended = false
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const part of response.body!) {
      for (const [, event, data] of decoder.decode(part).matchAll(/event: (\w+)\ndata: (.*)\n/g))
        heard.push(`${event} ${JSON.parse(data!).id}`)
    }
  }
  void read().then(
    () => {
      ended = true
    },
    () => {},
  )
  onTestFinished(() => stop.abort())
  return { response, heard, ended: () => ended }
}

const origins = new WeakMap<Institution, Promise<string>>()
const originOf = (house: Institution) => {
  if (!origins.has(house)) origins.set(house, house.app.listen({ host: '127.0.0.1', port: 0 }))
  return origins.get(house)!
}

describe('whoever listens', () => {
  it('hears of each case they may know of that somebody else opens or advances, and of no other', async () => {
    const house = await freshInstitution()
    const [finance, representative] = [await listening(house, 'finance'), await listening(house, 'student-representative')]
    expect([finance.response.status, finance.response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    const { id } = await house.as('front-desk').open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'] })
    await expect.poll(() => finance.heard).toContain(`case ${id}`)
    await house.as('customer-service').advance(id, 'identity.confirmed')
    await expect.poll(() => finance.heard.filter((event) => event === `case ${id}`).length).toBeGreaterThan(1)
    const complaint = await house.as('front-desk').open('complaint')
    await house.as('customer-service').act(complaint.id, 'case.copied', { user: house.id('student-representative') })
    await expect.poll(() => representative.heard).toContain(`case ${complaint.id}`)
    expect(representative.heard).not.toContain(`case ${id}`)
  })

  it('is told to look for themselves when very much has happened at once', async () => {
    const house = await freshInstitution()
    const { heard } = await listening(house, 'auditor')
    const change = (n: number) => ({ of: 'case' as const, id: `case-${n}` })
    const looked = house.house.db.q.select({ id: schema.users.id }).from(schema.users)
    await house.house.db.commit(Array.from({ length: 60 }, (_, n) => ({ statement: () => looked, change: change(n) })))
    await expect.poll(() => heard.some((event) => event.startsWith('missed')), { timeout: 10_000 }).toBe(true)
  })

  it('is let go when the service stops; whoever has no session hears nothing', async () => {
    const house = await freshInstitution()
    const listener = await listening(house, 'finance')
    expect((await fetch(`${await originOf(house)}/api/stream`)).status).toBe(401)
    await house.app.close()
    await expect.poll(() => listener.ended()).toBe(true)
  })
})
