// The floor: the rows that the product writes for an event, written raw into the same tables with the same care for the disk – nobody
// asked who may, no machine, no hash, no check.
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

type Row = Record<string, unknown>
type Op = 'insert' | 'update' | 'delete'
type Table = { name: string; columns: string[]; key: string[] }
type Change = { table: string; op: Op; row: Row }
/** How the tables are made, what there was of a case, and what each event then changed. */
export type Written = { layout: string[]; tables: Table[]; before: Change[]; events: Change[][] }

const batch = 32
const emptied = (name: string) => {
  const raw = new Database(join(mkdtempSync(join(tmpdir(), 'anjuan-floor-')), name))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) raw.pragma(pragma)
  return raw
}

type Column = { name: string; pk: number }
const ours = "name not like 'sqlite%' and name not like '\\_%' escape '\\'"
function tablesIn(raw: Database.Database): Table[] {
  const names = raw.prepare(`select name from sqlite_master where type = 'table' and ${ours}`).pluck().all() as string[]
  return names.map((name) => {
    const columns = raw.pragma(`table_info("${name}")`) as Column[]
    return { name, columns: columns.map(({ name }) => name), key: columns.filter(({ pk }) => pk > 0).map(({ name }) => name) }
  })
}
const caseIn = ({ name, columns }: Table) => (name === 'cases' ? 'id' : columns.includes('case_id') ? 'case_id' : undefined)
const operations: readonly Op[] = ['insert', 'update', 'delete']

/** Watches the file while `work` records some events of one case. */
export async function rowsWritten(file: string, caseId: string, work: () => Promise<unknown>): Promise<Written> {
  const raw = new Database(file)
  const tables = tablesIn(raw)
  const layout = raw.prepare(
    `select sql from sqlite_master where type in ('table', 'index') and sql is not null and ${ours} order by type desc`,
  )
  const written = { layout: layout.pluck().all() as string[], tables, before: tables.flatMap((table) => rowsOf(raw, table, caseId)) }
  raw.exec('create table watched (name, op, row)')
  const watches = tables.flatMap(({ name }) => operations.map((op) => [`watch_${name}_${op}`, name, op] as const))
  for (const [watch, name, op] of watches) raw.exec(watching(watch, op, tables.find((table) => table.name === name)!))
  await work()
  const seen = raw.prepare('select name, op, row from watched order by rowid').all() as { name: string; op: Op; row: string }[]
  for (const [watch] of watches) raw.exec(`drop trigger ${watch}`)
  raw.exec('drop table watched')
  raw.close()
  const events: Change[][] = []
  for (const { name, op, row } of seen) {
    if (name === 'events') events.push([])
    events.at(-1)?.push({ table: name, op, row: JSON.parse(row, bytesBack) })
  }
  return { ...written, events }
}

function rowsOf(raw: Database.Database, table: Table, caseId: string): Change[] {
  const column = caseIn(table)
  const rows = column ? (raw.prepare(`select * from "${table.name}" where ${column} = ?`).all(caseId) as Row[]) : []
  return rows.map((row) => ({ table: table.name, op: 'insert', row }))
}

/** JSON holds no bytes: they go through it as hex digits behind this mark. */
const bytesMark = '\\x'
const bytesBack = (_: string, value: unknown) =>
  typeof value === 'string' && value.startsWith(bytesMark) ? Buffer.from(value.slice(bytesMark.length), 'hex') : value

function watching(watch: string, op: Op, { name, columns }: Table): string {
  const kept = (value: string) => `case typeof(${value}) when 'blob' then '${bytesMark}' || hex(${value}) else ${value} end`
  const pairs = columns.map((column) => `'${column}', ${kept(`${op === 'delete' ? 'old' : 'new'}."${column}"`)}`)
  return `create trigger ${watch} after ${op} on "${name}" begin
    insert into watched values ('${name}', '${op}', json_object(${pairs.join(', ')})); end`
}

function writers(raw: Database.Database, { name, columns, key }: Table): Record<Op, (row: Row) => void> {
  const equal = (names: string[], by: string) => names.map((column) => `"${column}" = @${column}`).join(by)
  const list = columns.map((column) => `@${column}`).join(', ')
  const insert = raw.prepare(`insert or replace into "${name}" values (${list})`)
  const update = raw.prepare(`update "${name}" set ${equal(columns, ', ')} where ${equal(key, ' and ')}`)
  const drop = raw.prepare(`delete from "${name}" where ${equal(key, ' and ')}`)
  return { insert: (row) => insert.run(row), update: (row) => update.run(row), delete: (row) => drop.run(row) }
}

/** Events a second: what was written, again and again for so many cases, 32 events to a transaction. */
export function rawWrites(seconds: number, count: number, { layout, tables, before, events }: Written): number {
  const raw = emptied('floor.db')
  for (const sql of layout) raw.exec(sql)
  const write = Object.fromEntries(tables.map((table) => [table.name, writers(raw, table)]))
  const cases = Array.from({ length: count }, () => randomUUID())
  const put = ({ table, op, row }: Change, id: string, round: number) => write[table]![op](inAnother(table, row, id, round * events.length))
  raw.transaction(() => {
    for (const id of cases) for (const change of before) put(change, id, 0)
  })()
  const together = raw.transaction((n: number) => {
    const turn = Math.floor(n / count)
    for (let i = n; i < n + batch; i++)
      for (const change of events[turn % events.length]!) put(change, cases[i % count]!, Math.floor(turn / events.length))
  })
  let done = 0
  for (const end = performance.now() + seconds * 1000; performance.now() < end; done += batch) together(done)
  raw.close()
  return done / seconds
}

/** The row as it would be in another case, so many events later. */
function inAnother(table: string, row: Row, id: string, later: number): Row {
  if (table === 'cases') return { ...row, id, number: id }
  const own = { ...row, ...('case_id' in row && { case_id: id }), ...('id' in row && { id: randomUUID() }) }
  return table === 'events' || table === 'words' ? { ...own, sequence: (row.sequence as number) + later } : own
}

/** How long one row takes until it is on the disk, in ms: the half of many tries. */
export function oneFlush(): number {
  const raw = emptied('flush.db')
  raw.exec('create table rows (n)')
  const insert = raw.prepare('insert into rows values (?)')
  const times = Array.from({ length: 300 }, (_, n) => {
    const begun = performance.now()
    insert.run(n)
    return performance.now() - begun
  })
  raw.close()
  return times.sort((a, b) => a - b)[150]!
}
