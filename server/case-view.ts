// A case as the API shows it to one person: where it stands, whose turn, until when, what they can do and what it waits for.
import type { StepRow } from '../db/case-state.ts'
import type { Row } from '../db/queries/worklist.ts'
import { type Calendar, shanghaiDate, skippedUntil, workingDaysTo } from '../machines/due.ts'
import { paths } from '../machines/engine.ts'
import type { Procedure } from '../machines/procedure.ts'
import { departmentOf, metaOf, nodeAt } from '../machines/states.ts'
import { actsOf, type Scene } from './case-acts.ts'
import type { Answer } from './commit.ts'
import { answer } from './commit.ts'
import { offersOf } from './offers.ts'

/** `now` is the institution's time; a step is overdue when its due time has passed. */
export function caseView(scene: Scene, studentName: string | null, now: string) {
  const { state, procedure, asker, records, calendar } = scene
  const { offers, blocked } = offersOf(procedure, state, asker, records)
  const { deadlines, ...rest } = summary(procedure, state, studentName, now, calendar)
  const explained = deadlines.map((deadline) => ({ ...deadline, skipped: skippedUntil(deadline, calendar) }))
  return { ...rest, deadlines: explained, facts: state.row.context, offers, acts: actsOf(scene), blocked }
}

type Listed = Omit<Row, 'studentName' | 'place'>
/** The part of a case that lists show too. */
export function summary(procedure: Procedure, { row, steps, timers }: Listed, studentName: string | null, now: string, calendar: Calendar) {
  return {
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    version: row.version,
    label: procedure.label,
    open: row.status === 'active',
    ...(row.outcome && { outcome: row.outcome }),
    revision: row.revision,
    head: row.head,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    due: row.due,
    workingDaysLeft: daysLeft(row.due, now, calendar),
    campus: row.campus,
    student: row.student,
    studentName,
    ...(row.follows && { follows: row.follows }),
    steps: paths(row.value).map((path) => stepView({ procedure, context: row.context, path, steps, now, calendar })),
    deadlines: timers.map(({ caseId: _, deadline, ...timer }) => ({ deadline, label: procedure.deadlines[deadline]?.label, ...timer })),
  }
}

const daysLeft = (due: string | null, now: string, calendar: Calendar) =>
  due === null ? null : workingDaysTo(shanghaiDate(due), shanghaiDate(now), calendar)

type Place = { procedure: Procedure; context: unknown; path: string; steps: StepRow[]; now: string; calendar: Calendar }
function stepView({ procedure, context, path, steps, now, calendar }: Place) {
  const { label, clause } = metaOf(nodeAt(procedure, path))
  const waiting = steps.find((step) => step.path === path)
  const due = waiting?.due ?? null
  return {
    path,
    label,
    clause,
    department: waiting?.department ?? departmentOf(procedure, context, path),
    assignee: waiting?.assignee ?? null,
    enteredAt: waiting?.enteredAt ?? null,
    due,
    workingDaysLeft: daysLeft(due, now, calendar),
    overdue: due !== null && due < now,
  }
}

export const etag = (revision: number) => `"${revision}"`
export const caseAnswer = (
  status: number,
  scene: Scene,
  studentName: string | null,
  now: string,
  headers: Record<string, string> = {},
): Answer => answer(status, caseView(scene, studentName, now), { etag: etag(scene.state.row.revision), ...headers })
