// Reads the people of the institution and who deputises for whom.
import { and, asc, eq, gt, gte, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type Department, type Role, roleNames, roles } from '../../machines/departments.ts'
import { type Db, schema } from '../database.ts'
import type { UserRow } from '../people.ts'
import { given, prepared } from '../prepared.ts'

const { users, deputies } = schema

const byId = prepared((q) =>
  q
    .select()
    .from(users)
    .where(eq(users.id, given('id')))
    .prepare(),
)
export const userById = (db: Db, id: string): UserRow | undefined => byId(db).get({ id })
export const userByUsername = ({ q }: Db, username: string): UserRow | undefined =>
  q.select().from(users).where(eq(users.username, username)).get()
export const anyUser = ({ q }: Db) => q.select({ id: users.id }).from(users).limit(1).get() !== undefined
export const activeWithRole = ({ q }: Db, role: Role): UserRow[] =>
  q
    .select()
    .from(users)
    .where(and(eq(users.role, role), eq(users.active, true)))
    .all()
export const campusExists = ({ q }: Db, id: string) =>
  q.select({ id: schema.campuses.id }).from(schema.campuses).where(eq(schema.campuses.id, id)).get() !== undefined

/** `after` is the id after which the page begins; `text` is looked for in name and username; `active` left out finds both. */
export type PeopleQuery = { role?: Role; department?: Department; text?: string; active?: boolean; after?: string; limit: number }

/** People in the order of their ids, one more than `limit` when there is a next page. */
export function findPeople({ q }: Db, { role, department, text, active, after, limit }: PeopleQuery): UserRow[] {
  const conditions: (SQL | undefined)[] = [
    role && eq(users.role, role),
    department &&
      inArray(
        users.role,
        roleNames.filter((name) => roles[name].department === department),
      ),
    text ? containing(text) : undefined,
    active === undefined ? undefined : eq(users.active, active),
    after ? gt(users.id, after) : undefined,
  ]
  return q
    .select()
    .from(users)
    .where(and(...conditions))
    .orderBy(asc(users.id))
    .limit(limit + 1)
    .all()
}

const containing = (text: string) => {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql`(lower(${users.name}) like ${pattern} escape '\\' or ${users.username} like ${pattern} escape '\\')`
}

/** Deputyships that hold on the Shanghai date `today` or later, all or those of one person on either side. */
export const deputyships = ({ q }: Db, today: string, person?: string) =>
  q
    .select()
    .from(deputies)
    .where(and(gte(deputies.until, today), person ? or(eq(deputies.principal, person), eq(deputies.deputy, person)) : undefined))
    .orderBy(asc(deputies.from), asc(deputies.id))
    .all()
export const deputyshipById = ({ q }: Db, id: string) => q.select().from(deputies).where(eq(deputies.id, id)).get()

export const namesOf = ({ q }: Db, ids: string[]): Map<string, string> =>
  new Map(
    q
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, [...new Set(ids)]))
      .all()
      .map(({ id, name }) => [id, name]),
  )
