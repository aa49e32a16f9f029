// Passwords looked at and sessions begun, by Better Auth: a third of all that a server loads, and needed by nobody who is signed in. So it
// is loaded with the first who is not.
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import { v7 } from 'uuid'
import { type Db, schema } from '../db/database.ts'
import { userById } from '../db/queries/people.ts'
import { cookiePrefix, usernamePattern } from './identity.ts'

const { users, sessions, accounts, verifications } = schema
/** How long a session lasts, in seconds: a working day, whether it is used or not. */
const sessionSeconds = 12 * 3600

/** Begins sessions: whose it is and the cookie's header line; null for wrong credentials. */
export function signingIn(db: Db, secret: string) {
  const { api } = library(db, secret)
  return async (username: string, password: string): Promise<{ userId: string; cookie: string } | null> => {
    const { headers, response } = await api.signInUsername({ body: { username, password }, returnHeaders: true }).catch(ifRefused)
    return headers && response ? { userId: response.user.id, cookie: headers.getSetCookie()[0]! } : null
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
