// Whether the rows beside a history say what the history leads to: lists, deadlines and rights go by them, and no hash covers them.
import { eq } from 'drizzle-orm'
import { type CaseState, loadCase, standsAt } from '../db/case-state.ts'
import { type Db, schema } from '../db/database.ts'
import type { HistoryEvent } from '../db/queries/history.ts'
import { statutoryCalendar } from '../machines/holidays.ts'
import { type Label, say } from '../machines/label.ts'
import { canonical } from '../machines/proof/canonical.ts'
import type { Led } from './case-after.ts'
import type { Files } from './files.ts'

type Store = Pick<Db, 'q'>
const { caseAttachments, caseEnrolments, handlers } = schema

const differs = say('案件当前状态与其历史不一致', 'The case’s present state is not what its history leads to')
const differsIn = (what: string) => say(`${differs['zh-CN']}（${what}）`, `${differs.en} (${what})`)

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
  ]
  return [...differences(stored, led.state), ...beside].map(differsIn)
}

const sameIds = (rows: { id: string }[], ids: readonly string[]) =>
  canonical(rows.map(({ id }) => id).sort()) === canonical([...ids].sort())
const filesOf = (history: readonly HistoryEvent[]) => history.flatMap(({ personal }) => Object.keys((personal?.attached ?? {}) as Files))

type Row = Record<string, unknown>
/** Names of the columns of the case, and of the tables, that say something else. */
function differences(stored: CaseState, led: CaseState): string[] {
  const known = stored.timers.every(({ calendar }) => calendar === statutoryCalendar.version)
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
const sameRows = (some: readonly object[], others: readonly object[]) => canonical(inOrder(some)) === canonical(inOrder(others))
const inOrder = (rows: readonly object[]) => rows.map((row) => canonical(row)).sort()

/** Dates that another calendar than ours gave are not ours to judge. */
function withoutDates({ row, steps, timers }: CaseState): CaseState {
  const open = { due: null, sortKey: '' }
  const undated = timers.map((timer) => ({ ...timer, due: '', provisional: false, calendar: '' }))
  return { row: { ...row, ...open }, steps: steps.map((step) => ({ ...step, ...open })), timers: undated }
}
