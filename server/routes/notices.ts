// Notices to one's department, which the outbox delivered, and to oneself.
import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { schema, write } from '../../db/database.ts'
import { knowsOf, mayKnow } from '../../db/queries/access.ts'
import { type NoticeName, notices as texts } from '../../machines/notices.ts'
import { answers } from '../answers.ts'
import { answer, commitOnce } from '../commit.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, decodeCursor, idParam, limitOf, pageQuery, requestOf, responses, send } from '../routing.ts'
import { page } from './records.ts'
import { nothing } from './session.ts'

const { notices, cases } = schema
type Query = { unread?: string; cursor?: string; limit?: string }

export async function noticeRoutes(app: FastifyInstance) {
  const list = {
    operationId: 'list-notices',
    tags: ['notices'],
    summary: 'Notices to the user and to the user’s department, newest first',
    querystring: Type.Object(
      { unread: Type.Optional(Type.Enum(['true', 'false'], { type: 'string' })), ...pageQuery },
      { additionalProperties: false },
    ),
    response: responses('read', 200, 'A page of notices', answers.notices),
  }
  app.get<{ Querystring: Query }>('/api/notices', { schema: list }, async (request) => listNotices(app, request))
  const read = {
    operationId: 'read-notice',
    tags: ['notices'],
    summary: 'Mark as read',
    params: idParam,
    headers: commandHeaders,
    body: nothing,
    response: responses('write', 200, 'The notice'),
  }
  app.post<{ Params: { id: string } }>('/api/notices/:id/read', { schema: read }, async (request, reply) =>
    send(reply, await markRead(app, request)),
  )
}

async function listNotices({ house }: FastifyInstance, { user, query }: FastifyRequest<{ Querystring: Query }>) {
  const [before] = decodeCursor(query.cursor, 1) ?? []
  const limit = limitOf(query.limit)
  const found = await house.db.q
    .select({ notice: notices, number: cases.number })
    .from(notices)
    .innerJoin(cases, eq(cases.id, notices.caseId))
    .where(
      and(
        or(eq(notices.department, user.department), eq(notices.person, user.id)),
        query.unread === 'true' ? isNull(notices.readAt) : undefined,
        before ? lt(notices.id, before) : undefined,
        await mayKnow(house.db, user),
      ),
    )
    .orderBy(desc(notices.id))
    .limit(limit + 1)
  return page(
    found.map(({ notice, number }) => ({
      id: notice.id,
      case: notice.caseId,
      number,
      notice: notice.notice,
      label: texts[notice.notice as NoticeName],
      createdAt: notice.createdAt,
      toMe: notice.person !== null,
      read: notice.readAt !== null,
    })),
    limit,
  )
}

const markRead = ({ house }: FastifyInstance, request: FastifyRequest<{ Params: { id: string } }>) =>
  commitOnce(
    house,
    requestOf(request),
    async () => {
      const [row] = await house.db.q.select().from(notices).where(eq(notices.id, request.params.id))
      const { user } = request
      const told = row && (row.person === null ? row.department === user.department : row.person === user.id)
      const theirs = told && (await knowsOf(house.db, user, row.caseId))
      return theirs ? row : refuse('not-found')
    },
    ({ id }) => ({
      writes: [
        write((tx) =>
          tx
            .update(notices)
            .set({ readAt: house.now().toISOString(), readBy: request.user.id })
            .where(and(eq(notices.id, id), isNull(notices.readAt)))
            .returning({ id: notices.id }),
        ),
      ],
      answer: answer(200, { id, read: true }),
    }),
  )
