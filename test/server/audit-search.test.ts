// Looking through all histories: what is found, what is late, who may, and how it goes on page by page.
import { describe, expect, it } from 'vitest'
import { schema } from '../../db/database.ts'
import { withdrawal } from '../../machines/withdrawal.ts'
import { noteLateSteps } from '../../server/late-steps.ts'
import { waysOf } from '../../server/unusual.ts'
import { freshInstitution, type Institution } from './app.ts'
import type { CaseView, Reply } from './client.ts'
import { inSql } from './store.ts'

type Found = {
  case: string
  number: string
  sequence: number
  type: string
  actorName: string
  onBehalfOfName: string | null
  at: string
  late: { deadline: string; step: string; workingDays: number } | null
}
const refusal = ({ status, body }: Reply) => [status, body.code]
const theirs = (n = 1) => ({ student: `student-0${n}`, enrolments: [`student-0${n}-e1`] })
const search = async ({ as }: Institution, query: string, who = 'auditor'): Promise<Found[]> => {
  const { status, body } = await as(who).get(`/api/audit/events?${query}`)
  if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`)
  return body.items
}
const types = (found: Found[]) => found.map(({ type }) => type)

const checks = ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed']
/** Accepted a week after its deadline, granted at once, by deputies where `customer-service` is away. */
async function lateWithdrawal(house: Institution): Promise<CaseView> {
  const { id } = await house.as('front-desk').open('withdrawal', theirs())
  for (const type of checks) await house.as('customer-service').advance(id, type)
  await house.pass(9)
  await house.as('customer-service').advance(id, 'retention.declined')
  await house.as('finance').advance(id, 'payments.reviewed')
  return house.as('management').advance(id, 'approval.granted')
}

describe('the search over all histories', () => {
  it('finds an event by who recorded it, what it was, in which procedure, at which step and when', async () => {
    const house = await freshInstitution()
    const { id, number } = await lateWithdrawal(house)
    const other = await house.as('customer-service').open('complaint')
    const [granted] = await search(house, 'event=approval.granted')
    expect(granted).toMatchObject({ case: id, number, type: 'approval.granted', actorName: '李正', sequence: 8, late: null })
    expect(types(await search(house, `person=${house.id('finance')}`))).toEqual(['payments.reviewed'])
    expect(types(await search(house, 'procedure=complaint'))).toEqual(['case.opened'])
    expect((await search(house, 'procedure=complaint'))[0]!.number).toBe(other.number)
    expect(types(await search(house, 'procedure=withdrawal&state=approval'))).toEqual(['approval.granted'])
    expect(types(await search(house, 'procedure=withdrawal&state=acceptance.identity'))).toEqual(['deadline.passed', 'identity.confirmed'])
    expect(types(await search(house, 'procedure=withdrawal&state=acceptance'))).toEqual([
      'retention.declined',
      'deadline.passed',
      ...checks.toReversed(),
    ])
    expect(types(await search(house, 'from=2026-03-18'))).toEqual([
      'case.opened',
      'approval.granted',
      'payments.reviewed',
      'retention.declined',
      'deadline.passed',
    ])
    expect(types(await search(house, 'until=2026-03-09'))).toEqual([...checks.toReversed(), 'case.opened'])
    expect(await search(house, 'person=nobody')).toEqual([])
  })

  it('finds what left a step late, by how many working days, and what did not', async () => {
    const house = await freshInstitution()
    const { id } = await lateWithdrawal(house)
    const late = await search(house, 'late=true')
    expect(late).toHaveLength(1)
    expect(late[0]).toMatchObject({
      case: id,
      type: 'retention.declined',
      late: { deadline: 'acceptanceDue', step: 'acceptance', workingDays: 5 },
    })
    expect(types(await search(house, `late=true&person=${house.id('customer-service')}`))).toEqual(['retention.declined'])
    expect(await search(house, `late=true&person=${house.id('finance')}`)).toEqual([])
    expect(types(await search(house, 'late=true&procedure=withdrawal&state=acceptance'))).toEqual(['retention.declined'])
    const inTime = await search(house, 'late=false')
    expect(inTime.map(({ late }) => late)).toEqual(inTime.map(() => null))
    expect(inTime).toHaveLength((await search(house, 'limit=200')).length - 1)
  })

  it('finds what a deputy did under both names', async () => {
    const house = await freshInstitution()
    const dates = { from: '2026-03-01', until: '2026-03-31' }
    await house.as('finance').post('/api/deputies', { deputy: house.id('sales'), ...dates })
    const { id } = await house.as('front-desk').open('withdrawal', theirs())
    for (const type of [...checks, 'retention.declined']) await house.as('customer-service').advance(id, type)
    await house.as('sales').advance(id, 'payments.reviewed')
    for (const who of ['finance', 'sales'])
      expect(await search(house, `person=${house.id(who)}`)).toMatchObject([
        { type: 'payments.reviewed', actorName: '王凯', onBehalfOfName: '钱敏' },
      ])
  })

  it('goes on page by page, the newest first, nothing twice and nothing left out', async () => {
    const house = await freshInstitution()
    await lateWithdrawal(house)
    for (const n of [2, 3, 4]) await house.as('front-desk').open('withdrawal', theirs(n))
    for (const query of [
      '',
      'procedure=withdrawal',
      `person=${house.id('customer-service')}`,
      'procedure=withdrawal&state=acceptance',
      'late=false',
    ]) {
      const all = await search(house, `${query}&limit=200`)
      const seen: Found[] = []
      for (let cursor = ''; ; ) {
        const { items, next } = (await house.as('auditor').get(`/api/audit/events?${query}&limit=2${cursor && `&cursor=${cursor}`}`)).body
        seen.push(...items)
        if (!next) break
        cursor = next
      }
      expect([query, seen]).toEqual([query, all])
      expect(all.map(({ at }) => at)).toEqual(
        all
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      )
    }
  })

  it('is for those who oversee, and shows nobody a case they must not know of', async () => {
    const house = await freshInstitution()
    for (const who of ['customer-service', 'finance', 'teaching', 'data', 'student-representative', 'admin'])
      expect([who, ...refusal(await house.as(who).get('/api/audit/events'))]).toEqual([who, 403, 'not-yours'])
    const { id } = await house.as('customer-service').open('complaint')
    await house.as('customer-service').advance(id, 'complaint.classified', { category: 'fees', about: house.id('management') })
    expect(await search(house, 'procedure=complaint', 'management')).toEqual([])
    expect(types(await search(house, 'procedure=complaint', 'administration'))).toEqual(['complaint.classified', 'case.opened'])
    expect(types(await search(house, 'procedure=complaint'))).toEqual(['complaint.classified', 'case.opened'])
  })

  it('refuses what no event could be found by', async () => {
    const house = await freshInstitution()
    const wrong = [
      'event=nothing',
      'procedure=none',
      'state=acceptance',
      'procedure=withdrawal&state=nowhere',
      'from=2026-02-30',
      'late=perhaps',
    ]
    const more = [
      'from=2026-03-02&until=2026-03-01',
      'cursor=x',
      `cursor=${Buffer.from('["a","b","c"]').toString('base64url')}`,
      'limit=0',
      'who=me',
    ]
    for (const query of [...wrong, ...more])
      expect([query, ...refusal(await house.as('auditor').get(`/api/audit/events?${query}`))]).toEqual([query, 400, 'invalid'])
    expect((await house.as('auditor').get('/api/audit/events?from=0000-01-01&until=9999-12-31')).status).toBe(200)
  })

  it('finds no change of the institution itself: those are no histories of cases', async () => {
    const house = await freshInstitution()
    await house.as('admin').post('/api/campuses', { id: 'north', zh: '北校区', en: 'North' })
    expect(await search(house, `person=${house.id('admin')}`)).toEqual([])
  })
})

describe('late steps of histories older than the note of them', () => {
  it('are noted from the histories, as they would have been, and only once', async () => {
    const house = await freshInstitution()
    const { db } = house.house
    await lateWithdrawal(house)
    const noted = await db.q.select().from(schema.lateSteps)
    expect(noted).toHaveLength(1)
    await inSql(db, 'delete from late_steps')
    await noteLateSteps(house.house)
    expect(await db.q.select().from(schema.lateSteps)).toEqual(noted)
    await inSql(db, 'delete from late_steps')
    await noteLateSteps(house.house)
    expect(await db.q.select().from(schema.lateSteps)).toEqual([])
  })
})

describe('the ways that closed cases took', () => {
  it('are counted once a case, and told to those who oversee', async () => {
    const house = await freshInstitution()
    for (const n of [1, 2, 3]) {
      const { id } = await house.as('front-desk').open('withdrawal', theirs(n))
      await house.as('customer-service').advance(id, 'identity.confirmed')
      if (n === 1) await house.as('customer-service').advance(id, 'request.revoked', { saidBy: 'student' })
      if (n === 2) await house.as('customer-service').advance(id, 'case.voided')
    }
    const { status, body } = await house.as('auditor').get('/api/procedures/withdrawal@1/ways')
    expect([status, body.cases]).toEqual([200, 2])
    const ways = body.ways.map(({ event, from, to, cases }: { event: string; from: string; to: string[]; cases: number }) => [
      event,
      from,
      to[0],
      cases,
    ])
    expect(ways).toContainEqual(['identity.confirmed', 'acceptance.identity.open', 'acceptance.identity.done', 2])
    expect(ways).toContainEqual(['request.revoked', 'acceptance', 'revoked', 1])
    expect(ways).toContainEqual(['case.voided', '', 'voided', 1])
    expect(await waysOf(house.house, withdrawal)).toEqual(body)
    expect(refusal(await house.as('finance').get('/api/procedures/withdrawal@1/ways'))).toEqual([403, 'not-yours'])
    expect(refusal(await house.as('auditor').get('/api/procedures/withdrawal@9/ways'))).toEqual([404, 'not-found'])
  })
})
