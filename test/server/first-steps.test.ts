// From an empty store to the first case: the administrator is told what is done and what is missing.
import { describe, expect, it, onTestFinished } from 'vitest'
import { roleNames } from '../../machines/departments.ts'
import { checkChain } from '../../machines/proof/chain.ts'
import { setupLink } from '../../server/first-run.ts'
import { freshInstitution } from './app.ts'
import { as, chain, emptyDatabase, office, start } from './office.ts'

const secret = 'kaimen-2026'
const course = { campus: 'east', course: '英语综合', className: '英语综合一班', stage: 'basic', startsOn: '2026-03-02' }
const paid = { priceFen: 0, listPriceFen: 0, paidFen: 0, owedFen: 0, materialsFen: 0, lessonsBought: 10, lessonsGifted: 0, lessonsUsed: 0 }
async function founded() {
  const { app, house, close } = await start(await emptyDatabase(), () => new Date('2026-03-09T02:00:00.000Z'))
  onTestFinished(close)
  const token = (await setupLink(house, 'http://127.0.0.1:3000'))!.split('#')[1]
  const payload = { token, institution: '晨光培训学校', username: 'admin', name: '李娜', password: secret }
  await app.inject({ method: 'POST', url: '/api/setup', payload })
  return { house, app, ...(await as({ app }, 'admin')) }
}
type Client = Awaited<ReturnType<typeof founded>>
const undone = async ({ get }: Pick<Client, 'get'>) =>
  (await get('/api/first-steps'))
    .json()
    .steps.filter(({ done }: { done: boolean }) => !done)
    .map(({ name }: { name: string }) => name)

describe('the first steps', () => {
  it('are done one by one, in this order', async () => {
    const { get, post } = await founded()
    expect(await undone({ get })).toEqual(['campuses', 'people', 'settings', 'students', 'cases'])
    await post('/api/campuses', { id: 'east', zh: '东校区', en: 'East' })
    expect(await undone({ get })).toEqual(['people', 'settings', 'students', 'cases'])
    const people = ['finance', ...roleNames].map((role, index) => ({ name: '同事', username: `person-${index}`, role, password: secret }))
    expect((await post('/api/imports/users', { rows: people })).statusCode).toBe(201)
    expect(await undone({ get })).toEqual(['settings', 'students', 'cases'])
    const { version: _, ...settings } = (await get('/api/settings')).json().settings
    await post('/api/settings', settings)
    expect(await undone({ get })).toEqual(['students', 'cases'])
    await post('/api/students', { number: 'S1', campus: 'east', birthDate: '2015-01-01', name: '王明' })
    expect(await undone({ get })).toEqual(['students', 'cases'])
    await post('/api/enrolments', { ...course, ...paid, student: (await get('/api/students')).json().items[0].id })
    expect(await undone({ get })).toEqual(['cases'])
  })

  it('are all done once a case was opened where everybody needed is there', async () => {
    const house = await freshInstitution()
    const { get } = house.as('admin')
    const left = async () => (await get('/api/first-steps')).body.steps.filter(({ done }: { done: boolean }) => !done)
    expect((await left()).map(({ name }: { name: string }) => name)).toContain('cases')
    await house.as('customer-service').open('withdrawal')
    expect(await left()).toEqual([])
  })

  it('say in which departments and roles people are missing, two in finance', async () => {
    const { get } = await founded()
    const { lacking } = (await get('/api/first-steps')).json()
    expect(lacking).toContainEqual({ department: 'finance', roles: ['finance'], missing: 2 })
    expect(lacking).toContainEqual({ department: 'management', roles: ['management'], missing: 1 })
  })

  it('are the administrator’s alone', async () => {
    expect((await (await as(await office(), 'auditor')).get('/api/first-steps')).json().code).toBe('not-yours')
  })
})

describe('the institution’s name', () => {
  it('is known to everybody who works there, and changed by the administrator, on record', async () => {
    const { house, app, get, post } = await founded()
    expect((await get('/api/institution')).json()).toEqual({ name: '晨光培训学校' })
    expect((await post('/api/institution', { name: '晨光教育' })).json()).toEqual({ name: '晨光教育' })
    await post('/api/imports/users', { rows: [{ name: '周敏', username: 'front-desk', role: '前台', password: secret }] })
    const frontDesk = await as({ app }, 'front-desk')
    expect((await frontDesk.get('/api/institution')).json()).toEqual({ name: '晨光教育' })
    expect((await frontDesk.post('/api/institution', { name: '我的学校' })).json().code).toBe('not-yours')
    const events = await chain(house)
    expect(events.map(({ type }) => type)).toEqual(['institution.founded', 'user.created', 'institution.renamed', 'user.created'])
    expect(events[2]!.facts).toEqual({ name: '晨光教育' })
    expect(checkChain(events)).toEqual([])
  })

  it('is not yet said where nobody founded the institution', async () => {
    expect((await (await as(await office(), 'auditor')).get('/api/institution')).json()).toEqual({ name: null })
  })
})

it('beside the settings stands where each of them is felt', async () => {
  const { explained } = (await (await as(await office(), 'auditor')).get('/api/settings')).json()
  const acceptance = explained.find(({ name }: { name: string }) => name === 'acceptanceDays')
  expect(acceptance.felt[0]).toMatchObject({ procedure: 'withdrawal', deadline: 'acceptanceDue', steps: [{ path: 'acceptance' }] })
})
