// Makes the sample institution: people and roll first, then a year of cases advanced through the engine like real ones.
import type { Db } from '../../db/database.ts'
import { addCalendarDays } from '../../machines/due.ts'
import { today } from '../asker.ts'
import { makeHouse } from '../house.ts'
import { chanceFrom } from './chance.ts'
import { foundInstitution } from './institution.ts'
import { makeRoll, storeRoll } from './students.ts'

const studentCount = 300

export async function seed(db: Db) {
  const chance = chanceFrom(20_260_101)
  const house = makeHouse(db)
  await foundInstitution(house)
  await db.commit(storeRoll(makeRoll(chance, studentCount, addCalendarDays(today(house), -365))))
}
