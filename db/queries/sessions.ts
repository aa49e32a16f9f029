// Whose session a token is, asked on every request.
import { and, eq, gte, lte } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'
import type { UserRow } from '../people.ts'
import { given, prepared } from '../prepared.ts'

const { sessions, users, deputies } = schema

const byToken = prepared((q) =>
  q
    .select({ user: users, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.token, given('token'))),
)
/** The person of a session that has not run out at the real time `now`, active or not. */
export async function userOfSession(db: Db, token: string, now: Date): Promise<UserRow | null> {
  const [found] = await byToken(db, { token })
  return found && found.expiresAt > now ? found.user : null
}

const byDeputy = prepared((q) =>
  q
    .select({ id: users.id })
    .from(deputies)
    .innerJoin(users, eq(users.id, deputies.principal))
    .where(
      and(
        eq(deputies.deputy, given('deputy')),
        lte(deputies.from, given('today')),
        gte(deputies.until, given('today')),
        eq(users.active, true),
      ),
    ),
)
/** The ids of those somebody deputises for on a Shanghai date. */
export const principalIdsOf = async (db: Db, deputy: string, today: string): Promise<string[]> => [
  ...new Set((await byDeputy(db, { deputy, today })).map(({ id }) => id)),
]
