// Judges a case pack or a database without the service: chains, words, and each history folded through its machine again.
import { asc, count, eq, notExists } from 'drizzle-orm'
import { type Db, lookInto, schema } from '../db/database.ts'
import { institutionCase, institutionProcedure } from '../db/institution.ts'
import { historyOf } from '../db/queries/history.ts'
import { statutoryCalendar } from '../machines/holidays.ts'
import { type Label, say } from '../machines/label.ts'
import { canonical } from '../machines/proof/canonical.ts'
import { type ChainedEvent, checkChain, type Problem } from '../machines/proof/chain.ts'
import { sha256Hex } from '../machines/proof/hash.ts'
import { procedureAt, publish } from '../machines/published.ts'
import { type Hear, verify } from '../machines/replay.ts'
import { following } from './case-after.ts'
import { checkFiles } from './files.ts'
import { checkRows, differsIn, staysOf } from './stored-rows.ts'

export type Finding = { caseId: string; sequence: number; detail: Label }
type Checked = { checked: number; findings: Finding[] }
/** `stays`: how many of the rows that its history leads to are there. */
type CheckedCase = Checked & { stays: number }

const unknownVersion = say(
  '本版本不认识该流程版本，只核对了哈希',
  'This version does not know that procedure: its hashes alone were checked',
)
const otherDefinition = say('流程定义与本版本不同', 'The definition is not that of the procedure known here')
const otherDescription = say('所附流程说明与定义摘要不符', 'The description enclosed is not the one the events are pinned to')
const otherCase = say('该记录属于另一案件', 'This event belongs to another case')
const orphan = say('案件没有历史', 'The case has no history')

/** One history: its chain, and where the procedure is known here, every step of it. */
function checkHistory(caseId: string, events: ChainedEvent[], hear?: Hear): Finding[] {
  return judge(events, hear).map(({ sequence, detail }) => ({ caseId, sequence, detail }))
}

const procedureOf = ([first]: readonly ChainedEvent[]) => {
  const [name = '', version = ''] = String(first?.procedure).split('@')
  return procedureAt(name, Number(version))
}

function judge(events: ChainedEvent[], hear?: Hear): Problem[] {
  if (events[0]?.procedure === institutionProcedure) return checkChain(events)
  const procedure = procedureOf(events)
  if (!procedure) return [...checkChain(events), { sequence: 1, code: 'replay', detail: unknownVersion }]
  const { definition } = publish(procedure)
  const strangers = events
    .filter((e) => e.definition !== definition)
    .map((e): Problem => ({ sequence: e.sequence, code: 'replay', detail: otherDefinition }))
  return [...verify(procedure, events, hear), ...strangers]
}

type Pack = { format?: unknown; case?: string; events?: ChainedEvent[]; description?: { definition?: string } }
/** The description in the pack hashes to what its events are pinned to. */
function describes({ events = [], description = {} }: Pack) {
  const { definition, ...rest } = description
  return sha256Hex(canonical(rest)) === definition && events.every((e) => e.definition === definition)
}

/** Throws where the text is no pack at all. */
export function checkPack(text: string): Checked {
  const pack = JSON.parse(text) as Pack
  if (pack.format !== 'anjuan-case-pack/1' || !Array.isArray(pack.events) || typeof pack.case !== 'string')
    throw new Error('not a case pack (anjuan-case-pack/1)')
  const caseId = pack.case
  const strangers = pack.events.filter((e) => e.case !== caseId).map((e) => ({ caseId, sequence: e.sequence, detail: otherCase }))
  const described = describes(pack) ? [] : [{ caseId, sequence: 1, detail: otherDescription }]
  const empty = pack.events.length ? [] : [{ caseId, sequence: 0, detail: orphan }]
  return { checked: pack.events.length, findings: [...empty, ...checkHistory(caseId, pack.events), ...strangers, ...described] }
}

type Store = Pick<Db, 'q'>

/** Every history there is, the institution's own included, and every case. */
export async function checkDatabase(db: Store): Promise<Checked> {
  const { cases, events } = schema
  const chains = await db.q.selectDistinct({ id: events.caseId }).from(events).orderBy(asc(events.caseId))
  const found: Checked = { checked: 0, findings: [] }
  const stays = new Map<string, number>()
  for (const { id } of chains) {
    const { checked, findings, ...one } = await checkStored(db, id)
    found.checked += checked
    found.findings.push(...findings)
    if (one.stays) stays.set(id, one.stays)
  }
  const told = db.q.select({ id: events.caseId }).from(events).where(eq(events.caseId, cases.id))
  const orphans = await db.q.select({ caseId: cases.id }).from(cases).where(notExists(told))
  found.findings.push(...orphans.map(({ caseId }) => ({ caseId, sequence: 0, detail: orphan })))
  found.findings.push(...(await staysTooMany(db, stays)))
  return found
}

/** Stays that no history leads to. Their table has no index by case: it is gone through only where there are more than there should be. */
async function staysTooMany({ q }: Store, expected: ReadonlyMap<string, number>): Promise<Finding[]> {
  const { stays } = schema
  const [all] = await q.select({ rows: count() }).from(stays)
  if (all!.rows <= [...expected.values()].reduce((sum, rows) => sum + rows, 0)) return []
  const byCase = await q.select({ caseId: stays.caseId, rows: count() }).from(stays).groupBy(stays.caseId)
  const many = byCase.filter(({ caseId, rows }) => rows > (expected.get(caseId) ?? 0))
  return many.map(({ caseId }) => ({ caseId, sequence: 0, detail: differsIn('stays') }))
}

/** The same of the store at `where`. */
export async function checkStore(where: string): Promise<Checked> {
  const store = await lookInto(where)
  try {
    return await checkDatabase(store)
  } finally {
    await store.close()
  }
}

async function checkStored(db: Store, id: string): Promise<CheckedCase> {
  const history = await historyOf(db, id)
  const files = (await checkFiles(db, history)).map(({ sequence, detail }) => ({ caseId: id, sequence, detail }))
  const procedure = procedureOf(history)
  const followed = procedure && following(procedure, statutoryCalendar)
  const findings = [...checkHistory(id, history, followed?.hear), ...files]
  const last = history.at(-1)!.sequence
  const led = followed?.stands()
  const beside = id === institutionCase ? [] : await checkRows(db, id, history, led)
  const { present } = await staysOf(db, led?.stays ?? [])
  return {
    checked: history.length,
    findings: [...findings, ...beside.map((detail) => ({ caseId: id, sequence: last, detail }))],
    // What a procedure that is not known here leads to, nobody can tell.
    stays: led || id === institutionCase ? present : Number.POSITIVE_INFINITY,
  }
}
