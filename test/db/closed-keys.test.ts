// Closed cases that were there before lists went by when they were closed: the migration gives them the keys that are written today.
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { type Db, schema } from '../../db/database.ts'
import { freshInstitution } from '../server/app.ts'

const { cases, handlers, caseDepartments } = schema
const folder = (engine: string) => new URL(`../../db/migrations/${engine}/`, import.meta.url)
/** The statements of the migration that fill what the tables before it did not have. */
function fillings(engine: string): string[] {
  const files = readdirSync(folder(engine)).filter((name) => name.endsWith('.sql'))
  const texts = files.map((name) => readFileSync(new URL(name, folder(engine)), 'utf8'))
  const found = texts.find((text) => text.includes('every digit taken from nine'))!
  return found.split('--> statement-breakpoint').flatMap((text) => /UPDATE[\s\S]*/.exec(text) ?? [])
}
const run = ({ engine, q }: Db, text: string) => (engine === 'postgres' ? (q as any).execute(sql.raw(text)) : (q as any).run(sql.raw(text)))
const keys = async ({ q }: Db) => ({
  cases: await q.select({ id: cases.id, key: cases.sortKey }).from(cases).orderBy(cases.id),
  handlers: await q
    .select({ id: handlers.caseId, who: handlers.userId, key: handlers.sortKey })
    .from(handlers)
    .orderBy(handlers.caseId, handlers.userId),
  departments: await q
    .select({ id: caseDepartments.caseId, of: caseDepartments.department, key: caseDepartments.sortKey })
    .from(caseDepartments)
    .orderBy(caseDepartments.caseId, caseDepartments.department),
})

it('the migration leaves what a case that is closed today leaves', async () => {
  const { as, house, moveTo } = await freshInstitution()
  const { db } = house
  const closed = await as('front-desk').open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'] })
  await as('sales').open('discipline', { student: 'student-03', enrolments: ['student-03-e1'] })
  moveTo('2026-03-10T05:06:07.089Z')
  await as('customer-service').advance(closed.id, 'request.revoked', { saidBy: 'student' })
  const today = await keys(db)
  expect(today.cases.find(({ id }) => id === closed.id)!.key).toBe('9999-7973-96-89T94:93:92.910Z')
  expect(today.handlers.filter(({ key }) => key !== null).length).toBeGreaterThan(1)
  for (const text of [
    `update cases set sort_key = '9999' where status = 'done'`,
    `update case_departments set sort_key = '9999' where status = 'done'`,
    'update handlers set sort_key = null',
  ])
    await run(db, text)
  expect(await keys(db)).not.toEqual(today)
  const statements = fillings(db.engine)
  expect(statements).toHaveLength(3)
  for (const text of statements) await run(db, text)
  expect(await keys(db)).toEqual(today)
})
