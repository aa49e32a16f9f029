// Whose session a token is, asked on every request.
import { eq } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'
import type { UserRow } from '../people.ts'
import { given, prepared } from '../prepared.ts'

const { sessions, users } = schema

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
