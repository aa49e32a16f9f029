// Golden histories of the withdrawal: what people said, in order.
import { type Line, passes, type Script, says, waits } from '../record.ts'

const checks: Line[] = [says('identity.confirmed'), says('enrolment.confirmed'), says('genuineness.confirmed')]
const accepted: Line[] = [...checks, says('retention.failed')]
const granted: Line[] = [...accepted, says('payments.reviewed'), says('approval.granted')]
const told: Line[] = [...granted, says('notice.delivered')]
const settledOn = (amount: string): Line[] => [says('settlement.proposed'), says('settlement.confirmed'), says(amount)]
const handedOver: Line[] = [says('materials.handedOver'), says('file.sealed')]
const tried = (attempt: string): Line[] => [says(attempt), says(attempt), says(attempt)]

export const scripts: Record<string, Script> = {
  'refund with release, visited after a month': {
    circumstances: { money: 'large' },
    lines: [
      ...told,
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('settlement.released'),
      says('refund.paid', { voucher: 'PZ-2026-0001' }),
      ...handedOver,
      waits(28),
      says('visit.recorded'),
    ],
  },
  'minor, guardian agrees, small refund': {
    circumstances: { minor: true },
    opening: { saidBy: 'guardian' },
    lines: [says('guardian.agreed'), ...told, ...settledOn('refund.paid'), ...handedOver, says('visit.recorded')],
  },
  'nothing due': { circumstances: { money: 'nil' }, lines: [...told, ...settledOn('balance.nil'), ...handedOver, says('visit.recorded')] },
  'student owes, never reached': {
    circumstances: { money: 'debt' },
    lines: [
      ...checks,
      says('retention.notReached'),
      says('payments.reviewed'),
      says('approval.granted'),
      ...tried('notice.attempted'),
      ...settledOn('balance.owed'),
      says('file.sealed'),
      ...tried('handover.attempted'),
      ...tried('visit.attempted'),
    ],
  },
  'student stays': { lines: [says('identity.confirmed'), says('retention.succeeded')] },
  'found not genuine': { lines: [says('identity.confirmed'), says('request.foundNotGenuine')] },
  'returned for completion, lapsed': { lines: [passes('acceptanceDue'), says('request.returned'), passes('correctionDue')] },
  'every loop before the approval, then refused': {
    lines: [
      says('request.returned'),
      says('request.completed'),
      ...accepted,
      says('review.returned'),
      ...checks,
      says('retention.declined'),
      says('payments.reviewed'),
      says('proposal.recalled'),
      says('payments.reviewed'),
      says('approval.returned'),
      says('payments.reviewed'),
      says('approval.refused'),
    ],
  },
  'co-approver grants too, settlement contested': {
    circumstances: { money: 'large' },
    lines: [
      ...accepted,
      says('payments.reviewed'),
      says('coApprover.added', { user: 'management-2' }, 'management-1'),
      says('approval.granted', {}, 'management-3'),
      says('approval.granted', {}, 'management-2'),
      says('notice.delivered'),
      says('settlement.proposed'),
      says('settlement.rejected'),
      says('settlement.proposed', { basis: 'institution', authorisation: 'attachment-1' }),
      says('settlement.objected'),
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('release.refused'),
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('settlement.released'),
      says('refund.paid'),
      ...handedOver,
      says('visit.recorded'),
    ],
  },
  'late at every step': {
    lines: [
      passes('acceptanceDue'),
      ...accepted,
      passes('reviewDue'),
      says('payments.reviewed'),
      passes('approvalDue'),
      says('approval.granted'),
      passes('noticeDue'),
      says('notice.delivered'),
      passes('settlementDue'),
      ...settledOn('refund.paid'),
      passes('handoverDue'),
      ...handedOver,
      passes('returnVisitDue'),
      says('visit.recorded'),
    ],
  },
  'revoked after the notice': { lines: [...told, says('settlement.proposed'), says('request.revoked')] },
  'both enrolments ended elsewhere': {
    circumstances: { enrolments: 2 },
    opening: { enrolments: ['enrolment-1', 'enrolment-2'] },
    lines: [
      ...accepted,
      says('enrolment.ended', { enrolment: 'enrolment-1' }),
      says('payments.reviewed'),
      says('enrolment.ended', { enrolment: 'enrolment-2' }),
    ],
  },
  'voided after the notice': { lines: [...told, says('case.voided')] },
  'merged into another case': { lines: [says('case.merged', { into: 'case-2' })] },
}
