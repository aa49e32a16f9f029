// Transfer, clause by clause (A6.2).
import { describe, it } from 'vitest'
import { transfer } from '../../machines/transfer.ts'
import { given, opening, passes, says, tells, waits } from './given.ts'

const checked = ['identity.confirmed', 'enrolment.confirmed', 'retention.declined']
const accepted = [...checked, 'receiver.accepted']
const granted = [...accepted, 'payments.reviewed', 'approval.granted']
const told = [...granted, 'notice.delivered']
const issued = ['certificate.issued', 'progressRecord.issued']
const filed = [...issued, 'file.sealed']
const confirmed = ['settlement.proposed', 'settlement.confirmed']
const settled = [...confirmed, 'refund.paid']
const left = [...told, ...filed, ...settled]

describe('A6.2.1 the application', () => {
  it('is taken in with the reason, and two working days run for its checks', () => {
    given(transfer, { opening: { category: 'relocation' } }).then({
      context: { category: 'relocation' },
      timers: { acceptanceDue: '2026-03-11' },
    })
  })

  it('names the receiving institution and the reason', () => {
    opening(transfer, { opening: { institution: ' ' } }).then({ refused: 'This must not be blank' })
    opening(transfer, { opening: { reason: ' ' } }).then({ refused: 'This must not be blank' })
  })

  it('cannot concern an enrolment that has ended already', () => {
    opening(transfer, { held: { status: 'completed' } }).then({ refused: 'This enrolment has ended already' })
  })

  it('of a minor needs the guardian’s consent', () => {
    given(transfer, { minor: true }, ...accepted).then({
      at: [
        'acceptance.identity.done',
        'acceptance.enrolment.done',
        'acceptance.guardian.asking',
        'acceptance.retention.talked',
        'acceptance.receiver.accepted',
      ],
    })
    given(transfer, { minor: true }, ...accepted)
      .when('guardian.agreed')
      .then({ at: 'financeReview' })
  })

  it('that is incomplete goes back to the applicant and is checked anew when completed', () => {
    given(transfer, 'receiver.accepted')
      .when('request.returned')
      .then({ at: 'correction', timers: { acceptanceDue: null, correctionDue: '2026-03-23' } })
    given(transfer, 'request.returned')
      .when('request.completed')
      .then({ offers: ['identity.confirmed', 'receiver.accepted'] })
  })

  it('opened by mistake leaves no papers behind either', () => {
    for (const end of ['case.voided', 'case.merged'])
      given(transfer, ...told, ...issued)
        .when(end)
        .then({ outcome: 'none', effects: ['enrolments.restore', tells('teaching', 'takeBackCertificates')] })
  })

  it('may be revoked at any time before the settlement is confirmed', () => {
    for (const before of [[], ['request.returned'], ['receiver.refused'], accepted, [...accepted, 'payments.reviewed'], granted])
      given(transfer, ...before)
        .when('request.revoked')
        .then({ at: 'revoked', outcome: 'kept' })
  })
})

describe('A3.4.3 the retention talk', () => {
  it('ends the case when the student stays', () => {
    given(transfer, 'receiver.accepted').when('retention.succeeded').then({ at: 'retained', outcome: 'kept' })
  })
})

describe('A6.2.2 the checks', () => {
  it('go to finance once identity and enrolment are confirmed and the institution accepts', () => {
    given(transfer, ...checked)
      .when('receiver.accepted')
      .then({ at: 'financeReview', timers: { acceptanceDue: null, reviewDue: '2026-03-12' } })
  })

  it('take the institution’s answer only with evidence', () => {
    given(transfer)
      .when(says('receiver.accepted', { evidence: [] }))
      .then({ refused: 'At least one entry' })
    given(transfer)
      .when(says('receiver.refused', { evidence: undefined }))
      .then({ refused: 'This is required' })
  })

  it('stop when the institution refuses: the student may name another, revoke, or withdraw instead', () => {
    given(transfer, ...checked)
      .when('receiver.refused')
      .then({
        at: 'anotherInstitution',
        offers: ['receiver.named', 'request.revoked', 'withdrawal.chosen'],
        withheld: ['request.completed'],
        timers: { acceptanceDue: null, correctionDue: '2026-03-23' },
      })
  })

  it('take three inquiries without an answer for a refusal', () => {
    given(transfer, 'receiver.attempted', 'receiver.attempted').then({ offers: ['receiver.attempted', 'receiver.accepted'] })
    given(transfer, 'receiver.attempted', 'receiver.attempted').when('receiver.attempted').then({ at: 'anotherInstitution' })
  })

  it('begin again with another institution, as often as the student names one', () => {
    given(transfer, ...checked, 'receiver.refused')
      .when('receiver.named')
      .then({ offers: ['identity.confirmed', 'receiver.accepted', 'receiver.refused'], timers: { acceptanceDue: '2026-03-11' } })
    given(transfer, 'receiver.refused', 'receiver.named', 'receiver.refused', 'receiver.named', ...checked)
      .when('receiver.accepted')
      .then({ at: 'financeReview' })
  })

  it('count inquiries afresh for another institution', () => {
    given(transfer, 'receiver.attempted', 'receiver.attempted', 'receiver.refused', 'receiver.named').then({ context: { attempts: 0 } })
  })

  it('end here, without counting, when the student withdraws instead; customer service opens that case', () => {
    given(transfer, 'receiver.refused')
      .when('withdrawal.chosen')
      .then({
        at: 'continuedAsWithdrawal',
        outcome: 'none',
        effects: [tells('customer-service', 'openWithdrawal')],
        without: ['enrolments.end'],
      })
  })

  it('lapse when no other institution is named in ten working days', () => {
    given(transfer, 'receiver.refused')
      .when(passes('correctionDue'))
      .then({ at: 'lapsed', outcome: 'kept', effects: [tells('customer-service', 'tellLapsed')] })
  })

  it('that take longer than two working days are overdue', () => {
    given(transfer)
      .when(passes('acceptanceDue'))
      .then({ effects: [tells('customer-service', 'overdue')], offers: ['receiver.accepted'] })
  })

  it('by finance put payments and an estimate before management, which may refuse', () => {
    given(transfer, ...accepted)
      .when('payments.reviewed')
      .then({ at: 'approval.deciding', facts: { paidFen: 5_000_000, estimateFen: 500_000 }, timers: { approvalDue: '2026-03-12' } })
    given(transfer, ...accepted, 'payments.reviewed')
      .when('approval.refused')
      .then({ at: 'refused', outcome: 'kept', effects: [tells('customer-service', 'tellRefusal')] })
  })

  it('go back to finance when management returns them or finance recalls them', () => {
    for (const back of ['approval.returned', 'proposal.recalled'])
      given(transfer, ...accepted, 'payments.reviewed')
        .when(back)
        .then({ at: 'financeReview' })
  })
})

describe('A6.2.3 the formalities', () => {
  it('begin with the approval: the enrolment ends, teaching stops scheduling, marketing updates the status', () => {
    given(transfer, { opening: { wishedDate: '2026-04-01' } }, ...accepted, 'payments.reviewed')
      .when('approval.granted')
      .then({
        at: 'leaving.notice',
        context: { ended: true },
        effects: [
          { type: 'ending.claim', params: { enrolments: ['enrolment-1'] } },
          { type: 'enrolments.end', params: { enrolments: ['enrolment-1'], date: '2026-04-01' } },
          tells('teaching', 'stopScheduling'),
          tells('marketing', 'updateStatus'),
        ],
        timers: { noticeDue: '2026-03-11' },
      })
  })

  it('go on when the student was told, or could not be reached three times: papers and fees at the same time', () => {
    const both = [
      'leaving.handling.papers.certificates.issuing.certificate.pending',
      'leaving.handling.papers.certificates.issuing.progressRecord.pending',
      'leaving.handling.fees.settlement.proposal',
    ]
    given(transfer, ...granted)
      .when('notice.delivered')
      .then({ at: both, timers: { noticeDue: null, certificateDue: '2026-03-16', settlementDue: '2026-03-30' } })
    given(transfer, ...granted, 'notice.attempted', 'notice.attempted')
      .when('notice.attempted')
      .then({ at: both })
  })

  it('have teaching issue certificate and record in either order, and seal the file last', () => {
    given(transfer, ...told, 'certificate.issued').then({ withheld: ['file.sealed', 'certificate.issued'] })
    given(transfer, ...told, ...issued.toReversed())
      .when('file.sealed')
      .then({ at: ['leaving.handling.papers.done', 'leaving.handling.fees.settlement.proposal'], timers: { certificateDue: null } })
  })

  it('remind teaching after five working days', () => {
    given(transfer, ...told)
      .when(passes('certificateDue'))
      .then({ effects: [tells('teaching', 'overdue')], offers: ['certificate.issued'] })
  })

  it('have finance settle the unused fees with four eyes', () => {
    given(transfer, ...told, 'settlement.proposed')
      .when(says('settlement.confirmed', {}, 'finance-1'))
      .then({ refused: 'Another finance person than the proposer must confirm' })
  })

  it('tell the cases beside this one that the enrolment has ended, as soon as the fees are settled', () => {
    given(transfer, ...told, ...confirmed)
      .when('refund.paid')
      .then({
        at: [
          'leaving.handling.papers.certificates.issuing.certificate.pending',
          'leaving.handling.papers.certificates.issuing.progressRecord.pending',
          'leaving.handling.fees.done',
        ],
        effects: [{ type: 'siblings.end', params: { enrolments: ['enrolment-1'] } }],
        timers: { settlementDue: null, certificateDue: '2026-03-16' },
      })
  })

  it('are undone when the student revokes before being told anything', () => {
    given(transfer, ...granted)
      .when('request.revoked')
      .then({ at: 'revoked', effects: ['enrolments.restore', 'ending.release', tells('marketing', 'restoreStatus')] })
  })

  it('are undone when the student revokes while papers are issued: teaching takes them back', () => {
    given(transfer, ...told, ...filed)
      .when('request.revoked')
      .then({
        at: 'revoked',
        outcome: 'kept',
        effects: ['enrolments.restore', 'ending.release', tells('teaching', 'resumeScheduling'), tells('teaching', 'takeBackCertificates')],
      })
  })

  it('cannot be undone once the settlement is confirmed', () => {
    given(transfer, ...told, ...confirmed)
      .when('request.revoked')
      .then({ refused: 'The settlement is confirmed: it cannot be undone any more' })
  })
})

describe('A6.2.4 the follow-up', () => {
  it('begins when both papers and fees are done, whichever is last', () => {
    given(transfer, ...told, ...filed, ...confirmed)
      .when('refund.paid')
      .then({ at: 'followUp.first', timers: { firstVisitDue: '2026-04-08' } })
    given(transfer, ...told, ...settled, ...issued)
      .when('file.sealed')
      .then({ at: 'followUp.first', timers: { firstVisitDue: '2026-04-08' } })
  })

  it('counts from the day the later of them was done', () => {
    given(transfer, ...told, ...filed, ...confirmed, waits(4))
      .when('refund.paid')
      .then({ timers: { firstVisitDue: '2026-04-12' } })
    given(transfer, ...told, ...settled, ...issued, waits(3))
      .when('file.sealed')
      .then({ timers: { firstVisitDue: '2026-04-11' } })
  })

  it('counts every visit from that day and none from the visit before: 30, 90 and 180 calendar days', () => {
    given(transfer, ...left, waits(45))
      .when('visit.recorded')
      .then({ at: 'followUp.second', timers: { firstVisitDue: null, secondVisitDue: '2026-06-07' } })
    given(transfer, ...left, 'visit.recorded', waits(100))
      .when('visit.recorded')
      .then({ at: 'followUp.third', timers: { thirdVisitDue: '2026-09-05' } })
  })

  it('reminds customer service of a visit that is due', () => {
    given(transfer, ...left, 'visit.recorded')
      .when(passes('secondVisitDue'))
      .then({ at: 'followUp.second', effects: [tells('customer-service', 'overdue')], context: { late: ['secondVisitDue'] } })
  })

  it('records how the student is getting on there, for later analysis', () => {
    given(transfer, ...left)
      .when(says('visit.recorded', { situation: 'wishesBack' }))
      .then({ at: 'followUp.second', facts: { situation: 'wishesBack' } })
    given(transfer, ...left)
      .when(says('visit.recorded', { situation: undefined }))
      .then({ refused: 'This is required' })
  })

  it('gives a visit up after three attempts, counted afresh for each', () => {
    given(transfer, ...left, 'visit.attempted', 'visit.attempted')
      .when('visit.attempted')
      .then({ at: 'followUp.second', context: { attempts: 0 } })
  })

  it('ends with the third visit: the student was transferred', () => {
    given(transfer, ...left, 'visit.recorded', 'visit.recorded')
      .when('visit.recorded')
      .then({ at: 'transferred', outcome: 'lost' })
  })
})

describe('what can happen beside the clauses', () => {
  it('a case is voided by the head of customer service until the settlement is confirmed', () => {
    given(transfer, ...told, ...issued)
      .when('case.voided')
      .then({ at: 'voided', outcome: 'none', effects: ['enrolments.restore'] })
    given(transfer, ...left)
      .when('case.voided')
      .then({ refused: 'The settlement is confirmed: it cannot be undone any more' })
  })

  it('a case whose only enrolment was ended by another case is superseded', () => {
    given(transfer, ...accepted)
      .when(says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .then({ at: 'superseded', outcome: 'none' })
  })
})
