// Acts over HTTP: who may, on whose behalf, how often; and what a person named may do, and nothing else.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { freshInstitution, type Institution } from './app.ts'
import type { CaseView, Reply } from './client.ts'

const theirs = { student: 'student-01', enrolments: ['student-01-e1'] }
const refusal = ({ status, body }: Reply) => [status, body.code]
const act = ({ as }: Institution, username: string, { id }: CaseView, type: string, answers: object) =>
  as(username).post(`/api/cases/${id}/acts/${type}`, answers)

describe('an act', () => {
  it('is not for who has no part in the case, whatever the case waits for', async () => {
    const house = await freshInstitution()
    const opened = await house.as('front-desk').open('withdrawal', theirs)
    const step = opened.steps[0]!.path
    expect(refusal(await act(house, 'finance', opened, 'case.nudged', { step }))).toEqual([403, 'not-yours'])
    expect(refusal(await act(house, 'finance', opened, 'record.corrected', { sequence: 1, correction: '更正' }))).toEqual([
      403,
      'not-yours',
    ])
    expect(refusal(await act(house, 'auditor', opened, 'comment.added', { comment: '已阅' }))).toEqual([403, 'not-yours'])
    expect(refusal(await act(house, 'finance', opened, 'step.claimed', { step }))).toEqual([403, 'not-yours'])
    expect(refusal(await act(house, 'customer-service', opened, 'step.released', { step }))).toEqual([409, 'not-now'])
  })

  it('may be done for somebody absent, and says so', async () => {
    const house = await freshInstitution()
    const dates = { from: '2026-03-09', until: '2026-03-10' }
    await house.as('customer-service').post('/api/deputies', { deputy: house.id('sales'), ...dates })
    const opened = await house.as('front-desk').open('withdrawal', theirs)
    const step = opened.steps[0]!.path
    const { body } = await act(house, 'sales', opened, 'step.claimed', { step })
    expect(body.steps[0].assignee).toBe(house.id('sales'))
    expect((await historyOf(house.house.db, opened.id)).at(-1)).toMatchObject({
      type: 'step.claimed',
      actor: house.id('sales'),
      onBehalfOf: house.id('customer-service'),
    })
  })

  it('nudges a step once per working day: not twice over a weekend, and again on Monday', async () => {
    const house = await freshInstitution()
    const opened = await house.as('front-desk').open('withdrawal', theirs)
    const step = opened.steps[0]!.path
    const nudge = async (at: string) => {
      house.moveTo(at)
      return (await act(house, 'front-desk', opened, 'case.nudged', { step })).status
    }
    const friday = '2026-03-13T02:00:00.000Z'
    expect([await nudge(friday), await nudge('2026-03-13T08:00:00.000Z')]).toEqual([200, 422])
    expect([await nudge('2026-03-15T02:00:00.000Z'), await nudge('2026-03-16T02:00:00.000Z')]).toEqual([422, 200])
  })
})

describe('a mention in a comment', () => {
  it('copies in whoever it names, more than one at once, and nobody by their own word', async () => {
    const house = await freshInstitution()
    const opened = await house.as('front-desk').open('complaint')
    const mentions = [house.id('teaching'), house.id('finance'), house.id('front-desk')]
    await house.as('front-desk').act(opened.id, 'comment.added', { comment: '@赵老师 @钱敏 请看看', mentions })
    expect((await house.as('finance').show(opened.id)).id).toBe(opened.id)
    const { facts } = (await historyOf(house.house.db, opened.id)).at(-1)!
    expect(facts).toEqual({ mentions })
    const copied = await house.house.db.q
      .select({ user: schema.participants.userId })
      .from(schema.participants)
      .where(eq(schema.participants.caseId, opened.id))
    expect(copied.map(({ user }) => user).toSorted()).toEqual(mentions.slice(0, 2).toSorted())
  })

  it('is told to each of them, and so is a copy and a step handed over; nobody else of their department is told', async () => {
    const house = await freshInstitution()
    const { id, number } = await house.as('front-desk').open('withdrawal', theirs)
    for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.failed'])
      await house.as('customer-service').advance(id, type)
    await house.as('finance').act(id, 'step.claimed')
    await house.as('finance').act(id, 'step.handedOver', { user: house.id('finance-2') })
    await house.as('front-desk').act(id, 'comment.added', { comment: '@李正 请看看', mentions: [house.id('management')] })
    await house.as('front-desk').act(id, 'case.copied', { user: house.id('marketing') })
    const toldTo = async (username: string) => {
      const { items } = (await house.as(username).get('/api/notices')).body as { items: { id: string; notice: string; toMe: boolean }[] }
      return items.filter(({ toMe }) => toMe)
    }
    for (const [username, notice] of [
      ['management', 'mentioned'],
      ['marketing', 'copied'],
      ['finance-2', 'handedOver'],
    ] as const)
      expect(await toldTo(username)).toMatchObject([{ case: id, number, notice, read: false }])
    for (const username of ['management-2', 'finance', 'front-desk']) expect(await toldTo(username)).toEqual([])

    const [told] = await toldTo('management')
    expect((await house.as('management-2').post(`/api/notices/${told!.id}/read`, {})).status).toBe(404)
    expect((await house.as('management').post(`/api/notices/${told!.id}/read`, {})).status).toBe(200)
    expect(await toldTo('management')).toMatchObject([{ read: true }])
  })

  it('is for who has a part in the case: nobody lets others, or themselves, in from outside', async () => {
    const house = await freshInstitution()
    const opened = await house.as('front-desk').open('withdrawal', theirs)
    const outside = house.as('finance-2')
    const mention = { comment: '我也看看', mentions: [house.id('finance-2')] }
    expect(refusal(await act(house, 'finance-2', opened, 'comment.added', mention))).toEqual([422, 'not-possible'])
    expect((await outside.show(opened.id)).acts.map(({ type }) => type)).not.toContain('case.copied')
    expect((await act(house, 'finance-2', opened, 'comment.added', { comment: '已阅' })).status).toBe(200)
  })

  it('does not name who is kept from the case', async () => {
    const house = await freshInstitution()
    const about = house.id('teaching')
    const opened = await house.as('front-desk').open('complaint', { kind: 'complaint' })
    await house.as('customer-service').advance(opened.id, 'complaint.classified', { category: 'teaching-quality', about })
    const mention = { comment: '请说明情况', mentions: [about] }
    expect(refusal(await act(house, 'front-desk', opened, 'comment.added', mention))).toEqual([422, 'not-possible'])
  })
})

describe('a person named', () => {
  it('may record what nobody was left to record, and nothing else', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id } = await as('management').open('discipline', theirs)
    await as('teaching').advance(id, 'talk.held')
    await as('management-2').advance(id, 'misconduct.repeated')
    await as('teaching').advance(id, 'dismissal.proposed')
    const waiting = await as('customer-service').advance(id, 'statement.waived')
    await as('management').act(id, 'person.named', { user: house.id('administration'), reason: '管理层均已经办' })
    const { facts } = (await historyOf(house.house.db, id)).at(-1)!
    expect(facts.events).toContain('approval.granted')
    expect(facts.events).not.toContain('proposal.recalled')
    const recall = await as('administration').post(`/api/discipline@1/${id}/proposal.recalled`, {}, { 'if-match': `"${waiting.revision}"` })
    expect(refusal(recall)).toEqual([403, 'not-yours'])
    const granted = await as('administration').advance(id, 'approval.granted')
    expect(granted.steps[0]!.path).toBe('formalities.notice')
    const told = await as('administration').post(
      `/api/discipline@1/${id}/notice.delivered`,
      { channel: 'phone', message: '已告知' },
      { 'if-match': `"${granted.revision}"` },
    )
    expect(refusal(told)).toEqual([403, 'not-yours'])
  })
})

describe('the appeal of a dismissal', () => {
  it('is a complaint that follows it, opened and handled by nobody who handled or decided it', async () => {
    const house = await freshInstitution()
    const { as } = house
    const { id } = await as('front-desk').open('discipline', theirs)
    await as('teaching').advance(id, 'misconduct.unfounded')
    const appeal = { student: 'student-01', follows: id, name: '学员01', contact: '13900001234' }
    const form = { kind: 'complaint', channel: 'phone', occurredAt: '2026-03-09T09:00:00+08:00', content: '对处理有异议' }
    expect(refusal(await as('front-desk').post('/api/complaint', { ...form, ...appeal }))).toEqual([403, 'conflict-of-interest'])
    const opened = await as('customer-service').open('complaint', appeal)
    await as('customer-service').advance(opened.id, 'complaint.classified', { category: 'teaching-quality', severity: 'serious' })
    const waiting = await as('customer-service').advance(opened.id, 'acceptance.told')
    const mine = waiting.steps.map(({ path }) => path)
    expect(mine).toEqual(['assignment'])
    const assign = await as('teaching').post(
      `/api/complaint@1/${opened.id}/responsible.assigned`,
      { user: house.id('teaching') },
      { 'if-match': `"${waiting.revision}"` },
    )
    expect(refusal(assign)).toEqual([403, 'conflict-of-interest'])
    const { offers } = await as('administration').show(opened.id)
    expect(offers.map(({ type }) => type)).toContain('responsible.assigned')
  })
})
