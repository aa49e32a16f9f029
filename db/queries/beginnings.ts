// How far an institution is set up: what there is already, asked without counting what may be many.
import { count, eq } from 'drizzle-orm'
import type { Role } from '../../machines/departments.ts'
import { type Db, schema } from '../database.ts'
import { first, some } from '../prepared.ts'

const { users, campuses, enrolments, cases, state } = schema

/** The key of the institution's name. */
export const institutionKey = 'institution'
export const institutionName = async ({ q }: Db): Promise<string | null> =>
  first(await q.select({ value: state.value }).from(state).where(eq(state.key, institutionKey)))?.value ?? null

/** How many active people there are in each role that has any. */
export const peopleByRole = async ({ q }: Db): Promise<Partial<Record<Role, number>>> => {
  const found = await q.select({ role: users.role, people: count() }).from(users).where(eq(users.active, true)).groupBy(users.role)
  return Object.fromEntries(found.map(({ role, people }) => [role, people]))
}

export const anyCampus = async ({ q }: Db) => some(await q.select({ id: campuses.id }).from(campuses).limit(1))
/** Whoever is enrolled is a student who was entered. */
export const anyEnrolment = async ({ q }: Db) => some(await q.select({ id: enrolments.id }).from(enrolments).limit(1))
export const anyCase = async ({ q }: Db) => some(await q.select({ id: cases.id }).from(cases).limit(1))
