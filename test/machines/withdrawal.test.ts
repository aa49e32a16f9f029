// Withdrawal, clause by clause (A6.1).
import { describe, expect, it } from 'vitest'
import { noApproval } from '../../machines/common.ts'
import { withdrawal } from '../../machines/withdrawal.ts'
import { given, opening, passes, says, tells } from './given.ts'
import { people, recordsOf } from './institution.ts'

const checked = ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.failed']
const reviewed = [...checked, 'payments.reviewed']
const granted = [...reviewed, 'approval.granted']
const told = [...granted, 'notice.delivered']
const confirmed = [...told, 'settlement.proposed', 'settlement.confirmed']
const paid = [...confirmed, 'refund.paid']
const handedOver = [...paid, 'materials.handedOver', 'file.sealed']

describe('A6.1.1 the application', () => {
  it('is taken in by customer service with reason and wished date, and two working days run for its checks', () => {
    given(withdrawal, { opening: { category: 'relocation', wishedDate: '2026-04-01' } }).then({
      context: { category: 'relocation', leavingDate: '2026-04-01', enrolments: ['enrolment-1'] },
      timers: { acceptanceDue: '2026-03-11' },
    })
  })

  it('cannot concern an enrolment that has ended already', () => {
    opening(withdrawal, { held: { status: 'ended' } }).then({ refused: 'This enrolment has ended already' })
  })

  it('of a minor is taken back by the guardian, who also says that the student stays', () => {
    for (const type of ['request.revoked', 'retention.succeeded']) {
      given(withdrawal, { minor: true })
        .when(says(type, { saidBy: 'student' }))
        .then({ refused: 'This must be one of the choices offered' })
      given(withdrawal, { minor: true })
        .when(says(type, { saidBy: 'guardian' }))
        .then({ outcome: 'kept' })
    }
  })

  it('of a minor needs the guardian’s consent', () => {
    given(withdrawal, { minor: true }, ...checked)
      .when('guardian.agreed')
      .then({ at: 'financeReview' })
    given(withdrawal, { minor: true }, ...checked).then({
      at: [
        'acceptance.identity.done',
        'acceptance.enrolment.done',
        'acceptance.genuineness.done',
        'acceptance.guardian.asking',
        'acceptance.retention.talked',
      ],
    })
  })

  it('that is incomplete goes back to the applicant, and the department’s deadline does not run meanwhile', () => {
    given(withdrawal)
      .when('request.returned')
      .then({ at: 'correction', timers: { acceptanceDue: null, correctionDue: '2026-03-23' } })
  })

  it('that was completed is checked again', () => {
    given(withdrawal, 'request.returned')
      .when('request.completed')
      .then({ offers: ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed'], timers: { correctionDue: null } })
  })

  it('that is not completed in ten working days lapses, and the student is told', () => {
    given(withdrawal, 'request.returned')
      .when(passes('correctionDue'))
      .then({ at: 'lapsed', outcome: 'kept', effects: [tells('customer-service', 'tellLapsed')] })
  })

  it('may be revoked while it is checked', () => {
    given(withdrawal)
      .when('request.revoked')
      .then({ at: 'revoked', outcome: 'kept', without: ['enrolments.restore'] })
  })
})

describe('A6.1.2 the checks', () => {
  it('pass identity, enrolment and genuineness one by one before finance looks at the payments', () => {
    given(withdrawal, 'identity.confirmed', 'genuineness.confirmed', 'retention.failed')
      .when('enrolment.confirmed')
      .then({ at: 'financeReview', timers: { acceptanceDue: null, reviewDue: '2026-03-12' } })
  })

  it('that take longer than two working days are overdue: customer service is told and the case waits on', () => {
    given(withdrawal)
      .when(passes('acceptanceDue'))
      .then({
        context: { late: ['acceptanceDue'] },
        effects: [tells('customer-service', 'overdue')],
        offers: ['identity.confirmed'],
      })
  })

  it('that find the application not genuine refuse it', () => {
    given(withdrawal)
      .when('request.foundNotGenuine')
      .then({ at: 'refused', outcome: 'kept', effects: [tells('customer-service', 'tellRefusal')] })
  })

  it('by finance put payments, arrears and an estimate before management', () => {
    given(withdrawal, ...checked)
      .when('payments.reviewed')
      .then({
        at: 'approval.deciding',
        facts: { paidFen: 5_000_000, owedFen: 0, estimateFen: 500_000 },
        context: { estimateFen: 500_000, approval: { proposedBy: ['finance-1'] } },
        effects: [tells('management', 'approvalWaits')],
        timers: { approvalDue: '2026-03-12' },
      })
  })

  it('by finance may find that acceptance must be done again', () => {
    given(withdrawal, ...checked)
      .when('review.returned')
      .then({ offers: ['identity.confirmed'] })
  })

  it('are nothing that finance can do in place of customer service', () => {
    given(withdrawal)
      .when(says('identity.confirmed', {}, 'finance-1'))
      .then({ refused: 'Waits for Customer service' })
  })
})

describe('A3.4.3 the retention talk', () => {
  it('ends the case when the student stays', () => {
    given(withdrawal, 'identity.confirmed').when('retention.succeeded').then({ at: 'retained', outcome: 'kept' })
  })

  it.each(['retention.failed', 'retention.declined', 'retention.notReached'])('does not hold up a student who leaves: %s', (talked) => {
    given(withdrawal, ...checked.slice(0, 3))
      .when(talked)
      .then({ at: 'financeReview' })
  })
})

describe('A6.1.3 the decision', () => {
  it('granted ends the enrolment on its leaving date; teaching stops scheduling, marketing updates the status, in one step', () => {
    given(withdrawal, { opening: { wishedDate: '2026-04-01' } }, ...reviewed)
      .when('approval.granted')
      .then({
        at: 'formalities.notice',
        context: { ended: true },
        effects: [
          { type: 'ending.claim', params: { enrolments: ['enrolment-1'] } },
          { type: 'enrolments.end', params: { enrolments: ['enrolment-1'], date: '2026-04-01' } },
          tells('teaching', 'stopScheduling'),
          tells('marketing', 'updateStatus'),
          tells('finance', 'leaving'),
        ],
        timers: { noticeDue: '2026-03-11' },
      })
  })

  it('refused keeps the student, who is told why and what else can be done', () => {
    given(withdrawal, ...reviewed)
      .when('approval.refused')
      .then({ at: 'refused', outcome: 'kept', effects: [tells('customer-service', 'tellRefusal')] })
  })

  it('may go back to finance, which counts', () => {
    given(withdrawal, ...reviewed)
      .when('approval.returned')
      .then({ at: 'financeReview', context: { approval: { returns: 1, proposedBy: [] } } })
  })

  it('may be forestalled by who proposed it, and by nobody else', () => {
    given(withdrawal, ...reviewed)
      .when('proposal.recalled')
      .then({ at: 'financeReview' })
    given(withdrawal, ...reviewed)
      .when(says('proposal.recalled', {}, 'finance-2'))
      .then({ refused: 'Only who proposed it may recall it' })
  })

  it('waits for a co-approver when one was named', () => {
    given(
      withdrawal,
      ...reviewed,
      says('coApprover.added', { user: 'management-2' }, 'management-1'),
      says('approval.granted', {}, 'management-1'),
    )
      .when(says('approval.granted', {}, 'management-2'))
      .then({ at: 'formalities.notice' })
  })

  it('asks another co-approver only in place of one who has left', () => {
    const asked = [...reviewed, says('coApprover.added', { user: 'management-2' }, 'management-1')]
    given(withdrawal, ...asked)
      .when(says('coApprover.added', {}, 'management-1'))
      .then({ refused: 'A co-approver was asked already' })
    const left = { records: { people: people.filter(({ id }) => id !== 'management-2') } }
    given(withdrawal, left, ...reviewed)
      .when(says('coApprover.added', { user: 'management-2' }, 'management-1'))
      .then({ refused: 'This must be one of the choices offered' })
    const named = { approval: { ...noApproval, coApprover: 'management-2' } } as never
    const gone = { ...recordsOf({}, '2026-03-09T01:00:00.000Z', 'withdrawal'), ...left.records }
    expect(withdrawal.events['coApprover.added'].possible!(named, gone)).toBeNull()
  })

  it('of one manager alone is not enough then, and not the co-approver’s first', () => {
    const asked = [...reviewed, says('coApprover.added', { user: 'management-2' }, 'management-1')]
    const both = 'A co-approver was named: both must grant, the co-approver last'
    given(withdrawal, ...asked)
      .when(says('approval.granted', {}, 'management-2'))
      .then({ refused: both })
    given(withdrawal, ...asked, says('approval.granted', {}, 'management-1'))
      .when(says('approval.granted', {}, 'management-3'))
      .then({ refused: both })
  })

  it('waits while another case is ending the same enrolment', () => {
    given(withdrawal, { held: { endingCase: 'case-2' } }, ...reviewed)
      .when('approval.granted')
      .then({ refused: 'Another case is ending the same enrolment: wait until it is over' })
  })

  it('is told to the student; three attempts without an answer are enough', () => {
    given(withdrawal, ...granted)
      .when('notice.delivered')
      .then({ at: 'formalities.settlement.proposal' })
    given(withdrawal, ...granted, 'notice.attempted', 'notice.attempted').then({ at: 'formalities.notice' })
    given(withdrawal, ...granted, 'notice.attempted', 'notice.attempted')
      .when('notice.attempted')
      .then({ at: 'formalities.settlement.proposal' })
  })

  it('leaves no attempt to tell the student counted in a later step', () => {
    given(withdrawal, ...granted, 'notice.attempted', 'notice.attempted')
      .when('notice.delivered')
      .then({ context: { attempts: 0 } })
  })

  it('is undone with all it set going when the student revokes before the settlement is confirmed', () => {
    given(withdrawal, ...told, 'settlement.proposed')
      .when('request.revoked')
      .then({
        at: 'revoked',
        outcome: 'kept',
        context: { ended: false },
        effects: [
          { type: 'enrolments.restore', params: { enrolments: ['enrolment-1'] } },
          { type: 'ending.release', params: { enrolments: ['enrolment-1'] } },
          tells('teaching', 'resumeScheduling'),
          tells('marketing', 'restoreStatus'),
        ],
      })
  })

  it('cannot be revoked or voided once the settlement is confirmed', () => {
    const tooLate = 'The settlement is confirmed: it cannot be undone any more'
    given(withdrawal, ...confirmed)
      .when('request.revoked')
      .then({ refused: tooLate })
    given(withdrawal, ...confirmed).then({ waiting: { 'request.revoked': tooLate, 'case.voided': tooLate, 'case.merged': tooLate } })
  })
})

describe('A6.1.4 the formalities', () => {
  it('settle by a worksheet: 45 of 50 lessons at 1,000 CNY taken from 50,000 paid leaves 5,000 to the original payer', () => {
    given(withdrawal, ...told)
      .when('settlement.proposed')
      .then({
        at: 'formalities.settlement.confirmation',
        context: { settlement: { round: 1, amountFen: 500_000, payee: 'originalPayer', proposedBy: ['finance-1'], everConfirmed: false } },
      })
  })

  it('pay nobody but the original payer without an authorisation', () => {
    given(withdrawal, ...told)
      .when(says('settlement.proposed', { authorisation: 'attachment-1' }))
      .then({ context: { settlement: { payee: 'authorised' } } })
  })

  it('have the worksheet confirmed by another finance person than proposed it', () => {
    given(withdrawal, ...told, 'settlement.proposed')
      .when(says('settlement.confirmed', {}, 'finance-1'))
      .then({ refused: 'Another finance person than the proposer must confirm' })
    given(withdrawal, ...told, 'settlement.proposed')
      .when(says('settlement.confirmed', {}, 'finance-2'))
      .then({ at: 'formalities.settlement.payment', context: { settlement: { everConfirmed: true } } })
  })

  it('bind the confirmation to the amount that was proposed', () => {
    given(withdrawal, ...told, 'settlement.proposed')
      .when(says('settlement.confirmed', { amountFen: 500_001 }))
      .then({ refused: 'In this case it can only be: CNY 5,000.00' })
  })

  it('have a refund above 10,000 CNY released by a manager who took no step in the case', () => {
    given(withdrawal, { money: 'large' }, ...told, 'settlement.proposed')
      .when('settlement.confirmed')
      .then({ at: 'formalities.settlement.release', effects: [tells('management', 'releaseWaits')] })
    given(withdrawal, { money: 'large' }, ...confirmed)
      .when('settlement.released')
      .then({ at: 'formalities.settlement.payment' })
    given(withdrawal, { money: 'large' }, ...confirmed)
      .when('release.refused')
      .then({ at: 'formalities.settlement.proposal', context: { settlement: { proposedBy: [] } } })
  })

  it('that are late are told to whoever they wait for: management where it has not released', () => {
    given(withdrawal, { money: 'large' }, ...confirmed)
      .when(passes('settlementDue'))
      .then({ at: 'formalities.settlement.release', effects: [tells('management', 'overdue')] })
    given(withdrawal, ...told)
      .when(passes('settlementDue'))
      .then({ effects: [tells('finance', 'overdue')] })
  })

  it.each(['settlement.rejected', 'settlement.objected'])('work the settlement out again, and count it: %s', (back) => {
    given(withdrawal, ...told, 'settlement.proposed', back)
      .when('settlement.proposed')
      .then({ at: 'formalities.settlement.confirmation', context: { settlement: { round: 2 } } })
  })

  it('pay the refund once, with its voucher, and then tell the cases beside this one that the enrolment has ended', () => {
    given(withdrawal, ...confirmed)
      .when(says('refund.paid', { voucher: 'PZ-2026-0001' }))
      .then({
        effects: [{ type: 'siblings.end', params: { enrolments: ['enrolment-1'] } }],
        context: { settlement: { settledOn: '2026-03-09' } },
        withheld: ['refund.paid'],
        timers: { settlementDue: null, handoverDue: '2026-03-16' },
      })
  })

  it('try a payment that failed again, after asking the student for the account', () => {
    given(withdrawal, ...confirmed)
      .when('refund.failed')
      .then({ at: 'formalities.settlement.payment', effects: [tells('customer-service', 'refundFailed')], offers: ['refund.paid'] })
  })

  it('close a balance of nothing as nil, and a debt as owed', () => {
    given(withdrawal, { money: 'nil' }, ...confirmed).then({
      waiting: { 'refund.paid': 'No refund is due', 'balance.owed': 'The student owes nothing' },
      offers: ['balance.nil'],
    })
    given(withdrawal, { money: 'debt' }, ...confirmed).then({ offers: ['balance.owed'], withheld: ['refund.paid', 'balance.nil'] })
  })

  it('hand over the materials and seal the file, whichever comes first, and then wait 30 days for the visit', () => {
    given(withdrawal, ...paid, 'file.sealed')
      .when('materials.handedOver')
      .then({ at: 'formalities.returnVisit', timers: { handoverDue: null, returnVisitDue: '2026-04-08' } })
  })

  it('do not wait for ever for a student who does not come for the materials', () => {
    given(withdrawal, ...paid, 'file.sealed', 'handover.attempted', 'handover.attempted')
      .when('handover.attempted')
      .then({ at: 'formalities.returnVisit' })
  })

  it('end with the return visit, recorded or attempted three times: the student has left', () => {
    given(withdrawal, ...handedOver)
      .when('visit.recorded')
      .then({ at: 'withdrawn', outcome: 'lost' })
    given(withdrawal, ...handedOver, 'visit.attempted', 'visit.attempted')
      .when('visit.attempted')
      .then({ at: 'withdrawn', outcome: 'lost' })
  })
})

describe('what can happen beside the clauses', () => {
  it('a case opened by mistake is voided by the head of customer service, and counts for nothing', () => {
    given(withdrawal, ...granted)
      .when('case.voided')
      .then({ at: 'voided', outcome: 'none', effects: ['enrolments.restore'] })
    given(withdrawal)
      .when(says('case.voided', {}, 'customer-service-2'))
      .then({ refused: 'Only the head of the department may do this' })
  })

  it('a case whose only enrolment was ended by another case is superseded', () => {
    given(withdrawal, ...checked)
      .when(says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .then({ at: 'superseded', outcome: 'none' })
  })

  it('a case goes on with the enrolments that are left', () => {
    given(withdrawal, { enrolments: 2, opening: { enrolments: ['enrolment-1', 'enrolment-2'] } }, ...checked)
      .when(says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .then({ at: 'financeReview', context: { enrolments: ['enrolment-2'] } })
  })
})
