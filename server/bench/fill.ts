// `node server/bench/fill.ts FILE CASES [OPEN]`: an institution with so many cases, OPEN of them (default 0.08) not closed yet. Cases of
// the sample institution are copied row by row under other ids, numbers, people and days: their hashes stay those of the original.
import Database from 'better-sqlite3'
import { openSqlite } from '../../db/sqlite.ts'
import { between, type Chance, chanceFrom, pick } from '../sample/chance.ts'
import { seed } from '../sample/seed.ts'
import { copier, type Row, withoutIndexes } from './fill-rows.ts'
import { insertStaff, team } from './fill-staff.ts'

const day = 86_400_000
/** So many cases of a copied institution bring their events and words along, and those without them one notice a department. */
const wholeEvery = 20
const casesPerTeam = 25_000
/** A student comes up in so many cases. */
const casesPerStudent = 3
const campusCount = 40

type Template = { row: Row; rows: Record<string, Row[]> }
export type Filling = { cases: number; open?: number; now?: Date }

/** Makes `file` with the sample institution in it, and copies its cases until there are so many more. */
export async function fillInstitution(file: string, { cases, open = 0.08, now = new Date() }: Filling) {
  const sample = openSqlite(file, { hurried: true })
  await seed(sample, now)
  await sample.close()
  const raw = new Database(file)
  for (const pragma of [
    'journal_mode = delete',
    'journal_mode = off',
    'synchronous = off',
    'locking_mode = exclusive',
    'cache_size = -1000000',
  ])
    raw.pragma(pragma)
  withoutIndexes(raw, () => raw.transaction(() => copyCases(raw, { cases, open, now }))())
  raw.pragma('locking_mode = normal')
  raw.exec('analyze')
  raw.pragma('journal_mode = wal')
  raw.close()
}

function copyCases(raw: Database.Database, { cases, open, now }: Required<Filling>) {
  const chance = chanceFrom(1)
  const teams = 1 + Math.floor(cases / casesPerTeam)
  insertCampuses(raw)
  insertStaff(raw, teams)
  const [running, closed] = [templates(raw, 'active'), templates(raw, 'done')]
  const copies = copiers(raw)
  const first = now.getTime() - 900 * day
  for (let n = 0; n < cases; n++) {
    const isOpen = chance() < open
    const template = pick(chance, isOpen ? running : closed)
    const copy = variant(template.row, { n, at: first + Math.floor((n / cases) * 900 * day), teams, now, chance })
    if (n % casesPerStudent === 0) copies.pupil(copy)
    for (const [table, rows] of Object.entries(template.rows)) copies.rows(table, rows, copy, n % wholeEvery === 0)
  }
}

type Place = { n: number; at: number; teams: number; now: Date; chance: Chance }
export type Variant = { id: string; number: string; student: string; campus: string; shift: number; now: string; team: number; n: number }

/** `shift` in ms: what runs becomes due between a month ago and two months ahead, what is closed lies where its id says. */
function variant(row: Row, { n, at, teams, now, chance }: Place): Variant {
  const due = now.getTime() + between(chance, -30 * day, 60 * day)
  const [from, to] = row.due ? [row.due, due] : [row.opened_at, at]
  return {
    id: `${at
      .toString(16)
      .padStart(12, '0')
      .replace(/(.{8})/, '$1-')}-7${(n & 0xfff).toString(16).padStart(3, '0')}-8000-${(n + 1).toString(16).padStart(12, '0')}`,
    number: `${String(row.number).slice(0, 8)}${1_000_000 + n}`,
    student: `filled-${Math.floor(n / casesPerStudent)}`,
    campus: `campus-${n % campusCount}`,
    shift: to - Date.parse(String(from)),
    now: now.toISOString(),
    team: Math.floor(chance() * teams),
    n,
  }
}

function insertCampuses(raw: Database.Database) {
  const insert = raw.prepare('insert into campuses select ?, name from campuses where id = ?')
  for (let n = 0; n < campusCount; n++) insert.run(`campus-${n}`, 'east')
}

/** A few rows of every table that belong to each sample case. */
function templates(raw: Database.Database, status: string): Template[] {
  const belonging = [
    'steps',
    'stays',
    'timers',
    'handlers',
    'case_departments',
    'participants',
    'case_enrolments',
    'notices',
    'events',
    'words',
    'outbox',
  ]
  const found = raw.prepare('select * from cases where status = ? order by id').all(status) as Row[]
  const of = (table: string, id: unknown) => raw.prepare(`select * from "${table}" where case_id = ?`).all(id) as Row[]
  return found.map((row) => ({ row, rows: { cases: [row], ...Object.fromEntries(belonging.map((table) => [table, of(table, row.id)])) } }))
}

function copiers(raw: Database.Database) {
  const copy = copier(raw, team)
  const pupil = raw.prepare('select * from students').all() as Row[]
  const holding = raw.prepare('select * from enrolments where ended_by is null').all() as Row[]
  const heavy = new Set(['events', 'words', 'outbox'])
  return {
    pupil: (variant: Variant) => {
      copy('students', pupil[variant.n % pupil.length]!, variant)
      copy('enrolments', holding[variant.n % holding.length]!, variant)
    },
    rows: (table: string, rows: Row[], variant: Variant, whole: boolean) => {
      if (heavy.has(table) && !whole) return
      const once = table === 'notices' && !whole ? oneADepartment(rows) : rows
      once.forEach((row, i) => {
        copy(table, row, variant, i)
      })
    },
  }
}
const oneADepartment = (rows: Row[]) => [...new Map(rows.map((row) => [row.department, row])).values()]

if (process.argv[1] === import.meta.filename) {
  const [file, cases, open] = process.argv.slice(2)
  const begun = performance.now()
  await fillInstitution(file!, { cases: Number(cases), ...(open && { open: Number(open) }) })
  console.log(`${cases} cases in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}
