// The stretches of road that several procedures share: checks, decision, and the leaving itself.
import { either, maybe, on, type Road, times } from '../story.ts'

export const checked: Road = [on(1, 'identity.confirmed'), on(0, 'enrolment.confirmed'), maybe(0, 'guardian.agreed')]
export const reviewed: Road = [on(2, 'payments.reviewed')]
export const granted: Road = [on(2, 'approval.granted')]
/** Two managers, one after the other. */
export const grantedByTwo: Road = [on(1, 'coApprover.added'), on(0, 'approval.granted'), on(1, 'approval.granted')]
export const told: Road = [on(1, 'notice.delivered')]
export const toldInVain: Road = times(3, 1, 'notice.attempted')
export const confirmed: Road = [on(3, 'settlement.proposed'), on(1, 'settlement.confirmed')]
export const paid = either(2, 'refund.paid', 'balance.nil', 'balance.owed')
export const settled: Road = [confirmed, maybe(1, 'settlement.released'), paid]
export const released: Road = [confirmed, on(1, 'settlement.released'), on(2, 'refund.paid')]
export const handedOver: Road = [on(2, 'materials.handedOver'), on(0, 'file.sealed')]
export const visited: Road = [on(22, 'visit.recorded')]
/** From the decision to the return visit. */
export const left: Road = [told, settled, handedOver, visited]
