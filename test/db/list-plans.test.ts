// Every view of the worklist walks an index in the order it is shown in: a page costs the same among a million cases as among a hundred.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/database.ts'
import { driversOf, type Order } from '../../db/queries/drivers.ts'
import { viewOf } from '../../db/queries/view.ts'
import { listing } from '../../db/queries/worklist.ts'
import { openSqlite } from '../../db/sqlite.ts'
import { type Role, roles } from '../../machines/departments.ts'
import type { Person } from '../../machines/records.ts'
import { shownIn, type ViewName, viewsFor } from '../../machines/views.ts'

let db: Db
beforeAll(() => {
  db = openSqlite(':memory:')
})
afterAll(() => db.close())

const person = (role: Role): Person => ({
  id: 'somebody',
  name: '某人',
  role,
  department: roles[role].department,
  campus: null,
  lead: false,
  reportsTo: null,
})
const places: Record<string, ['due' | 'opened', boolean]> = {
  due: ['due', false],
  '-due': ['due', true],
  opened: ['opened', false],
  '-opened': ['opened', true],
}

async function planOf(role: Role, view: ViewName, order: Order, after: boolean): Promise<Line[]> {
  const who = person(role)
  const filter = { ...shownIn(view, who), now: '2026-03-09T02:00:00.000Z' }
  const driven = driversOf(db.engine, await viewOf(db, who), filter, order, { after: after ? ['9', 'x'] : null })
  const found = listing(driven!, order)(db.q).toSQL()
  const values: Record<string, unknown> = { ...driven!.values, limit: 51 }
  const params = found.params.map((param) => (typeof param === 'object' && param ? values[(param as { name: string }).name] : param))
  const parts = found.sql.split('?').flatMap((text, n) => (n < params.length ? [sql.raw(text), sql`${params[n]}`] : [sql.raw(text)]))
  return (db.q as any).all(sql`explain query plan ${sql.join(parts)}`)
}
type Line = { id: number; parent: number; detail: string }

/** Whoever was copied in has so few that they are put in order as they are found; so have those who know of cases by their own part alone. */
const few = /^(SCAN|SEARCH) (parts|participants USING INDEX participants_user|steps USING .*steps_of_assignee)\b/
const texts = (plan: Line[]) => plan.map(({ detail }) => detail)
const sorted = (plan: Line[]) =>
  texts(
    plan.filter(({ detail, parent }) => {
      const beside = plan.filter((line) => line.parent === parent)
      return /TEMP B-TREE FOR .*(ORDER|DISTINCT|GROUP)/.test(detail) && !beside.some((line) => few.test(line.detail))
    }),
  )
const scanned = (plan: Line[]) => texts(plan).filter((line) => /^SCAN (cases|steps|handlers|case_departments|participants)\b/.test(line))

describe.each(['customer-service', 'finance', 'auditor', 'management'] as Role[])('for %s', (role) => {
  it.each(viewsFor(role).flatMap((view) => Object.keys(places).map((sort) => [view, sort] as const)))('%s by %s', async (view, sort) => {
    const [by, backwards] = places[sort]!
    for (const after of [false, true]) {
      const plan = await planOf(role, view, { by, backwards }, after)
      expect(scanned(plan)).toEqual([])
      expect(sorted(plan)).toEqual([])
    }
  })
})
