// What nobody could help, in the course of the year (A6.3.3).
import { comment, files, type Given, maybe, on, type Road, stories, times } from '../story.ts'
import { confirmed, granted, grantedByTwo, handedOver, left, released, settled, told, visited } from './leaving.ts'

const verified: Road = [on(1, 'proof.confirmed'), maybe(0, 'guardian.agreed'), on(1, 'verification.completed')]
const approved: Road = [verified, granted]
const promised: Road = [approved, on(2, 'return.promised')]

const illness: Given = { kind: 'illness', proofs: files('诊断证明') }
const admission: Given = { kind: 'illness', proofs: files('诊断证明', '住院记录') }
const accident: Given = { kind: 'accident', proofs: files('事故认定书', '门诊病历') }
const policyChange: Given = { kind: 'policyChange', proofs: files('学区调整公告') }
const disaster: Given = { kind: 'disaster', proofs: files('社区受灾证明') }
const posting: Given = { kind: 'other', proofs: files('外派通知') }
const death: Given = { kind: 'death', saidBy: 'heir', proofs: files('死亡证明', '亲属关系证明') }
const toHeir: Given = { told: 'heir' }

const contested: Road = [
  on(1, 'proof.setAside'),
  on(0, 'request.returned'),
  on(4, 'request.completed', { proofs: files('补充的诊断证明') }),
  on(1, 'proof.confirmed'),
  on(0, 'proof.confirmed'),
  maybe(0, 'guardian.agreed'),
  on(1, 'verification.completed'),
  on(1, 'approval.returned'),
  maybe(1, 'guardian.agreed'),
  on(0, 'verification.completed'),
  grantedByTwo,
]

const closed = stories('force-majeure')(
  { ago: [13], opening: illness, pupil: { minor: true }, moves: [promised, left] },
  { ago: [86], opening: policyChange, moves: [approved, on(1, 'materials.kept'), left] },
  {
    ago: [54],
    opening: death,
    moves: [
      times(2, 1, 'proof.confirmed'),
      on(0, 'verification.completed'),
      granted,
      on(3, 'materials.kept'),
      on(1, 'notice.delivered', toHeir),
      settled,
      handedOver,
    ],
  },
  {
    ago: [88],
    name: 'ill-after-asking',
    opening: illness,
    pupil: { minor: true },
    moves: [approved, on(1, 'assistance.declined'), left],
  },
  {
    ago: [19],
    opening: accident,
    pupil: { fees: 'large', minor: true },
    moves: [contested, on(2, 'return.promised'), told, released, handedOver, visited],
  },
  { ago: [180], opening: illness, moves: [on(2, 'request.foundNotGenuine')] },
  { ago: [76], opening: posting, moves: [verified, on(2, 'approval.refused')] },
  { ago: [36], opening: disaster, moves: [on(1, 'request.returned')] },
  { ago: [200], opening: disaster, moves: [on(0, 'case.voided')] },
  { ago: [144], name: 'flooded', opening: disaster, moves: [promised, told, on(1, 'request.revoked')] },
  { ago: [150], pupil: 'flooded', opening: disaster, moves: [on(0, 'case.merged')] },
  { ago: [58], pupil: 'leaves-before-the-proof', opening: posting, moves: [] },
)

const open = stories('force-majeure')(
  { ago: [1], opening: admission, pupil: { minor: true }, moves: [on(1, 'proof.confirmed')] },
  { ago: [3], opening: disaster, moves: [on(1, 'request.returned')] },
  {
    ago: [2],
    opening: accident,
    moves: [
      times(2, 1, 'proof.confirmed'),
      maybe(0, 'guardian.agreed'),
      on(0, 'verification.completed'),
      comment(0, 'customer-service', '学员很努力，家长问能否保留位置，请审批时考虑。'),
    ],
  },
  { ago: [1], opening: illness, moves: approved },
  { ago: [1], opening: policyChange, moves: [promised, told, confirmed] },
)

export const forceMajeureCases = [...closed, ...open]
