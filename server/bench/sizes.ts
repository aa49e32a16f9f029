// What grows with an institution: its lists, its steps and its start, at each of several sizes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../db/database.ts'
import { casesToDecide } from '../../db/queries/approvals.ts'
import { type Filter, worklist } from '../../db/queries/worklist.ts'
import { type House, makeHouse } from '../house.ts'
import { fillInstitution } from './fill.ts'
import { advances } from './in-process.ts'
import { memberOf, openWithdrawals } from './institution.ts'
import { served } from './over-http.ts'
import { type Figure, ms, rate } from './report.ts'
import { type Spread, spreadOf } from './timing.ts'

const pageSize = 50
const hands = 32
/** What a handler, a manager and an auditor look at first. */
const lists: [name: string, who: string, filter: (department: string) => Partial<Filter>][] = [
  ['worklist, my department', 'finance', (department) => ({ department, open: true })],
  ['worklist, all open', 'auditor', () => ({ open: true })],
]

type Measured = { lists: [string, Spread][]; perSecond: number; start: number }

async function measured(cases: number, seconds: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-sizes-'))
  const file = join(folder, 'anjuan.db')
  await fillInstitution(file, { cases })
  const house = makeHouse(await openDatabase(file))
  const pages: [string, Spread][] = []
  for (const [name, who, filter] of lists) pages.push([name, await pageTimes(house, who, filter, seconds)])
  const manager = await memberOf(house, 'management')
  pages.push(['approvals', await spreadOf(seconds, () => casesToDecide(house.db, manager, undefined, pageSize))])
  const { perSecond } = await advances(house, await openWithdrawals(house, hands), seconds)
  await house.db.close()
  const begun = performance.now()
  const node = await served(file)
  const start = performance.now() - begun
  await node.stop()
  rmSync(folder, { recursive: true })
  return { lists: pages, perSecond, start }
}

async function pageTimes(house: House, who: string, filter: (department: string) => Partial<Filter>, seconds: number) {
  const me = await memberOf(house, who)
  const asked = { ...filter(me.department), now: house.now().toISOString() }
  return spreadOf(seconds, () => worklist(house.db, me, asked, { limit: pageSize }))
}

const short = (cases: number) => (cases >= 1e6 ? `${cases / 1e6} M` : `${cases / 1e3} k`)
/** As ratios of the first size. */
export async function sizes(all: readonly number[], seconds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  let first: Measured | undefined
  for (const cases of all) {
    const here = await measured(cases, seconds)
    const against = first && { of: short(all[0]!) }
    const at = `at ${short(cases)} cases`
    here.lists.forEach(([name, { p50, p99 }], i) => {
      const ratio = first && p50 / first.lists[i]![1].p50
      figures.push({
        name: `${name}, ${at}`,
        value: `p50 ${ms(p50)}, p99 ${ms(p99)}`,
        ...(against && { ...against, ratio, asked: 'at most 2' }),
      })
    })
    const ratio = first && here.perSecond / first.perSecond
    figures.push({
      name: `advance in process, ${hands} at a time, ${at}`,
      value: rate(here.perSecond),
      ...(against && { ...against, ratio, asked: '0.7' }),
    })
    figures.push({ name: `listening after the start of a process, ${at}`, value: ms(here.start), asked: 'at most 1000 ms' })
    first ??= here
  }
  return figures
}
