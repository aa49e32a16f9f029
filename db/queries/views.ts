// The views that somebody has saved, in the order in which they saved them.
import { and, asc, eq } from 'drizzle-orm'
import { type Db, schema } from '../database.ts'
import { first } from '../prepared.ts'
import type { ViewRow } from '../views.ts'

const { views } = schema

export const savedViews = async ({ q }: Db, userId: string): Promise<ViewRow[]> =>
  q.select().from(views).where(eq(views.userId, userId)).orderBy(asc(views.id))

export const savedView = async ({ q }: Db, userId: string, id: string): Promise<ViewRow | undefined> =>
  first(
    await q
      .select()
      .from(views)
      .where(and(eq(views.id, id), eq(views.userId, userId))),
  )
