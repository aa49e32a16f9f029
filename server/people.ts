// Who works here and what they may do: changes by the administrator. Every one is an event in the institution's chain.

import type { Write } from '../db/database.ts'
import { appendInstitutionEvents, type ChainHead, chainHead, type Happening } from '../db/institution.ts'
import { insertUser, type NewUser, type Rights, type UserRow, updatePassword, updateUser } from '../db/people.ts'
import { activeWithRole, campusExists, userById, userByUsername } from '../db/queries/people.ts'
import { roles } from '../machines/departments.ts'
import { type Label, say } from '../machines/label.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { type Answer, answer, commitOnce, type Request } from './commit.ts'
import type { House } from './house.ts'
import { refuse } from './refusals.ts'

export type Change = { writes: Write[]; happenings: Happening[]; answer: Answer }

/**
 * Commits a change together with its events. `locate` finds the record (404). `decide` reads what it stands on, the asker's rights
 * included: the chain's head is read before it, so a change of anybody's rights meanwhile has it decided again. The events follow that head.
 */
export const changeInstitution = (
  house: House,
  request: Request,
  locate: () => unknown,
  decide: (head: ChainHead) => Promise<Change> | Change,
): Promise<Answer> =>
  commitOnce(house, request, locate, async () => {
    const head = await chainHead(house.db)
    const { writes, happenings, answer } = await decide(head)
    return { writes: [...appendInstitutionEvents(head, house.now(), house.salt, happenings), ...writes], answer }
  })

const impossible = (path: string, message: Label): never => refuse('not-possible', message, { errors: [{ path, message }] })
const onlyAdmin = say('只有系统管理员可以办理', 'Only the administrator may do this')

export const mustBeAdmin = async (house: House, id: string) => {
  const row = await userById(house.db, id)
  if (!row?.active || row.role !== 'admin') refuse('not-yours', onlyAdmin)
}
export const mustExist = async (house: House, id: string): Promise<UserRow> => (await userById(house.db, id)) ?? refuse('not-found')

/** A person as everybody may see them. */
export const publicPerson = ({ id, name, role, campus, lead, active }: UserRow | NewUser) => ({
  id,
  name,
  role,
  department: roles[role].department,
  campus,
  lead,
  active,
})
/** A person as the administrator sees them. */
export const fullPerson = (row: UserRow | NewUser) => ({ ...publicPerson(row), username: row.username, reportsTo: row.reportsTo })

const given = <T extends object>(record: T) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
export const rightsOf = ({ id, role, campus, lead, reportsTo, active }: NewUser | UserRow) =>
  given({ user: id, role, campus, lead, reportsTo, active })

export type PersonForm = Pick<NewUser, 'name' | 'role'> & {
  username: string
  campus?: string | null
  lead?: boolean
  reportsTo?: string | null
}

type Addition = Omit<Change, 'answer'> & { person: NewUser }
/** The event and the statements of a new person; refuses what cannot be. `by` is the id of who adds them. */
export async function addition(house: House, by: string, form: PersonForm, passwordHash: string): Promise<Addition> {
  const { name, role, campus = null, lead = false, reportsTo = null } = normalise(form)
  const person = { id: house.newId(), name, username: form.username.toLowerCase(), role, campus, lead, reportsTo, active: true }
  if (await userByUsername(house.db, person.username)) impossible('/username', say('用户名已被使用', 'The username is taken'))
  await checkRights(house, person)
  const personal = { name, username: person.username }
  return {
    person,
    writes: insertUser(person, passwordHash, house.newId(), house.now()),
    happenings: [{ type: 'user.created', actor: by, facts: rightsOf(person), personal }],
  }
}

async function checkRights(house: House, { id, campus, reportsTo }: Pick<NewUser, 'id' | 'campus' | 'reportsTo'>) {
  if (campus !== null && !(await campusExists(house.db, campus))) impossible('/campus', say('没有这个校区', 'There is no such campus'))
  if (reportsTo === null) return
  if (!(await userById(house.db, reportsTo))?.active)
    impossible('/reportsTo', say('没有这名人员或其已停用', 'There is no such person, or they are not active'))
  if ((await above(house, reportsTo)).has(id))
    impossible('/reportsTo', say('汇报关系不能循环', 'Nobody can report to themselves, not even by way of others'))
}

/** The person and everybody above, by id. */
async function above(house: House, id: string) {
  const line = new Set<string>()
  for (let next: string | null = id; next && !line.has(next); next = (await userById(house.db, next))?.reportsTo ?? null) line.add(next)
  return line
}

export const createPerson = (house: House, request: Request, form: PersonForm, passwordHash: string) =>
  changeInstitution(
    house,
    request,
    () => null,
    async () => {
      await mustBeAdmin(house, request.userId)
      const { person, ...change } = await addition(house, request.userId, form, passwordHash)
      return { ...change, answer: answer(201, fullPerson(person), { location: `/api/users/${person.id}` }) }
    },
  )

/** What is left out stays as it is. */
export type PersonPatch = Partial<Rights & { name: string }>

export const changePerson = (house: House, request: Request, id: string, patch: PersonPatch) =>
  changeInstitution(
    house,
    request,
    () => mustExist(house, id),
    async () => {
      await mustBeAdmin(house, request.userId)
      const before = await mustExist(house, id)
      const after = { ...before, ...normalise(patch) }
      return { ...(await alteration(house, request.userId, before, after)), answer: answer(200, fullPerson(after)) }
    },
  )

const keys = ['name', 'role', 'campus', 'lead', 'reportsTo', 'active'] as const

async function alteration(house: House, by: string, before: UserRow, after: UserRow): Promise<Omit<Change, 'answer'>> {
  const changed = keys.filter((key) => before[key] !== after[key])
  if (!changed.length) return { writes: [], happenings: [] }
  await checkRights(house, {
    id: after.id,
    campus: changed.includes('campus') ? after.campus : null,
    reportsTo: changed.includes('reportsTo') ? after.reportsTo : null,
  })
  await keepAnAdmin(house, before, after)
  const personal = changed.includes('name') ? { personal: { name: after.name } } : {}
  const { name, role, campus, lead, reportsTo, active } = after
  return {
    writes: updateUser(before, { name, role, campus, lead, reportsTo, active }, house.now()),
    happenings: [{ type: 'user.changed', actor: by, facts: rightsOf(after), ...personal }],
  }
}

async function keepAnAdmin(house: House, before: UserRow, after: UserRow) {
  const stays = after.role === 'admin' && after.active
  if (before.role !== 'admin' || !before.active || stays) return
  if ((await activeWithRole(house.db, 'admin')).length < 2)
    impossible(after.active ? '/role' : '/active', say('至少须保留一名在职的系统管理员', 'At least one active administrator must remain'))
}

export const setPassword = (house: House, request: Request, id: string, passwordHash: string) =>
  changeInstitution(
    house,
    request,
    () => mustExist(house, id),
    async () => {
      await mustBeAdmin(house, request.userId)
      return {
        writes: updatePassword(id, passwordHash, house.now()),
        happenings: [{ type: 'user.passwordSet', actor: request.userId, facts: { user: id } }],
        answer: answer(200, { id }),
      }
    },
  )

/** Adds a person without a request, for whoever sets an institution up: `by` is recorded as who did it. Returns the id. */
export async function createUser(house: House, by: string, form: PersonForm, passwordHash: string): Promise<string> {
  const unkeyed = { userId: by, key: undefined, method: '', url: '', body: null }
  const made = await changeInstitution(
    house,
    unkeyed,
    () => null,
    async () => {
      const { person, ...change } = await addition(house, by, form, passwordHash)
      return { ...change, answer: answer(201, person.id) }
    },
  )
  return JSON.parse(made.body)
}
