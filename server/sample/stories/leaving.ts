// The stretches of road that several procedures share: checks, decision, and the leaving itself.
import { either, type Move, maybe, on, times } from '../story.ts'

export const checked: Move[] = [on(1, 'identity.confirmed'), on(0, 'enrolment.confirmed'), maybe(0, 'guardian.agreed')]
export const reviewed: Move[] = [on(2, 'payments.reviewed')]
export const granted: Move[] = [on(2, 'approval.granted')]
/** Two managers, one after the other. */
export const grantedByTwo: Move[] = [on(1, 'coApprover.added'), on(0, 'approval.granted'), on(1, 'approval.granted')]
export const told: Move[] = [on(1, 'notice.delivered')]
export const toldInVain: Move[] = times(3, 1, 'notice.attempted')
export const confirmed: Move[] = [on(3, 'settlement.proposed'), on(1, 'settlement.confirmed')]
export const paid: Move = either(2, 'refund.paid', 'balance.nil', 'balance.owed')
export const settled: Move[] = [...confirmed, maybe(1, 'settlement.released'), paid]
export const released: Move[] = [...confirmed, on(1, 'settlement.released'), on(2, 'refund.paid')]
export const handedOver: Move[] = [on(2, 'materials.handedOver'), on(0, 'file.sealed')]
export const visited: Move[] = [on(22, 'visit.recorded')]
/** From the decision to the return visit. */
export const left: Move[] = [...told, ...settled, ...handedOver, ...visited]
