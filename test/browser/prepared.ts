// Cases that a test finds already under way: brought there by people who use the API, for tests that are not about the way there.
import { eq } from 'drizzle-orm'
import { schema } from '../../db/database.ts'
import type { CaseView, Client } from '../server/client.ts'
import type { Office } from './office.ts'

/** A withdrawal newly opened. */
export async function openedWithdrawal({ as }: Office, student = 'student-01'): Promise<CaseView> {
  const service = await as('customer-service')
  return service.open('withdrawal', { student, enrolments: [`${student}-e1`] })
}

/** A withdrawal that waits for its approval. */
export const proposedWithdrawal = async (office: Office, student?: string) => proposed(office, await openedWithdrawal(office, student))

/** The withdrawal once it has come to finance. */
export async function toReview({ as }: Office, { id }: CaseView): Promise<CaseView> {
  const service = await as('customer-service')
  const checks = ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.declined']
  for (const type of checks) await service.advance(id, type)
  return service.show(id)
}

async function proposed(office: Office, opened: CaseView): Promise<CaseView> {
  const { id } = await toReview(office, opened)
  return (await office.as('finance')).advance(id, 'payments.reviewed')
}

/** A closed withdrawal in an audit round: the day after, it can be drawn. */
export async function drawnRound({ as }: Office): Promise<string> {
  const { id } = await (await as('front-desk')).open('withdrawal', { student: 'student-02', enrolments: ['student-02-e1'] })
  await (await as('customer-service')).advance(id, 'case.voided')
  await (await as('admin')).post('/api/demo/clock', { days: 2 })
  const form = { name: '三月', from: '2026-03-01', until: '2026-03-09', procedures: ['withdrawal'], size: 1, method: 'random' }
  const { status, body, text } = await (await as('auditor')).post('/api/audit/rounds', form)
  if (status !== 201) throw new Error(`no round was drawn: ${text}`)
  return body.id
}

async function entered(who: Client, url: string, record: object): Promise<{ id: string }> {
  const { status, body, text } = await who.post(url, record)
  if (status !== 201) throw new Error(`${who.username} enters ${url}: ${text}`)
  return body
}

/** A withdrawal from a trial course of ¥300, which waits for its approval: alike from student to student, and about little money. */
export async function proposedTrial(office: Office, n: number): Promise<CaseView> {
  const [sales, service] = [await office.as('sales'), await office.as('customer-service')]
  const student = await entered(sales, '/api/students', { number: `T-${n}`, name: `试听${n}`, birthDate: '1999-05-20', campus: 'east' })
  const paid = { priceFen: 30_000, listPriceFen: 30_000, paidFen: 30_000, owedFen: 0, materialsFen: 0 }
  const lessons = { lessonsBought: 3, lessonsGifted: 0, lessonsUsed: 1 }
  const dates = { startsOn: '2026-03-03', paidOn: '2026-03-02' }
  const course = { course: '体验课', className: '体验一班', stage: 'basic' }
  const enrolment = await entered(sales, '/api/enrolments', {
    student: student.id,
    campus: 'east',
    ...course,
    ...dates,
    ...paid,
    ...lessons,
  })
  return proposed(office, await service.open('withdrawal', { student: student.id, enrolments: [enrolment.id], category: 'schedule' }))
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
