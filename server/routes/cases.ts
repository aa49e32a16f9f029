// Cases over HTTP: one route per event of every procedure, made from the machines; acts and the worklist beside them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ActName, acts } from '../../machines/acts.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { answers } from '../answers.ts'
import { caseView, etag } from '../case-view.ts'
import { actCommand, findCase, openCommand, recordCommand, sceneOf, studentName } from '../commands.ts'
import { advanceHeaders, commandHeaders, idParam, requestOf, responses, revisionOf, send } from '../routing.ts'

type Params = { id: string }

export async function caseRoutes(app: FastifyInstance) {
  for (const procedure of Object.values(procedures)) procedureRoutes(app, procedure)
  actRoutes(app)
  app.get<{ Params: Params }>('/api/cases/:id', { schema: caseSchema }, async (request, reply) => show(app, request, reply))
}

const command = (app: FastifyInstance, request: FastifyRequest) => ({
  house: app.house,
  user: request.user,
  request: requestOf(request),
  answers: request.body as Record<string, unknown>,
})

function procedureRoutes(app: FastifyInstance, procedure: Procedure) {
  const { name, version, label, opening, events } = procedure
  const openSchema = {
    operationId: `open-${name}`,
    tags: [name],
    summary: `Open: ${label.en}`,
    headers: commandHeaders,
    body: opening.payload,
    response: responses('write', 201, 'The case', answers.case),
  }
  app.post(`/api/${name}`, { schema: openSchema }, async (request, reply) => {
    const answer = await openCommand(command(app, request), procedure)
    request.log.info({ case: answer.headers.location, event: 'case.opened' }, 'recorded')
    void app.wake()
    return send(reply, answer)
  })
  for (const [type, event] of Object.entries(events)) {
    if (!event.by.length) continue
    const schema = {
      operationId: `${name}-${version}-${type.replaceAll('.', '-')}`,
      tags: [name],
      summary: event.label.en,
      params: idParam,
      headers: advanceHeaders,
      body: event.payload,
      response: responses('command', 200, 'The case after it', answers.case),
    }
    app.post<{ Params: Params }>(`/api/${name}@${version}/:id/${type}`, { schema }, async (request, reply) => {
      const answer = await recordCommand(command(app, request), name, version, request.params.id, type, revisionOf(request))
      request.log.info({ case: request.params.id, event: type }, 'recorded')
      void app.wake()
      return send(reply, answer)
    })
  }
}

function actRoutes(app: FastifyInstance) {
  for (const [type, act] of Object.entries(acts)) {
    const schema = {
      operationId: `act-${type.replaceAll('.', '-')}`,
      tags: ['acts'],
      summary: act.label.en,
      params: idParam,
      headers: commandHeaders,
      body: act.payload,
      response: responses('write', 200, 'The case after it', answers.case),
    }
    app.post<{ Params: Params }>(`/api/cases/:id/acts/${type}`, { schema }, async (request, reply) => {
      const answer = await actCommand(command(app, request), request.params.id, type as ActName)
      request.log.info({ case: request.params.id, event: type }, 'recorded')
      return send(reply, answer)
    })
  }
}

const caseSchema = {
  operationId: 'get-case',
  tags: ['cases'],
  summary: 'A case as this user sees it',
  params: idParam,
  response: responses('read', 200, 'The case', answers.case),
}

async function show({ house }: FastifyInstance, { params, user }: FastifyRequest<{ Params: Params }>, reply: FastifyReply) {
  const found = await findCase(house, user, params.id)
  const view = caseView(
    await sceneOf(house, user, found),
    await studentName(house, user, found.state.row.student),
    house.now().toISOString(),
  )
  return reply.header('etag', etag(view.revision)).send(view)
}
