// The complaints of the year (C).
import { claimed, comment, type Move, on, stories, times } from '../story.ts'
import { matters } from './matters.ts'

type Matter = (typeof matters)[keyof typeof matters]
const received = ({ classified }: Matter): Move[] => [classified, on(0, 'acceptance.told')]
const assigned = (matter: Matter): Move[] => [...received(matter), on(1, 'responsible.assigned')]
const contacted = (matter: Matter): Move[] => [...assigned(matter), on(1, 'contact.made')]
const investigated = (matter: Matter): Move[] => [...contacted(matter), matter.evidenced, matter.concluded]
const solved = ({ proposed, opined }: Matter): Move[] => [proposed, opined]
const offered = (matter: Matter): Move[] => [...investigated(matter), ...solved(matter)]
const accepted = (matter: Matter): Move[] => [...offered(matter), on(2, 'solution.accepted')]
const reported: Move[] = [on(1, 'result.reportedToIntake'), on(0, 'result.reportedToSupervision'), on(0, 'result.toldStudent')]
const satisfied: Move[] = [...reported, on(1, 'satisfaction.confirmed')]
const approved: Move[] = [
  on(1, 'verdict.administration.approved'),
  on(0, 'verdict.finance.approved'),
  on(1, 'verdict.studentRepresentative.approved'),
]
const objected: Move[] = [
  on(1, 'verdict.administration.approved'),
  on(0, 'verdict.finance.approved'),
  on(1, 'verdict.studentRepresentative.objected'),
]
const carriedOut = ({ executed }: Matter): Move[] => [executed, ...satisfied, ...approved]
const reviewed = (matter: Matter): Move[] => [...accepted(matter), ...carriedOut(matter)]
const tracked: Move[] = [on(22, 'effect.confirmed')]
const refusedOnce = (matter: Matter, missing: string): Move[] => [on(2, 'solution.notAccepted', { missing }), ...solved(matter)]
const escalated = (matter: Matter): Move[] => [
  ...offered(matter),
  ...refusedOnce(matter, '家长认为补偿太少。'),
  ...refusedOnce(matter, '家长仍坚持最初的要求。'),
  on(2, 'solution.notAccepted', { missing: '家长表示不再谈，要求给个最终说法。' }),
]

const { tutoring, schedule, fees, promises, records, hygiene, homework, makeUp, progress, refund } = matters
const told = (matter: Matter, ...moves: Move[]) => ({ opening: matter.opening, moves })

const closed = stories('complaint')(
  { ago: [10], ...told(schedule, ...reviewed(schedule), ...tracked) },
  { ago: [34], ...told(fees, ...reviewed(fees), ...tracked) },
  { ago: [52], ...told(promises, ...reviewed(promises), ...tracked) },
  { ago: [120], name: 'lessons-cancelled', ...told(tutoring, ...reviewed(tutoring), on(22, 'effect.foundMissing')) },
  { ago: [182], ...told(homework, ...reviewed(homework), ...tracked) },
  {
    ago: [66],
    pupil: 'lessons-cancelled',
    ...told(tutoring, ...reviewed(tutoring), ...tracked),
    opening: {
      ...tutoring.opening,
      content: '上次投诉后只好了一个月，最近又换了两次老师。',
      follows: ({ told: earlier }) => earlier('lessons-cancelled'),
    },
  },
  {
    ago: [20],
    ...told(
      makeUp,
      ...[
        makeUp.classified,
        ...times(3, 0, 'acceptance.attempted'),
        on(1, 'responsible.assigned'),
        ...times(3, 1, 'contact.attempted'),
        on(1, 'evidence.reasonedNone'),
      ],
      ...[makeUp.concluded, ...solved(makeUp), ...times(3, 1, 'negotiation.attempted'), makeUp.executed, on(1, 'result.reportedToIntake')],
      ...[
        on(0, 'result.reportedToSupervision'),
        ...times(3, 0, 'telling.attempted'),
        ...times(3, 1, 'confirmation.attempted'),
        ...approved,
        ...tracked,
      ],
    ),
  },
  {
    ago: [28],
    ...told(
      records,
      ...[
        ...offered(records),
        ...refusedOnce(records, '只恢复课时不够，希望老师当面说明。'),
        on(1, 'solution.accepted'),
        records.executed,
        ...satisfied,
        ...objected,
      ],
      ...[...solved(records), on(1, 'solution.accepted'), ...carriedOut(records), ...tracked],
    ),
  },
  {
    ago: [44],
    ...told(
      refund,
      ...accepted(refund),
      refund.executed,
      ...reported,
      on(1, 'satisfaction.denied'),
      ...approved,
      on(2, 'solution.accepted'),
      ...tracked,
    ),
  },
  {
    ago: [16],
    ...told(
      progress,
      ...escalated(progress),
      on(3, 'complaint.decided'),
      progress.executed,
      ...reported,
      on(1, 'satisfaction.denied'),
      ...approved,
      ...tracked,
    ),
  },
  {
    ago: [64],
    ...told(refund, ...escalated(refund), on(2, 'mediation.arranged'), on(15, 'mediation.agreed'), ...carriedOut(refund), ...tracked),
  },
  { ago: [160], ...told(schedule, ...contacted(schedule), on(1, 'complaint.withdrawn')) },
  { ago: [225], ...told(homework, on(0, 'complaint.classified', { category: 'other' }), on(1, 'case.voided')) },
  { ago: [76], name: 'told-by-phone', ...told(hygiene, ...contacted(hygiene), on(1, 'complaint.withdrawn')) },
  { ago: [78], pupil: 'told-by-phone', ...told(hygiene, hygiene.classified, on(0, 'case.merged')) },
)

const open = stories('complaint')(
  { ago: [0], ...told(makeUp), opener: 'front-desk' },
  { ago: [1], ...told(promises, ...received(promises)) },
  {
    ago: [1],
    ...told(
      schedule,
      on(0, 'complaint.classified', { category: 'teaching-quality' }),
      on(0, 'acceptance.told'),
      on(1, 'assignment.returned'),
    ),
  },
  { ago: [1], ...told(tutoring, ...assigned(tutoring), claimed('teaching')) },
  { ago: [2], ...told(progress, ...contacted(progress), progress.evidenced) },
  { ago: [1], ...told(fees, ...investigated(fees), fees.proposed) },
  { ago: [2], ...told(schedule, ...offered(schedule)) },
  { ago: [1], ...told(refund, ...escalated(refund)) },
  { ago: [8], ...told(progress, ...escalated(progress), on(1, 'mediation.arranged')) },
  { ago: [3], ...told(homework, ...accepted(homework), comment(0, 'front-desk', '家长问什么时候开始执行，已答复本周内。')) },
  { ago: [1], ...told(hygiene, ...accepted(hygiene), hygiene.executed, ...satisfied, on(1, 'verdict.finance.approved')) },
  { ago: [12], ...told(fees, ...reviewed(fees)) },
)

export const complaints = [...closed, ...open]
