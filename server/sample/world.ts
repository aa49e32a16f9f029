// What the sample's cases are told in: the house and its simulated time, its staff, who is away, and the cases told so far.
import { userByUsername } from '../../db/queries/people.ts'
import { personOf } from '../../db/queries/records.ts'
import type { Role } from '../../machines/departments.ts'
import { today, type User } from '../asker.ts'
import type { House } from '../house.ts'
import type { Offer } from '../offers.ts'
import type { SimulatedClock } from './agenda.ts'
import type { Telling } from './cast.ts'
import type { Chance } from './chance.ts'
import { accounts } from './people.ts'

export type Member = { username: string; user: User }
/** Shanghai dates, both included. */
export type Absence = { username: string; deputy: string; from: string; until: string }
/** A case as whoever did something in it last has it before them. */
type Screen = { member: Member; shownOn: string; id: string; revision: number; offers: Offer[] }
export type World = {
  house: House
  clock: SimulatedClock
  chance: Chance
  staff: readonly Member[]
  member: (username: string) => Member
  absences: readonly Absence[]
  cases: Map<Telling, Screen>
}

type Parts = Pick<World, 'house' | 'clock' | 'chance' | 'absences'>
/** After the staff were made. */
export async function makeWorld(parts: Parts): Promise<World> {
  const staff = await Promise.all(accounts.map(({ username }) => memberNamed(parts.house, username)))
  const member = (username: string) => staff.find((m) => m.username === username) ?? nobody(username)
  return { ...parts, staff, member, cases: new Map() }
}

const nobody = (username: string): never => {
  throw new Error(`there is no account ${username}`)
}
const memberNamed = async ({ db }: House, username: string): Promise<Member> => {
  const row = (await userByUsername(db, username)) ?? nobody(username)
  return { username, user: { ...personOf(row), rightsRevision: row.rightsRevision } }
}

/**
 * Who is there, people of `roles` first, managers last among them: who handled a case does not decide it.
 * Who among equals comes first differs from case to case, so that the work is shared.
 */
export function membersOf({ staff, house, absences, cases }: World, roles: readonly Role[], telling: Telling): Member[] {
  const date = today(house)
  const away = new Set(absences.filter(({ from, until }) => from <= date && date <= until).map(({ username }) => username))
  const present = staff.filter(({ username }) => !away.has(username))
  const own = present.filter(({ user }) => roles.includes(user.role))
  const [hands, managers] = [own.filter((member) => !manages(member)), own.filter(manages)]
  const turn = placeOf(cases, telling)
  return [...rotated(hands, turn), ...rotated(managers, turn), ...present.filter((member) => !own.includes(member))]
}

const manages = ({ user }: Member) => user.role === 'management'
const rotated = <T>(list: readonly T[], by: number) => {
  const turn = by % (list.length || 1)
  return [...list.slice(turn), ...list.slice(0, turn)]
}
const placeOf = (cases: World['cases'], telling: Telling) => {
  const place = [...cases.keys()].indexOf(telling)
  return place >= 0 ? place : cases.size
}
