// What grows with an institution: its lists, its steps and its start, at each of several sizes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openDatabase } from '../../db/database.ts'
import { casesToDecide } from '../../db/queries/approvals.ts'
import { type Filter, worklist } from '../../db/queries/worklist.ts'
import { root } from '../built.ts'
import { type House, makeHouse } from '../house.ts'
import { fillInstitution } from './fill.ts'
import { advances } from './in-process.ts'
import { memberOf, openWithdrawals } from './institution.ts'
import { type Figure, ms, rate } from './report.ts'
import { spreadsInTurn } from './timing.ts'

const pageSize = 50
const hands = 32
/** What a handler, a manager and an auditor look at first. */
const lists: [name: string, who: string, filter: (department: string) => Partial<Filter>][] = [
  ['worklist, my department', 'finance', (department) => ({ department, open: true })],
  ['worklist, all open', 'auditor', () => ({ open: true })],
]

/** `open` are withdrawals that can be advanced. */
type Place = { cases: number; file: string; house: House; open: string[]; drop: () => void }
async function placeOf(cases: number): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-sizes-'))
  const file = join(folder, 'anjuan.db')
  await fillInstitution(file, { cases })
  const house = makeHouse(await openDatabase(file))
  const open = await openWithdrawals(house, hands)
  return { cases, file, house, open, drop: () => rmSync(folder, { recursive: true }) }
}

async function pageOf({ house }: Place, who: string, filter: (department: string) => Partial<Filter>) {
  const me = await memberOf(house, who)
  const asked = { ...filter(me.department), now: house.now().toISOString() }
  return () => worklist(house.db, me, asked, { limit: pageSize })
}
async function approvalsOf({ house }: Place) {
  const manager = await memberOf(house, 'management')
  return () => casesToDecide(house.db, manager, undefined, pageSize)
}

/** `npm start` on it, until it listens. */
async function startOf(file: string): Promise<number> {
  const begun = performance.now()
  const env = { ...process.env, DATA_DIR: dirname(file), DATABASE_URL: undefined, PORT: '0', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [join(root, 'server/run.ts'), 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const said of child.stdout) if (String(said).includes('listens at')) break
  const took = performance.now() - begun
  child.kill('SIGTERM')
  await once(child, 'exit')
  return took
}

const turns = 3
/** What is measured once for every size, again and again: the middle one of each. */
async function middles(places: Place[], measure: (place: Place) => Promise<number>): Promise<number[]> {
  const found: number[][] = places.map(() => [])
  for (let n = 0; n < turns; n++) for (const [i, place] of places.entries()) found[i]!.push(await measure(place))
  return found.map((all) => all.toSorted((a, b) => a - b)[(turns - 1) / 2]!)
}

const short = (cases: number) => (cases >= 1e6 ? `${cases / 1e6} M` : `${cases / 1e3} k`)
/** All sizes in turns, as ratios of the first one. */
export async function sizes(all: readonly number[], seconds: number): Promise<Figure[]> {
  const places: Place[] = []
  for (const cases of all) places.push(await placeOf(cases))
  const figures: Figure[] = []
  /** `values` are those of each size. */
  const tell = (name: string, values: string[], numbers: number[], asked: string) =>
    places.forEach(({ cases }, i) => {
      const against = i > 0 && { ratio: numbers[i]! / numbers[0]!, of: short(all[0]!), asked }
      figures.push({ name: `${name}, at ${short(cases)} cases`, value: values[i]!, ...against })
    })
  const pages = async (name: string, of: (place: Place) => Promise<() => Promise<unknown>>) => {
    const spreads = await spreadsInTurn(seconds, await Promise.all(places.map(of)))
    const values = spreads.map(({ p50, p99 }) => `p50 ${ms(p50)}, p99 ${ms(p99)}`)
    tell(
      name,
      values,
      spreads.map(({ p50 }) => p50),
      'at most 2',
    )
  }
  for (const [name, who, filter] of lists) await pages(name, (place) => pageOf(place, who, filter))
  await pages('approvals', approvalsOf)
  const rates = await middles(places, async ({ house, open }) => (await advances(house, open, seconds / 2)).perSecond)
  tell(`advance in process, ${hands} at a time`, rates.map(rate), rates, '0.7')
  for (const { house } of places) await house.db.close()
  const starts = await middles(places, ({ file }) => startOf(file))
  starts.forEach((took, i) => {
    figures.push({ name: `listening after the start of a process, at ${short(all[i]!)} cases`, value: ms(took), asked: 'at most 1000 ms' })
  })
  for (const { drop } of places) drop()
  return figures
}
