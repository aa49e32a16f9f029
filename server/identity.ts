// Who signs in, and whose session a cookie is. Better Auth checks passwords and begins sessions;
// who a session belongs to and what that person may do is read from our own rows on every request.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { and, eq, lt } from 'drizzle-orm'
import { type Db, schema, type Write, write } from '../db/database.ts'
import type { UserRow } from '../db/people.ts'
import { userById } from '../db/queries/people.ts'
import { personOf, principalsOf } from '../db/queries/records.ts'
import { userOfSession } from '../db/queries/sessions.ts'
import { today, type User } from './asker.ts'
import type { House } from './house.ts'
import type { signingIn } from './sign-in.ts'

/** `principals` are the ids of the people this one deputises for today. */
export type SessionUser = User & { username: string; principals: string[] }
/** The cookie's header line, to be sent as `Set-Cookie`. */
export type SignedIn = { user: SessionUser; cookie: string }
export type Identity = {
  /** The person whose valid session the `Cookie` header names; null without one, and for people who are no longer active. */
  sessionOf: (headers: IncomingHttpHeaders) => Promise<SessionUser | null>
  /** Null for wrong credentials, whatever is wrong with them. `secure` when the caller came by https. */
  signIn: (username: string, password: string, secure: boolean) => Promise<SignedIn | null>
  /** What ends the session, if there is one, and the header line that clears the cookie. */
  signOut: (headers: IncomingHttpHeaders, secure: boolean) => { writes: Write[]; cookie: string }
}

/** Lower-case letters, digits, dots, dashes and underscores; 3 to 30, beginning with a letter or digit. */
export const usernamePattern = '^[a-z0-9][a-z0-9._-]{2,29}$'
export const cookiePrefix = 'anjuan'
const cookieName = `${cookiePrefix}.session_token`
const cookieValue = new RegExp(`(?:^|;)\\s*${cookieName.replace('.', '\\.')}=([^;\\s]*)`)

const { state, sessions } = schema

/** The key of the cookies' signatures: made once, kept in the database, so that sessions survive a restart and hold in every process. */
export async function sharedSecret(db: Db): Promise<string> {
  const made = { key: 'secret', value: randomBytes(32).toString('base64url') }
  await db.commit([write((tx) => tx.insert(state).values(made).onConflictDoNothing().returning({ key: state.key }))])
  const [kept] = await db.q.select().from(state).where(eq(state.key, 'secret'))
  return kept!.value
}

export function makeIdentity(house: House, secret: string): Identity {
  const { db } = house
  let library: Promise<ReturnType<typeof signingIn>> | undefined
  const known = async (row: UserRow): Promise<SessionUser> => ({
    ...personOf(row),
    username: row.username ?? '',
    rightsRevision: row.rightsRevision,
    principals: (await principalsOf(db, row.id, today(house))).map(({ id }) => id),
  })

  return {
    sessionOf: async ({ cookie }) => {
      const token = cookie && signedToken(cookie, secret)
      const user = token ? await userOfSession(db, token, new Date()) : null
      return user?.active ? known(user) : null
    },
    signIn: async (username, password, secure) => {
      library ??= import('./sign-in.ts').then(({ signingIn }) => signingIn(db, secret))
      const begin = await library
      const begun = await begin(username, password)
      if (!begun) return null
      await dropExpired(db, begun.userId)
      return { user: await known((await userById(db, begun.userId))!), cookie: secured(begun.cookie, secure) }
    },
    signOut: ({ cookie }, secure) => {
      const token = cookie && signedToken(cookie, secret)
      return {
        writes: token ? [write((tx) => tx.delete(sessions).where(eq(sessions.token, token)).returning({ id: sessions.id }))] : [],
        cookie: secured(`${cookieName}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`, secure),
      }
    },
  }
}

const dropExpired = (db: Db, userId: string) =>
  db.commit([
    write((tx) =>
      tx
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, new Date())))
        .returning({ id: sessions.id }),
    ),
  ])

const secured = (line: string, secure: boolean) => (secure ? `${line}; Secure` : line)

/** The session's token, if the cookie bears our signature: `token.base64(HMAC-SHA256)`, percent-encoded. */
function signedToken(header: string, secret: string): string | null {
  const [token, signature] = decoded(cookieValue.exec(header)?.[1] ?? '').split('.')
  if (!token || !signature) return null
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}
const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
