// How many cases a list holds, as far as anybody counts: a worklist of thousands is no longer read by its number.
import { sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { given, prepared } from '../prepared.ts'
import { type Driven, driversOf, dueFirst, type Filter } from './drivers.ts'
import { type Viewer, viewOf } from './view.ts'

type Counted = { n: number }
const shapes = new Map<string, ReturnType<typeof prepared<Counted>>>()
const mostShapes = 500

function known(driven: Driven) {
  const found =
    shapes.get(driven.shape) ??
    prepared<Counted>((q) => q.select({ n: sql<number>`count(*)` }).from(sql`(${driven.union()} limit ${given('limit')}) as counted`))
  if (shapes.size < mostShapes) shapes.set(driven.shape, found)
  return found
}

/** How many there are; `most` where there are that many or more. */
export async function countUpTo(db: Db, person: Viewer, filter: Filter, most: number): Promise<number> {
  const driven = driversOf(db.engine, await viewOf(db, person), filter, dueFirst, {})
  if (!driven) return 0
  const [counted] = await known(driven)(db, { ...driven.values, limit: most })
  return Number(counted!.n)
}
