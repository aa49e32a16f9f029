// Notices are read, as they are anywhere: once a week somebody of each department looks at all of them, and everybody at their own.
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { schema, type Write, write } from '../../db/database.ts'
import type { Department } from '../../machines/departments.ts'
import type { Member, World } from './world.ts'

const { notices } = schema

/** Marks every unread notice as read by whom it went to: a person, or the first account of a department. */
export const readNotices = ({ house, staff }: World) => {
  const readers = new Map<Department, Member>()
  for (const member of staff) if (!readers.has(member.user.department)) readers.set(member.user.department, member)
  const now = house.now().toISOString()
  return house.db.commit([...[...readers].map(([department, { user }]) => read(department, user.id, now)), readOwn(now)])
}

const read = (department: Department, readBy: string, readAt: string): Write =>
  write((tx) =>
    tx
      .update(notices)
      .set({ readAt, readBy })
      .where(and(eq(notices.department, department), isNull(notices.readAt)))
      .returning({ id: notices.id }),
  )
const readOwn = (readAt: string): Write =>
  write((tx) =>
    tx
      .update(notices)
      .set({ readAt, readBy: sql`${notices.person}` })
      .where(and(isNotNull(notices.person), isNull(notices.readAt)))
      .returning({ id: notices.id }),
  )
