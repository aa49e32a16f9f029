// The complaints of the year (C).
import { claimed, comment, earlier, on, type Road, someone, stories, times } from '../story.ts'
import { type Matter, matters } from './matters.ts'

const received = ({ classified }: Matter): Road => [classified, on(0, 'acceptance.told')]
const assigned = (matter: Matter): Road => [received(matter), on(1, 'responsible.assigned')]
const contacted = (matter: Matter): Road => [assigned(matter), on(1, 'contact.made')]
const investigated = (matter: Matter): Road => [contacted(matter), matter.evidenced, matter.concluded]
const solved = ({ proposed, opined }: Matter): Road => [proposed, opined]
const offered = (matter: Matter): Road => [investigated(matter), solved(matter)]
const accepted = (matter: Matter): Road => [offered(matter), on(2, 'solution.accepted')]
const reported: Road = [on(1, 'result.reportedToIntake'), on(0, 'result.reportedToSupervision'), on(0, 'result.toldStudent')]
const satisfied: Road = [reported, on(1, 'satisfaction.confirmed')]
const approved: Road = [
  on(1, 'verdict.administration.approved'),
  on(0, 'verdict.finance.approved'),
  on(1, 'verdict.studentRepresentative.approved'),
]
const objected: Road = [
  on(1, 'verdict.administration.approved'),
  on(0, 'verdict.finance.approved'),
  on(1, 'verdict.studentRepresentative.objected'),
]
const carriedOut = ({ executed }: Matter): Road => [executed, satisfied, approved]
const reviewed = (matter: Matter): Road => [accepted(matter), carriedOut(matter)]
const tracked: Road = [on(22, 'effect.confirmed')]
const refusedOnce = (matter: Matter, missing: string): Road => [on(2, 'solution.notAccepted', { missing }), solved(matter)]
const escalated = (matter: Matter): Road => [
  offered(matter),
  refusedOnce(matter, '家长认为补偿太少。'),
  refusedOnce(matter, '家长仍坚持最初的要求。'),
  on(2, 'solution.notAccepted', { missing: '家长表示不再谈，要求给个最终说法。' }),
]

const { tutoring, schedule, fees, promises, oversold, records, hygiene, homework, makeUp, progress, refund } = matters
const told = ({ opening }: Matter, ...moves: Road) => ({ opening, moves })

/** Came in without saying from whom. */
const nameless = ({ opening }: Matter, ...moves: Road) => ({
  opening: { ...opening, name: undefined, contact: undefined, className: undefined },
  moves,
})

const unreachable: Road = [
  [makeUp.classified, times(3, 0, 'acceptance.attempted'), on(1, 'responsible.assigned'), times(3, 1, 'contact.attempted')],
  [on(1, 'evidence.reasonedNone'), makeUp.concluded, solved(makeUp), times(3, 1, 'negotiation.attempted'), makeUp.executed],
  [on(1, 'result.reportedToIntake'), on(0, 'result.reportedToSupervision'), times(3, 0, 'telling.attempted')],
  [times(3, 1, 'confirmation.attempted'), approved, tracked],
]
/** Only the investigation shows whom it is about, and begins anew. */
const aboutSomebody: Road = [
  [contacted(oversold), on(1, 'about.established', { user: someone('sales') }), on(1, 'responsible.assigned'), on(1, 'contact.made')],
  [oversold.evidenced, oversold.concluded, solved(oversold), on(2, 'solution.accepted'), carriedOut(oversold), tracked],
]
const supplemented: Road = [
  [
    offered(records),
    refusedOnce(records, '只恢复课时不够，希望老师当面说明。'),
    on(1, 'solution.accepted'),
    records.executed,
    satisfied,
    objected,
  ],
  [solved(records), on(1, 'solution.accepted'), carriedOut(records), tracked],
]
const dissatisfied: Road = [reported, on(1, 'satisfaction.denied'), approved]
const decidedAbove: Road = [on(1, 'mediation.arranged'), on(12, 'mediation.failed'), on(3, 'complaint.decided')]

const closed = stories('complaint')(
  { ago: [10], ...told(schedule, reviewed(schedule), tracked) },
  { ago: [32], ...told(oversold, aboutSomebody) },
  { ago: [52], ...told(promises, reviewed(promises), tracked) },
  { ago: [120], name: 'lessons-cancelled', ...told(tutoring, reviewed(tutoring), on(22, 'effect.foundMissing')) },
  { ago: [182], ...told(homework, reviewed(homework), tracked) },
  {
    ...told(tutoring, reviewed(tutoring), tracked),
    ago: [66],
    pupil: 'lessons-cancelled',
    opening: {
      ...tutoring.opening,
      content: '上次投诉后只好了一个月，最近又换了两次老师。',
      follows: earlier('lessons-cancelled'),
    },
  },
  { ago: [20], ...told(makeUp, unreachable) },
  { ago: [28], ...told(records, supplemented) },
  { ago: [44], ...told(refund, accepted(refund), refund.executed, dissatisfied, on(2, 'solution.accepted'), tracked) },
  { ago: [16], ...told(progress, escalated(progress), decidedAbove, progress.executed, dissatisfied, tracked) },
  { ago: [64], ...told(refund, escalated(refund), on(2, 'mediation.arranged'), on(15, 'mediation.agreed'), carriedOut(refund), tracked) },
  { ago: [130], ...nameless(schedule, schedule.classified, on(1, 'complainant.notFound')) },
  { ago: [58], ...nameless(homework, on(0, 'complainant.identified'), reviewed(homework), tracked) },
  { ago: [225], ...told(homework, on(0, 'complaint.classified', { category: 'other' }), on(1, 'case.voided')) },
  { ago: [76], name: 'told-by-phone', ...told(hygiene, contacted(hygiene), on(1, 'complaint.withdrawn')) },
  { ago: [78], pupil: 'told-by-phone', ...told(hygiene, hygiene.classified, on(0, 'case.merged')) },
)

const misclassified: Road = [
  on(0, 'complaint.classified', { category: 'teaching-quality' }),
  on(0, 'acceptance.told'),
  on(1, 'assignment.returned'),
]

const open = stories('complaint')(
  { ago: [0], ...told(makeUp), opener: 'front-desk' },
  { ago: [0], ...nameless(records, records.classified) },
  { ago: [1], ...told(promises, received(promises)) },
  { ago: [1], ...told(schedule, misclassified) },
  { ago: [1], ...told(tutoring, assigned(tutoring), claimed('teaching')) },
  { ago: [2], ...told(oversold, contacted(oversold), oversold.evidenced) },
  { ago: [1], ...told(fees, investigated(fees), fees.proposed) },
  { ago: [2], ...told(makeUp, offered(makeUp)) },
  { ago: [1], ...told(refund, escalated(refund)) },
  { ago: [8], ...told(progress, escalated(progress), on(1, 'mediation.arranged')) },
  { ago: [3], ...told(schedule, accepted(schedule), comment(0, 'front-desk', '家长问什么时候开始执行，已答复本周内。')) },
  { ago: [1], ...told(hygiene, accepted(hygiene), hygiene.executed, satisfied, on(1, 'verdict.finance.approved')) },
  { ago: [12], ...told(fees, reviewed(fees)) },
)

export const complaints = [...closed, ...open]
