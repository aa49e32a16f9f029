// Golden histories of the force majeure: what people said, in order.
import { type Line, passes, type Script, says } from '../record.ts'

const verified: Line[] = [says('proof.confirmed', { proof: 'attachment-1' }), says('verification.completed')]
const granted: Line[] = [...verified, says('approval.granted')]
const settled: Line[] = [says('settlement.proposed'), says('settlement.confirmed'), says('refund.paid')]
const handedOver: Line[] = [says('materials.handedOver'), says('file.sealed')]
const tried = (attempt: string): Line[] => [says(attempt), says(attempt), says(attempt)]
const death = { kind: 'death', saidBy: 'heir' }

export const scripts: Record<string, Script> = {
  'ill, return promised': {
    opening: { kind: 'illness', proofs: ['attachment-1', 'attachment-2'] },
    lines: [
      says('proof.confirmed', { proof: 'attachment-1' }),
      says('proof.setAside', { proof: 'attachment-2' }),
      says('verification.completed'),
      says('approval.granted'),
      says('return.promised', { until: '2027-09-01', percent: 20 }),
      says('notice.delivered'),
      ...settled,
      ...handedOver,
      says('visit.recorded'),
    ],
  },
  'minor, disaster, no assistance': {
    circumstances: { minor: true },
    lines: [
      says('guardian.agreed'),
      ...granted,
      says('assistance.declined'),
      says('notice.delivered'),
      ...settled,
      ...handedOver,
      says('visit.recorded'),
    ],
  },
  'death, the heir acts, no visit': {
    opening: death,
    lines: [
      ...granted,
      says('materials.kept', { until: '2027-03-09' }),
      says('notice.delivered', { told: 'heir' }),
      ...settled,
      ...handedOver,
    ],
  },
  'late at every step': {
    lines: [
      passes('verificationDue'),
      ...verified,
      passes('approvalDue'),
      says('approval.granted'),
      passes('assistanceDue'),
      says('assistance.declined'),
      passes('noticeDue'),
      ...tried('notice.attempted'),
      passes('settlementDue'),
      ...settled,
      passes('handoverDue'),
      says('file.sealed'),
      ...tried('handover.attempted'),
      passes('returnVisitDue'),
      ...tried('visit.attempted'),
    ],
  },
  'more proof asked for, returned, recalled, refused': {
    lines: [
      says('request.returned'),
      says('request.completed', { proofs: ['attachment-2'] }),
      says('proof.setAside', { proof: 'attachment-1' }),
      says('proof.confirmed', { proof: 'attachment-2' }),
      says('verification.completed'),
      says('proposal.recalled'),
      says('verification.completed'),
      says('approval.returned'),
      says('verification.completed'),
      says('approval.refused'),
    ],
  },
  'found not genuine': { lines: [says('request.foundNotGenuine')] },
  'no more proof came, lapsed': { lines: [says('request.returned'), passes('correctionDue')] },
  'revoked after the notice': { lines: [...granted, says('assistance.declined'), says('notice.delivered'), says('request.revoked')] },
  'enrolment ended elsewhere': { lines: [...verified, says('enrolment.ended', { enrolment: 'enrolment-1' })] },
  voided: { lines: [says('case.voided')] },
  merged: { lines: [says('case.merged', { into: 'case-2' })] },
}
