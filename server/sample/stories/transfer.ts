// The transfers of the year (A6.2).
import { act, claimed, comment, maybe, on, type Road, someone, stories, times } from '../story.ts'
import { checked, granted, grantedByTwo, reviewed, told } from './leaving.ts'

const accepted: Road = [checked, on(0, 'retention.failed'), on(1, 'receiver.accepted')]
const approved: Road = [accepted, reviewed, granted]
const handled: Road = [
  on(2, 'certificate.issued'),
  on(0, 'progressRecord.issued'),
  on(1, 'settlement.proposed'),
  on(0, 'file.sealed'),
  on(1, 'settlement.confirmed'),
  maybe(1, 'settlement.released'),
  on(2, 'refund.paid'),
]
const visitedOnce: Road = [on(22, 'visit.recorded')]
const visitedTwice: Road = [visitedOnce, on(43, 'visit.recorded')]
const visitedThrice: Road = [visitedTwice, on(63, 'visit.recorded')]
const contested: Road = [
  on(1, 'identity.confirmed'),
  on(0, 'request.returned'),
  on(3, 'request.completed'),
  accepted,
  on(1, 'review.returned'),
  accepted,
  reviewed,
  on(1, 'proposal.recalled'),
  act(0, 'case.copied', 'customer-service', { user: someone('academic-affairs') }),
  on(1, 'payments.reviewed'),
  grantedByTwo,
  told,
]

const closed = stories('transfer')(
  { ago: [4], moves: [approved, told, handled, visitedThrice] },
  { ago: [160], moves: [checked, on(1, 'retention.succeeded')] },
  {
    ago: [92],
    moves: [
      approved,
      told,
      on(2, 'certificate.issued'),
      on(0, 'progressRecord.issued'),
      on(1, 'settlement.proposed'),
      on(1, 'request.revoked'),
    ],
  },
  { ago: [120], moves: [checked, on(2, 'receiver.refused')] },
  { ago: [77], moves: [accepted, reviewed, on(2, 'approval.refused')] },
  {
    ago: [72],
    name: 'gives-up-the-transfer',
    moves: [
      checked,
      times(3, 1, 'receiver.attempted'),
      on(2, 'receiver.named'),
      checked,
      on(1, 'receiver.refused'),
      on(1, 'withdrawal.chosen'),
    ],
  },
  { ago: [220], opener: 'front-desk', moves: [on(0, 'case.voided')] },
  { ago: [99], name: 'transfer-asked-twice', moves: [accepted, reviewed, on(1, 'request.revoked')] },
  { ago: [103], pupil: 'transfer-asked-twice', opener: 'front-desk', moves: [on(0, 'case.merged')] },
  { ago: [130], pupil: 'leaves-instead-of-transferring', moves: [checked, times(2, 1, 'receiver.attempted')] },
)

const open = stories('transfer')(
  { ago: [1], pupil: { minor: true }, moves: [on(1, 'identity.confirmed'), on(0, 'receiver.attempted'), claimed('customer-service')] },
  { ago: [3], moves: [checked, on(2, 'receiver.refused')] },
  { ago: [2], moves: [accepted, reviewed, comment(0, 'customer-service', '对方开学在即，请尽早审批。')] },
  { ago: [2], moves: [approved, told, on(1, 'certificate.issued')] },
  { ago: [1], pupil: { fees: 'large' }, moves: [contested, on(1, 'settlement.proposed'), on(1, 'settlement.confirmed')] },
  { ago: [11], moves: [approved, told, handled] },
  { ago: [26], moves: [approved, told, handled, visitedOnce] },
  { ago: [40], moves: [approved, told, handled, visitedTwice] },
)

export const transfers = [...closed, ...open]
