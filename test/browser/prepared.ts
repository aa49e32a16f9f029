// Cases that a test finds already under way: brought there by people who use the API, for tests that are not about the way there.
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
