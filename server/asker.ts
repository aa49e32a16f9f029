// The person who asks, as rights see them.
import { principalsOf } from '../db/queries/records.ts'
import { shanghaiDate } from '../machines/due.ts'
import type { Person } from '../machines/records.ts'
import type { Asker } from '../machines/rights.ts'
import type { House } from './house.ts'

/** A signed-in person; `rightsRevision` is checked again when something is written. */
export type User = Person & { rightsRevision: number }
export type AskingUser = Asker & { rightsRevision: number }

export const today = (house: House) => shanghaiDate(house.now().toISOString())
export const asking = (house: House, user: User): AskingUser => ({ ...user, principals: principalsOf(house.db, user.id, today(house)) })
