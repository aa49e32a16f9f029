// Discipline, clause by clause (A6.3.2).
import { describe, it } from 'vitest'
import { discipline } from '../../machines/discipline.ts'
import { given, opening, passes, says } from './given.ts'

const talk = says('talk.held', { acknowledged: true, promised: true }, 'teaching-1')
const repeated = [talk, 'misconduct.repeated']
const proposal = says('dismissal.proposed', { rule: 'R-12' }, 'teaching-1')
const proposed = [...repeated, proposal]
const heard = [...proposed, says('statement.recorded', { saidBy: 'student' }, 'customer-service-1')]
const granted = [...heard, 'approval.granted']
const notify = (to: 'customer-service' | 'teaching' | 'marketing', notice: string) => ({ type: 'notify', params: { to, notice } }) as never
const three = (attempt: string) => [attempt, attempt, attempt]

describe('A6.3.2a the record of misconduct', () => {
  it('goes to teaching, which has five working days for the education', () => {
    given(discipline).then({ at: ['education.talk.open', 'education.guardian.settled'], timers: { educationDue: '2026-03-16' } })
  })

  it('names a time that is not to come', () => {
    opening(discipline, { opening: { occurredAt: '2026-03-10T09:00:00+08:00' } }).then({ refused: 'It cannot have happened after today' })
    given(discipline, { opening: { occurredAt: '2026-03-09T23:59:00+08:00' } }).then({ offers: ['talk.held'] })
  })

  it('concerns enrolments that still run', () => {
    opening(discipline, { held: { status: 'ended' } }).then({ refused: 'This enrolment has ended already' })
  })

  it('that teaching finds wrong ends the case without counting, and the student is told', () => {
    given(discipline)
      .when('misconduct.unfounded')
      .then({ at: 'unfounded', outcome: 'none', effects: [notify('customer-service', 'tellOutcome')] })
  })
})

describe('A6.3.2b the education talk', () => {
  it('names nature and consequences, notes whether the fault was acknowledged and improvement promised, and customer service is told', () => {
    given(discipline)
      .when(talk)
      .then({
        at: 'observation',
        context: { educated: true },
        facts: { natureNamed: true, consequencesNamed: true, acknowledged: true, promised: true },
        effects: [notify('customer-service', 'misconductTalked')],
      })
    given(discipline)
      .when(says('talk.held', { natureNamed: false }, 'teaching-1'))
      .then({ refused: 'In this case it can only be: true' })
  })

  it('of a minor is not over before the guardian is told', () => {
    given(discipline, { minor: true })
      .when(talk)
      .then({ at: ['education.talk.held', 'education.guardian.telling'] })
    given(discipline, { minor: true }, talk).when('guardian.told').then({ at: 'observation' })
  })

  it('does not wait for a guardian who was not reached three times', () => {
    given(discipline, { minor: true }, talk, 'guardian.attempted', 'guardian.attempted').then({
      at: ['education.talk.held', 'education.guardian.telling'],
    })
    given(discipline, { minor: true }, talk, 'guardian.attempted', 'guardian.attempted')
      .when('guardian.attempted')
      .then({ at: 'observation', context: { guardianAttempts: 0 } })
  })

  it('that is late is teaching’s to answer for, and is still to be held', () => {
    given(discipline)
      .when(passes('educationDue'))
      .then({ at: ['education.talk.open', 'education.guardian.settled'], effects: [notify('teaching', 'overdue')] })
  })

  it('that the student evades three times ends in observation, with no talk on file', () => {
    given(discipline, ...three('talk.attempted')).then({ at: 'observation', context: { educated: false } })
  })
})

describe('A6.3.2c observation and dismissal', () => {
  it('counts the student as improved when nothing further comes in twenty working days', () => {
    given(discipline, talk).then({ timers: { observationDue: '2026-04-07' } })
    given(discipline, talk)
      .when(passes('observationDue'))
      .then({ at: 'improved', outcome: 'kept', effects: [notify('customer-service', 'tellOutcome')] })
  })

  it('lets any member of staff record that it was repeated, and teaching choose what follows', () => {
    given(discipline, talk)
      .when(says('misconduct.repeated', { occurredAt: '2026-03-09T09:00:00+08:00' }, 'sales-2'))
      .then({
        at: 'dismissalProposal',
        context: { repetitions: 1 },
        offers: ['education.repeated', 'dismissal.proposed'],
        timers: { proposalDue: '2026-03-16', observationDue: null },
      })
  })

  it('goes to management with what the settlement would come to', () => {
    given(discipline, { money: 'large' }, ...repeated)
      .when(proposal)
      .then({ facts: { estimateFen: 4_500_000 }, context: { estimateFen: 4_500_000 } })
  })

  it('educates once more where teaching chooses to, and counts how often it was repeated', () => {
    given(discipline, { minor: true }, talk, 'guardian.told', 'misconduct.repeated')
      .when('education.repeated')
      .then({ at: ['education.talk.open', 'education.guardian.telling'] })
    given(discipline, ...repeated, 'education.repeated', talk)
      .when('misconduct.repeated')
      .then({ context: { repetitions: 2 } })
  })

  it('goes on observing where the repetition proves wrong', () => {
    given(discipline, ...repeated)
      .when('repetition.unfounded')
      .then({ at: 'observation' })
  })

  it('lets nobody be dismissed without an education talk on file', () => {
    given(discipline, ...three('talk.attempted'), 'misconduct.repeated')
      .when(proposal)
      .then({ refused: 'No education talk is on file: no dismissal can be proposed' })
  })

  it('hears the student before management decides on a dismissal that cites its rule', () => {
    given(discipline, ...repeated)
      .when(proposal)
      .then({
        at: 'hearing',
        facts: { rule: 'R-12' },
        context: { approval: { proposedBy: ['teaching-1'] } },
        timers: { hearingDue: '2026-03-16' },
        withheld: ['approval.granted'],
      })
    given(discipline, ...heard).then({ at: 'approval.deciding', timers: { approvalDue: '2026-03-12' } })
  })

  it('does not let the proposer write down the student’s side', () => {
    given(discipline, ...proposed)
      .when(says('statement.recorded', { saidBy: 'student' }, 'teaching-1'))
      .then({ refused: 'Somebody else than the proposer records the student’s statement' })
    given(discipline, ...proposed)
      .when(says('statement.recorded', { saidBy: 'student' }, 'teaching-2'))
      .then({ at: 'approval.deciding' })
  })

  it('lets the statement be waived, for a minor not by the minor', () => {
    given(discipline, ...proposed)
      .when(says('statement.waived', { saidBy: 'student' }))
      .then({ at: 'approval.deciding' })
    given(discipline, { minor: true }, talk, 'guardian.told', 'misconduct.repeated', proposal)
      .when(says('statement.waived', { saidBy: 'student' }))
      .then({ refused: 'This must be one of the choices offered' })
  })

  it('goes on to management when no statement came in five working days', () => {
    given(discipline, ...proposed)
      .when(passes('hearingDue'))
      .then({ at: 'approval.deciding' })
  })

  it('may still be found wrong by teaching after the hearing was opened', () => {
    given(discipline, ...proposed)
      .when('misconduct.unfounded')
      .then({ at: 'unfounded', outcome: 'none' })
  })

  it('may be recalled by its proposer, returned by management, and is then proposed and heard anew', () => {
    given(discipline, ...proposed)
      .when(says('proposal.recalled', {}, 'teaching-1'))
      .then({ at: 'dismissalProposal', context: { approval: { proposedBy: [] } } })
    given(discipline, ...heard)
      .when(says('proposal.recalled', {}, 'teaching-2'))
      .then({ refused: 'Only who proposed it may recall it' })
    given(discipline, ...heard, 'approval.returned')
      .when(proposal)
      .then({ at: 'hearing', context: { approval: { returns: 1 } } })
  })

  it('leaves the student under observation when management refuses', () => {
    given(discipline, ...heard)
      .when('approval.refused')
      .then({ at: 'observation', effects: [notify('customer-service', 'tellOutcome')], without: ['enrolments.end'] })
  })

  it('is not decided by a manager who recorded the misconduct', () => {
    given(discipline, talk, says('misconduct.repeated', {}, 'management-1'), proposal, 'statement.waived')
      .when(says('approval.granted', {}, 'management-1'))
      .then({ refused: 'You handled this case: somebody else must decide' })
  })

  it('is not granted over an open complaint of the same student without a reason', () => {
    given(discipline, { complaint: true }, ...heard)
      .when(says('approval.granted', { remark: undefined }, 'management-1'))
      .then({ refused: 'This is required' })
    given(discipline, { complaint: true }, ...heard)
      .when(says('approval.granted', { remark: '投诉与本案事实无关' }, 'management-1'))
      .then({ at: 'formalities.notice' })
  })
})

describe('A6.3.2d carrying out the dismissal', () => {
  it('ends the enrolment with the decision and follows the withdrawal formalities', () => {
    given(discipline, ...heard)
      .when('approval.granted')
      .then({ at: 'formalities.notice', effects: ['ending.claim', 'enrolments.end'], context: { ended: true, leavingDate: '2026-03-09' } })
  })

  it('settles the refund, hands over and seals the file, visits, and counts as lost', () => {
    given(
      discipline,
      ...granted,
      'notice.delivered',
      'settlement.proposed',
      'settlement.confirmed',
      'refund.paid',
      'materials.handedOver',
      'file.sealed',
    )
      .when('visit.recorded')
      .then({ at: 'dismissed', outcome: 'lost' })
  })

  it('is undone when teaching’s lead voids the case before the settlement is confirmed', () => {
    given(discipline, ...granted)
      .when(says('case.voided', {}, 'teaching-1'))
      .then({ at: 'voided', outcome: 'none', effects: ['enrolments.restore', 'ending.release'] })
    given(discipline, ...granted)
      .when(says('case.voided', {}, 'teaching-2'))
      .then({ refused: 'Only the head of the department may do this' })
  })

  it('is overtaken when the enrolment ends by another case', () => {
    given(discipline, talk)
      .when(says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .then({ at: 'superseded', outcome: 'none' })
  })
})
