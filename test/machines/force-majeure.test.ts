// Force majeure, clause by clause (A6.3.3).
import { describe, expect, it } from 'vitest'
import { forceMajeure } from '../../machines/force-majeure.ts'
import { given, type Happening, opening, passes, says } from './given.ts'

const one = { opening: { proofs: ['attachment-1'], saidBy: 'student', wishedDate: '2026-04-01' } }
const two = { opening: { proofs: ['attachment-1', 'attachment-2'], saidBy: 'student' } }
const death = { opening: { kind: 'death', saidBy: 'heir', proofs: ['attachment-1'] } }
const minorsDeath = { minor: true, ...death }
const verified = ['proof.confirmed', says('verification.completed', {}, 'customer-service-1')]
const granted = [...verified, 'approval.granted']
const leaving = [...granted, 'assistance.declined']
const settled: Happening[] = ['settlement.proposed', 'settlement.confirmed', 'refund.paid', 'materials.handedOver', 'file.sealed']
const confirmedProof = (proof: string) => says('proof.confirmed', { proof })
const notify = (to: 'customer-service' | 'management', notice: string) => ({ type: 'notify', params: { to, notice } }) as never

describe('A6.3.3a application and proof', () => {
  it('comes with at least one proof, which customer service has three working days to verify', () => {
    opening(forceMajeure, { opening: { proofs: [] } }).then({ refused: 'At least one entry' })
    given(forceMajeure, one).then({
      at: ['verification.proofs.checking', 'verification.guardian.settled'],
      context: { proofsLeft: ['attachment-1'], leavingDate: '2026-04-01' },
      timers: { verificationDue: '2026-03-12' },
    })
  })

  it('keeps what happened out of the machine: the kind is of medical nature', () => {
    expect(Object.keys(forceMajeure.opening.words)).toEqual(['kind', 'account'])
    expect(Object.keys(forceMajeure.opening.facts)).not.toContain('kind')
  })

  it('has every proof checked one by one before it is proposed', () => {
    given(forceMajeure, two, confirmedProof('attachment-1'))
      .when('verification.completed')
      .then({ refused: 'Every proof must be checked, and one at least must hold' })
    given(forceMajeure, two, confirmedProof('attachment-1'))
      .when(confirmedProof('attachment-1'))
      .then({ refused: 'This must be one of the choices offered' })
    given(forceMajeure, two, confirmedProof('attachment-1'), confirmedProof('attachment-2'))
      .when('verification.completed')
      .then({ at: 'approval.deciding', facts: { estimateFen: 500_000 } })
  })

  it('may set a proof aside, but not all of them', () => {
    given(forceMajeure, two, says('proof.setAside', { proof: 'attachment-1' }), confirmedProof('attachment-2'))
      .when('verification.completed')
      .then({ at: 'approval.deciding' })
    given(forceMajeure, one, 'proof.setAside').then({
      waiting: {
        'verification.completed': 'Every proof must be checked, and one at least must hold',
        'proof.confirmed': 'No proof is left to check',
      },
      offers: ['request.returned', 'request.foundNotGenuine'],
    })
  })

  it('goes straight to management, with no finance review before it', () => {
    given(forceMajeure, one, 'proof.confirmed')
      .when(says('verification.completed', {}, 'customer-service-2'))
      .then({
        at: 'approval.deciding',
        context: { approval: { proposedBy: ['customer-service-2'] } },
        timers: { approvalDue: '2026-03-12' },
      })
  })

  it('waits for the applicant where more proof is asked for, and checks what is added', () => {
    given(forceMajeure, one)
      .when('request.returned')
      .then({ at: 'correction', timers: { verificationDue: null, correctionDue: '2026-03-23' } })
    given(forceMajeure, one, 'proof.confirmed', 'request.returned')
      .when(says('request.completed', { proofs: ['attachment-2'] }))
      .then({ context: { proofsLeft: ['attachment-2'] }, offers: ['proof.confirmed'] })
  })

  it('lapses when nothing is added in ten working days', () => {
    given(forceMajeure, one, 'request.returned')
      .when(passes('correctionDue'))
      .then({ at: 'lapsed', outcome: 'kept', effects: [notify('customer-service', 'tellLapsed')] })
  })

  it('is refused when it proves not so, and the applicant is told', () => {
    given(forceMajeure, one)
      .when('request.foundNotGenuine')
      .then({ at: 'refused', outcome: 'kept', effects: [notify('customer-service', 'tellRefusal')] })
  })

  it('of a minor needs the guardian', () => {
    given(forceMajeure, { ...one, minor: true }, ...verified).then({ at: ['verification.proofs.checked', 'verification.guardian.asking'] })
    given(forceMajeure, { ...one, minor: true }, ...verified)
      .when('guardian.agreed')
      .then({ at: 'approval.deciding' })
  })

  it('is overdue after three working days: customer service is told and the case waits on', () => {
    given(forceMajeure, one)
      .when(passes('verificationDue'))
      .then({ effects: [notify('customer-service', 'overdue')], offers: ['proof.confirmed'] })
  })
})

describe('A6.3.3b decision and formalities', () => {
  it('is management’s, who may refuse or return it to the verification', () => {
    given(forceMajeure, one, ...verified)
      .when('approval.refused')
      .then({ at: 'refused', outcome: 'kept' })
    given(forceMajeure, one, ...verified, 'approval.returned')
      .when('verification.completed')
      .then({ at: 'approval.deciding', context: { approval: { returns: 1 } } })
  })

  it('arranges help before the student leaves, which may be declined', () => {
    given(forceMajeure, one, ...verified)
      .when('approval.granted')
      .then({ at: 'assistance', timers: { assistanceDue: '2026-03-12' }, without: ['enrolments.end'] })
    given(forceMajeure, one, ...granted)
      .when('assistance.declined')
      .then({ at: 'formalities.notice', effects: ['enrolments.end'] })
  })

  it('reminds customer service of help not yet arranged', () => {
    given(forceMajeure, one, ...granted)
      .when(passes('assistanceDue'))
      .then({ at: 'assistance', effects: [notify('customer-service', 'overdue')] })
  })

  it('keeps the promise of a preferential return once the student has left', () => {
    const promise = { until: '2027-03-31', percent: 20 }
    given(forceMajeure, one, ...granted)
      .when(says('return.promised', promise, 'teaching-1'))
      .then({ at: 'formalities.notice', context: { promise: { ...promise, materials: true } }, without: ['promise.keep'] })
    given(forceMajeure, one, ...granted, says('return.promised', promise), 'notice.delivered', ...settled)
      .when('visit.recorded')
      .then({ at: 'left', outcome: 'lost', effects: [{ type: 'promise.keep', params: { ...promise, materials: true } }] })
  })

  it('promises nothing when help was declined, or until a day gone by', () => {
    given(forceMajeure, one, ...leaving, 'notice.delivered', ...settled)
      .when('visit.recorded')
      .then({ at: 'left', outcome: 'lost', without: ['promise.keep'] })
    given(forceMajeure, one, ...granted)
      .when(says('materials.kept', { until: '2026-03-08' }))
      .then({ refused: 'Not before 2026-03-09' })
  })

  it('settles by the rules for force majeure unless finance finds otherwise', () => {
    given(forceMajeure, one, ...leaving, 'notice.delivered')
      .when('settlement.proposed')
      .then({ facts: { basis: 'forceMajeure' } })
  })

  it('may be revoked until the settlement is confirmed, which undoes the leaving', () => {
    given(forceMajeure, one, ...leaving)
      .when('request.revoked')
      .then({ at: 'revoked', outcome: 'kept', effects: ['enrolments.restore'] })
    given(forceMajeure, one, ...leaving, 'notice.delivered', 'settlement.proposed', 'settlement.confirmed')
      .when('request.revoked')
      .then({ refused: 'The settlement is confirmed: it cannot be undone any more' })
    for (const before of [[], verified, granted])
      given(forceMajeure, one, ...before)
        .when('request.revoked')
        .then({ at: 'revoked', outcome: 'kept', without: ['enrolments.restore'] })
  })
})

describe('after a death (A6.3.3)', () => {
  it('the heir is the party: the student cannot ask, and no heir asks for a living one', () => {
    opening(forceMajeure, { opening: { ...death.opening, saidBy: 'student' } }).then({
      refused: 'After a death an heir or somebody for them asks',
    })
    opening(forceMajeure, { opening: { ...death.opening, kind: 'illness' } }).then({ refused: 'An heir asks only after a death' })
    given(forceMajeure, death).then({ context: { heirActs: true } })
  })

  it('nobody asks the guardian of a minor to agree', () => {
    given(forceMajeure, minorsDeath, ...verified).then({ at: 'approval.deciding' })
  })

  it('only materials can be kept', () => {
    given(forceMajeure, death, ...granted)
      .when(says('return.promised', { percent: 10 }))
      .then({ refused: 'After a death only materials can be kept' })
    given(forceMajeure, death, ...granted)
      .when('materials.kept')
      .then({ at: 'formalities.notice' })
  })

  it('the notice goes to the heir, never to the student', () => {
    given(forceMajeure, death, ...leaving)
      .when(says('notice.delivered', { told: 'student' }))
      .then({ refused: 'In this case it can only be: The heir' })
    given(forceMajeure, death, ...leaving)
      .when('notice.delivered')
      .then({ at: 'formalities.settlement.proposal', facts: { told: 'heir' } })
    given(forceMajeure, one, ...leaving)
      .when(says('notice.delivered', { told: 'heir' }))
      .then({ refused: 'This must be one of the choices offered' })
  })

  it('the heir speaks where the student would: revoking, completing, objecting', () => {
    given(forceMajeure, death, 'request.returned')
      .when(says('request.completed', { saidBy: 'student' }))
      .then({ refused: 'This must be one of the choices offered' })
    given(forceMajeure, death, ...leaving, 'notice.delivered', 'settlement.proposed')
      .when(says('settlement.objected', { saidBy: 'heir' }))
      .then({ at: 'formalities.settlement.proposal' })
    given(forceMajeure, death)
      .when(says('request.revoked', { saidBy: 'heir' }))
      .then({ at: 'revoked' })
  })

  it('nobody visits: the case ends with the handover', () => {
    given(forceMajeure, death, ...leaving, 'notice.delivered', ...settled.slice(0, -1))
      .when('file.sealed')
      .then({ at: 'left', outcome: 'lost' })
  })
})
