// Ids in a form must be ids of records: found by the formats of its schema, looked up before anything is decided.
import { and, eq } from 'drizzle-orm'
import { schema } from '../db/database.ts'
import { some } from '../db/prepared.ts'
import { knowsOf, mayRead, type Viewer } from '../db/queries/access.ts'
import { type Label, say } from '../machines/label.ts'
import type { House } from './house.ts'
import { type FieldError, refuse } from './refusals.ts'

type Schema = { format?: string; properties?: Record<string, Schema>; items?: Schema }
export type Found = { format: string; value: string; path: string }

/** Every value in `value` whose schema names a format, with its JSON pointer. */
export function formatted(schema: Schema, value: unknown, path = ''): Found[] {
  if (typeof value === 'string') return schema.format ? [{ format: schema.format, value, path }] : []
  if (Array.isArray(value)) return value.flatMap((item, i) => formatted(schema.items ?? {}, item, `${path}/${i}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => formatted(schema.properties?.[key] ?? {}, inner, `${path}/${key}`))
}

type Scope = { house: House; person: Viewer; student: string | null }
type Lookup = { exists: (scope: Scope, id: string) => Promise<boolean>; unknown: Label }

const lookups: Record<string, Lookup> = {
  student: {
    exists: async ({ house }, id) =>
      some(await house.db.q.select({ id: schema.students.id }).from(schema.students).where(eq(schema.students.id, id))),
    unknown: say('没有这名学员', 'There is no such student'),
  },
  enrolment: {
    exists: async ({ house, student }, id) =>
      some(
        await house.db.q
          .select({ id: schema.enrolments.id })
          .from(schema.enrolments)
          .where(and(eq(schema.enrolments.id, id), eq(schema.enrolments.student, student ?? ''))),
      ),
    unknown: say('该学员没有这项报名', 'This student has no such enrolment'),
  },
  user: {
    exists: async ({ house }, id) =>
      some(
        await house.db.q
          .select({ id: schema.users.id })
          .from(schema.users)
          .where(and(eq(schema.users.id, id), eq(schema.users.active, true))),
      ),
    unknown: say('没有这名人员或其已停用', 'There is no such person, or they are not active'),
  },
  case: {
    exists: ({ house, person }, id) => knowsOf(house.db, person, id),
    unknown: say('没有这个案件', 'There is no such case'),
  },
  attachment: {
    exists: async ({ house, person }, id) => {
      const [row] = await house.db.q
        .select({ id: schema.attachments.id, uploadedBy: schema.attachments.uploadedBy })
        .from(schema.attachments)
        .where(eq(schema.attachments.id, id))
      return row !== undefined && mayRead(house.db, person, row)
    },
    unknown: say('没有这个附件', 'There is no such attachment'),
  },
}

/** Refuses with `not-possible` when an id names nothing, or an enrolment of another student. */
export async function checkIds(scope: Scope, form: object, answers: Record<string, unknown>): Promise<Found[]> {
  const found = formatted(form as Schema, answers)
  const errors: FieldError[] = []
  for (const { format, value, path } of found) {
    const lookup = lookups[format]
    if (lookup && !(await lookup.exists(scope, value))) errors.push({ path, message: lookup.unknown })
  }
  if (errors.length) refuse('not-possible', errors[0]!.message, { errors })
  return found
}
