// The statements that change who works here, what they may do, and who deputises for whom.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { rows } from './conflict.ts'
import { schema, type Write, write } from './database.ts'
import { leavesDepartment } from './knowing.ts'

const { users, accounts, sessions, deputies } = schema
export type UserRow = typeof users.$inferSelect
export type Deputyship = typeof deputies.$inferSelect
/** What decides what a person may do. */
export type Rights = Pick<UserRow, 'role' | 'campus' | 'lead' | 'reportsTo' | 'active'>
export type NewUser = Rights & Pick<UserRow, 'id' | 'name' | 'username'>

/** A person with the password that `passwordHash` was made of. */
export const insertUser = (user: NewUser, passwordHash: string, accountId: string, at: Date): Write[] => [
  write(
    (tx) =>
      tx
        .insert(users)
        .values({ ...user, email: unused(user.id), createdAt: at, updatedAt: at })
        .onConflictDoNothing()
        .returning({ id: users.id }),
    rows(1),
  ),
  write((tx) =>
    tx
      .insert(accounts)
      .values({
        id: accountId,
        accountId: user.id,
        providerId: 'credential',
        userId: user.id,
        password: passwordHash,
        createdAt: at,
        updatedAt: at,
      })
      .returning({ id: accounts.id }),
  ),
]
// The identity library wants an address of everybody; the top-level domain `invalid` is reserved for none.
const unused = (id: string) => `${id}@users.invalid`

/** A person as they are from now on. Rights that others have through them are no longer the same either. */
export const updateUser = (before: UserRow, after: Rights & { name: string }, at: Date): Write[] => [
  write(
    (tx) =>
      tx
        .update(users)
        .set({ ...after, updatedAt: at, rightsRevision: before.rightsRevision + 1 })
        .where(and(eq(users.id, before.id), eq(users.rightsRevision, before.rightsRevision)))
        .returning({ id: users.id }),
    rows(1),
  ),
  write((tx) =>
    tx
      .update(users)
      .set({ rightsRevision: sql`${users.rightsRevision} + 1` })
      .where(inArray(users.id, tx.select({ id: deputies.deputy }).from(deputies).where(eq(deputies.principal, before.id))))
      .returning({ id: users.id }),
  ),
  ...(after.role === before.role ? [] : [leavesDepartment(before.id)]),
  ...(after.active ? [] : [endSessions(before.id)]),
]

/** A new password ends every session that began with the old one. */
export const updatePassword = (userId: string, passwordHash: string, at: Date): Write[] => [
  write(
    (tx) =>
      tx
        .update(accounts)
        .set({ password: passwordHash, updatedAt: at })
        .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')))
        .returning({ id: accounts.id }),
    rows(1),
  ),
  endSessions(userId),
]

const endSessions = (userId: string): Write =>
  write((tx) => tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id }))

export const insertDeputy = (deputyship: Deputyship): Write[] => [
  write((tx) => tx.insert(deputies).values(deputyship).returning({ id: deputies.id }), rows(1)),
  rightsMoved(deputyship.deputy),
]

/** It holds no longer; that it did is in the institution's chain. */
export const deleteDeputy = ({ id, deputy }: Deputyship): Write[] => [
  write((tx) => tx.delete(deputies).where(eq(deputies.id, id)).returning({ id: deputies.id }), rows(1)),
  rightsMoved(deputy),
]

const rightsMoved = (userId: string): Write =>
  write(
    (tx) =>
      tx
        .update(users)
        .set({ rightsRevision: sql`${users.rightsRevision} + 1` })
        .where(eq(users.id, userId))
        .returning({ id: users.id }),
    rows(1),
  )
