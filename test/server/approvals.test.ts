// Decisions: listed page by page, several said at once and each recorded by itself, compared with what was decided before.
import { describe, expect, it } from 'vitest'
import { historyOf } from '../../db/queries/history.ts'
import { stakeIn } from '../../machines/stake.ts'
import { freshInstitution, type Institution } from './app.ts'
import type { CaseView } from './client.ts'

type Waiting = {
  case: CaseView
  etag: string
  offers: { type: string; href: string }[]
  decision: string | null
  leadsTo: { en: string } | null
}

/** A withdrawal that waits for management. */
async function proposed({ as }: Institution, student: string): Promise<CaseView> {
  const { id, steps } = await as('front-desk').open('withdrawal', { student, enrolments: [`${student}-e1`] })
  if (steps.some(({ path }) => path === 'acceptance.guardian.asking')) await as('customer-service').advance(id, 'guardian.agreed')
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.failed'])
    await as('customer-service').advance(id, type)
  return as('finance').advance(id, 'payments.reviewed')
}
const students = ['student-01', 'student-03', 'student-04']
const waiting = async ({ as }: Institution, query = ''): Promise<{ items: Waiting[]; next: string | null }> =>
  (await as('management').get(`/api/approvals${query}`)).body
const granting = ({ offers, etag }: Waiting) => ({ href: offers.find(({ type }) => type === 'approval.granted')!.href, etag, payload: {} })
const decisionsOf = async ({ house }: Institution, id: string) =>
  (await historyOf(house.db, id)).filter(({ type }) => type.startsWith('approval.')).map(({ type }) => type)
const statuses = (body: { results: { status: number }[] }) => body.results.map(({ status }) => status)

describe('decisions said together', () => {
  it('are recorded each by itself: one that is refused leaves the others as they are', async () => {
    const house = await freshInstitution()
    for (const student of students) await proposed(house, student)
    const { items } = await waiting(house)
    const [first, second, third] = items.map(granting)
    await house.as('management-2').post(second!.href.replace('granted', 'returned'), { reason: '请补充' }, { 'if-match': second!.etag })
    const acceptance = items[0]!.case.id
    const { status, body } = await house.as('management').post('/api/approvals', {
      decisions: [
        first,
        second,
        third,
        { ...third!, href: `/api/withdrawal@1/${acceptance}/payments.reviewed` },
        { ...third!, href: '/api/people' },
        { ...third!, etag: 'none' },
      ],
    })
    expect(status).toBe(200)
    expect(statuses(body)).toEqual([200, 412, 200, 404, 404, 400])
    expect(body.results[0].body).toMatchObject({ id: items[0]!.case.id, facts: { approval: { grantedBy: [house.id('management')] } } })
    expect(body.results[1].body).toMatchObject({ code: 'stale' })
    expect(body.results.map(({ href }: { href: string }) => href)[1]).toBe(second!.href)
    expect(await Promise.all(items.map(({ case: { id } }) => decisionsOf(house, id)))).toEqual([
      ['approval.granted'],
      ['approval.returned'],
      ['approval.granted'],
    ])
  })

  it('repeated under the same key are answered and not recorded again; something else under it is refused', async () => {
    const house = await freshInstitution()
    for (const student of students) await proposed(house, student)
    const { items } = await waiting(house)
    const decisions = items.map(granting)
    const key = { 'idempotency-key': 'a day of decisions' }
    const key1 = { 'idempotency-key': 'decisions-1' }
    expect((await house.as('management').post('/api/approvals', { decisions }, key)).status).toBe(400)
    const once = await house.as('management').post('/api/approvals', { decisions }, key1)
    const again = await house.as('management').post('/api/approvals', { decisions }, key1)
    expect([statuses(once.body), again.text]).toEqual([[200, 200, 200], once.text])
    const other = await house.as('management').post('/api/approvals', { decisions: decisions.slice(1) }, key1)
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    expect(await decisionsOf(house, items[0]!.case.id)).toEqual(['approval.granted'])
  })

  it('are refused where somebody may not decide, and where the list is none', async () => {
    const house = await freshInstitution()
    await proposed(house, 'student-01')
    const decisions = (await waiting(house)).items.map(granting)
    expect(statuses((await house.as('finance').post('/api/approvals', { decisions })).body)).toEqual([403])
    for (const wrong of [{}, { decisions: [] }, { decisions: [{}] }, { decisions: Array(101).fill(decisions[0]) }, { decisions, more: 1 }])
      expect((await house.as('management').post('/api/approvals', wrong)).status).toBe(400)
    expect((await waiting(house)).items).toHaveLength(1)
  })
})

describe('what waits for a decision', () => {
  it('comes page by page, each case once, in the order of the whole list', async () => {
    const house = await freshInstitution()
    for (const student of students) await proposed(house, student)
    const whole = (await waiting(house)).items.map(({ case: { id } }) => id)
    const paged: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Awaited<ReturnType<typeof waiting>> = await waiting(house, `?limit=2${next && `&cursor=${next}`}`)
      paged.push(...page.items.map(({ case: { id } }) => id))
      next = page.next
    }
    expect([paged, new Set(paged).size]).toEqual([whole, students.length])
    expect((await house.as('management').get('/api/approvals?cursor=nothing')).status).toBe(400)
  })

  it('says which decision its step is there for, and where that leads', async () => {
    const house = await freshInstitution()
    await proposed(house, 'student-01')
    const [one] = (await waiting(house)).items
    expect([one!.decision, one!.leadsTo?.en]).toEqual(['approval.granted', 'Leaving formalities'])
  })

  it('is compared with closed cases of the same procedure, the same kind of reason first, and with nobody else’s secrets', async () => {
    const house = await freshInstitution()
    const one = await proposed(house, 'student-01')
    const none = await house.as('management').get(`/api/cases/${one.id}/comparable`)
    expect(none.body).toEqual({ items: [] })
    const other = await proposed(house, 'student-03')
    await house.as('management').advance(other.id, 'approval.refused', { reason: '学员已收回申请' })
    expect((await house.as('management').show(other.id)).open).toBe(false)
    const { body } = await house.as('management').get(`/api/cases/${one.id}/comparable`)
    expect(body.items).toMatchObject([
      { id: other.id, number: other.number, stake: stakeIn(other.facts), decisions: [{ type: 'approval.refused' }] },
    ])
    expect((await house.as('marketing').get(`/api/cases/${one.id}/comparable`)).status).toBe(404)
  })
})
