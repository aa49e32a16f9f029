// A student who left through force majeure and was promised something, brought there by people who use the API.
import type { Client } from './client.ts'

type Staff = (username: string) => Client | Promise<Client>
type Said = [username: string, type: string, answers?: Record<string, unknown>]

const leaving: Said[] = [
  ['customer-service', 'notice.delivered'],
  ['finance', 'settlement.proposed'],
  ['finance-2', 'settlement.confirmed'],
  ['management', 'settlement.released'],
  ['finance', 'refund.paid'],
  ['teaching', 'materials.handedOver'],
  ['teaching', 'file.sealed'],
  ['customer-service', 'visit.recorded'],
]

/** Who leaves, and what happens before the return visit. */
type Leaver = { student?: string; enrolment?: string; meanwhile?: () => Promise<unknown> }

/** Returns the case. The student is one whose refund needs a release. */
export async function left(
  as: Staff,
  type: 'return.promised' | 'materials.kept',
  answers: Record<string, unknown>,
  { student = 'student-01', enrolment = `${student}-e1`, meanwhile = async () => {} }: Leaver = {},
): Promise<string> {
  const ill = { student, enrolments: [enrolment], saidBy: 'student', kind: 'illness' }
  const { id } = await (await as('front-desk')).open('force-majeure', ill)
  const service = await as('customer-service')
  const [proof] = (await service.show(id)).facts.proofsLeft
  const before: Said[] = [
    ['customer-service', 'proof.confirmed', { proof }],
    ['customer-service', 'verification.completed'],
    ['management', 'approval.granted'],
    ['customer-service', type, answers],
  ]
  for (const [username, said, facts] of [...before, ...leaving]) {
    if (said === 'visit.recorded') await meanwhile()
    await (await as(username)).advance(id, said, facts)
  }
  return id
}
