// The list of cases: what is asked for is what is shown.
import { describe, expect, it } from 'vitest'
import { historyOf } from '../../db/queries/history.ts'
import { shownIn, viewsFor } from '../../machines/views.ts'
import { freshInstitution, type Institution, usernames } from './app.ts'

const theirs = { student: 'student-01', enrolments: ['student-01-e1'] }
const other = { student: 'student-03', enrolments: ['student-03-e1'] }
const idOf = ({ id }: { id: string }) => id
const ids = async ({ as }: Institution, username: string, query: Record<string, string>): Promise<string[]> =>
  (await as(username).get(`/api/cases?${new URLSearchParams(query)}`)).body.items.map(idOf)
const claimAll = async ({ as }: Institution, username: string, id: string) => {
  const steps = (await as(username).show(id)).acts.find(({ type }) => type === 'step.claimed')!.payload.properties!.step!.enum as string[]
  for (const step of steps) await as(username).act(id, 'step.claimed', { step })
}

describe('the list of cases', () => {
  it('finds a case by every state that its steps show, those done in their part included, and by the states around them', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('front-desk').open('withdrawal', theirs)
    const { steps } = await house.as('customer-service').advance(id, 'identity.confirmed')
    const found = async (state: string) =>
      (await house.as('auditor').get(`/api/cases?state=${state}`)).body.items.map((item: { id: string }) => item.id)
    for (const { path } of steps) expect([path, await found(path)]).toEqual([path, [id]])
    expect(await found('acceptance')).toEqual([id])
    expect(await found('acceptance.identity')).toEqual([id])
    expect(await found('acceptance.identity.open')).toEqual([])
    expect(await found('identity')).toEqual([])
    expect(await found('accept')).toEqual([])
    await house.as('customer-service').advance(id, 'request.revoked', { saidBy: 'student' })
    expect(await found('revoked')).toEqual([id])
  })

  it('refuses what no case could be found by', async () => {
    const house = await freshInstitution()
    for (const query of ['limit=0', 'q=%00', 'overdue=perhaps', 'unclaimed=false', 'sort=number', 'sort=', 'cursor=WyJkdWUiXQ', 'until=no'])
      expect([query, (await house.as('auditor').get(`/api/cases?${query}`)).status]).toEqual([query, 400])
  })
})

describe('what somebody’s worklist shows', () => {
  it('are the steps of their department, those nobody has claimed, and their own', async () => {
    const house = await freshInstitution()
    const { as, id } = house
    const [first, second] = [await as('front-desk').open('withdrawal', theirs), await as('sales').open('discipline', other)]
    const ours = { department: 'customer-service', open: 'true' }
    expect(await ids(house, 'customer-service', ours)).toEqual([first.id])
    expect(await ids(house, 'customer-service', { ...ours, unclaimed: 'true' })).toEqual([first.id])
    await claimAll(house, 'customer-service', first.id)
    expect(await ids(house, 'customer-service', { ...ours, unclaimed: 'true' })).toEqual([])
    expect(await ids(house, 'customer-service', ours)).toEqual([first.id])
    expect(await ids(house, 'customer-service', { assignee: id('customer-service') })).toEqual([first.id])
    expect(await ids(house, 'teaching', { department: 'teaching', unclaimed: 'true' })).toEqual([second.id])
    expect(await ids(house, 'management', { unclaimed: 'true' })).toEqual([second.id])
    await as('customer-service').act(first.id, 'step.released')
    expect(await ids(house, 'customer-service', { ...ours, unclaimed: 'true' })).toEqual([first.id])
  })

  it('is searched by parts of numbers and names, together with whatever else narrows it', async () => {
    const house = await freshInstitution()
    const { as, id } = house
    const [first, second] = [await as('front-desk').open('withdrawal', theirs), await as('front-desk').open('withdrawal', other)]
    const found = (query: Record<string, string>, who = 'customer-service') => ids(house, who, { sort: 'opened', ...query })
    expect(await found({ q: '学员0' })).toEqual([first.id, second.id])
    expect(await found({ q: first.number.toLowerCase() })).toEqual([first.id])
    expect(await found({ q: '学员03', department: 'customer-service', open: 'true' })).toEqual([second.id])
    expect(await found({ q: '学员03', department: 'teaching' })).toEqual([])
    await claimAll(house, 'customer-service', first.id)
    expect(await found({ q: '学员0', assignee: id('customer-service') })).toEqual([first.id])
    expect(await found({ q: '学员0', department: 'customer-service', unclaimed: 'true' })).toEqual([second.id])
    expect(await found({ q: '学员0', openedBy: id('sales') })).toEqual([])
    expect(await found({ q: '学员0' }, 'student-representative')).toEqual([])
    expect(await found({ q: '%' })).toEqual([])
  })

  it('is what they were copied in or mentioned in, and what they did that is closed now, the last closed first', async () => {
    const house = await freshInstitution()
    const { as, id } = house
    const [first, second] = [await as('front-desk').open('withdrawal', theirs), await as('front-desk').open('withdrawal', other)]
    const copied = { copied: id('marketing') }
    expect(await ids(house, 'marketing', copied)).toEqual([])
    await as('front-desk').act(second.id, 'case.copied', { user: id('marketing') })
    await as('front-desk').act(first.id, 'comment.added', { mentions: [id('marketing')], comment: '请留意。' })
    expect(await ids(house, 'marketing', { ...copied, sort: 'opened' })).toEqual([first.id, second.id])
    const done = { doneBy: id('front-desk') }
    expect(await ids(house, 'front-desk', done)).toEqual([])
    for (const [n, one] of [second, first].entries()) {
      house.moveTo(`2026-03-1${n}T02:00:00.000Z`)
      await as('customer-service').advance(one.id, 'request.revoked', { saidBy: 'student' })
    }
    for (const who of ['front-desk', 'customer-service']) expect(await ids(house, who, { doneBy: id(who) })).toEqual([first.id, second.id])
    expect(await ids(house, 'front-desk', { ...done, sort: '-due' })).toEqual([second.id, first.id])
    expect(await ids(house, 'auditor', { open: 'false' })).toEqual([first.id, second.id])
    expect(await ids(house, 'front-desk', { ...done, open: 'true' })).toEqual([])
    expect(await ids(house, 'marketing', { doneBy: id('marketing') })).toEqual([])
  })

  it('never shows somebody a case that they may not know of, whomever they name', async () => {
    const house = await freshInstitution()
    const { as, id } = house
    const { id: complaint } = await as('customer-service').open('complaint')
    await as('customer-service').act(complaint, 'case.copied', { user: id('management') })
    const named: Record<string, string>[] = [{ copied: id('management') }, { openedBy: id('customer-service') }, { unclaimed: 'true' }, {}]
    for (const query of named) expect([query, await ids(house, 'management', query)]).toEqual([query, [complaint]])
    await as('customer-service').advance(complaint, 'complaint.classified', { about: id('management') })
    for (const query of named) expect([query, await ids(house, 'management', query)]).toEqual([query, []])
    for (const query of named) expect([query, await ids(house, 'marketing', query)]).toEqual([query, []])
    expect((await as('management').get('/api/worklist')).body.counts).toMatchObject({ copied: 0, all: 0 })
  })

  it('comes in the order asked for, and a cursor of one order is none of another', async () => {
    const house = await freshInstitution()
    const opened: string[] = []
    for (const student of ['student-01', 'student-02', 'student-03'])
      opened.push((await house.as('front-desk').open('withdrawal', { student, enrolments: [`${student}-e1`] })).id)
    const list = (query: object) => house.as('auditor').get(`/api/cases?${new URLSearchParams({ limit: '2', ...query })}`)
    expect(await ids(house, 'auditor', { sort: 'opened' })).toEqual(opened)
    expect(await ids(house, 'auditor', { sort: '-opened' })).toEqual(opened.toReversed())
    const { next, items } = (await list({ sort: '-opened' })).body
    expect(items.map(idOf)).toEqual([opened[2], opened[1]])
    expect((await list({ sort: '-opened', cursor: next })).body).toMatchObject({ items: [{ id: opened[0] }], next: null })
    expect((await list({ sort: '-opened', until: next })).body).toMatchObject({ items: [{ id: opened[2] }, { id: opened[1] }], next: null })
    for (const name of ['cursor', 'until']) {
      const refused = await list({ sort: 'opened', [name]: next })
      expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([400, 'invalid', `/${name}`])
    }
  })

  it('says how many working days are left, and how many it is overdue', async () => {
    const house = await freshInstitution()
    const { id, due } = await house.as('front-desk').open('withdrawal', theirs)
    const left = async () => (await house.as('auditor').get('/api/cases')).body.items[0].workingDaysLeft
    expect([due, await left()]).toEqual(['2026-03-11T15:59:59.999Z', 2])
    house.moveTo('2026-03-11T02:00:00.000Z')
    expect(await left()).toBe(0)
    house.moveTo('2026-03-16T02:00:00.000Z')
    expect(await left()).toBe(-3)
    await house.as('customer-service').advance(id, 'request.revoked', { saidBy: 'student' })
    expect(await left()).toBeNull()
  })
})

describe('the front desk, which does only a part of its department’s work', () => {
  it('comes to the cases it can work on, and is offered to claim no other', async () => {
    const { as } = await freshInstitution()
    const { id: leaving } = await as('front-desk').open('withdrawal', theirs)
    const { id: complaint } = await as('front-desk').open('complaint')
    const { body } = await as('front-desk').get('/api/worklist')
    expect([Object.keys(body.counts)[0], body.counts.part, body.counts.unclaimed, body.counts.department]).toEqual(['part', 1, 1, 2])
    const claims = async (id: string) =>
      (await as('front-desk').get(`/api/cases/${id}`)).body.acts.some(({ type }: { type: string }) => type === 'step.claimed')
    expect([await claims(leaving), await claims(complaint)]).toEqual([false, true])
  })
})

describe('the counts of the worklist', () => {
  it('are as long as the lists, for every role', async () => {
    const house = await freshInstitution()
    const { as, id } = house
    const one = await as('front-desk').open('withdrawal', theirs)
    await as('front-desk').open('withdrawal', other)
    await as('front-desk').act(one.id, 'case.copied', { user: id('auditor') })
    await claimAll(house, 'customer-service', one.id)
    await as('customer-service').advance(one.id, 'request.revoked', { saidBy: 'student' })
    for (const username of usernames) {
      const { role, department, id } = (await as(username).get('/api/session')).body
      const { most, counts } = (await as(username).get('/api/worklist')).body
      expect([username, most, Object.keys(counts)]).toEqual([username, 100, viewsFor(role)])
      for (const view of viewsFor(role)) {
        const shown = Object.entries(shownIn(view, { id, role, department })).map(([name, value]) => [name, String(value)])
        expect([username, view, counts[view]]).toEqual([username, view, (await ids(house, username, Object.fromEntries(shown))).length])
      }
    }
    expect((await as('front-desk').get('/api/worklist')).body.counts).toEqual({
      part: 0,
      department: 1,
      unclaimed: 0,
      mine: 0,
      opened: 2,
      copied: 0,
      done: 1,
      all: 1,
      closed: 1,
    })
  })
})

describe('views that somebody saves', () => {
  const mine = { name: '逾期的退学', search: 'procedure=withdrawal&overdue=true', columns: ['student', 'due'] }

  it('are their own: renamed, changed and done away with by nobody else', async () => {
    const { as } = await freshInstitution()
    const { status, body: saved } = await as('customer-service').post('/api/views', mine)
    expect([status, saved]).toEqual([201, { id: expect.any(String), ...mine }])
    await as('customer-service').post('/api/views', { ...mine, name: '全部' })
    for (const address of [`/api/views/${saved.id}`, `/api/views/${saved.id}/drop`])
      expect((await as('finance').post(address, address.endsWith('drop') ? {} : { name: '我的' })).status).toBe(404)
    expect((await as('finance').get('/api/views')).body).toEqual({ items: [], next: null })
    expect((await as('customer-service').post(`/api/views/${saved.id}`, { name: '逾期退学' })).body).toEqual({ ...saved, name: '逾期退学' })
    const names = async () => (await as('customer-service').get('/api/views')).body.items.map(({ name }: { name: string }) => name)
    expect(await names()).toEqual(['逾期退学', '全部'])
    expect((await as('customer-service').post(`/api/views/${saved.id}/drop`, {})).status).toBe(200)
    expect((await as('customer-service').post(`/api/views/${saved.id}/drop`, {})).status).toBe(404)
    expect(await names()).toEqual(['全部'])
  })

  it('are saved once under one key, have a name, and are fifty at most', async () => {
    const { as } = await freshInstitution()
    const save = (form: object, key = '') => as('auditor').post('/api/views', form, key ? { 'idempotency-key': key } : {})
    const [first, again] = [await save(mine, 'once'), await save(mine, 'once')]
    expect(again.body).toEqual(first.body)
    for (const wrong of [{ ...mine, name: ' ' }, { ...mine, search: '流程' }, { ...mine, more: 1 }, { name: '甲' }])
      expect([wrong, (await save(wrong)).status]).toEqual([wrong, 400])
    expect((await as('auditor').post(`/api/views/${first.body.id}`, {})).status).toBe(400)
    for (let n = 1; n < 50; n++) await save({ ...mine, name: `第 ${n} 个` })
    const { status, body } = await save(mine)
    expect([status, body.code, (await as('auditor').get('/api/views')).body.items.length]).toEqual([409, 'not-now', 50])
  })
})

describe('an instant that somebody tells', () => {
  it('is kept in UTC, whatever its offset', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('sales').open('discipline', { ...theirs, occurredAt: '2026-03-09T09:30:00+08:00' })
    expect((await historyOf(house.house.db, id))[0]!.facts.occurredAt).toBe('2026-03-09T01:30:00.000Z')
  })
})
