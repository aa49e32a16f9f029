// Who was in arrears during the year (A6.3.1).
import { act, claimed, comment, on, type Pupil, part, type Road, stories } from '../story.ts'
import { granted, grantedByTwo, handedOver, left, released, told, visited } from './leaving.ts'

const owing: Pupil = { fees: 'owing' }
const noticed: Road = [on(1, 'reminder.sent')]
/** A week to pay goes by before every round. */
const dunned: Road = [noticed, on(8, 'dunning.recorded', { offered: 'instalments', cause: 'hardship' })]
const inInstalments: Road = [dunned, on(1, 'instalments.agreed')]
const thrice: Road = [dunned, on(8, 'reminder.attempted')]
const proposed: Road = [thrice, on(9, 'dismissal.proposed')]
const paidPart = (nth: number) => ({ amountFen: part(nth) })

const closed = stories('arrears')(
  { ago: [210], pupil: owing, moves: [noticed, on(4, 'payment.recorded')] },
  {
    ago: [15],
    pupil: owing,
    moves: [inInstalments, on(18, 'payment.recorded', paidPart(3)), on(20, 'payment.recorded', paidPart(2)), on(20, 'payment.recorded')],
  },
  {
    ago: [56],
    pupil: owing,
    moves: [
      inInstalments,
      on(24, 'dunning.recorded', { cause: 'other' }),
      comment(0, 'customer-service', '第一期没有到账，家长说下周补上。'),
      on(4, 'payment.recorded'),
    ],
  },
  {
    ago: [95],
    pupil: owing,
    moves: [dunned, on(2, 'concession.asked', paidPart(4)), on(2, 'concession.granted'), on(5, 'payment.recorded')],
  },
  { ago: [18], pupil: owing, moves: [proposed, granted, left] },
  { ago: [104], pupil: { fees: 'owingLarge' }, moves: [proposed, grantedByTwo, told, released, handedOver, visited] },
  { ago: [64], pupil: owing, moves: [proposed, on(2, 'approval.refused'), on(4, 'payment.recorded')] },
  { ago: [175], pupil: owing, moves: [on(0, 'case.voided')] },
  { ago: [80], pupil: 'leaves-owing', moves: [on(1, 'reminder.sent'), on(3, 'case.merged')] },
  { ago: [95], pupil: 'leaves-instead-of-paying', moves: [noticed] },
)

const open = stories('arrears')(
  { ago: [1], pupil: owing, moves: [] },
  { ago: [2], pupil: owing, moves: noticed },
  {
    ago: [4],
    pupil: owing,
    moves: [
      dunned,
      on(1, 'concession.asked', paidPart(3)),
      on(2, 'concession.refused'),
      comment(0, 'customer-service', '家长同意考虑分期，下周答复。'),
    ],
  },
  { ago: [12], pupil: owing, moves: noticed },
  { ago: [9], pupil: { ...owing, courses: 2 }, moves: inInstalments },
  { ago: [1], pupil: owing, moves: [dunned, on(1, 'concession.asked', paidPart(4))] },
  { ago: [10], pupil: owing, moves: [thrice, act(9, 'step.claimed', 'finance')] },
  { ago: [1], pupil: owing, moves: [proposed, claimed('management')] },
  { ago: [1], pupil: owing, moves: [proposed, granted, told, on(3, 'settlement.proposed')] },
)

export const arrearsCases = [...closed, ...open]
