// Reads the people of the institution and who deputises for whom.
import { and, asc, eq, gt, gte, inArray, or, type SQL } from 'drizzle-orm'
import { type Department, type Role, roleNames, roles } from '../../machines/departments.ts'
import { type Db, schema } from '../database.ts'
import { contains } from '../dialect.ts'
import type { UserRow } from '../people.ts'
import { first, given, prepared, some } from '../prepared.ts'

const { users, deputies } = schema

const byId = prepared((q) =>
  q
    .select()
    .from(users)
    .where(eq(users.id, given('id'))),
)
export const userById = async (db: Db, id: string): Promise<UserRow | undefined> => (await byId(db, { id }))[0]
export const userByUsername = async ({ q }: Db, username: string): Promise<UserRow | undefined> =>
  first(await q.select().from(users).where(eq(users.username, username)))
export const anyUser = async ({ q }: Db) => some(await q.select({ id: users.id }).from(users).limit(1))
export const activeWithRole = async ({ q }: Db, role: Role): Promise<UserRow[]> =>
  q
    .select()
    .from(users)
    .where(and(eq(users.role, role), eq(users.active, true)))
export const campusExists = async ({ q }: Db, id: string) =>
  some(await q.select({ id: schema.campuses.id }).from(schema.campuses).where(eq(schema.campuses.id, id)))

export const allCampuses = async ({ q }: Db) => q.select().from(schema.campuses).orderBy(schema.campuses.id)
/** The people who have one of these usernames. */
export const usersNamed = async ({ q }: Db, usernames: string[]): Promise<UserRow[]> =>
  usernames.length
    ? q
        .select()
        .from(users)
        .where(inArray(users.username, [...new Set(usernames)]))
    : []

/** `after` is the id after which the page begins; `text` is looked for in name and username; `active` left out finds both; `among` are the ids looked at. */
export type PeopleQuery = {
  role?: Role
  department?: Department
  text?: string
  active?: boolean
  among?: string[]
  after?: string
  limit: number
}

/** People in the order of their ids, one more than `limit` when there is a next page. */
export async function findPeople({ q }: Db, { role, department, text, active, among, after, limit }: PeopleQuery): Promise<UserRow[]> {
  const conditions: (SQL | undefined)[] = [
    role && eq(users.role, role),
    department &&
      inArray(
        users.role,
        roleNames.filter((name) => roles[name].department === department),
      ),
    text ? or(contains(users.name, text), contains(users.username, text)) : undefined,
    active === undefined ? undefined : eq(users.active, active),
    among && inArray(users.id, among),
    after ? gt(users.id, after) : undefined,
  ]
  return q
    .select()
    .from(users)
    .where(and(...conditions))
    .orderBy(asc(users.id))
    .limit(limit + 1)
}

/** Deputyships that hold on the Shanghai date `today` or later, all or those of one person on either side. */
export const deputyships = async ({ q }: Db, today: string, person?: string) =>
  q
    .select()
    .from(deputies)
    .where(and(gte(deputies.until, today), person ? or(eq(deputies.principal, person), eq(deputies.deputy, person)) : undefined))
    .orderBy(asc(deputies.from), asc(deputies.id))
export const deputyshipById = async ({ q }: Db, id: string) => first(await q.select().from(deputies).where(eq(deputies.id, id)))

/** Names by id; ids of nobody are left out. */
export async function namesOf({ q }: Db, ids: string[]): Promise<Map<string, string>> {
  const found = ids.length
    ? await q
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(inArray(users.id, [...new Set(ids)]))
    : []
  return new Map(found.map(({ id, name }) => [id, name]))
}
