// The misconduct of the year (A6.3.2).
import { claimed, comment, maybe, on, type Road, stories, times } from '../story.ts'
import { granted, grantedByTwo, handedOver, left, released, told, visited } from './leaving.ts'

const educated: Road = [on(2, 'talk.held'), maybe(0, 'guardian.told')]
const repeated: Road = [educated, on(8, 'misconduct.repeated')]
const proposed: Road = [repeated, on(2, 'dismissal.proposed')]
const heard: Road = [proposed, on(2, 'statement.recorded')]

const closed = stories('discipline')(
  { ago: [205], moves: educated },
  { ago: [55], moves: [on(2, 'misconduct.unfounded')] },
  { ago: [16], pupil: { minor: true }, moves: [heard, granted, left] },
  {
    ago: [96],
    pupil: { fees: 'large' },
    opener: 'teaching',
    moves: [
      proposed,
      on(8, 'proposal.recalled'),
      on(1, 'dismissal.proposed'),
      on(2, 'statement.waived'),
      grantedByTwo,
      told,
      released,
      handedOver,
      visited,
    ],
  },
  {
    ago: [35],
    pupil: { minor: true },
    moves: [
      on(2, 'talk.held'),
      times(3, 1, 'guardian.attempted'),
      on(9, 'misconduct.repeated'),
      on(2, 'education.repeated'),
      educated,
      on(5, 'misconduct.repeated'),
      on(1, 'repetition.unfounded'),
    ],
  },
  { ago: [60], moves: [heard, on(2, 'approval.refused')] },
  { ago: [185], opener: 'sales', moves: [on(1, 'case.voided')] },
  { ago: [118], name: 'quarrel', pupil: { minor: true }, opener: 'front-desk', moves: educated },
  { ago: [119], pupil: 'quarrel', opener: 'academic-affairs', moves: [on(0, 'case.merged')] },
  { ago: [166], pupil: 'leaves-under-observation', opener: 'teaching', moves: educated },
)

const open = stories('discipline')(
  { ago: [1], opener: 'front-desk', moves: [claimed('teaching')] },
  { ago: [2], pupil: { minor: true }, opener: 'academic-affairs', moves: [on(2, 'talk.held')] },
  { ago: [6], moves: educated },
  { ago: [1], pupil: { minor: true }, moves: proposed },
  { ago: [1], opener: 'teaching', moves: [heard, comment(0, 'customer-service', '家长情绪比较激动，建议审批前再沟通一次。')] },
  { ago: [2], opener: 'sales', moves: [heard, granted, told, on(3, 'settlement.proposed')] },
)

export const disciplineCases = [...closed, ...open]
