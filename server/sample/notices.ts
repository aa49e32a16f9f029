// Notices are read, as they are anywhere: once a week somebody of each department looks at all of them.
import { and, eq, isNull } from 'drizzle-orm'
import { schema, type Write, write } from '../../db/database.ts'
import type { Department } from '../../machines/departments.ts'
import type { Member, World } from './world.ts'

const { notices } = schema

/** Marks every unread notice as read by the first account of the department it went to. */
export const readNotices = ({ house, staff }: World) => {
  const readers = new Map<Department, Member>()
  for (const member of staff) if (!readers.has(member.user.department)) readers.set(member.user.department, member)
  return house.db.commit([...readers].map(([department, { user }]) => read(department, user.id, house.now().toISOString())))
}

const read = (department: Department, readBy: string, readAt: string): Write =>
  write((tx) =>
    tx
      .update(notices)
      .set({ readAt, readBy })
      .where(and(eq(notices.department, department), isNull(notices.readAt)))
      .returning({ id: notices.id }),
  )
