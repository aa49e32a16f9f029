// Cases that a test finds already under way: brought there by people who use the API, for tests that are not about the way there.
import { eq } from 'drizzle-orm'
import { schema } from '../../db/database.ts'
import type { CaseView } from '../server/client.ts'
import type { Office } from './office.ts'

/** A withdrawal newly opened. */
export async function openedWithdrawal({ as }: Office): Promise<CaseView> {
  const service = await as('customer-service')
  return service.open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'] })
}

/** A withdrawal that waits for its approval. */
export async function proposedWithdrawal(office: Office): Promise<CaseView> {
  const { id } = await openedWithdrawal(office)
  const [service, finance] = [await office.as('customer-service'), await office.as('finance')]
  const checks = ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.declined']
  for (const type of checks) await service.advance(id, type)
  return finance.advance(id, 'payments.reviewed')
}

/** So many more cases that stand where this one does, each due a minute after the one before; their histories are left out. */
export async function many({ db }: Office, id: string, count: number): Promise<string[]> {
  const { cases, steps } = schema
  const [row] = await db.q.select().from(cases).where(eq(cases.id, id))
  const waiting = await db.q.select().from(steps).where(eq(steps.caseId, id))
  const copies = Array.from({ length: count }, (_, n) => {
    const due = new Date(Date.parse(row!.due!) + (n + 1) * 60_000).toISOString()
    return { ...row!, id: `copy-${String(n).padStart(5, '0')}`, number: `TX-2025-${String(n).padStart(6, '0')}`, due, sortKey: due }
  })
  for (let n = 0; n < count; n += 200) {
    const some = copies.slice(n, n + 200)
    await db.q.insert(cases).values(some)
    await db.q.insert(steps).values(some.flatMap(({ id, due, sortKey }) => waiting.map((step) => ({ ...step, caseId: id, due, sortKey }))))
  }
  return copies.map(({ number }) => number)
}
