// The cases an audit round is drawn from, each with its tickets: the same again whenever it is asked, for what has been drawn.
import { setImmediate as breathe } from 'node:timers/promises'
import { closedCases, contextsOf } from '../db/queries/audit.ts'
import { historiesOf } from '../db/queries/trail.ts'
import { type DrawMethod, mostWeighed } from '../machines/audit.ts'
import { draw, populationDigest, type Ticketed } from '../machines/audit-draw.ts'
import { marksOf, passagesOf } from '../machines/conformance.ts'
import { endOfDay } from '../machines/due.ts'
import { say } from '../machines/label.ts'
import { procedureAt } from '../machines/published.ts'
import { moneyOf, ticketsFor } from '../machines/risk.ts'
import { startOfDay } from './audit-search.ts'
import type { House } from './house.ts'
import { refuse } from './refusals.ts'

/** Shanghai dates, both included; `drawnAt`: what was recorded later counts for nothing. */
export type DrawPlan = {
  from: string
  until: string
  procedures: readonly string[]
  method: DrawMethod
  size: number
  seed: string
  drawnAt: string
}
export type Drawn = { population: number; digest: string; cases: { id: string; tickets: number }[] }

export async function drawFrom(house: House, plan: DrawPlan): Promise<Drawn> {
  const ids = await idsIn(house, plan)
  const population = plan.method === 'random' ? ids.map((id) => ({ id, weight: 1 })) : await weighed(house, ids, plan.drawnAt)
  const tickets = new Map(population.map(({ id, weight }) => [id, weight]))
  const drawn = draw(population, plan.size, plan.seed)
  return {
    population: population.length,
    digest: populationDigest(population),
    cases: drawn.map((id) => ({ id, tickets: tickets.get(id)! })),
  }
}

/** In the order of the ids. */
async function idsIn({ db }: House, { procedures, from, until }: DrawPlan): Promise<string[]> {
  const [first, last] = [startOfDay(from), endOfDay(until)]
  const ids: string[] = []
  for (const procedure of new Set(procedures))
    for await (const page of closedCases(db, procedure)) {
      for (const { id, closedAt } of page) if (closedAt !== null && closedAt >= first && closedAt <= last) ids.push(id)
      await breathe()
    }
  return ids.sort()
}

const tooMany = say(
  `按风险抽取须逐案读取历史，一次最多 ${mostWeighed} 件；请缩短期间或减少流程`,
  `By risk every history is read, of ${mostWeighed} cases at most: choose a shorter period or fewer procedures`,
)
const together = 50

async function weighed(house: House, ids: string[], drawnAt: string): Promise<Ticketed[]> {
  if (ids.length > mostWeighed) refuse('not-possible', tooMany, { errors: [{ path: '/until', message: tooMany }] })
  const population: Ticketed[] = []
  for (let n = 0; n < ids.length; n += together) {
    const part = ids.slice(n, n + together)
    const weights = await weightsOf(house, part, drawnAt)
    population.push(...part.map((id) => ({ id, weight: weights.get(id) ?? 1 })))
    await breathe()
  }
  return population
}

async function weightsOf({ db, calendar }: House, ids: string[], drawnAt: string): Promise<Map<string, number>> {
  const histories = await historiesOf(db, ids, drawnAt)
  return new Map(
    (await contextsOf(db, ids)).map(({ id, procedure: name, version, context }) => {
      const procedure = procedureAt(name, version)
      const events = histories.get(id) ?? []
      const marks = procedure ? marksOf(procedure, events, passagesOf(procedure, events, calendar)) : []
      return [id, ticketsFor(marks, moneyOf(context))]
    }),
  )
}
