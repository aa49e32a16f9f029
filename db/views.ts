// What people have saved of how they look at the worklist.
import { eq } from 'drizzle-orm'
import { rows } from './conflict.ts'
import { schema, type Write, write } from './database.ts'
import { insertion } from './prepared.ts'

const { views } = schema
export type ViewRow = typeof views.$inferSelect

export const insertView = insertion(views)
/** Gone, if it is still there. */
export const dropView = ({ id }: ViewRow): Write =>
  write((tx) => tx.delete(views).where(eq(views.id, id)).returning({ id: views.id }), rows(1))
