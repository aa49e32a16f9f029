// Who signs in, and whose session a cookie is. Better Auth checks passwords and begins sessions;
// who a session belongs to and what that person may do is read from our own rows on every request.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import { and, eq, lt } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type Db, schema, type Write, write } from '../db/database.ts'
import type { UserRow } from '../db/people.ts'
import { userById } from '../db/queries/people.ts'
import { personOf, principalsOf } from '../db/queries/records.ts'
import { userOfSession } from '../db/queries/sessions.ts'
import { today, type User } from './asker.ts'
import type { House } from './house.ts'

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
/** How long a session lasts, in seconds: a working day, whether it is used or not. */
const sessionSeconds = 12 * 3600
const cookiePrefix = 'anjuan'
const cookieName = `${cookiePrefix}.session_token`
const cookieValue = new RegExp(`(?:^|;)\\s*${cookieName.replace('.', '\\.')}=([^;\\s]*)`)

const { state, users, sessions, accounts, verifications } = schema

/** The key of the cookies' signatures: made once, kept in the database, so that sessions survive a restart and hold in every process. */
export async function sharedSecret(db: Db): Promise<string> {
  const made = { key: 'secret', value: randomBytes(32).toString('base64url') }
  await db.commit([write((tx) => tx.insert(state).values(made).onConflictDoNothing().returning({ key: state.key }))])
  const [kept] = await db.q.select().from(state).where(eq(state.key, 'secret'))
  return kept!.value
}

export function makeIdentity(house: House, secret: string): Identity {
  const { db } = house
  const { api } = library(db, secret)
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
      const { headers, response } = await api.signInUsername({ body: { username, password }, returnHeaders: true }).catch(ifRefused)
      if (!headers || !response) return null
      await dropExpired(db, response.user.id)
      return { user: await known((await userById(db, response.user.id))!), cookie: secured(headers.getSetCookie()[0]!, secure) }
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

/** Its own routes are never mounted: what is reachable is what our routes call. So it needs to know neither host nor origin. */
const library = (db: Db, secret: string) =>
  betterAuth({
    baseURL: 'http://localhost',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: drizzleAdapter(db.q, {
      provider: 'sqlite',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    plugins: [
      username({
        displayUsername: false,
        validationOrder: { username: 'post-normalization' },
        usernameValidator: (name) => new RegExp(usernamePattern).test(name),
      }),
    ],
    advanced: { cookiePrefix, useSecureCookies: false, ipAddress: { disableIpTracking: true }, database: { generateId: () => v7() } },
    databaseHooks: { session: { create: { before: async ({ userId }) => stillHere(db, userId) } } },
  })

class Left extends Error {}
/** Whoever has left is told the same as a stranger, and only after the password was looked at. */
const stillHere = async (db: Db, userId: string) => {
  if (!(await userById(db, userId))?.active) throw new Left()
}
const ifRefused = (error: Error & { statusCode?: number }): { headers?: undefined; response?: undefined } => {
  if (error instanceof Left || (error.statusCode ?? 500) < 500) return {}
  throw error
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
