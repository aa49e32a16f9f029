// Whose session a token is, asked on every request: prepared once.
import { and, eq, gte, lte, sql } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'
import type { UserRow } from '../people.ts'

const { sessions, users, deputies } = schema

/** The person of a session that has not run out at the real time `now`, active or not. */
export const sessionLookup = ({ q }: Db) => {
  const byToken = q
    .select({ user: users, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.token, sql.placeholder('token')))
    .prepare()
  return (token: string, now: Date): UserRow | null => {
    const found = byToken.get({ token })
    return found && found.expiresAt > now ? found.user : null
  }
}

/** The ids of those somebody deputises for on a Shanghai date. */
export const principalLookup = ({ q }: Db) => {
  const today = sql.placeholder('today')
  const byDeputy = q
    .select({ id: users.id })
    .from(deputies)
    .innerJoin(users, eq(users.id, deputies.principal))
    .where(
      and(eq(deputies.deputy, sql.placeholder('deputy')), lte(deputies.from, today), gte(deputies.until, today), eq(users.active, true)),
    )
    .prepare()
  return (deputy: string, today: string): string[] => [...new Set(byDeputy.all({ deputy, today }).map(({ id }) => id))]
}
