// Arrears, clause by clause (A6.3.1).
import { describe, it } from 'vitest'
import { arrears } from '../../machines/arrears.ts'
import { given, opening, passes, type Setting, says, tells, waits } from './given.ts'

/** 20,000 CNY owed for 20 of 50 lessons at 1,000, nothing paid. */
const debt = { money: 'debt' } satisfies Setting
const owes = (fen: number) => ({ debts: [{ enrolment: 'enrolment-1', owedFen: fen }] })
const two: Setting = { money: 'debt', enrolments: 2, opening: { enrolments: ['enrolment-1', 'enrolment-2'] } }

const noticed = ['reminder.sent']
const second = [...noticed, passes('paymentDue')]
const third = [...second, 'dunning.recorded', passes('paymentDue')]
const dunned = [...third, 'dunning.recorded']
const ripe = [...dunned, passes('paymentDue')]
const proposed = [...ripe, 'dismissal.proposed']
const granted = [...proposed, 'approval.granted']
const told = [...granted, 'notice.delivered']
const confirmed = [...told, 'settlement.proposed', 'settlement.confirmed']
const pays = (amountFen: number) => says('payment.recorded', { amountFen })
const silent = (type: string) => says(type, { offered: 'none' })

describe('A6.3.1a the arrears list and the first notice', () => {
  it('a case is opened by finance over what the records say is owed', () => {
    given(arrears, { ...debt, opening: { owedSince: '2026-02-01' } }).then({
      at: 'notice',
      context: { ...owes(2_000_000), owedSince: '2026-02-01', rounds: 0 },
      timers: { firstReminderDue: '2026-03-11' },
    })
  })

  it('no case is opened where nothing is owed, or over an enrolment that has ended', () => {
    opening(arrears, { money: 'small' }).then({ refused: 'Nothing is owed for this enrolment' })
    opening(arrears, { ...debt, held: { status: 'ended' } }).then({ refused: 'This enrolment has ended already' })
  })

  it('no case is opened beside an open one about the same enrolment, or over a day that has not come', () => {
    const beside = {
      id: 'case-9',
      number: 'QF-2026-000009',
      procedure: 'arrears',
      open: true,
      student: 'student-1',
      enrolments: ['enrolment-1'],
      follows: null,
    }
    opening(arrears, { ...debt, records: { siblings: [beside] } }).then({
      refused: 'An open case already concerns what is owed for this enrolment',
    })
    opening(arrears, { ...debt, records: { siblings: [{ ...beside, open: false }] } }).then({ at: 'notice' })
    opening(arrears, { ...debt, opening: { owedSince: '2026-03-10' } }).then({ refused: 'It cannot be owed since a day after today' })
  })

  it('the notice states amount and deadline: seven calendar days to pay', () => {
    given(arrears, debt)
      .when('reminder.sent')
      .then({
        at: 'awaitingPayment',
        facts: { owedFen: 2_000_000, payBy: '2026-03-16', round: 1 },
        context: { rounds: 1, firstNoticeOn: '2026-03-09' },
        timers: { firstReminderDue: null, paymentDue: '2026-03-16' },
      })
  })

  it('the notice goes out by one channel at least, is kept, and has its evidence', () => {
    given(arrears, debt)
      .when(says('reminder.sent', { channels: [] }))
      .then({ refused: 'At least one entry' })
    given(arrears, debt)
      .when(says('reminder.sent', { message: ' ' }))
      .then({ refused: 'This must not be blank' })
    given(arrears, debt)
      .when(says('reminder.sent', { evidence: undefined }))
      .then({ refused: 'This is required' })
  })

  it('a notice that did not reach the student is a round all the same when it is evidenced', () => {
    given(arrears, debt)
      .when('reminder.attempted')
      .then({ at: 'awaitingPayment', context: { rounds: 1 }, timers: { paymentDue: '2026-03-16' } })
  })

  it('customer service is reminded when the notice is not out in two working days', () => {
    given(arrears, debt)
      .when(passes('firstReminderDue'))
      .then({ at: 'notice', effects: [tells('customer-service', 'overdue')] })
  })
})

describe('A6.3.1b dunning again', () => {
  it('begins when the time to pay has passed', () => {
    given(arrears, debt, ...noticed)
      .when(passes('paymentDue'))
      .then({ at: 'dunning', effects: [tells('customer-service', 'paymentMissed')], timers: { dunningDue: '2026-03-19' } })
  })

  it('learns the reason, offers a way out, names the dismissal, and gives another seven days', () => {
    given(arrears, debt, ...second)
      .when(says('dunning.recorded', { cause: 'hardship', offered: 'both' }))
      .then({
        at: 'awaitingPayment',
        facts: { round: 2, payBy: '2026-03-24' },
        context: { rounds: 2, solutionOffered: true },
        timers: { paymentDue: '2026-03-24' },
      })
  })

  it('is no round without naming the consequence, and none without evidence', () => {
    given(arrears, debt, ...second)
      .when(says('dunning.recorded', { consequenceNamed: false }))
      .then({ refused: 'In this case it can only be: true' })
    given(arrears, debt, ...second)
      .when(says('reminder.attempted', { evidence: undefined }))
      .then({ refused: 'This is required' })
  })

  it('counts attempts as rounds, so that a student who is never reached does not stop the case', () => {
    given(arrears, debt, 'reminder.attempted', passes('paymentDue'), 'reminder.attempted', passes('paymentDue'), 'reminder.attempted')
      .when(passes('paymentDue'))
      .then({ at: 'dismissalProposal', context: { rounds: 3 } })
  })

  it('sets the last term no earlier than 30 days after the first notice', () => {
    given(arrears, debt, ...third)
      .when('dunning.recorded')
      .then({ facts: { round: 3, payBy: '2026-04-08' }, timers: { paymentDue: '2026-04-08' } })
    given(arrears, debt, ...third, waits(20))
      .when('dunning.recorded')
      .then({ facts: { round: 3, payBy: '2026-04-21' } })
  })

  it('leads to instalments when they are agreed, at the first notice already', () => {
    given(arrears, debt, ...noticed)
      .when('instalments.agreed')
      .then({
        at: 'instalments',
        context: {
          plan: [
            { date: '2026-04-08', restFen: 1_333_334 },
            { date: '2026-05-08', restFen: 666_668 },
            { date: '2026-06-07', restFen: 0 },
          ],
          solutionOffered: true,
        },
        timers: { paymentDue: null, instalmentDue: '2026-04-08' },
      })
  })

  it('takes no plan that falls short of the debt, or whose dates do not ascend from today on', () => {
    const agrees = (...plan: [date: string, amountFen: number][]) =>
      given(arrears, debt, ...noticed).when(says('instalments.agreed', { plan: plan.map(([date, amountFen]) => ({ date, amountFen })) }))
    const disorder = 'Due dates must follow one another, from today on'
    agrees(['2026-04-01', 1_000_000], ['2026-05-01', 999_999]).then({ refused: 'The instalments must add up to what is owed' })
    agrees(['2026-05-01', 1_000_000], ['2026-04-01', 1_000_000]).then({ refused: disorder })
    agrees(['2026-04-01', 1_000_000], ['2026-04-01', 1_000_000]).then({ refused: disorder })
    agrees(['2026-03-08', 2_000_000]).then({ refused: 'Not before 2026-03-09' })
    agrees(['2026-03-09', 2_000_001]).then({ refused: 'This must be at most CNY 20,000.00' })
    agrees(['2026-03-09', 1_000_000], ['2026-04-01', 1_000_000]).then({ at: 'instalments', timers: { instalmentDue: '2026-03-09' } })
  })

  it('waits for the next instalment when one is met, early or in two parts', () => {
    const agreed = [...noticed, 'instalments.agreed']
    given(arrears, debt, ...agreed)
      .when(pays(666_666))
      .then({ at: 'instalments', timers: { instalmentDue: '2026-05-08' } })
    given(arrears, debt, ...agreed, pays(600_000)).then({ timers: { instalmentDue: '2026-04-08' } })
    given(arrears, debt, ...agreed, pays(600_000))
      .when(pays(66_666))
      .then({ timers: { instalmentDue: '2026-05-08' } })
    given(arrears, debt, ...agreed, pays(1_500_000)).then({ timers: { instalmentDue: '2026-06-07' } })
  })

  it('ends with the student staying when the last instalment is paid', () => {
    given(arrears, debt, ...noticed, 'instalments.agreed', pays(666_666), pays(666_666))
      .when(pays(666_668))
      .then({ at: 'settled', outcome: 'kept' })
  })

  it('goes on when an instalment is missed; the rounds held before still count', () => {
    given(arrears, debt, ...second, 'dunning.recorded', 'instalments.agreed', pays(666_666))
      .when(passes('instalmentDue'))
      .then({ at: 'dunning', context: { rounds: 2, ...owes(1_333_334) }, effects: [tells('customer-service', 'paymentMissed')] })
  })

  it('lets management alone grant a concession, asked for by customer service', () => {
    given(arrears, debt, ...second)
      .when(says('concession.asked', { amountFen: 500_000 }))
      .then({ at: 'concession', effects: [tells('management', 'approvalWaits')], timers: { dunningDue: null, approvalDue: '2026-03-20' } })
    given(arrears, debt, ...second, says('concession.asked', { amountFen: 500_000 }))
      .when(says('concession.granted', {}, 'finance-1'))
      .then({ refused: 'Waits for Management' })
  })

  it('takes a concession off the debt and sets a new term for the rest', () => {
    given(arrears, debt, ...second, says('concession.asked', { amountFen: 500_000 }))
      .when('concession.granted')
      .then({
        at: 'awaitingPayment',
        context: owes(1_500_000),
        effects: [
          { type: 'debt.waive', params: { shares: [{ enrolment: 'enrolment-1', amountFen: 500_000, priceFen: 500_000 }] } },
          tells('customer-service', 'tellOutcome'),
        ],
        timers: { paymentDue: '2026-03-24' },
      })
  })

  it('leaves no concession behind when the case turns out to have been opened by mistake', () => {
    given(arrears, debt, ...second, says('concession.asked', { amountFen: 500_000 }), 'concession.granted')
      .when('case.voided')
      .then({
        at: 'voided',
        effects: [{ type: 'debt.restore', params: { shares: [{ enrolment: 'enrolment-1', amountFen: 500_000, priceFen: 500_000 }] } }],
      })
  })

  it('sets a new term when the concession is refused, and asks for none a second time', () => {
    given(arrears, debt, ...second, 'concession.asked')
      .when('concession.refused')
      .then({
        at: 'awaitingPayment',
        context: owes(2_000_000),
        timers: { paymentDue: '2026-03-24' },
        waiting: { 'concession.asked': 'A concession was asked for once already' },
      })
  })

  it('ends when all that is owed is waived', () => {
    given(arrears, debt, ...noticed, says('concession.asked', { amountFen: 2_000_000 }))
      .when('concession.granted')
      .then({ at: 'settled', outcome: 'kept' })
  })

  it('asks for no concession above the debt', () => {
    given(arrears, debt, ...noticed)
      .when(says('concession.asked', { amountFen: 2_000_001 }))
      .then({ refused: 'This must be at most CNY 20,000.00' })
  })
})

describe('A6.3.1b a payment', () => {
  it('in part brings the debt down and the case goes on, with the same deadline', () => {
    given(arrears, debt, ...noticed, waits(2))
      .when(pays(500_000))
      .then({
        at: 'awaitingPayment',
        context: owes(1_500_000),
        effects: [{ type: 'debt.pay', params: { shares: [{ enrolment: 'enrolment-1', amountFen: 500_000 }] } }],
        timers: { paymentDue: '2026-03-16' },
      })
  })

  it.each([
    ['before the notice', []],
    ['within the term', noticed],
    ['while dunned', second],
    ['while a concession waits', [...noticed, 'concession.asked']],
    ['before the dismissal is proposed', ripe],
    ['while management decides', proposed],
  ])('in full %s ends the case: the student stays', (_, before) => {
    given(arrears, debt, ...before)
      .when(pays(2_000_000))
      .then({ at: 'settled', outcome: 'kept', effects: [tells('customer-service', 'tellOutcome')], without: ['enrolments.restore'] })
  })

  it('in full after the dismissal, but before the settlement is confirmed, undoes the leaving', () => {
    for (const before of [granted, told, [...told, 'settlement.proposed']])
      given(arrears, debt, ...before)
        .when(pays(2_000_000))
        .then({
          at: 'settled',
          outcome: 'kept',
          context: { ended: false },
          effects: ['enrolments.restore', 'ending.release', 'debt.pay'],
        })
  })

  it('in part while the formalities run has the settlement worked out again', () => {
    given(arrears, debt, ...granted)
      .when(pays(500_000))
      .then({ at: 'formalities.notice' })
    given(arrears, debt, ...told, 'settlement.proposed')
      .when(pays(500_000))
      .then({ at: 'formalities.settlement.proposal', context: { settlement: { amountFen: -2_000_000 } } })
    given(arrears, debt, ...told, 'settlement.proposed', pays(500_000))
      .when('settlement.proposed')
      .then({ context: { settlement: { round: 2, amountFen: -1_500_000 } } })
  })

  it('after the confirmation still counts: the settlement is worked out again within its term, and the leaving stands', () => {
    given(arrears, debt, ...confirmed)
      .when(pays(2_000_000))
      .then({ at: 'formalities.settlement.proposal', context: { ended: true, ...owes(0) }, without: ['enrolments.restore'] })
    for (const later of [[], [waits(7), 'settlement.proposed', pays(500_000)]])
      given(arrears, debt, ...told, ...later).then({ timers: { settlementDue: '2026-04-30' } })
    given(arrears, debt, ...confirmed, pays(2_000_000)).then({ withheld: ['payment.recorded'] })
  })

  it('is no matter for this case once the fees are settled', () => {
    given(arrears, debt, ...confirmed, 'balance.owed')
      .when(pays(2_000_000))
      .then({ refused: 'The settlement is confirmed: it cannot be undone any more' })
  })

  it('above the debt is not taken', () => {
    given(arrears, debt, ...noticed)
      .when(pays(2_000_001))
      .then({ refused: 'This must be at most CNY 20,000.00' })
  })

  it('is recorded by finance alone', () => {
    given(arrears, debt)
      .when(says('payment.recorded', {}, 'customer-service-1'))
      .then({ refused: 'Waits for Finance' })
  })

  it('is shared out over several enrolments in their order', () => {
    given(arrears, two, ...noticed)
      .when(pays(2_500_000))
      .then({
        at: 'awaitingPayment',
        facts: {
          shares: [
            { enrolment: 'enrolment-1', amountFen: 2_000_000 },
            { enrolment: 'enrolment-2', amountFen: 500_000 },
          ],
        },
        context: {
          debts: [
            { enrolment: 'enrolment-1', owedFen: 0 },
            { enrolment: 'enrolment-2', owedFen: 1_500_000 },
          ],
        },
      })
  })
})

describe('A6.3.1c the dismissal', () => {
  it('can be proposed after three rounds and 30 days since the first notice', () => {
    given(arrears, debt, ...dunned)
      .when(passes('paymentDue'))
      .then({
        at: 'dismissalProposal',
        effects: [tells('finance', 'dismissalRipe')],
        timers: { paymentDue: null, proposalDue: '2026-04-16' },
      })
  })

  it('is not reached by two rounds, however long they take', () => {
    given(arrears, debt, ...second, waits(60), 'dunning.recorded')
      .when(passes('paymentDue'))
      .then({ at: 'dunning', context: { rounds: 2 } })
  })

  it('is not proposed before a solution was offered; finance has dunning go on instead', () => {
    const rounds = [
      silent('reminder.attempted'),
      passes('paymentDue'),
      silent('dunning.recorded'),
      passes('paymentDue'),
      silent('dunning.recorded'),
    ]
    const unmet = 'Instalments or a concession must have been offered before'
    given(arrears, debt, ...rounds, passes('paymentDue'))
      .when('dismissal.proposed')
      .then({ refused: unmet })
    given(arrears, debt, ...rounds, passes('paymentDue'))
      .when('dunning.resumed')
      .then({ at: 'dunning' })
    given(arrears, debt, ...rounds, passes('paymentDue'), 'dunning.resumed', 'dunning.recorded', passes('paymentDue'))
      .when('dismissal.proposed')
      .then({ at: 'approval.deciding' })
  })

  it('needs one round in which a solution was offered, whatever the later ones said', () => {
    given(arrears, debt, ...third, silent('dunning.recorded'), passes('paymentDue'))
      .when('dismissal.proposed')
      .then({ at: 'approval.deciding' })
  })

  it('comes before management with rounds, debt and an estimate of the settlement', () => {
    given(arrears, debt, ...ripe)
      .when('dismissal.proposed')
      .then({
        at: 'approval.deciding',
        facts: { rounds: 3, owedFen: 2_000_000, estimateFen: -2_000_000 },
        context: { approval: { proposedBy: ['finance-1'] }, estimateFen: -2_000_000 },
        effects: [tells('management', 'approvalWaits')],
      })
  })

  it('is decided by nobody who took a step in the case, and by nobody in finance', () => {
    given(arrears, debt, ...proposed)
      .when(says('approval.granted', {}, 'finance-2'))
      .then({ refused: 'Waits for Management' })
  })

  it('refused gives the student a new term to pay, and may be proposed again when it passes', () => {
    given(arrears, debt, ...proposed)
      .when('approval.refused')
      .then({ at: 'awaitingPayment', timers: { paymentDue: '2026-04-16' }, effects: [tells('customer-service', 'tellOutcome')] })
    given(arrears, debt, ...proposed, 'approval.refused')
      .when(passes('paymentDue'))
      .then({ at: 'dismissalProposal' })
  })

  it('returned or recalled is finance’s to propose again', () => {
    for (const back of ['approval.returned', 'proposal.recalled'])
      given(arrears, debt, ...proposed)
        .when(back)
        .then({ at: 'dismissalProposal' })
  })

  it('over an open complaint of the same student needs a reason', () => {
    given(arrears, { ...debt, complaint: true }, ...proposed)
      .when(says('approval.granted', { remark: undefined }))
      .then({ refused: 'This is required' })
    given(arrears, debt, ...proposed)
      .when(says('approval.granted', { remark: undefined }))
      .then({ at: 'formalities.notice' })
  })

  it('granted ends the enrolment that day and sets the withdrawal formalities going', () => {
    given(arrears, debt, ...proposed)
      .when('approval.granted')
      .then({
        at: 'formalities.notice',
        context: { ended: true },
        effects: [
          { type: 'ending.claim', params: { enrolments: ['enrolment-1'] } },
          { type: 'enrolments.end', params: { enrolments: ['enrolment-1'], date: '2026-04-09' } },
          tells('teaching', 'stopScheduling'),
        ],
      })
  })

  it('deducts the arrears in the settlement: 40,000 paid, 10 lessons at 1,000 taken, 10,000 owed leave 30,000 to refund', () => {
    given(arrears, { ...debt, held: { paidFen: 4_000_000, owedFen: 1_000_000, lessonsUsed: 10 } }, ...told)
      .when('settlement.proposed')
      .then({ context: { settlement: { amountFen: 3_000_000 } } })
  })

  it('leaves a debt that stays owed, and ends with the return visit', () => {
    const closed = [...confirmed, says('balance.owed', { amountFen: 2_000_000 }), 'materials.handedOver', 'file.sealed']
    given(arrears, debt, ...closed)
      .when('visit.recorded')
      .then({ at: 'dismissed', outcome: 'lost' })
  })
})

describe('what can happen beside the clauses', () => {
  it('the case is superseded when the enrolment was ended by another case', () => {
    given(arrears, debt, ...third)
      .when(says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .then({ at: 'superseded', outcome: 'none' })
  })

  it('the debt of an enrolment that ended elsewhere is no longer part of the case', () => {
    given(arrears, two, ...noticed)
      .when(says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .then({ at: 'awaitingPayment', context: { enrolments: ['enrolment-2'] } })
    given(arrears, two, ...noticed, pays(2_000_000))
      .when(says('enrolment.ended', { enrolment: 'enrolment-2' }))
      .then({ at: 'settled', outcome: 'kept' })
  })

  it('a payment then goes to what is left in the case', () => {
    given(arrears, two, ...noticed, says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .when(pays(500_000))
      .then({ facts: { shares: [{ enrolment: 'enrolment-2', amountFen: 500_000 }] } })
  })

  it('a confirmed settlement stands, even when what was left to pay ends elsewhere', () => {
    given(arrears, two, ...noticed, pays(2_000_000), ...second.slice(1), ...dunned.slice(2), ...confirmed.slice(dunned.length))
      .when(says('enrolment.ended', { enrolment: 'enrolment-2' }))
      .then({ at: 'formalities.settlement.payment', without: ['enrolments.restore'] })
  })

  it('an instalment already covered by what ended elsewhere is not waited for', () => {
    given(arrears, two, ...noticed, 'instalments.agreed')
      .when(says('enrolment.ended', { enrolment: 'enrolment-1' }))
      .then({ at: 'instalments', timers: { instalmentDue: '2026-05-08' } })
  })

  it('a case opened by mistake is voided by the head of finance', () => {
    given(arrears, debt, ...noticed)
      .when('case.voided')
      .then({ at: 'voided', outcome: 'none' })
    given(arrears, debt, ...noticed)
      .when(says('case.voided', {}, 'customer-service-1'))
      .then({ refused: 'Waits for Finance' })
  })
})
