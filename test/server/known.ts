// Who may know of which case, and what each list holds, told once more in the plainest way: rows in memory, one rule after the other.
import { type Db, schema } from '../../db/database.ts'
import { dueFirst } from '../../db/queries/drivers.ts'
import { everybody } from '../../db/queries/records.ts'
import type { Viewer } from '../../db/queries/view.ts'
import type { Filter } from '../../db/queries/worklist.ts'
import { rolesOf } from '../../machines/departments.ts'
import { paths } from '../../machines/engine.ts'
import { procedures } from '../../machines/procedures.ts'
import type { Person } from '../../machines/records.ts'
import { concerned, oversees, tooClose } from '../../machines/rights.ts'

async function rowsOf({ q }: Db) {
  const { cases, steps, handlers, participants, notices, students } = schema
  const names = new Map((await q.select().from(students)).map(({ id, name }) => [id, name]))
  return {
    cases: await q.select().from(cases),
    steps: await q.select().from(steps),
    handled: await q.select().from(handlers),
    parts: [...(await q.select().from(handlers)), ...(await q.select().from(participants))],
    notices: await q.select().from(notices),
    departments: (await q.select().from(schema.caseDepartments)).filter(({ part }) => part),
    names,
  }
}
export type Known = Awaited<ReturnType<typeof knownIn>>
type CaseRow = typeof schema.cases.$inferSelect

export async function knownIn(db: Db) {
  const rows = await rowsOf(db)
  const people = await everybody(db)
  const far = (person: Person, { about }: CaseRow) => !tooClose(about, people).includes(person.id)
  const inScope = (person: Person, { id, procedure, openedBy }: CaseRow) => {
    const works = rolesOf(person.department).includes(person.role)
    const ours = (row: { caseId: string; department: string | null }) => works && row.caseId === id && row.department === person.department
    const owns = works && concerned(procedures[procedure]!).has(person.department)
    const inPerson = openedBy === person.id || rows.parts.some((row) => row.caseId === id && row.userId === person.id)
    const holds = rows.steps.some((step) => step.caseId === id && step.assignee === person.id)
    return oversees(person.role) || owns || inPerson || holds || rows.notices.some(ours) || rows.departments.some(ours)
  }
  const voices = ({ principals = [], ...viewer }: Viewer) => [viewer, ...(principals as Person[])]
  const knows = (viewer: Viewer, row: CaseRow) =>
    far(viewer, row) && voices(viewer).some((person) => far(person, row) && inScope(person, row))
  const waits = (id: string) => rows.steps.some((step) => step.caseId === id && step.department === 'management')
  const named = (id: string, viewer: Viewer) =>
    rows.parts.some((row) => row.caseId === id && row.userId === viewer.id && 'as' in row && row.as === 'named')
  /** Open ones by their due day, those without one after them; then the closed ones, the last closed first. */
  const byDue = (a: CaseRow, b: CaseRow) => {
    if (a.closedAt !== b.closedAt) return (a.closedAt ?? '9999') > (b.closedAt ?? '9999') ? -1 : 1
    if (a.due !== b.due) return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1
    return a.id < b.id ? -1 : 1
  }
  const byOpening = (a: CaseRow, b: CaseRow) => (a.id < b.id ? -1 : 1)
  return {
    people,
    rows,
    /** The ids of a list, as long as it is. */
    list: (viewer: Viewer, filter: Filter, { by, backwards } = dueFirst) => {
      const ids = rows.cases
        .filter((row) => fits(rows, filter, row) && knows(viewer, row))
        .sort(by === 'due' ? byDue : byOpening)
        .map(({ id }) => id)
      return backwards ? ids.toReversed() : ids
    },
    toDecide: (viewer: Viewer) =>
      rows.cases
        .filter(({ id, status }) => status === 'active' && (waits(id) || named(id, viewer)))
        .filter((row) => knows(viewer, row))
        .sort(byDue)
        .map(({ id }) => id),
  }
}

function fits({ steps, names, parts, handled }: Awaited<ReturnType<typeof rowsOf>>, f: Filter, row: CaseRow): boolean {
  const own = steps.filter((step) => step.caseId === row.id)
  const overdue = row.due !== null && row.due < f.now
  const ofCase = parts.filter((part) => part.caseId === row.id)
  const copied = ofCase.some((part) => part.userId === f.copied && 'as' in part && part.as === 'copy')
  const free = own.some((step) => step.assignee === null && (!f.department || step.department === f.department))
  const done = row.status === 'done' && handled.some((part) => part.caseId === row.id && part.userId === f.doneBy)
  const text = [row.number, f.byName === false ? '' : (names.get(row.student ?? '') ?? '')]
  return (
    (!f.procedure || row.procedure === f.procedure) &&
    (!f.state || paths(row.value).some((path) => `${path}.`.startsWith(`${f.state}.`))) &&
    (!f.department || own.some((step) => step.department === f.department)) &&
    (!f.assignee || own.some((step) => step.assignee === f.assignee)) &&
    (!f.student || row.student === f.student) &&
    (!f.openedBy || row.openedBy === f.openedBy) &&
    (!f.unclaimed || free) &&
    (!f.copied || copied) &&
    (!f.doneBy || done) &&
    (f.overdue === undefined || overdue === f.overdue) &&
    (f.open === undefined || (row.status === 'active') === f.open) &&
    (!f.q || text.some((one) => one.toLowerCase().includes(f.q!.toLowerCase())))
  )
}
