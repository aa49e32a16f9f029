// Audit rounds: drawn so that it can be proven, found by people who had no hand in the case, and nothing of it quietly changed.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { historyOf } from '../../db/queries/history.ts'
import { type ChainedEvent, checkChain } from '../../machines/proof/chain.ts'
import { changePerson } from '../../server/people.ts'
import { freshInstitution, type Institution } from './app.ts'
import type { Reply } from './client.ts'
import { inSql } from './store.ts'

const refusal = ({ status, body }: Reply) => [status, body.code]
const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const student = (n: number) => `student-${String(n).padStart(2, '0')}`
const quarter = { name: '一季度审计', from: '2026-03-01', until: '2026-03-31', procedures: ['withdrawal'], size: 3, method: 'random' }

/** So many withdrawals voided on the Monday; the first was late and corrected. Then a month goes by. */
async function closedCases(house: Institution, count = 6): Promise<string[]> {
  const ids: string[] = []
  for (let n = 1; n <= count; n++)
    ids.push((await house.as('front-desk').open('withdrawal', { student: student(n), enrolments: [`${student(n)}-e1`] })).id)
  for (const id of ids.slice(1)) await house.as('customer-service').advance(id, 'case.voided')
  await house.pass(7)
  await house.as('customer-service').advance(ids[0]!, 'case.voided')
  await house.as('customer-service').act(ids[0]!, 'record.corrected', { sequence: 1 })
  await house.pass(30)
  return ids
}
const drawn = async ({ as }: Institution, form: object = {}) => {
  const { status, body } = await as('auditor').post('/api/audit/rounds', { ...quarter, ...form })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}
const idsIn = (round: { cases: { case: { id: string } }[] }) => round.cases.map((one) => one.case.id)
const find = (house: Institution, round: { id: string }, answers: object, who = 'auditor') =>
  house.as(who).post(`/api/audit/rounds/${round.id}/findings`, answers)
const chain = async ({ house }: Institution): Promise<ChainedEvent[]> =>
  (await historyOf(house.db, 'institution')).map(({ erased: _, ...event }) => event)

describe('a draw', () => {
  it('is on record with seed, population and digest, and anybody can repeat it', async () => {
    const house = await freshInstitution()
    const ids = (await closedCases(house)).toSorted()
    const round = await drawn(house)
    expect(round).toMatchObject({
      name: '一季度审计',
      method: 'random',
      population: 6,
      drawn: 3,
      open: true,
      found: { inOrder: 0, objection: 0, notExamined: 0 },
    })
    expect(round.digest).toBe(sha(ids.map((id) => `${id} 1\n`).join('')))
    let left = ids
    const again: string[] = []
    for (let n = 0; again.length < 3; n++) {
      const number = Number.parseInt(sha(`${round.seed}:${n}`).slice(0, 12), 16)
      if (number >= 2 ** 48 - (2 ** 48 % left.length)) continue
      again.push(left[number % left.length]!)
      left = left.filter((id) => !again.includes(id))
    }
    expect(idsIn(round)).toEqual(again)
    expect((await house.as('management').get(`/api/audit/rounds/${round.id}/draw`)).body).toEqual({
      population: 6,
      digest: round.digest,
      agrees: true,
    })
    const event = (await chain(house)).at(-1)!
    expect(event).toMatchObject({ type: 'audit.drawn', actor: house.id('auditor'), personal: { name: '一季度审计' } })
    expect(event.facts).toMatchObject({ round: round.id, seed: round.seed, digest: round.digest, cases: again })
    expect(JSON.stringify(event.facts)).not.toContain('一季度审计')
    expect(checkChain(await chain(house))).toEqual([])
  })

  it('by risk gives a case that was late, corrected and cut short more tickets, and what is recorded later none', async () => {
    const house = await freshInstitution()
    const [first] = await closedCases(house)
    const round = await drawn(house, { method: 'risk', size: 6 })
    const tickets = Object.fromEntries(round.cases.map((one: { case: { id: string }; tickets: number }) => [one.case.id, one.tickets]))
    expect(tickets[first!]).toBe(1 + 2 + 3 + 2)
    expect(Object.values(tickets).filter((n) => n === 1 + 2)).toHaveLength(5)
    await house.pass(1)
    for (const id of Object.keys(tickets)) await house.as('customer-service').act(id, 'record.corrected', { sequence: 1 })
    expect((await house.as('auditor').get(`/api/audit/rounds/${round.id}/draw`)).body.agrees).toBe(true)
  })

  it('that does not come out of its seed is found', async () => {
    const house = await freshInstitution()
    await closedCases(house)
    const round = await drawn(house)
    const other = (await drawn(house, { size: 6 })).cases
      .map((one: { case: { id: string } }) => one.case.id)
      .find((id: string) => !idsIn(round).includes(id))
    await inSql(house.house.db, `update audit_cases set case_id = '${other}' where round = '${round.id}' and position = 1`)
    expect((await house.as('auditor').get(`/api/audit/rounds/${round.id}/draw`)).body).toMatchObject({
      agrees: false,
      digest: round.digest,
    })
  })

  it('takes only cases closed in the period, of the procedures named', async () => {
    const house = await freshInstitution()
    const ids = await closedCases(house)
    await house.as('front-desk').open('withdrawal', { student: student(9), enrolments: [`${student(9)}-e1`] })
    expect((await drawn(house, { until: '2026-03-09' })).population).toBe(5)
    expect(idsIn(await drawn(house, { from: '2026-03-10' }))).toEqual([ids[0]])
    expect((await drawn(house, { procedures: ['transfer', 'withdrawal'] })).population).toBe(6)
    expect(refusal(await house.as('auditor').post('/api/audit/rounds', { ...quarter, procedures: ['transfer'] }))).toEqual([
      422,
      'not-possible',
    ])
  })

  it('is asked for by auditors alone, for a period that is over, in a form that fits', async () => {
    const house = await freshInstitution()
    await closedCases(house, 2)
    for (const who of ['management', 'administration', 'customer-service', 'admin', 'student-representative'])
      expect([who, ...refusal(await house.as(who).post('/api/audit/rounds', quarter))]).toEqual([who, 403, 'not-yours'])
    const today = house.house.now().toISOString().slice(0, 10)
    for (const wrong of [{ until: today }, { until: '2026-02-01' }])
      expect(refusal(await house.as('auditor').post('/api/audit/rounds', { ...quarter, ...wrong }))).toEqual([422, 'not-possible'])
    const malformed = [
      { size: 0 },
      { size: 501 },
      { procedures: [] },
      { procedures: ['none'] },
      { procedures: ['withdrawal', 'withdrawal'] },
    ]
    for (const wrong of [...malformed, { method: 'mine' }, { from: 'March' }, { name: ' ' }, { seed: '00' }])
      expect([wrong, ...refusal(await house.as('auditor').post('/api/audit/rounds', { ...quarter, ...wrong }))]).toEqual([
        wrong,
        400,
        'invalid',
      ])
    expect((await house.as('auditor').get('/api/audit/rounds')).body.items).toEqual([])
    expect((await chain(house)).some(({ type }) => type === 'audit.drawn')).toBe(false)
  })

  it('repeated under its key is the same draw', async () => {
    const house = await freshInstitution()
    await closedCases(house)
    const send = () => house.as('auditor').post('/api/audit/rounds', quarter, { 'idempotency-key': 'once' })
    const [one, other] = [await send(), await send()]
    expect(other.body).toEqual(one.body)
    expect((await house.as('auditor').get('/api/audit/rounds')).body.items).toHaveLength(1)
  })
})

describe('findings', () => {
  it('are kept with every change, as events of the institution', async () => {
    const house = await freshInstitution()
    await closedCases(house)
    const round = await drawn(house)
    const [id] = idsIn(round)
    expect((await find(house, round, { case: id, finding: 'objection', remark: '缺少作废依据' })).status).toBe(200)
    const { body } = await find(house, round, { case: id, finding: 'inOrder' })
    const said = body.cases.find((one: { case: { id: string } }) => one.case.id === id).findings
    expect(said).toMatchObject([
      { finding: 'objection', remark: '缺少作废依据', by: { name: '卫青' } },
      { finding: 'inOrder', remark: null },
    ])
    expect(body.found).toEqual({ inOrder: 1, objection: 0, notExamined: 0 })
    expect((await house.as('management').get(`/api/audit/rounds/${round.id}`)).body).toEqual(body)
    const events = (await chain(house)).filter(({ type }) => type === 'audit.found')
    expect(events.map(({ facts }) => facts.finding)).toEqual(['objection', 'inOrder'])
    expect(events[0]!.personal).toEqual({ remark: '缺少作废依据' })
    expect(JSON.stringify(events[0]!.facts)).not.toContain('缺少')
    expect(checkChain(await chain(house))).toEqual([])
  })

  it('need words where there is an objection, and a case that was drawn', async () => {
    const house = await freshInstitution()
    const ids = await closedCases(house)
    const round = await drawn(house, { size: 2 })
    const [id] = idsIn(round)
    const other = ids.find((one) => !idsIn(round).includes(one))
    for (const finding of ['objection', 'notExamined'])
      expect(refusal(await find(house, round, { case: id, finding }))).toEqual([422, 'not-possible'])
    expect(refusal(await find(house, round, { case: other, finding: 'inOrder' }))).toEqual([422, 'not-possible'])
    expect(refusal(await find(house, round, { case: id, finding: 'fine' }))).toEqual([400, 'invalid'])
    expect(refusal(await find(house, { id: 'none' }, { case: id, finding: 'inOrder' }))).toEqual([404, 'not-found'])
    for (const who of ['management', 'administration', 'customer-service'])
      expect([who, ...refusal(await find(house, round, { case: id, finding: 'inOrder' }, who))]).toEqual([who, 403, 'not-yours'])
  })

  it('are for somebody else where the auditor had a hand in the case', async () => {
    const house = await freshInstitution()
    await closedCases(house)
    const [admin, clerk] = [house.id('admin'), house.id('front-desk')]
    const request = { userId: admin, key: undefined, method: 'POST', url: '', body: null }
    await changePerson(house.house, request, clerk, { role: 'auditor' })
    const round = await drawn(house)
    const [id] = idsIn(round)
    expect(refusal(await find(house, round, { case: id, finding: 'inOrder' }, 'front-desk'))).toEqual([403, 'conflict-of-interest'])
    expect((await find(house, round, { case: id, finding: 'inOrder' })).status).toBe(200)
  })

  it('of two auditors at the same moment are both kept', async () => {
    const house = await freshInstitution()
    await closedCases(house)
    const round = await drawn(house)
    const [one, other] = idsIn(round)
    const sent = await Promise.all([
      find(house, round, { case: one, finding: 'inOrder' }),
      find(house, round, { case: other, finding: 'inOrder' }),
    ])
    expect(sent.map(({ status }) => status)).toEqual([200, 200])
    expect((await house.as('auditor').get(`/api/audit/rounds/${round.id}`)).body.found.inOrder).toBe(2)
    expect(checkChain(await chain(house))).toEqual([])
  })
})

describe('a round', () => {
  it('ends when every case has a finding, and then nothing of it changes', async () => {
    const house = await freshInstitution()
    await closedCases(house)
    const round = await drawn(house)
    const close = (who = 'auditor') => house.as(who).post(`/api/audit/rounds/${round.id}/close`, {})
    for (const id of idsIn(round).slice(1)) await find(house, round, { case: id, finding: 'inOrder' })
    const early = await close()
    expect([...refusal(early), early.body.detail]).toEqual([409, 'not-now', '还有 1 件没有结论'])
    await find(house, round, { case: idsIn(round)[0], finding: 'notExamined', remark: '附件无法打开' })
    expect(refusal(await close('administration'))).toEqual([403, 'not-yours'])
    expect((await close()).body).toMatchObject({ open: false, closedBy: { name: '卫青' }, found: { inOrder: 2, notExamined: 1 } })
    expect(refusal(await close())).toEqual([409, 'not-now'])
    expect(refusal(await find(house, round, { case: idsIn(round)[0], finding: 'inOrder' }))).toEqual([409, 'not-now'])
    expect((await chain(house)).at(-1)).toMatchObject({ type: 'audit.closed', facts: { round: round.id } })
  })

  it('is read by those who oversee, the newest first, page by page', async () => {
    const house = await freshInstitution()
    await closedCases(house)
    for (const name of ['一', '二', '三']) {
      await drawn(house, { name })
      await house.pass(1)
    }
    const first = (await house.as('administration').get('/api/audit/rounds?limit=2')).body
    const rest = (await house.as('administration').get(`/api/audit/rounds?limit=2&cursor=${first.next}`)).body
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(['三', '二', '一'])
    expect(rest.next).toBeNull()
    const paths = ['', `/${first.items[0].id}`, `/${first.items[0].id}/draw`]
    for (const who of ['customer-service', 'finance', 'admin', 'student-representative'])
      for (const path of paths)
        expect([who, ...refusal(await house.as(who).get(`/api/audit/rounds${path}`))]).toEqual([who, 403, 'not-yours'])
    for (const path of ['/none', '/none/draw'])
      expect(refusal(await house.as('auditor').get(`/api/audit/rounds${path}`))).toEqual([404, 'not-found'])
  })

  it('names to nobody a case drawn that they must not know of', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('customer-service').open('complaint')
    await house.as('customer-service').advance(id, 'complaint.classified', { category: 'fees', about: house.id('sales') })
    await house.as('customer-service').advance(id, 'complaint.withdrawn')
    await house.pass(30)
    const round = await drawn(house, { procedures: ['complaint'] })
    expect(idsIn(round)).toEqual([id])
    const seen = await house.as('management').get(`/api/audit/rounds/${round.id}`)
    expect(seen.body.cases).toEqual([{ position: 1, tickets: 1, case: null, findings: [] }])
    expect(seen.text).not.toContain(id)
  })
})
