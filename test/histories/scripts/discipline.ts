// Golden histories of the discipline: what people said, in order.
import { type Line, passes, type Script, says } from '../record.ts'

const opening = { occurredAt: '2026-03-06T02:00:00.000Z' }
const again = { occurredAt: '2026-03-09T00:00:00.000Z' }
const educated: Line[] = [says('talk.held', { acknowledged: true, promised: true })]
const repeated: Line[] = [...educated, says('misconduct.repeated', again)]
const proposed: Line[] = [...repeated, says('dismissal.proposed', { rule: 'XYSC-12' }, 'teaching-1')]
const granted: Line[] = [...proposed, says('statement.recorded'), says('approval.granted')]
const tried = (attempt: string): Line[] => [says(attempt), says(attempt), says(attempt)]

export const scripts: Record<string, Script> = {
  'talked with, improved': { opening, lines: [...educated, passes('observationDue')] },
  'minor, guardian told': {
    circumstances: { minor: true },
    opening,
    lines: [says('guardian.told'), ...educated, passes('observationDue')],
  },
  'neither student nor guardian reached': {
    circumstances: { minor: true },
    opening,
    lines: [passes('educationDue'), ...tried('talk.attempted'), ...tried('guardian.attempted'), passes('observationDue')],
  },
  'repeated, educated once more, improved': {
    opening,
    lines: [...repeated, passes('proposalDue'), says('education.repeated'), ...educated, passes('observationDue')],
  },
  'reported again, not repeated': { opening, lines: [...repeated, says('repetition.unfounded'), passes('observationDue')] },
  'heard and dismissed': {
    opening,
    lines: [
      ...granted,
      says('notice.delivered'),
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('refund.paid'),
      says('materials.handedOver'),
      says('file.sealed'),
      says('visit.recorded'),
    ],
  },
  'silent at the hearing, refused, observed again': {
    opening,
    lines: [...proposed, passes('hearingDue'), says('approval.refused'), passes('observationDue')],
  },
  'waived, returned, recalled, dismissed while a complaint is open': {
    circumstances: { complaint: true },
    opening,
    lines: [
      ...proposed,
      says('statement.waived'),
      says('approval.returned'),
      says('dismissal.proposed', { rule: 'XYSC-12' }, 'teaching-2'),
      says('proposal.recalled'),
      says('dismissal.proposed', { rule: 'XYSC-12' }, 'teaching-2'),
      says('statement.waived'),
      says('coApprover.added', { user: 'management-2' }, 'management-1'),
      says('approval.granted', {}, 'management-1'),
      says('approval.granted', {}, 'management-2'),
      ...tried('notice.attempted'),
      says('settlement.proposed'),
      says('settlement.confirmed'),
      says('refund.paid'),
      says('file.sealed'),
      ...tried('handover.attempted'),
      ...tried('visit.attempted'),
    ],
  },
  unfounded: { opening, lines: [says('misconduct.unfounded')] },
  'enrolment ended elsewhere': { opening, lines: [...repeated, says('enrolment.ended', { enrolment: 'enrolment-1' })] },
  voided: { opening, lines: [...granted, says('notice.delivered'), says('case.voided')] },
  merged: { opening, lines: [says('case.merged', { into: 'case-2' })] },
}
