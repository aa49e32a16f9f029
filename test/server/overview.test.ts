// The figures that managers look at: each says as many cases as the list behind it holds, to whoever asks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schema } from '../../db/database.ts'
import { spansOf } from '../../server/overview.ts'
import { noteStays } from '../../server/stays.ts'
import { freshInstitution, type Institution, institution } from './app.ts'
import type { Reply } from './client.ts'
import { inSql } from './store.ts'
import { type Draw, openSome, stepOn, walkers } from './walker.ts'

const day = 86_400_000
const theirs = (n = 1) => ({ student: `student-0${n}`, enrolments: [`student-0${n}-e1`] })
const refusal = ({ status, body }: Reply) => [status, body.code]
type Query = Record<string, string>
const ask = async ({ as }: Institution, who: string, url: string, query: Query) => {
  const reply = await as(who).get(`${url}?${new URLSearchParams(query)}`)
  if (reply.status !== 200) throw new Error(`${url} ${JSON.stringify(query)}: ${reply.status} ${reply.text}`)
  return reply.body
}
const overview = (house: Institution, query: Query = {}, who = 'auditor') => ask(house, who, '/api/overview', query)
type Figures = {
  path: string
  open: number
  overdue: number
  left: number
  leftLate: number
  more: boolean
  medianMs: number
  p90Ms: number
}
const steps = async (house: Institution, { procedure, ...query }: Query, who = 'auditor'): Promise<Figures[]> =>
  (await ask(house, who, `/api/overview/${procedure}`, query)).steps
const step = async (house: Institution, path: string, query: Query = {}) =>
  (await steps(house, { procedure: 'withdrawal', ...query })).find((one) => one.path === path)!
async function listed(house: Institution, who: string, query: Query): Promise<number> {
  let [count, cursor] = [0, '']
  do {
    const { items, next } = await ask(house, who, '/api/cases', { ...query, limit: '7', ...(cursor && { cursor }) })
    count += items.length
    cursor = next
  } while (cursor)
  return count
}

/** Every figure that somebody is told, with what opens the cases behind it. */
async function figures(house: Institution, who: string, common: Query): Promise<[number, Query][]> {
  const { from, until, procedures, departments, people, trend } = await overview(house, common, who)
  const { from: _, until: __, ...scope } = common
  const opening = (span: { from: string; until: string }) => `${span.from}..${span.until}`
  const found: [number, Query][] = []
  for (const one of procedures) {
    const of = { ...scope, procedure: one.procedure }
    found.push([one.open, { ...of, open: 'true' }], [one.overdue, { ...of, open: 'true', overdue: 'true' }])
    found.push([one.opened, { ...of, opened: opening({ from, until }) }], [one.closed, { ...of, closed: opening({ from, until }) }])
    for (const at of await steps(house, { ...common, procedure: one.procedure }, who)) {
      const there = { ...of, state: at.path, open: 'true' }
      found.push([at.open, there], [at.overdue, { ...there, stepOverdue: 'true' }])
      const left = { ...of, left: at.path, leftIn: opening({ from, until }) }
      found.push([at.left, left], [at.leftLate, { ...left, leftLate: 'true' }])
    }
  }
  for (const one of departments) {
    const of = { ...scope, department: one.department, open: 'true' }
    found.push([one.open, of], [one.overdue, { ...of, stepOverdue: 'true' }], [one.unclaimed, { ...of, unclaimed: 'true' }])
  }
  for (const one of people) {
    const of = { ...scope, assignee: one.person, open: 'true' }
    found.push([one.open, of], [one.overdue, { ...of, stepOverdue: 'true' }])
  }
  for (const one of trend) found.push([one.opened, { ...scope, opened: opening(one) }], [one.closed, { ...scope, closed: opening(one) }])
  return found
}

const drawing = fc.infiniteStream(fc.nat()).map(
  (stream): Draw =>
    () =>
      stream.next().value,
)
const narrowings: Query[] = [{}, { procedure: 'complaint' }, { campus: 'east', from: '2026-02-12' }]
/** So many different figures say that the walk came somewhere. */
const enough = 40

describe('every figure', () => {
  it(
    'is the number of cases that the list behind it shows, whoever looks',
    async () => {
      const property = fc.asyncProperty(drawing, async (draw) => {
        const house = await institution()
        try {
          const walk = await walkers(house)
          const ids: string[] = []
          for (const procedure of [...walk.procedures, ...walk.procedures])
            ids.push(...[(await openSome(walk, procedure, draw)) ?? []].flat())
          for (let i = 0; i < 160; i++) await stepOn(walk, ids[draw() % ids.length]!, draw)
          const told: number[] = []
          for (const who of ['auditor', 'management', 'management-2', 'administration'])
            for (const common of narrowings) {
              for (const [count, query] of await figures(house, who, common)) {
                if (count) expect([who, common, query, await listed(house, who, query)]).toEqual([who, common, query, count])
                told.push(count)
              }
            }
          expect(told.filter((count) => count > 0).length).toBeGreaterThan(enough)
          const noted = async () => (await house.house.db.q.select().from(schema.stays)).map((row) => JSON.stringify(row)).sort()
          const before = await noted()
          await inSql(house.house.db, 'delete from stays')
          await noteStays(house.house)
          expect(await noted()).toEqual(before)
        } finally {
          await house.close()
        }
      })
      await fc.assert(property, {
        numRuns: Number(process.env.WALKS ?? 1),
        seed: Number(process.env.SEED ?? 20_260_309),
        endOnFailure: true,
      })
    },
    120_000 * Number(process.env.WALKS ?? 1),
  )

  it('leaves out a case that the viewer must not know of', async () => {
    const house = await freshInstitution()
    const { id } = await house.as('customer-service').open('complaint')
    const told = async (who: string) => {
      const { procedures, trend } = await overview(house, { procedure: 'complaint' }, who)
      const there = await steps(house, { procedure: 'complaint' }, who)
      return [procedures[0].open, procedures[0].opened, trend.at(-1).opened, Math.max(...there.map(({ open }) => open))]
    }
    expect(await told('management')).toEqual([1, 1, 1, 1])
    await house.as('customer-service').advance(id, 'complaint.classified', { category: 'fees', about: house.id('management') })
    expect(await told('auditor')).toEqual([1, 1, 1, 1])
    expect(await told('management')).toEqual([0, 0, 0, 0])
    const { departments, people } = await overview(house, {}, 'management')
    expect([departments, people]).toEqual([[], []])
    expect((await steps(house, { procedure: 'complaint' }, 'auditor')).some(({ left }) => left)).toBe(true)
    expect((await steps(house, { procedure: 'complaint' }, 'management')).some(({ left }) => left)).toBe(false)
  })

  it('is for those who oversee', async () => {
    const house = await freshInstitution()
    for (const who of ['front-desk', 'finance', 'data', 'admin', 'student-representative'])
      for (const url of ['/api/overview', '/api/overview/withdrawal'])
        expect([who, ...refusal(await house.as(who).get(url))]).toEqual([who, 403, 'not-yours'])
    expect(refusal(await house.as('auditor').get('/api/overview/none'))).toEqual([404, 'not-found'])
    for (const query of ['procedure=none', 'from=2026-02-30', 'from=2026-03-02&until=2026-03-01', 'from=2020-01-01', 'person=x'])
      expect([query, ...refusal(await house.as('auditor').get(`/api/overview?${query}`))]).toEqual([query, 400, 'invalid'])
    for (const query of [
      'left=acceptance',
      'leftLate=true',
      'opened=2026-03-02',
      'opened=2026-02-30..2026-03-01',
      'closed=2026-03-02..2026-03-01',
    ])
      expect([query, ...refusal(await house.as('auditor').get(`/api/cases?${query}`))]).toEqual([query, 400, 'invalid'])
  })
})

describe('how long cases stayed in a step', () => {
  it('is told by the median and the 90th percentile of those who left it, by nearest rank', async () => {
    const house = await freshInstitution()
    const path = 'acceptance.identity.open'
    const ids: string[] = []
    for (const n of [1, 3, 4, 5, 6]) ids.push((await house.as('front-desk').open('withdrawal', theirs(n))).id)
    for (const [n, id] of ids.entries()) {
      if (n > 0) await house.pass(1)
      await house.as('customer-service').advance(id, 'identity.confirmed')
    }
    expect(await step(house, path)).toMatchObject({ open: 0, left: 5, more: false, medianMs: 2 * day, p90Ms: 4 * day })
    expect(await step(house, path, { until: '2026-03-12' })).toMatchObject({ left: 4, medianMs: day, p90Ms: 3 * day })
    expect(await step(house, path, { from: '2026-03-13', until: '2026-03-13' })).toMatchObject({
      left: 1,
      medianMs: 4 * day,
      p90Ms: 4 * day,
    })
    expect(await step(house, path, { from: '2026-04-01', until: '2026-04-02' })).toMatchObject({ left: 0, medianMs: null, p90Ms: null })
    expect(await step(house, 'financeReview')).toMatchObject({ open: 0, left: 0, medianMs: null })
  })

  it('is late from the instant on at which the deadline has passed, and not before', async () => {
    const house = await freshInstitution()
    const { id, steps: waiting } = await house.as('front-desk').open('withdrawal', theirs())
    const { due, path } = waiting[0]!
    const after = new Date(Date.parse(due!) + 1).toISOString()
    house.moveTo(due!)
    expect(await step(house, path)).toMatchObject({ open: 1, overdue: 0 })
    expect((await overview(house)).departments).toEqual([{ department: 'customer-service', open: 1, overdue: 0, unclaimed: 1 }])
    house.moveTo(after)
    expect(await step(house, path)).toMatchObject({ open: 1, overdue: 1 })
    expect((await overview(house)).departments).toEqual([{ department: 'customer-service', open: 1, overdue: 1, unclaimed: 1 }])
    await house.as('customer-service').advance(id, 'identity.confirmed')
    expect(await step(house, 'acceptance.identity.open')).toMatchObject({ open: 0, left: 1, leftLate: 1 })
  })
})

describe('the period', () => {
  it('is the last thirteen weeks unless said otherwise, in weeks from Monday on, or in months where it is long', async () => {
    const { from, until, trend } = await overview(await freshInstitution())
    expect([from, until, trend.length]).toEqual(['2025-12-09', '2026-03-09', 14])
    expect(trend[0]).toMatchObject({ from: '2025-12-09', until: '2025-12-14' })
    expect(trend.at(-1)).toMatchObject({ from: '2026-03-09', until: '2026-03-09' })
    const months = spansOf({ from: '2025-11-15', until: '2026-04-01' })
    expect(months.map(({ from, until }) => `${from} ${until}`)).toEqual([
      '2025-11-15 2025-11-30',
      '2025-12-01 2025-12-31',
      '2026-01-01 2026-01-31',
      '2026-02-01 2026-02-28',
      '2026-03-01 2026-03-31',
      '2026-04-01 2026-04-01',
    ])
  })
})
