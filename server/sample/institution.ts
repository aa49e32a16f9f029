// The sample institution before its first case: campuses, departments, staff.
import { schema, write } from '../../db/database.ts'
import { institutionKey } from '../../db/queries/beginnings.ts'
import { userByUsername } from '../../db/queries/people.ts'
import { departments } from '../../machines/departments.ts'
import { type Label, say } from '../../machines/label.ts'
import type { House } from '../house.ts'
import { hashPassword } from '../passwords.ts'
import { createUser } from '../people.ts'
import { accounts, demoPassword } from './people.ts'

export const campuses: { id: string; name: Label }[] = [
  { id: 'east', name: say('城东校区', 'East campus') },
  { id: 'west', name: say('城西校区', 'West campus') },
]

const name = '青禾培训学校（样例）'
/** What stands at the head of what goes on paper. */
export const nameInstitution = ({ db }: House) =>
  db.commit([write((tx) => tx.insert(schema.state).values({ key: institutionKey, value: name }).returning({ key: schema.state.key }))])

/** Nobody is above those who come first: whoever reports to somebody is made after them. */
const topDown = () => {
  const depth = (username: string | undefined): number => {
    const found = accounts.find((a) => a.username === username)
    return found ? 1 + depth(found.reportsTo) : 0
  }
  return accounts.toSorted((a, b) => depth(a.username) - depth(b.username))
}

/** Campuses, departments with their leads, and the accounts of the demo. */
export async function foundInstitution(house: House) {
  const { db } = house
  await db.commit(campuses.map((campus) => write((tx) => tx.insert(schema.campuses).values(campus).returning({ id: schema.campuses.id }))))
  const passwordHash = await hashPassword(demoPassword)
  for (const { reportsTo, ...form } of topDown()) {
    const superior = reportsTo ? ((await userByUsername(db, reportsTo))?.id ?? null) : null
    await createUser(house, 'system', { ...form, reportsTo: superior }, passwordHash)
  }
  const leads = await Promise.all(Object.entries(departments).map(async ([id, name]) => ({ id, name, lead: await leadOf(house, id) })))
  await db.commit(
    leads.map((department) => write((tx) => tx.insert(schema.departments).values(department).returning({ id: schema.departments.id }))),
  )
}

const leadOf = async ({ db }: House, department: string) => {
  const lead = accounts.find((a) => a.lead && a.role === department)
  return lead ? ((await userByUsername(db, lead.username))?.id ?? null) : null
}
