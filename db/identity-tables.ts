// Who may sign in: the tables of the identity library, with what this institution knows of a person.
import type { Role } from '../machines/departments.ts'
import type { Columns } from './columns.ts'

/** The tables in the columns of one engine. */
export function identityTablesOf({ table, index, text, integer, flag, moment }: Columns) {
  /** `rightsRevision` grows with every change of role, campus, lead or activity; a write checks that it is still the one it was decided on. */
  const users = table(
    'users',
    {
      id: text('id').primaryKey(),
      name: text('name').notNull(),
      email: text('email').notNull().unique(),
      emailVerified: flag('email_verified').notNull().default(false),
      image: text('image'),
      username: text('username').unique(),
      displayUsername: text('display_username'),
      role: text('role').$type<Role>().notNull(),
      campus: text('campus'),
      lead: flag('lead').notNull().default(false),
      reportsTo: text('reports_to'),
      active: flag('active').notNull().default(true),
      rightsRevision: integer('rights_revision').notNull().default(1),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (t) => [index('users_role').on(t.role), index('users_reports_to').on(t.reportsTo)],
  )

  const sessions = table(
    'sessions',
    {
      id: text('id').primaryKey(),
      token: text('token').notNull().unique(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      expiresAt: moment('expires_at').notNull(),
      ipAddress: text('ip_address'),
      userAgent: text('user_agent'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (t) => [index('sessions_user').on(t.userId)],
  )

  const accounts = table(
    'accounts',
    {
      id: text('id').primaryKey(),
      accountId: text('account_id').notNull(),
      providerId: text('provider_id').notNull(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      accessToken: text('access_token'),
      refreshToken: text('refresh_token'),
      idToken: text('id_token'),
      accessTokenExpiresAt: moment('access_token_expires_at'),
      refreshTokenExpiresAt: moment('refresh_token_expires_at'),
      scope: text('scope'),
      password: text('password'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (t) => [index('accounts_user').on(t.userId)],
  )

  const verifications = table('verifications', {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  })

  return { users, sessions, accounts, verifications }
}
