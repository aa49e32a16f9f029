// `node server/bench/lists.ts FILE …`: what a page of the worklist and of the approvals takes in the store of each file, for people of every kind.
import { closedKey } from '../../db/case-state.ts'
import { openDatabase } from '../../db/database.ts'
import { casesToDecide } from '../../db/queries/approvals.ts'
import { countUpTo } from '../../db/queries/counts.ts'
import type { Order } from '../../db/queries/drivers.ts'
import type { Viewer } from '../../db/queries/view.ts'
import { type Filter, worklist } from '../../db/queries/worklist.ts'
import { shownIn, viewsFor } from '../../machines/views.ts'
import { type House, makeHouse } from '../house.ts'
import { memberOf } from './institution.ts'
import { ms } from './report.ts'
import { type Spread, spreadOf } from './timing.ts'

const day = 86_400_000
const seconds = 1
const pageSize = 50

type Listed = { name: string; who: string; filter?: Partial<Filter>; after?: [string, string]; order?: Order }
const lastOpened: Order = { by: 'opened', backwards: true }
/** What people look at: `me` and `ours` stand for whoever asks and their department. */
function lists(now: string): Listed[] {
  const [later, earlier] = [20, -400].map((days) => new Date(Date.parse(now) + days * day).toISOString()) as [string, string]
  return [
    { name: 'my department', who: 'finance', filter: { department: 'ours', open: true } },
    { name: 'my department, large', who: 'customer-service', filter: { department: 'ours', open: true } },
    { name: 'my department, deep', who: 'customer-service', filter: { department: 'ours', open: true }, after: [later, ''] },
    { name: 'my department, unclaimed', who: 'customer-service', filter: { department: 'ours', unclaimed: true, open: true } },
    { name: 'my department, last opened', who: 'customer-service', filter: { department: 'ours', open: true }, order: lastOpened },
    { name: 'unclaimed anywhere', who: 'auditor', filter: { unclaimed: true, open: true } },
    { name: 'mine', who: 'finance', filter: { assignee: 'me', open: true } },
    { name: 'copied to me', who: 'management', filter: { copied: 'me' } },
    { name: 'done by me', who: 'customer-service', filter: { doneBy: 'me' } },
    { name: 'done by me, last opened', who: 'customer-service', filter: { doneBy: 'me' }, order: lastOpened },
    { name: 'opened by me, last opened', who: 'front-desk', filter: { openedBy: 'me' }, order: lastOpened },
    { name: 'all open, last opened', who: 'customer-service', filter: { open: true }, order: lastOpened },
    { name: 'all open, first opened', who: 'auditor', filter: { open: true }, order: { by: 'opened', backwards: false } },
    { name: 'all open, due last', who: 'auditor', filter: { open: true }, order: { by: 'due', backwards: true } },
    { name: 'closed, told of some, last opened', who: 'marketing', filter: { open: false }, order: lastOpened },
    { name: 'opened by me', who: 'front-desk', filter: { openedBy: 'me' } },
    { name: 'all open', who: 'customer-service', filter: { open: true } },
    { name: 'all open, deep', who: 'customer-service', filter: { open: true }, after: [later, ''] },
    { name: 'all open, auditor', who: 'auditor', filter: { open: true } },
    { name: 'everything, auditor', who: 'auditor' },
    { name: 'overdue', who: 'customer-service', filter: { open: true, overdue: true } },
    { name: 'of a procedure', who: 'auditor', filter: { open: true, procedure: 'transfer' } },
    { name: 'all open, told of some', who: 'academic-affairs', filter: { open: true } },
    { name: 'all open, told of little', who: 'sales', filter: { open: true } },
    { name: 'all open, of a part only', who: 'student-representative', filter: { open: true } },
    { name: 'all open, told of nothing', who: 'data', filter: { open: true } },
    { name: 'all open, too close to some', who: 'sales', filter: { open: true, procedure: 'complaint' } },
    { name: 'closed', who: 'teaching', filter: { open: false } },
    { name: 'closed, deep', who: 'teaching', filter: { open: false }, after: [closedKey(earlier), ''] },
    { name: 'closed, told of some', who: 'marketing', filter: { open: false } },
    { name: 'of a student', who: 'front-desk', filter: { student: 'filled-77' } },
    { name: 'by number', who: 'auditor', filter: { open: true, q: '1000777' } },
    { name: 'my department, by number', who: 'customer-service', filter: { department: 'ours', open: true, q: '1000777' } },
    { name: 'my department, by name', who: 'customer-service', filter: { department: 'ours', open: true, q: '子涵' } },
    { name: 'by a part of many numbers', who: 'auditor', filter: { open: true, q: '2026-1' } },
    { name: 'by name', who: 'customer-service', filter: { open: true, q: '王小' } },
    { name: 'in a state', who: 'customer-service', filter: { open: true, procedure: 'withdrawal', state: 'returnVisit' } },
  ]
}

const told = ({ p50, p99 }: Spread) => `${ms(p50)} p50, ${ms(p99)} p99`

const asked = (filter: Partial<Filter>, me: Viewer) => ({
  ...filter,
  ...(filter.assignee && { assignee: me.id }),
  ...(filter.openedBy && { openedBy: me.id }),
  ...(filter.copied && { copied: me.id }),
  ...(filter.doneBy && { doneBy: me.id }),
  ...(filter.department && { department: me.department }),
})

/** By what is listed: how long a page of 50 takes, and how many there are on it. */
export async function listTimes(house: House): Promise<[string, string][]> {
  const now = house.now().toISOString()
  const figures: [string, string][] = []
  for (const { name, who, filter = {}, after = null, order } of lists(now)) {
    const me = await memberOf(house, who)
    const page = () => worklist(house.db, me, { ...asked(filter, me), now }, { after, limit: pageSize, order })
    const { rows } = await page()
    figures.push([`worklist ${name} (${who})`, `${told(await spreadOf(seconds, page))}, ${rows.length} rows`])
  }
  for (const who of ['customer-service', 'marketing', 'auditor']) {
    const me = await memberOf(house, who)
    const counts = () => Promise.all(viewsFor(me.role).map((view) => countUpTo(house.db, me, { ...shownIn(view, me), now }, 100)))
    figures.push([`counts of all views (${who})`, `${told(await spreadOf(seconds, counts))}, ${(await counts()).join(' ')}`])
  }
  for (const who of ['management', 'academic-affairs']) {
    const me = await memberOf(house, who)
    figures.push([`approvals (${who})`, told(await spreadOf(seconds, () => casesToDecide(house.db, me)))])
  }
  return figures
}

if (process.argv[1] === import.meta.filename)
  for (const file of process.argv.slice(2)) {
    const house = makeHouse(await openDatabase(file))
    console.log(file)
    for (const [name, value] of await listTimes(house)) console.log(`${name.padEnd(56)} ${value}`)
    await house.db.close()
  }
