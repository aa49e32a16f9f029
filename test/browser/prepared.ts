// Cases that a test finds already under way: brought there by people who use the API, for tests that are not about the way there.
import type { CaseView, Client } from '../server/client.ts'
import type { Office } from './office.ts'

/** A withdrawal newly opened. */
export async function openedWithdrawal({ as }: Office): Promise<CaseView> {
  const service = await as('customer-service')
  return service.open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'] })
}

/** A withdrawal that waits for its approval. */
export const proposedWithdrawal = async (office: Office) => proposed(office, await openedWithdrawal(office))

async function proposed(office: Office, { id }: CaseView): Promise<CaseView> {
  const [service, finance] = [await office.as('customer-service'), await office.as('finance')]
  const checks = ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.declined']
  for (const type of checks) await service.advance(id, type)
  return finance.advance(id, 'payments.reviewed')
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
