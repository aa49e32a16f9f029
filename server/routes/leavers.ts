// Lists beside the cases: who is in arrears, and what was promised to those who left.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { arrearsCaseOf, arrearsList } from '../../db/queries/arrears.ts'
import { findPromises } from '../../db/queries/promises.ts'
import type { Role } from '../../machines/departments.ts'
import { answers } from '../answers.ts'
import { today } from '../asker.ts'
import { mustReadPromises, promiseView, redeem, redeemForm } from '../promises.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, decodeCursor, encodeCursor, idParam, limitOf, pageQuery, requestOf, responses, send, short } from '../routing.ts'

type Paged = { cursor?: string; limit?: string }
type PromiseQuery = Paged & { student?: string; case?: string; open?: 'true' | 'false' }
const strict = { additionalProperties: false }
const seesArrears: readonly Role[] = ['finance', 'customer-service', 'management', 'administration', 'auditor']

export async function leaverRoutes(app: FastifyInstance) {
  const owing = {
    operationId: 'list-arrears',
    tags: ['records'],
    summary: 'Running enrolments for which something is owed, with the case that concerns it',
    querystring: Type.Object(pageQuery, strict),
    response: responses('read', 200, 'A page of the arrears list', answers.arrears),
  }
  app.get<{ Querystring: Paged }>('/api/arrears-list', { schema: owing }, async (request) => listArrears(app, request))
  const promised = {
    operationId: 'list-promises',
    tags: ['promises'],
    summary: 'What students were promised when they left, what runs out first at the top',
    querystring: Type.Object(
      {
        student: short,
        case: short,
        open: Type.Optional(Type.Enum(['true', 'false'], { type: 'string' })),
        ...pageQuery,
      },
      strict,
    ),
    response: responses('read', 200, 'A page of promises', answers.promises),
  }
  app.get<{ Querystring: PromiseQuery }>('/api/promises', { schema: promised }, async (request) => listPromises(app, request))
  const redeeming = {
    operationId: 'redeem-promise',
    tags: ['promises'],
    summary: 'Redeem a promise',
    params: idParam,
    headers: commandHeaders,
    body: redeemForm,
    response: responses('write', 200, 'The promise', answers.promise),
  }
  app.post<{ Params: { id: string }; Body: { enrolment?: string } }>(
    '/api/promises/:id/redeem',
    { schema: redeeming },
    async (request, reply) => send(reply, await redeem(app.house, request.user, requestOf(request), request.params.id, request.body)),
  )
}

const pageOf = ({ cursor, limit }: Paged) => [decodeCursor(cursor, 2) as [string, string] | null, limitOf(limit)] as const

async function listArrears({ house }: FastifyInstance, { user, query }: FastifyRequest<{ Querystring: Paged }>) {
  const [after, limit] = pageOf(query)
  if (!seesArrears.includes(user.role)) refuse('not-yours')
  const found = await arrearsList(house.db, after, limit)
  const items = await Promise.all(
    found.slice(0, limit).map(async (row) => ({ ...row, case: await arrearsCaseOf(house.db, row.enrolment) })),
  )
  const last = items.at(-1)
  return { items, next: found.length > limit && last ? encodeCursor([last.number, last.enrolment]) : null }
}

async function listPromises({ house }: FastifyInstance, { user, query }: FastifyRequest<{ Querystring: PromiseQuery }>) {
  const [after, limit] = pageOf(query)
  mustReadPromises(user)
  const open = query.open === undefined ? undefined : query.open === 'true'
  const found = await findPromises(house.db, { student: query.student, caseId: query.case, open, today: today(house), after, limit })
  const items = await Promise.all(found.slice(0, limit).map((row) => promiseView(house, user, row)))
  const last = items.at(-1)
  return { items, next: found.length > limit && last ? encodeCursor([last.until, last.id]) : null }
}
