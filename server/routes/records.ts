// Look-ups for forms: students and their enrolments.
import { and, asc, eq, gt, or } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { schema } from '../../db/database.ts'
import { contains } from '../../db/dialect.ts'
import { answers } from '../answers.ts'
import { refuse } from '../refusals.ts'
import { decodeCursor, encodeCursor, limitOf, pageQuery, responses, short } from '../routing.ts'

const { students, enrolments } = schema
type StudentQuery = { q?: string; id?: string; cursor?: string; limit?: string }
type EnrolmentQuery = { student?: string; cursor?: string; limit?: string }

const about = (operationId: string, summary: string, query: Record<string, object>, schema: object) => ({
  operationId,
  tags: ['records'],
  summary,
  querystring: Type.Object({ ...query, ...pageQuery } as never, { additionalProperties: false }),
  response: responses('read', 200, summary, schema),
})

/** The student representative sees no names. */
const notForRepresentatives = ({ user }: FastifyRequest) => (user.role === 'student-representative' ? refuse('not-yours') : undefined)

export async function recordRoutes(app: FastifyInstance) {
  const { q } = app.house.db
  app.get<{ Querystring: StudentQuery }>(
    '/api/students',
    { schema: about('list-students', 'Students by name or number', { q: short, id: short }, answers.students) },
    async (request) => {
      notForRepresentatives(request)
      const { q: text, id, cursor, limit } = request.query
      const [after] = decodeCursor(cursor, 1) ?? []
      const found = await q
        .select({ id: students.id, number: students.number, name: students.name, campus: students.campus })
        .from(students)
        .where(
          and(
            id ? eq(students.id, id) : undefined,
            text ? or(contains(students.name, text), contains(students.number, text)) : undefined,
            after ? gt(students.id, after) : undefined,
          ),
        )
        .orderBy(asc(students.id))
        .limit(limitOf(limit) + 1)
      return page(found, limitOf(limit))
    },
  )
  app.get<{ Querystring: EnrolmentQuery }>(
    '/api/enrolments',
    { schema: about('list-enrolments', 'Enrolments of a student', { student: short }, answers.enrolments) },
    async (request) => {
      notForRepresentatives(request)
      const { student, cursor, limit } = request.query
      const [after] = decodeCursor(cursor, 1) ?? []
      const found = await q
        .select()
        .from(enrolments)
        .where(and(student ? eq(enrolments.student, student) : undefined, after ? gt(enrolments.id, after) : undefined))
        .orderBy(asc(enrolments.id))
        .limit(limitOf(limit) + 1)
      return page(found, limitOf(limit))
    },
  )
}

export function page<R extends { id: string }>(found: R[], limit: number) {
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? encodeCursor([items.at(-1)!.id]) : null }
}
