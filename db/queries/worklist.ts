// The worklist: cases this person may know of, those due first at the top, page by page.
import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { paths } from '../../machines/engine.ts'
import { procedureAt } from '../../machines/published.ts'
import { type CaseRow, type StepRow, type TimerRow, timerColumns } from '../case-state.ts'
import { type Db, type Query, schema } from '../database.ts'
import { given, prepared } from '../prepared.ts'
import { type Driven, driversOf, dueFirst, type Filter, type Order, type Place, type Stretch } from './drivers.ts'
import { matchesOf } from './matches.ts'
import { type Viewer, viewOf } from './view.ts'

export type { Filter } from './drivers.ts'

const { cases, steps, students, timers } = schema

const columns = {
  id: cases.id,
  number: cases.number,
  procedure: cases.procedure,
  version: cases.version,
  status: cases.status,
  value: cases.value,
  revision: cases.revision,
  head: cases.head,
  openedAt: cases.openedAt,
  closedAt: cases.closedAt,
  outcome: cases.outcome,
  student: cases.student,
  campus: cases.campus,
  follows: cases.follows,
  due: cases.due,
  sortKey: cases.sortKey,
  studentName: students.name,
}
/** What a list shows of a case. `context` is read where it says whose a step is that nobody waits for. */
type ListedRow = Pick<CaseRow, Exclude<keyof typeof columns, 'studentName'>> & { context: unknown }
export type Row = { row: ListedRow; studentName: string | null; place: Place; steps: StepRow[]; timers: TimerRow[] }
export type Asking = { order?: Order; limit: number } & Stretch

/** One page of a stretch of the list, and whether there is more of it. */
export async function worklist(
  db: Db,
  person: Viewer,
  filter: Filter,
  { order = dueFirst, limit, ...stretch }: Asking,
): Promise<{ rows: Row[]; more: boolean }> {
  const matches = filter.q ? await matchesOf(db, filter.q, filter.byName !== false) : null
  const driven = driversOf(db.engine, await viewOf(db, person), filter, order, stretch, matches)
  const found = driven ? await known(driven, order)(db, { ...driven.values, limit: limit + 1 }) : []
  const page = found.slice(0, limit)
  const [waiting, running] = await standing(
    db,
    page.filter(({ status }) => status === 'active').map(({ id }) => id),
  )
  const contexts = await contextsOf(
    db,
    page.filter((row) => needsContext(row, waiting.get(row.id) ?? [])).map(({ id }) => id),
  )
  const rows = page.map(({ studentName, ...row }) => ({
    row: { ...row, context: contexts.get(row.id) ?? null },
    studentName,
    place: [order.by === 'due' ? row.sortKey : row.id, row.id] as Place,
    steps: waiting.get(row.id) ?? [],
    timers: running.get(row.id) ?? [],
  }))
  return { rows, more: found.length > limit }
}

/** The statement that finds a page, before its values are given. */
export const listing =
  ({ union }: Driven, { by, backwards }: Order) =>
  (q: Query) => {
    const way = backwards ? sql`desc` : sql`asc`
    const inOrder = (key: SQL, id: SQL) => (by === 'due' ? sql`${key} ${way}, ${id} ${way}` : sql`${key} ${way}`)
    return q
      .select(columns)
      .from(sql`(${union()} order by ${inOrder(sql`1`, sql`2`)} limit ${given('limit')}) as page`)
      .innerJoin(cases, sql`${cases.id} = page.i`)
      .leftJoin(students, eq(students.id, cases.student))
      .orderBy(inOrder(sql`page.k`, sql`page.i`))
  }

type Asked = ReturnType<typeof prepared<PageRow>>
type PageRow = Omit<ListedRow, 'context'> & { studentName: string | null }
const shapes = new Map<string, Asked>()
const mostShapes = 500
/** Lists of one shape are asked by the same statement; so many shapes are remembered. */
function known(driven: Driven, order: Order): Asked {
  const found = shapes.get(driven.shape) ?? prepared<PageRow>(listing(driven, order))
  if (shapes.size < mostShapes) shapes.set(driven.shape, found)
  return found
}

/** As many places for ids as there are on a page, or so; those that are left over are empty. */
const sizes = [10, 50, 200]
const bySize = <R>(
  make: (q: Query, ids: ReturnType<typeof given>[]) => Parameters<typeof prepared<R>>[0] extends (q: Query) => infer B ? B : never,
) =>
  sizes.map((size) =>
    prepared<R>((q) =>
      make(
        q,
        Array.from({ length: size }, (_, i) => given(`id${i}`)),
      ),
    ),
  )
const stepsOf = bySize<StepRow>((q, ids) => q.select().from(steps).where(inArray(steps.caseId, ids)).orderBy(steps.caseId, steps.path))
const timersOf = bySize<TimerRow>((q, ids) =>
  q.select(timerColumns).from(timers).where(inArray(timers.caseId, ids)).orderBy(timers.caseId, timers.step, timers.deadline),
)
const contextOf = bySize<{ caseId: string; context: unknown }>((q, ids) =>
  q.select({ caseId: cases.id, context: cases.context }).from(cases).where(inArray(cases.id, ids)),
)

async function grouped<R extends { caseId: string }>(
  db: Db,
  ask: ReturnType<typeof prepared<R>>[],
  ids: string[],
): Promise<Map<string, R[]>> {
  const groups = new Map<string, R[]>()
  if (!ids.length) return groups
  const at = sizes.findIndex((size) => size >= ids.length)
  const places = Array.from({ length: sizes[at]! }, (_, i) => [`id${i}`, ids[i] ?? ''])
  for (const row of await ask[at]!(db, Object.fromEntries(places))) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}

const standing = async (db: Db, ids: string[]) => Promise.all([grouped(db, stepsOf, ids), grouped(db, timersOf, ids)])

/** Where the case says whose a step is, and nobody waits for it who would say it. */
const needsContext = ({ procedure, version, value }: PageRow, waiting: StepRow[]) =>
  procedureAt(procedure, version)?.ownerOf !== undefined && paths(value).some((path) => !waiting.some((step) => step.path === path))

const contextsOf = async (db: Db, ids: string[]) =>
  new Map([...(await grouped(db, contextOf, ids))].map(([id, [found]]) => [id, found!.context] as const))
