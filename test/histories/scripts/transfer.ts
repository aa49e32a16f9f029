// Golden histories of the transfer: what people said, in order.
import { type Line, passes, type Script, says, waits } from '../record.ts'

const checks: Line[] = [says('identity.confirmed'), says('enrolment.confirmed'), says('retention.failed')]
const accepted: Line[] = [...checks, says('receiver.accepted')]
const granted: Line[] = [...accepted, says('payments.reviewed'), says('approval.granted')]
const told: Line[] = [...granted, says('notice.delivered')]
const papers: Line[] = [says('certificate.issued', { number: 'ZM-2026-0001' }), says('progressRecord.issued'), says('file.sealed')]
const settled: Line[] = [says('settlement.proposed'), says('settlement.confirmed'), says('refund.paid', { voucher: 'PZ-2026-0001' })]
const visits: Line[] = [
  says('visit.recorded', { situation: 'settled' }),
  says('visit.recorded', { situation: 'difficulties' }),
  says('visit.recorded'),
]
const tried = (attempt: string): Line[] => [says(attempt), says(attempt), says(attempt)]

export const scripts: Record<string, Script> = {
  'accepted by the receiving institution, three follow-ups in time': {
    lines: [
      ...told,
      ...papers,
      ...settled,
      waits(30),
      says('visit.recorded'),
      waits(60),
      says('visit.recorded'),
      waits(90),
      says('visit.recorded'),
    ],
  },
  'fees settled before the papers, student never reached': {
    circumstances: { money: 'debt' },
    lines: [
      ...granted,
      ...tried('notice.attempted'),
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('balance.owed'),
      ...papers,
      ...tried('visit.attempted'),
      ...tried('visit.attempted'),
      ...tried('visit.attempted'),
    ],
  },
  'late at every step': {
    circumstances: { money: 'large', minor: true },
    lines: [
      passes('acceptanceDue'),
      says('guardian.agreed'),
      ...accepted,
      passes('reviewDue'),
      says('payments.reviewed'),
      passes('approvalDue'),
      says('approval.granted'),
      passes('noticeDue'),
      says('notice.delivered'),
      passes('certificateDue'),
      passes('settlementDue'),
      ...papers,
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('settlement.released'),
      says('refund.failed'),
      says('refund.paid'),
      passes('firstVisitDue'),
      says('visit.recorded'),
      passes('secondVisitDue'),
      says('visit.recorded'),
      passes('thirdVisitDue'),
      says('visit.recorded'),
    ],
  },
  'first institution refuses, the second accepts': {
    circumstances: { money: 'nil' },
    lines: [
      ...checks,
      says('receiver.refused'),
      says('receiver.named'),
      ...tried('receiver.attempted'),
      says('receiver.named'),
      ...accepted,
      says('payments.reviewed'),
      says('approval.granted'),
      says('notice.delivered'),
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('balance.nil'),
      ...papers,
      ...visits,
    ],
  },
  'refused elsewhere, goes on as a withdrawal': { lines: [says('receiver.refused'), says('withdrawal.chosen')] },
  'no other institution named, lapsed': { lines: [says('receiver.refused'), passes('correctionDue')] },
  'student stays': { lines: [says('receiver.accepted'), says('retention.succeeded')] },
  'every loop before the approval, then refused': {
    lines: [
      says('request.returned'),
      says('request.completed'),
      ...accepted,
      says('review.returned'),
      ...accepted,
      says('payments.reviewed'),
      says('proposal.recalled'),
      says('payments.reviewed'),
      says('approval.returned'),
      says('payments.reviewed'),
      says('approval.refused'),
    ],
  },
  'revoked while the papers are issued': {
    lines: [...told, says('certificate.issued', { number: 'ZM-2026-0001' }), says('request.revoked')],
  },
  'enrolment ended elsewhere': { lines: [...accepted, says('enrolment.ended', { enrolment: 'enrolment-1' })] },
  voided: { lines: [says('identity.confirmed'), says('case.voided')] },
  merged: { lines: [says('case.merged', { into: 'case-2' })] },
}
