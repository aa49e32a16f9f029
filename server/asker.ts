// The person who asks, as rights see them.
import { userById } from '../db/queries/people.ts'
import { personOf, principalsOf } from '../db/queries/records.ts'
import { shanghaiDate } from '../machines/due.ts'
import type { Person } from '../machines/records.ts'
import type { Asker } from '../machines/rights.ts'
import type { House } from './house.ts'
import { refuse } from './refusals.ts'

/** A signed-in person; `rightsRevision` is checked again when something is written. */
export type User = Person & { rightsRevision: number }
export type AskingUser = Asker & { rightsRevision: number }

export const today = (house: House) => shanghaiDate(house.now().toISOString())

/** The person as they are now, not as they were when the request began. */
export async function asking(house: House, user: User): Promise<AskingUser> {
  const row = await userById(house.db, user.id)
  if (!row?.active) return refuse('not-signed-in')
  return { ...personOf(row), rightsRevision: row.rightsRevision, principals: await principalsOf(house.db, row.id, today(house)) }
}
