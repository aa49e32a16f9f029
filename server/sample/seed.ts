// Makes the sample institution: people and roll first, then a year of cases told through the commands that people use.
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/database.ts'
import { addCalendarDays, shanghaiDate } from '../../machines/due.ts'
import { nameDeputy } from '../deputies.ts'
import { type House, makeHouse } from '../house.ts'
import { type Entry, live, type SimulatedClock } from './agenda.ts'
import { castStories, type Telling } from './cast.ts'
import { chanceFrom } from './chance.ts'
import { workingYear } from './days.ts'
import { foundInstitution } from './institution.ts'
import { arrearsCases } from './stories/arrears.ts'
import { complaints } from './stories/complaint.ts'
import { disciplineCases } from './stories/discipline.ts'
import { forceMajeureCases } from './stories/force-majeure.ts'
import { transfers } from './stories/transfer.ts'
import { withdrawals } from './stories/withdrawal.ts'
import { storeRoll } from './students.ts'
import { openTold, tellMove } from './teller.ts'
import { type Absence, makeWorld, type World } from './world.ts'

const studentCount = 300
const stories = [...withdrawals, ...transfers, ...arrearsCases, ...disciplineCases, ...forceMajeureCases, ...complaints]
/** Who was away: from and until, in working days before today. */
const leave = [
  { username: 'customer-service', deputy: 'front-desk', from: 135, until: 126 },
  { username: 'customer-service', deputy: 'front-desk', from: 52, until: 48 },
]

/** A year of the institution up to `now`. */
export async function seed(db: Db, now = new Date()) {
  const chance = chanceFrom(20_260_101)
  const clock: SimulatedClock = { now }
  const house = makeHouse(db, () => clock.now)
  const today = shanghaiDate(now.toISOString())
  const days = workingYear(today, house.calendar)
  clock.now = new Date(`${days[0]}T08:00:00.000+08:00`)
  const { tellings, roll } = castStories(stories, { days, now, chance }, studentCount)
  await foundInstitution(house)
  await db.commit(storeRoll(roll))
  const absences = leave.map(({ from, until, ...who }): Absence => ({ ...who, from: days.at(-1 - from)!, until: days.at(-1 - until)! }))
  const world = makeWorld({ house, clock, chance, absences })
  await live(
    house,
    clock,
    [...absences.map((absence) => deputised(world, absence)), ...tellings.flatMap((telling) => told(world, telling))],
    now,
  )
}

const deputised = ({ house, member }: World, { username, deputy, from, until }: Absence): Entry => ({
  at: new Date(`${from}T08:30:00.000+08:00`),
  happens: () => {
    const { id } = member(username).user
    const form = { deputy: member(deputy).user.id, from, until }
    return nameDeputy(house, { userId: id, key: undefined, method: 'POST', url: '/api/deputies', body: form }, form)
  },
})

const told = (world: World, telling: Telling): Entry[] => {
  const { moments, story } = telling
  const moves = story.moves.map((move, i) => ({ at: moments[i + 1]!, happens: () => tellMove(world, telling, move) }))
  return [{ at: moments[0]!, happens: () => openTold(world, telling) }, ...moves]
}
