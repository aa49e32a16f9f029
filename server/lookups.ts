// Ids in a form must be ids of records: found by the formats of its schema, looked up before anything is decided.
import { and, eq } from 'drizzle-orm'
import { schema } from '../db/database.ts'
import { given, prepared, some } from '../db/prepared.ts'
import { knowsOf, mayRead } from '../db/queries/access.ts'
import type { Viewer } from '../db/queries/view.ts'
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

const { students, enrolments, users, attachments } = schema
const studentById = prepared((q) =>
  q
    .select({ id: students.id })
    .from(students)
    .where(eq(students.id, given('id'))),
)
const enrolmentOf = prepared((q) =>
  q
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(eq(enrolments.id, given('id')), eq(enrolments.student, given('student')))),
)
const activeUser = prepared((q) =>
  q
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, given('id')), eq(users.active, true))),
)
const attachmentById = prepared((q) =>
  q
    .select({ id: attachments.id, uploadedBy: attachments.uploadedBy })
    .from(attachments)
    .where(eq(attachments.id, given('id'))),
)

const lookups: Record<string, Lookup> = {
  student: {
    exists: async ({ house }, id) => some(await studentById(house.db, { id })),
    unknown: say('没有这名学员', 'There is no such student'),
  },
  enrolment: {
    exists: async ({ house, student }, id) => some(await enrolmentOf(house.db, { id, student: student ?? '' })),
    unknown: say('该学员没有这项报名', 'This student has no such enrolment'),
  },
  user: {
    exists: async ({ house }, id) => some(await activeUser(house.db, { id })),
    unknown: say('没有这名人员或其已停用', 'There is no such person, or they are not active'),
  },
  case: {
    exists: ({ house, person }, id) => knowsOf(house.db, person, id),
    unknown: say('没有这个案件', 'There is no such case'),
  },
  attachment: {
    exists: async ({ house, person }, id) => {
      const [row] = await attachmentById(house.db, { id })
      return row !== undefined && (await mayRead(house.db, person, row))
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
