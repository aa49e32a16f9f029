// Makes the sample institution: people and roll first, then a year of cases told through the commands that people use.
import type { Db } from '../../db/database.ts'
import { shanghaiDate } from '../../machines/due.ts'
import { nameDeputy } from '../deputies.ts'
import { makeHouse } from '../house.ts'
import { type Entry, live, type SimulatedClock, shanghaiTime } from './agenda.ts'
import { audits } from './audits.ts'
import { castStories, type Telling } from './cast.ts'
import { chanceFrom } from './chance.ts'
import { workingYear } from './days.ts'
import { foundInstitution, nameInstitution } from './institution.ts'
import { readNotices } from './notices.ts'
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
export const stories = [...withdrawals, ...transfers, ...arrearsCases, ...disciplineCases, ...forceMajeureCases, ...complaints]
/** Who was away: from and until, in working days before today. */
const leave = [
  { username: 'customer-service', deputy: 'front-desk', from: 135, until: 126 },
  { username: 'teaching', deputy: 'academic-affairs', from: 85, until: 81 },
]

/** A year of the institution up to `now`. */
export async function seed(db: Db, now = new Date()) {
  const chance = chanceFrom(20_260_101)
  const clock: SimulatedClock = { now }
  const house = makeHouse(db, () => clock.now)
  const days = workingYear(shanghaiDate(now.toISOString()), house.calendar)
  clock.now = shanghaiTime(days[0]!, '08:00')
  const { tellings, roll } = castStories(stories, { days, now, chance }, studentCount)
  await foundInstitution(house)
  await nameInstitution(house)
  await db.commit(storeRoll(roll))
  const absences = leave.map(({ from, until, ...who }): Absence => ({ ...who, from: days.at(-1 - from)!, until: days.at(-1 - until)! }))
  const world = await makeWorld({ house, clock, chance, absences })
  const deputies = absences.map((absence) => deputised(world, absence))
  const cases = tellings.flatMap((telling) => told(world, telling))
  await live(house, clock, [...deputies, ...cases, ...weekly(world, days), ...audits(world, days)], now)
}

const week = 5
/** What came in the last week is still unread. */
const weekly = (world: World, days: readonly string[]): Entry[] =>
  days
    .slice(0, -week)
    .filter((_, i) => i % week === 0)
    .map((date) => ({ at: shanghaiTime(date, '17:30'), happens: () => readNotices(world) }))

const deputised = ({ house, member }: World, { username, deputy, from, until }: Absence): Entry => ({
  at: shanghaiTime(from, '08:30'),
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
