// What nobody could help, in the course of the year (A6.3.3).
import { comment, type Given, type Move, maybe, on, stories } from '../story.ts'
import { confirmed, grantedByTwo, granted, handedOver, left, released, settled, told, visited } from './leaving.ts'

const verified: Move[] = [on(1, 'proof.confirmed'), maybe(0, 'guardian.agreed'), on(1, 'verification.completed')]
const illness: Given = { kind: 'illness' }
const approved: Move[] = [...verified, ...granted]
const promised: Move[] = [...approved, on(2, 'return.promised')]
const heir: Given = { saidBy: 'heir' }

const closed = stories('force-majeure')(
  { ago: [13], opening: illness, pupil: { minor: true }, moves: [...promised, ...left] },
  { ago: [86], opening: { kind: 'policyChange' }, moves: [...approved, on(1, 'materials.kept'), ...left] },
  { ago: [54], opening: { kind: 'death', ...heir }, moves: [...approved, on(3, 'materials.kept'), ...told, ...settled, ...handedOver] },
  { ago: [112], name: 'ill-after-asking', opening: illness, pupil: { minor: true }, moves: [...approved, on(1, 'assistance.declined'), ...told, ...settled] },
  {
    ago: [22],
    opening: { kind: 'accident' },
    pupil: { fees: 'large', minor: true },
    moves: [
      ...[on(1, 'proof.setAside'), on(0, 'request.returned'), on(4, 'request.completed', { proofs: undefined }), ...[]],
      ...[],
    ],
  },
)

export const forceMajeureCases = [...closed]
