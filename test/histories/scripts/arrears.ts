// Golden histories of the arrears: what people said, in order.
import { type Line, passes, type Script, says, waits } from '../record.ts'

const told: Line[] = [says('reminder.sent')]
const round: Line[] = [passes('paymentDue'), says('dunning.recorded', { offered: 'instalments' })]
const ripe: Line[] = [...told, ...round, ...round, passes('paymentDue')]
const granted: Line[] = [...ripe, says('dismissal.proposed'), says('approval.granted')]
const leaving: Line[] = [...granted, says('notice.delivered')]
const left: Line[] = [says('materials.handedOver'), says('file.sealed'), says('visit.recorded')]
const owing = { money: 'debt' } as const
const debtor = { circumstances: owing, opening: { owedSince: '2026-02-01' } }
const inTwo = {
  plan: [
    { date: '2026-04-01', amountFen: 1_000_000 },
    { date: '2026-05-01', amountFen: 1_000_000 },
  ],
}

export const scripts: Record<string, Script> = {
  'paid in full after the first notice': {
    ...debtor,
    lines: [...told, waits(3), says('payment.recorded', { amountFen: 2_000_000, voucher: 'SK-1' })],
  },
  'paid in parts between the rounds': {
    ...debtor,
    lines: [...told, says('payment.recorded', { amountFen: 500_000 }), ...round, says('payment.recorded', { amountFen: 1_500_000 })],
  },
  'dismissed after three rounds and thirty days': {
    ...debtor,
    lines: [...leaving, says('settlement.proposed'), says('settlement.confirmed'), says('balance.owed'), ...left],
  },
  'never reached, no solution offered at first': {
    ...debtor,
    lines: [
      passes('firstReminderDue'),
      says('reminder.attempted', { offered: 'none' }),
      passes('paymentDue'),
      passes('dunningDue'),
      says('reminder.attempted', { offered: 'none' }),
      passes('paymentDue'),
      says('reminder.attempted', { offered: 'none' }),
      passes('paymentDue'),
      passes('proposalDue'),
      says('dunning.resumed'),
      says('dunning.recorded', { offered: 'both' }),
      passes('paymentDue'),
      says('dismissal.proposed'),
      passes('approvalDue'),
      says('approval.returned'),
      says('dismissal.proposed'),
      says('proposal.recalled'),
      says('dismissal.proposed'),
      says('approval.refused'),
      says('payment.recorded'),
    ],
  },
  'instalments kept': {
    ...debtor,
    lines: [
      ...told,
      says('instalments.agreed', inTwo),
      waits(15),
      says('payment.recorded', { amountFen: 1_000_000 }),
      waits(30),
      says('payment.recorded', { amountFen: 1_000_000 }),
    ],
  },
  'instalment missed, concession granted, rest paid': {
    ...debtor,
    lines: [
      ...told,
      says('instalments.agreed', inTwo),
      passes('instalmentDue'),
      says('concession.asked', { amountFen: 500_000 }),
      passes('approvalDue'),
      says('concession.granted'),
      says('payment.recorded', { amountFen: 1_500_000 }),
    ],
  },
  'concession refused': {
    ...debtor,
    lines: [...told, says('concession.asked', { amountFen: 2_000_000 }), says('concession.refused'), says('payment.recorded')],
  },
  'paid while leaving, stays': {
    ...debtor,
    lines: [
      ...leaving,
      says('settlement.proposed'),
      says('payment.recorded', { amountFen: 500_000 }),
      says('payment.recorded', { amountFen: 1_500_000 }),
    ],
  },
  'one of two enrolments ended elsewhere, then the other': {
    circumstances: { ...owing, enrolments: 2 },
    opening: { owedSince: '2026-02-01', enrolments: ['enrolment-1', 'enrolment-2'] },
    lines: [
      ...told,
      says('instalments.agreed', { plan: [{ date: '2026-04-01', amountFen: 4_000_000 }] }),
      says('enrolment.ended', { enrolment: 'enrolment-1' }),
      says('enrolment.ended', { enrolment: 'enrolment-2' }),
    ],
  },
  voided: { ...debtor, lines: [...told, says('case.voided')] },
  merged: { ...debtor, lines: [says('case.merged', { into: 'case-2' })] },
}
