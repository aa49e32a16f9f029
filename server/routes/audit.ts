// For whoever looks into cases they never saw: a search over all histories, what is usual in a procedure, and audit rounds.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { TrailAfter } from '../../db/queries/trail.ts'
import { answers } from '../answers.ts'
import { type DrawForm, drawAgain, drawForm, drawRound, endRound, type FindingForm, findingForm, recordFinding } from '../audit-rounds.ts'
import { mustOversee, searchEvents } from '../audit-search.ts'
import { listRounds, showRound } from '../audit-view.ts'
import { localeOf, refuse } from '../refusals.ts'
import { commandHeaders, decodeCursor, encodeCursor, idParam, limitOf, pageQuery, requestOf, responses, send, short } from '../routing.ts'
import { waysOf } from '../unusual.ts'
import { findProcedure } from './procedures.ts'
import { nothing } from './session.ts'

type Paged = { cursor?: string; limit?: string }
type Wanted = Paged & Partial<Record<'person' | 'event' | 'state' | 'procedure' | 'from' | 'until', string>> & { late?: 'true' | 'false' }
type ById = { Params: { id: string } }
const strict = { additionalProperties: false }
const day = Type.Optional(Type.String({ format: 'date' }))

const reading = (operationId: string, summary: string, schema: object, rest: object = {}) => ({
  operationId,
  tags: ['audit'],
  summary,
  ...rest,
  response: responses('read', 200, summary, schema),
})
const command = (operationId: string, summary: string, body: object, status: number, rest: object = {}) => ({
  operationId,
  tags: ['audit'],
  summary,
  headers: commandHeaders,
  body,
  ...rest,
  response: responses('write', status, 'The round', answers.auditRound),
})
const wanted = Type.Object(
  {
    person: short,
    event: short,
    state: short,
    procedure: short,
    from: day,
    until: day,
    late: Type.Optional(Type.Enum(['true', 'false'], { type: 'string' })),
    ...pageQuery,
  },
  strict,
)

export async function auditRoutes(app: FastifyInstance) {
  app.get<{ Querystring: Wanted }>(
    '/api/audit/events',
    { schema: reading('search-events', 'Events of all histories, the newest first', answers.auditEvents, { querystring: wanted }) },
    async (request) => search(app, request),
  )
  app.get<{ Params: { reference: string } }>(
    '/api/procedures/:reference/ways',
    {
      schema: reading('count-ways', 'How many of the newest closed cases took each way', answers.ways, {
        params: Type.Object({ reference: Type.String() }),
      }),
    },
    async ({ params, user }) => {
      const procedure = findProcedure(params.reference)
      mustOversee(user)
      return waysOf(app.house, procedure)
    },
  )
  app.get(
    '/api/audit/forms',
    { schema: reading('get-audit-forms', 'The forms of a round and of a finding', answers.auditForms) },
    async () => ({
      draw: drawForm,
      finding: findingForm,
    }),
  )
  roundRoutes(app)
}

function roundRoutes(app: FastifyInstance) {
  const { house } = app
  app.get<{ Querystring: Paged }>(
    '/api/audit/rounds',
    {
      schema: reading('list-rounds', 'Audit rounds, the newest first', answers.auditRounds, {
        querystring: Type.Object(pageQuery, strict),
      }),
    },
    async ({ user, query }) => {
      const { items, last } = await listRounds(house, user, decodeCursor(query.cursor, 2) as [string, string] | null, limitOf(query.limit))
      return { items, next: last && encodeCursor([last.drawnAt, last.id]) }
    },
  )
  app.post<{ Body: DrawForm }>(
    '/api/audit/rounds',
    { schema: command('draw-round', 'Draw the cases of a round', drawForm, 201) },
    async (request, reply) => send(reply, await drawRound(house, request.user, requestOf(request), request.body)),
  )
  app.get<ById>(
    '/api/audit/rounds/:id',
    { schema: reading('get-round', 'A round with its cases and findings', answers.auditRound, { params: idParam }) },
    async ({ user, params }) => showRound(house, user, params.id),
  )
  app.get<ById>(
    '/api/audit/rounds/:id/draw',
    { schema: reading('draw-again', 'Draws again with the seed on record', answers.auditDraw, { params: idParam }) },
    async ({ user, params }) => drawAgain(house, user, params.id),
  )
  app.post<ById & { Body: FindingForm }>(
    '/api/audit/rounds/:id/findings',
    { schema: command('record-finding', 'Record what was found in a case', findingForm, 200, { params: idParam }) },
    async (request, reply) => send(reply, await recordFinding(house, request.user, requestOf(request), request.params.id, request.body)),
  )
  app.post<ById>(
    '/api/audit/rounds/:id/close',
    { schema: command('close-round', 'Close a round', nothing, 200, { params: idParam }) },
    async (request, reply) => send(reply, await endRound(house, request.user, requestOf(request), request.params.id)),
  )
}

async function search({ house }: FastifyInstance, { user, query, headers }: FastifyRequest<{ Querystring: Wanted }>) {
  const { cursor, limit, late, ...rest } = query
  const asked = { ...rest, ...(late && { late: late === 'true' }) }
  const { items, next } = await searchEvents(house, user, asked, placeIn(cursor), limitOf(limit), localeOf(headers['accept-language']))
  return { items, next: next && encodeCursor(next.map(String)) }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
function placeIn(cursor: string | undefined): TrailAfter {
  const [at, caseId, sequence] = decodeCursor(cursor, 3) ?? []
  if (at === undefined) return null
  const fits = instant.test(at) && /^[\w-]{1,64}$/.test(caseId!) && /^\d{1,9}$/.test(sequence!)
  return fits ? [at, caseId!, Number(sequence)] : refuse('invalid')
}
