// The list of cases: what is asked for is what is shown.
import { describe, expect, it } from 'vitest'
import { historyOf } from '../../db/queries/history.ts'
import { freshInstitution } from './app.ts'

const theirs = { student: 'student-01', enrolments: ['student-01-e1'] }

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
    for (const query of ['limit=0', 'q=%00', 'overdue=perhaps'])
      expect([query, (await house.as('auditor').get(`/api/cases?${query}`)).status]).toEqual([query, 400])
  })
})

describe('an instant that somebody tells', () => {
  it('is kept in UTC, whatever its offset', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('sales').open('discipline', { ...theirs, occurredAt: '2026-03-09T09:30:00+08:00' })
    expect((await historyOf(house.house.db, id))[0]!.facts.occurredAt).toBe('2026-03-09T01:30:00.000Z')
  })
})
