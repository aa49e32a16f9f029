// Whether the rows beside a history say what the history leads to: lists, deadlines and rights go by them, and no hash covers them.
import { and, eq, inArray } from 'drizzle-orm'
import { type CaseState, loadCase, type Stay, standsAt } from '../db/case-state.ts'
import { type Db, schema } from '../db/database.ts'
import type { HistoryEvent } from '../db/queries/history.ts'
import { statutoryCalendar } from '../machines/holidays.ts'
import { type Label, say } from '../machines/label.ts'
import { canonical } from '../machines/proof/canonical.ts'
import { isNoted } from './back-fill.ts'
import type { Late, Led } from './case-after.ts'
import type { Files } from './files.ts'

type Store = Pick<Db, 'q'>
const { caseAttachments, caseEnrolments, handlers, lateSteps, stays } = schema

const differs = say('案件当前状态与其历史不一致', 'The case’s present state is not what its history leads to')
export const differsIn = (what: string) => say(`${differs['zh-CN']}（${what}）`, `${differs.en} (${what})`)

/** What is wrong with the rows of a case; `led` is where its history leads, absent where the procedure is not known here. */
export async function checkRows({ q }: Store, id: string, history: readonly HistoryEvent[], led?: Led): Promise<Label[]> {
  const stored = await loadCase({ q } as Db, id)
  if (!stored || !standsAt(stored.row, history.at(-1))) return [differs]
  if (!led?.state) return []
  const handled = await q.select({ id: handlers.userId }).from(handlers).where(eq(handlers.caseId, id))
  const concerned = await q.select({ id: caseEnrolments.enrolment }).from(caseEnrolments).where(eq(caseEnrolments.caseId, id))
  const attached = await q.select({ id: caseAttachments.attachment }).from(caseAttachments).where(eq(caseAttachments.caseId, id))
  const beside = [
    ...(sameIds(handled, led.handlers) ? [] : ['handlers']),
    ...(sameIds(concerned, led.enrolments) ? [] : ['case_enrolments']),
    // Erased words tell of no files any more.
    ...(filesOf(history).every((file) => attached.some(({ id }) => id === file)) ? [] : ['case_attachments']),
    ...(await besideSteps({ q }, id, history, led, stored)),
  ]
  return [...differences(stored, led.state), ...beside].map(differsIn)
}

const sameIds = (rows: { id: string }[], ids: readonly string[]) =>
  canonical(rows.map(({ id }) => id).sort()) === canonical([...ids].sort())
const filesOf = (history: readonly HistoryEvent[]) => history.flatMap(({ personal }) => Object.keys((personal?.attached ?? {}) as Files))

type Row = Record<string, unknown>
/** Names of the columns of the case, and of the tables, that say something else. */
function differences(stored: CaseState, led: CaseState): string[] {
  const known = oursAll(stored.timers)
  const [is, should] = [stored, led].map((state) => (known ? state : withoutDates(state))) as [CaseState, CaseState]
  // The digest has vouched for what the machine remembers.
  const { value: _, context: __, ...columns } = is.row as Row
  const differing = Object.keys(columns).filter((name) => columns[name] !== (should.row as Row)[name])
  return [
    ...differing.map((name) => `cases.${name}`),
    ...(sameRows(is.steps, should.steps) ? [] : ['steps']),
    ...(sameRows(is.timers, should.timers) ? [] : ['timers']),
  ]
}
const oursAll = (timers: CaseState['timers']) => timers.every(({ calendar }) => calendar === statutoryCalendar.version)
const sameRows = (some: readonly object[], others: readonly object[]) => canonical(inOrder(some)) === canonical(inOrder(others))
const inOrder = (rows: readonly object[]) => rows.map((row) => canonical(row)).sort()

/** Dates that another calendar than ours gave are not ours to judge. */
function withoutDates({ row, steps, timers }: CaseState): CaseState {
  const open = { due: null, sortKey: '' }
  const undated = timers.map((timer) => ({ ...timer, due: '', provisional: false, calendar: '' }))
  return { row: { ...row, ...open }, steps: steps.map((step) => ({ ...step, ...open })), timers: undated }
}

/** What was noted of steps that were left. Where our calendar did not give the dates, they are not ours to judge. */
async function besideSteps({ q }: Store, id: string, history: readonly HistoryEvent[], led: Led, { timers }: CaseState): Promise<string[]> {
  if (!oursAll(timers)) return []
  const noted = await q.select().from(lateSteps).where(eq(lateSteps.caseId, id))
  const should = led.late.map((late) => lateRow(history[late.sequence - 1]!, late))
  const whole = should.length === 0 || (await isNoted({ q }, 'lateSteps'))
  const expected = whole ? should : should.filter(({ sequence }) => noted.some((row) => row.sequence === sequence))
  const { missing, other } = await staysOf({ q }, led.stays)
  const lost = missing > 0 && (await isNoted({ q }, 'stays'))
  return [...(sameRows(noted, expected) ? [] : ['late_steps']), ...(other || lost ? ['stays'] : [])]
}

const lateRow = ({ case: caseId, sequence, procedure, type, actor, onBehalfOf, at }: HistoryEvent, { step, deadline, due }: Late) => ({
  ...{ caseId, sequence, procedure, type, actor, onBehalfOf, at },
  ...{ step, deadline, due },
})

const together = 200
const keyOf = ({ path, left }: Stay) => `${path} ${left}`
type Found = { present: number; missing: number; other: boolean }
/** How many of the stays that a history leads to are there, as it says or otherwise. Rows are found by what they should say: no index is by case. */
export async function staysOf({ q }: Store, led: readonly Stay[]): Promise<Found> {
  const once = [...new Map(led.toReversed().map((stay) => [keyOf(stay), stay])).values()]
  const found: Found = { present: 0, missing: 0, other: false }
  for (let n = 0; n < once.length; n += together) {
    const part = once.slice(n, n + together)
    const [first] = part as [Stay]
    const [paths, lefts] = [part.map(({ path }) => path), part.map(({ left }) => left)].map((all) => [...new Set<string | number>(all)])
    const ofCase = and(eq(stays.procedure, first.procedure), eq(stays.caseId, first.caseId))
    const rows = await q
      .select()
      .from(stays)
      .where(and(ofCase, inArray(stays.path, paths as string[]), inArray(stays.left, lefts as number[])))
    const stored = new Map(rows.map((row) => [keyOf(row), row]))
    for (const stay of part) {
      const row = stored.get(keyOf(stay))
      if (row) found.present++
      else found.missing++
      if (row && !sameRows([row], [stay])) found.other = true
    }
  }
  return found
}
