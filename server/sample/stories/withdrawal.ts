// The withdrawals of the year (A6.1).
import { act, claimed, comment, earlier, files, on, type Road, someone, stories, times } from '../story.ts'
import {
  checked,
  confirmed,
  granted,
  grantedByTwo,
  handedOver,
  left,
  released,
  reviewed,
  settled,
  told,
  toldInVain,
  visited,
} from './leaving.ts'

const verified: Road = [checked, on(0, 'genuineness.confirmed')]
const accepted: Road = [verified, on(1, 'retention.failed')]
const approved: Road = [accepted, reviewed, granted]
const nudged = (step: string) => act(4, 'case.nudged', 'customer-service', { step })
/** Everything that can be contested is, once. */
const contested: Road = [
  on(1, 'identity.confirmed'),
  on(0, 'request.returned'),
  on(2, 'request.completed'),
  verified,
  on(1, 'retention.declined'),
  on(1, 'review.returned'),
  verified,
  on(0, 'retention.declined'),
  reviewed,

  on(1, 'approval.returned'),
  on(1, 'payments.reviewed'),
  on(0, 'proposal.recalled'),
  on(1, 'payments.reviewed'),
  grantedByTwo,
  told,

  on(2, 'settlement.proposed'),
  on(1, 'settlement.rejected'),
  confirmed,
  on(1, 'release.refused'),
  confirmed,
  on(1, 'settlement.objected'),
  confirmed,
  on(1, 'settlement.released'),
  on(1, 'refund.failed'),
  on(2, 'refund.paid'),
]
const unreachable: Road = [
  verified,
  on(2, 'retention.notReached'),
  reviewed,
  granted,
  toldInVain,
  settled,
  times(3, 2, 'handover.attempted'),
  on(0, 'file.sealed'),
  on(22, 'visit.attempted'),
  times(2, 1, 'visit.attempted'),
]

const closed = stories('withdrawal')(
  { ago: [190], moves: [approved, left] },
  { ago: [90], name: 'leaves-instead-of-transferring', moves: [approved, left] },
  { ago: [60], name: 'leaves-instead-of-paying', pupil: { fees: 'owing' }, moves: [approved, left] },
  { ago: [46], name: 'leaves-owing', pupil: { fees: 'owing' }, moves: [approved, left] },
  { ago: [132], name: 'leaves-under-observation', moves: [approved, left] },
  { ago: [24], name: 'leaves-before-the-proof', moves: [approved, left] },
  { ago: [74], name: 'asked-twice', moves: [approved, left] },
  {
    ago: [31],
    pupil: 'gives-up-the-transfer',
    opening: { follows: earlier('gives-up-the-transfer') },
    moves: [approved, left],
  },
  {
    ago: [118],
    pupil: { fees: 'large' },
    moves: [approved, comment(0, 'management', '金额较大，放行前请再核对一遍优惠约定。'), told, released, handedOver, visited],
  },
  { ago: [14], pupil: { fees: 'large', minor: true }, moves: [contested, handedOver] },
  { ago: [84], pupil: { fees: 'usedUp' }, moves: [approved, left] },
  { ago: [40], pupil: { fees: 'unpaid' }, moves: unreachable },
  { ago: [205], moves: [verified, on(1, 'retention.succeeded')] },
  { ago: [66], moves: [accepted, on(1, 'request.revoked')] },
  { ago: [27], moves: [approved, told, on(2, 'settlement.proposed'), on(1, 'request.revoked')] },
  { ago: [45], moves: [on(1, 'identity.confirmed'), on(0, 'request.returned')] },
  { ago: [103], moves: [on(1, 'identity.confirmed'), on(1, 'request.foundNotGenuine')] },
  { ago: [38], moves: [accepted, reviewed, on(2, 'approval.refused')] },
  { ago: [215], opener: 'front-desk', moves: [on(0, 'case.voided')] },
  { ago: [110], opener: 'front-desk', pupil: 'asked-twice', moves: [on(1, 'case.merged')] },
  { ago: [126], pupil: 'ill-after-asking', moves: [on(1, 'identity.confirmed')] },
)

const open = stories('withdrawal')(
  { ago: [0], opener: 'front-desk', moves: [] },
  { ago: [1], pupil: { minor: true }, moves: [on(0, 'identity.confirmed'), on(0, 'enrolment.confirmed'), claimed('customer-service')] },
  { ago: [6], moves: [on(1, 'identity.confirmed'), comment(0, 'front-desk', '家长说这周都在外地，下周才方便面谈。')] },
  { ago: [3], moves: [on(1, 'identity.confirmed'), on(0, 'request.returned')] },
  {
    ago: [7],
    moves: [accepted, act(1, 'step.handedOver', 'finance', { step: 'financeReview', user: someone('finance-2') }), nudged('financeReview')],
  },
  {
    ago: [5],
    pupil: { courses: 2 },
    concerns: 'first',
    moves: [
      accepted,
      reviewed,
      act(1, 'attachment.added', 'customer-service', { attachments: files('沟通截图') }),
      nudged('approval.deciding'),
    ],
  },
  { ago: [1], pupil: { fees: 'large' }, moves: [accepted, reviewed, on(1, 'coApprover.added'), on(0, 'approval.granted')] },
  { ago: [1], moves: [accepted, reviewed, on(1, 'approval.returned'), claimed('finance')] },
  { ago: [2], moves: [approved, on(1, 'notice.attempted')] },
  { ago: [1], pupil: { courses: 2 }, moves: [approved, told, on(2, 'settlement.proposed')] },
  { ago: [1], pupil: { fees: 'large' }, moves: [approved, told, confirmed] },
  { ago: [1], moves: [approved, told, settled, on(1, 'materials.handedOver')] },
  {
    ago: [10],
    moves: [
      approved,
      told,
      settled,
      handedOver,
      act(2, 'record.corrected', 'customer-service', { sequence: 2, correction: '身份核实日期应为前一天，电话先行核实。' }),
    ],
  },
)

export const withdrawals = [...closed, ...open]
