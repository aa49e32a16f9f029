// Who may decide, who may see, and what a right is worth the moment it is taken away.
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDatabase, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { makeHouse } from '../../server/house.ts'
import { changePerson, type PersonPatch } from '../../server/people.ts'
import { freshInstitution, type Institution, usernames } from './app.ts'
import type { CaseView, Reply } from './client.ts'

const adult = 'student-01'
const theirs = { student: adult, enrolments: [`${adult}-e1`] }
const refusal = ({ status, body }: Reply) => [status, body.code]
const typesOf = (offers: { type: string }[]) => offers.map(({ type }) => type)
const say = ({ as }: Institution, username: string, { procedure, id, revision }: CaseView, type: string, answers = {}) =>
  as(username).post(`/api/${procedure}@1/${id}/${type}`, answers, { 'if-match': `"${revision}"` })
const waitsForMe = async ({ as }: Institution, username: string) =>
  (await as(username).get('/api/approvals')).body.items.map((item: { case: CaseView }) => item.case.id)

/** A student reported by `opener`, talked to, observed, reported again by `again`; dismissal proposed, statement waived. */
async function dismissal({ as }: Institution, opener: string, again: string): Promise<CaseView> {
  const { id } = await as(opener).open('discipline', theirs)
  await as('teaching').advance(id, 'talk.held')
  await as(again).advance(id, 'misconduct.repeated')
  await as('teaching').advance(id, 'dismissal.proposed')
  return as('customer-service').advance(id, 'statement.waived')
}

describe('who may decide', () => {
  it('the manager who reported the student decides nothing in the case; another one does', async () => {
    const house = await freshInstitution()
    const waiting = await dismissal(house, 'management', 'customer-service')
    const seen = await house.as('management').show(waiting.id)
    expect(typesOf(seen.offers)).not.toContain('approval.granted')
    expect(seen.blocked.find(({ type }) => type === 'approval.granted')?.reason.en).toMatch(/somebody else/)
    for (const type of ['approval.granted', 'approval.refused', 'approval.returned'])
      expect(refusal(await say(house, 'management', waiting, type, type === 'approval.granted' ? {} : { reason: '不同意' }))).toEqual([
        403,
        'four-eyes',
      ])
    expect(await waitsForMe(house, 'management')).toEqual([])
    expect(await waitsForMe(house, 'management-2')).toEqual([waiting.id])
    expect((await house.as('management-2').advance(waiting.id, 'approval.granted')).steps[0]!.path).toBe('formalities.notice')
  })

  it('nor does the manager who recorded a later step', async () => {
    const house = await freshInstitution()
    const waiting = await dismissal(house, 'sales', 'management-2')
    expect(refusal(await say(house, 'management-2', waiting, 'approval.granted'))).toEqual([403, 'four-eyes'])
    expect(typesOf((await house.as('management').show(waiting.id)).offers)).toContain('approval.granted')
  })

  it('to decide, to comment and to claim is no step: who did may decide again', async () => {
    const house = await freshInstitution()
    const waiting = await dismissal(house, 'sales', 'sales')
    await house.as('management').act(waiting.id, 'comment.added')
    await house.as('management').advance(waiting.id, 'approval.returned')
    await house.as('teaching').advance(waiting.id, 'dismissal.proposed')
    await house.as('customer-service').advance(waiting.id, 'statement.waived')
    expect((await house.as('management').advance(waiting.id, 'approval.granted')).open).toBe(true)
  })

  it('where every manager has handled the case, the case says so, management names someone, and the record shows it', async () => {
    const house = await freshInstitution()
    const { as } = house
    const waiting = await dismissal(house, 'management', 'management-2')
    const { blocked, acts } = await as('management').show(waiting.id)
    expect(blocked.find(({ type }) => type === 'approval.granted')?.reason.en).toMatch(/Nobody eligible is left/)
    const { user } = acts.find(({ type }) => type === 'person.named')!.payload.properties as Record<string, { enum: string[] }>
    expect(user!.enum).toContain(house.id('administration'))
    for (const handler of ['management', 'management-2', 'teaching', 'customer-service'])
      expect(user!.enum).not.toContain(house.id(handler))
    expect(refusal(await say(house, 'administration', waiting, 'approval.granted'))).toEqual([403, 'not-yours'])
    await as('management').act(waiting.id, 'person.named', { user: house.id('administration'), reason: '管理层均已经办' })
    expect(await waitsForMe(house, 'administration')).toEqual([waiting.id])
    await as('administration').advance(waiting.id, 'approval.granted')
    const named = (await historyOf(house.house.db, waiting.id)).find(({ type }) => type === 'person.named')!
    expect(named).toMatchObject({
      actor: house.id('management'),
      facts: { user: house.id('administration') },
      personal: { reason: '管理层均已经办' },
    })
    expect((await as('auditor').get(`/api/cases/${waiting.id}/verification`)).body).toMatchObject({ intact: true })
  })

  it('while somebody eligible is left nobody can be named', async () => {
    const house = await freshInstitution()
    const waiting = await dismissal(house, 'management', 'customer-service')
    const { acts } = await house.as('management').show(waiting.id)
    expect(typesOf(acts)).not.toContain('person.named')
    const named = { user: house.id('administration'), reason: '指定' }
    const reply = await house.as('management').post(`/api/cases/${waiting.id}/acts/person.named`, named)
    expect(refusal(reply)).toEqual([409, 'not-now'])
  })
})

describe('a deputy', () => {
  const today = { from: '2026-03-09', until: '2026-03-10' }
  const names = async ({ as, id }: Institution, principal: string, deputy: string, dates = today) =>
    expect((await as(principal).post('/api/deputies', { deputy: id(deputy), ...dates })).status).toBe(201)

  it('acts on behalf of the absent, and what they record counts for both', async () => {
    const house = await freshInstitution()
    await names(house, 'teaching', 'management-2')
    const { id } = await house.as('sales').open('discipline', theirs)
    await house.as('management-2').advance(id, 'talk.held')
    expect((await historyOf(house.house.db, id)).at(-1)).toMatchObject({
      actor: house.id('management-2'),
      onBehalfOf: house.id('teaching'),
    })
    await house.as('sales').advance(id, 'misconduct.repeated')
    await house.as('management-2').advance(id, 'dismissal.proposed')
    const waiting = await house.as('customer-service').advance(id, 'statement.waived')
    expect(refusal(await say(house, 'management-2', waiting, 'approval.granted'))).toEqual([403, 'four-eyes'])
    expect(refusal(await say(house, 'teaching', waiting, 'statement.recorded', {}))).toEqual([400, 'invalid'])
    const handlers = await house.house.db.q.select().from(schema.handlers).where(eq(schema.handlers.caseId, id))
    expect(handlers.map(({ userId }) => userId)).toEqual(expect.arrayContaining([house.id('management-2'), house.id('teaching')]))
  })

  it('does not confirm what they proposed for somebody, and neither does that somebody', async () => {
    const house = await freshInstitution()
    const { as } = house
    await names(house, 'finance', 'sales')
    const { id } = await as('front-desk').open('withdrawal', theirs)
    for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.declined'])
      await as('customer-service').advance(id, type)
    await as('sales').advance(id, 'payments.reviewed')
    await as('management').advance(id, 'approval.granted')
    await as('customer-service').advance(id, 'notice.delivered')
    const proposed = await as('sales').advance(id, 'settlement.proposed')
    const { amountFen, payee, worksheet } = proposed.facts.settlement
    const confirm = (username: string) => say(house, username, proposed, 'settlement.confirmed', { amountFen, payee, worksheet })
    expect(refusal(await confirm('sales'))).toEqual([403, 'not-yours'])
    expect(refusal(await confirm('finance'))).toEqual([403, 'four-eyes'])
    expect((await as('finance-2').advance(id, 'settlement.confirmed')).facts.settlement.everConfirmed).toBe(true)
  })

  it('is one from the first day to the last, and no longer', async () => {
    const house = await freshInstitution()
    await names(house, 'customer-service', 'sales', { from: '2026-03-10', until: '2026-03-11' })
    const offered = async (id: string) =>
      typesOf((await house.as('sales').get(`/api/cases/${id}`)).body.offers ?? []).includes('identity.confirmed')
    const { id } = await house.as('front-desk').open('withdrawal', theirs)
    const seen: boolean[] = []
    for (const instant of [
      '2026-03-09T15:59:59.999Z',
      '2026-03-09T16:00:00.000Z',
      '2026-03-11T15:59:59.999Z',
      '2026-03-11T16:00:00.000Z',
    ]) {
      house.moveTo(instant)
      seen.push(await offered(id))
    }
    expect(seen).toEqual([false, true, true, false])
  })
})

/** A complaint of an adult, classified as being about `about`. */
async function complaintAbout({ as, id: idOf }: Institution, about: string, category = 'fees'): Promise<CaseView> {
  const { id } = await as('front-desk').open('complaint', { student: adult, name: '王小明', contact: '13900001111', content: '收费不清楚' })
  await as('front-desk').advance(id, 'acceptance.told')
  return as('customer-service').advance(id, 'complaint.classified', { category, about: idOf(about) })
}

describe('whom a complaint is about, who leads them and who reports to them', () => {
  const close = ['finance', 'finance-2', 'management']

  it('do not know of it: not in a list, not by its address, not in a notice', async () => {
    const house = await freshInstitution()
    const { id } = await complaintAbout(house, 'finance')
    await house.pass(10)
    for (const username of close) {
      const paths = ['', '/history', '/verification', '/pack'].map((path) => `/api/cases/${id}${path}`)
      for (const path of paths) expect(refusal(await house.as(username).get(path))).toEqual([404, 'not-found'])
      const unknown = await house.as(username).get('/api/cases/no-such-case')
      expect((await house.as(username).get(paths[0]!)).text).toBe(unknown.text)
      for (const list of ['/api/cases', '/api/notices', '/api/approvals', `/api/cases?student=${adult}`])
        expect((await house.as(username).get(list)).text).not.toContain(id)
    }
    expect((await house.as('management-2').show(id)).id).toBe(id)
  })

  it('do not handle it: administration does, and can make none of them responsible', async () => {
    const house = await freshInstitution()
    const complaint = await complaintAbout(house, 'finance')
    for (const username of close) {
      expect(refusal(await say(house, username, complaint, 'responsible.assigned', { user: house.id('administration') }))).toEqual([
        404,
        'not-found',
      ])
      const remark = await house.as(username).post(`/api/cases/${complaint.id}/acts/comment.added`, { comment: '看看' })
      expect(refusal(remark)).toEqual([404, 'not-found'])
    }
    const { offers } = await house.as('administration').show(complaint.id)
    const { user } = offers.find(({ type }) => type === 'responsible.assigned')!.payload.properties as Record<string, { enum: string[] }>
    expect(close.map(house.id).filter((id) => user!.enum.includes(id))).toEqual([])
    const assigned = await say(house, 'administration', complaint, 'responsible.assigned', { user: house.id('finance') })
    expect(refusal(assigned)).toEqual([422, 'not-possible'])
  })

  it('leave it to the auditor to name somebody, where nobody else is left who could', async () => {
    const house = await freshInstitution()
    const { as } = house
    // Both managers, and administration, which reports to one of them, are kept from it.
    const { id } = await complaintAbout(house, 'management-2', 'other')
    for (const username of ['management', 'management-2', 'administration'])
      expect((await as(username).get(`/api/cases/${id}`)).status).toBe(404)
    const { blocked } = await as('customer-service').show(id)
    expect(blocked.find(({ type }) => type === 'responsible.assigned')?.reason.en).toMatch(/Nobody eligible is left/)
    await as('auditor').act(id, 'person.named', { user: house.id('academic-affairs'), reason: '均须回避' })
    expect(typesOf((await as('academic-affairs').show(id)).offers)).toContain('responsible.assigned')
  })

  it('do not read its id in a form of another case of the same student', async () => {
    const house = await freshInstitution()
    const complaint = await complaintAbout(house, 'customer-service', 'teaching-quality')
    const [one, two] = [await house.as('front-desk').open('withdrawal', theirs), await house.as('front-desk').open('withdrawal', theirs)]
    const { offers } = await house.as('customer-service').show(one.id)
    const { into } = offers.find(({ type }) => type === 'case.merged')!.payload.properties as Record<string, { enum: string[] }>
    expect(into!.enum).toEqual([two.id])
    expect(refusal(await say(house, 'customer-service', one, 'case.merged', { into: complaint.id }))).toEqual([422, 'not-possible'])
  })

  it('cannot be reached through a deputy either', async () => {
    const house = await freshInstitution()
    await house.as('finance').post('/api/deputies', { deputy: house.id('administration'), from: '2026-03-09', until: '2026-03-20' })
    const { id } = await complaintAbout(house, 'finance')
    await house.as('administration').advance(id, 'responsible.assigned')
    expect((await historyOf(house.house.db, id)).at(-1)).toMatchObject({ actor: house.id('administration'), onBehalfOf: null })
    await house.as('administration').post('/api/deputies', { deputy: house.id('finance-2'), from: '2026-03-09', until: '2026-03-20' })
    expect((await house.as('finance-2').get(`/api/cases/${id}`)).status).toBe(404)
  })
})

describe('who reads what', () => {
  type Told = { type: string; personal?: Record<string, unknown> | null; salt?: string | null }
  const history = async ({ as }: Institution, username: string, id: string): Promise<Told[]> =>
    (await as(username).get(`/api/cases/${id}/history`)).body.events
  const pack = async ({ as }: Institution, username: string, id: string): Promise<Told[]> =>
    (await as(username).get(`/api/cases/${id}/pack`)).body.events

  it('auditor, administration and management read the whole', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('sales').open('discipline', { ...theirs, conduct: '在课堂上打架' })
    for (const username of ['auditor', 'administration', 'management'])
      for (const [opened] of [await history(house, username, id), await pack(house, username, id)])
        expect(opened).toMatchObject({ personal: { conduct: '在课堂上打架' }, salt: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  it('who has no part in the case gets its history without personal words and their salt', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('sales').open('discipline', { ...theirs, conduct: '在课堂上打架' })
    for (const events of [await history(house, 'front-desk', id), await pack(house, 'front-desk', id)]) {
      expect(events[0]).not.toHaveProperty('personal')
      expect(events[0]).not.toHaveProperty('salt')
    }
    expect((await house.as('front-desk').get(`/api/cases/${id}`)).text).not.toContain('打架')
    expect((await house.as('academic-affairs').get(`/api/cases/${id}`)).status).toBe(404)
  })

  it('who is copied in has a part from then on', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('sales').open('discipline', { ...theirs, conduct: '在课堂上打架' })
    await house.as('teaching').act(id, 'case.copied', { user: house.id('academic-affairs') })
    const [opened] = await history(house, 'academic-affairs', id)
    expect(opened!.personal).toMatchObject({ conduct: '在课堂上打架' })
  })

  it('the student representative reads what happened, and no name and no way to reach anybody', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id } = await complaintAbout(house, 'teaching', 'scheduling')
    await as('front-desk').act(id, 'case.copied', { user: house.id('student-representative') })
    await as('front-desk').act(id, 'comment.added', { comment: '王小明来电催问' })
    const told = await Promise.all(['', '/history', '/pack'].map((path) => as('student-representative').get(`/api/cases/${id}${path}`)))
    for (const { status, text } of [...told, await as('student-representative').get('/api/cases')]) {
      expect(status).toBe(200)
      for (const name of ['王小明', '13900001111', '学员01']) expect(text).not.toContain(name)
    }
    const [opened] = await history(house, 'student-representative', id)
    expect(opened!.personal).toMatchObject({ content: '收费不清楚' })
    expect(opened!.salt ?? null).toBe(null)
    for (const list of ['/api/students', '/api/enrolments'])
      expect(refusal(await as('student-representative').get(list))).toEqual([403, 'not-yours'])
  })
})

describe('a right that is taken away', () => {
  /** As the administrator does it, in another process over the same file. */
  async function changed({ where, id }: Institution, username: string, patch: PersonPatch) {
    const db = await openDatabase(where)
    const request = { userId: id('admin'), key: undefined, method: 'POST', url: '', body: null }
    await changePerson(makeHouse(db), request, id(username), patch)
    await db.close()
  }
  const inApproval = (house: Institution) => dismissal(house, 'sales', 'sales')

  it.each([
    ['another role', { role: 'customer-service' }, [403, 'not-yours']],
    ['no activity', { active: false }, [401, 'not-signed-in']],
  ] as [string, PersonPatch, [number, string]][])('is gone with the very next request: %s', async (_, patch, expected) => {
    const house = await freshInstitution()
    const waiting = await inApproval(house)
    await changed(house, 'management', patch)
    expect(refusal(await say(house, 'management', waiting, 'approval.granted'))).toEqual(expected)
  })

  it.each([
    ['another role', { role: 'customer-service' }, [403, 'not-yours']],
    ['no activity', { active: false }, [401, 'not-signed-in']],
  ] as [string, PersonPatch, [number, string]][])('is gone even between the decision and its writing: %s', async (_, patch, expected) => {
    const house = await freshInstitution()
    const waiting = await inApproval(house)
    await meanwhile(house, () => changed(house, 'management', patch))
    expect(refusal(await say(house, 'management', waiting, 'approval.granted'))).toEqual(expected)
    expect((await historyOf(house.house.db, waiting.id)).map(({ type }) => type)).not.toContain('approval.granted')
  })

  it('is gone for the deputy too when the principal loses it, or the deputyship ends, in between', async () => {
    for (const ending of [(house: Institution) => changed(house, 'teaching', { role: 'sales' }), endDeputyships]) {
      const house = await freshInstitution()
      await house.as('teaching').post('/api/deputies', { deputy: house.id('sales'), from: '2026-03-09', until: '2026-03-10' })
      const opened = await house.as('front-desk').open('discipline', theirs)
      const { offers, revision } = await house.as('sales').show(opened.id)
      const talk = offers.find(({ type }) => type === 'talk.held')!
      const answers = await house.as('sales').fill(talk.payload, adult)
      await meanwhile(house, () => ending(house))
      const reply = await house.as('sales').post(talk.href, answers, { 'if-match': `"${revision}"` })
      expect([403, 404]).toContain(reply.status)
      expect(await historyOf(house.house.db, opened.id)).toHaveLength(1)
    }
  })

  async function endDeputyships({ where, id }: Institution) {
    const db = await openDatabase(where)
    const { deputies } = schema
    await db.commit([
      {
        statement: (tx) =>
          tx
            .delete(deputies)
            .where(and(eq(deputies.deputy, id('sales'))))
            .returning(),
      },
    ])
    await db.close()
  }

  /** Lets something happen once, after the next decision is made and before it is written. */
  async function meanwhile({ app, house: { db } }: Institution, happens: () => Promise<void>) {
    // What was set going before is none of it.
    await app.wake()
    const commit = db.commit
    db.commit = async (writes) => {
      db.commit = commit
      await happens()
      return commit(writes)
    }
  }
})

describe('whoever may know of a case', () => {
  it('is named to who may know of it themselves: exactly those to whom it is shown', async () => {
    const house = await freshInstitution()
    const withdrawal = await house.as('front-desk').open('withdrawal', theirs)
    const complaint = await house.as('front-desk').open('complaint', { kind: 'complaint' })
    await house.as('front-desk').act(complaint.id, 'case.copied', { user: house.id('data') })
    const about = await house
      .as('customer-service')
      .advance(complaint.id, 'complaint.classified', { category: 'teaching-quality', about: house.id('teaching') })
    for (const { id } of [withdrawal, about]) {
      const { items } = (await house.as('auditor').get(`/api/users?case=${id}&limit=200`)).body
      const shown: string[] = []
      for (const username of usernames)
        if ((await house.as(username).get(`/api/cases/${id}`)).status === 200) shown.push(house.id(username))
      expect(items.map((person: { id: string }) => person.id)).toEqual(shown.toSorted())
    }
    expect(refusal(await house.as('teaching').get(`/api/users?case=${complaint.id}`))).toEqual([404, 'not-found'])
  })
})
