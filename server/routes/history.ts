// History, verification and pack of a case.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { standingOf } from '../../db/queries/access.ts'
import { historyOf } from '../../db/queries/history.ts'
import { namesOf } from '../../db/queries/people.ts'
import { isAct } from '../../machines/acts.ts'
import { paths } from '../../machines/engine.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { passages, replay } from '../../machines/replay.ts'
import { answers } from '../answers.ts'
import { findCase } from '../commands.ts'
import { answer } from '../commit.ts'
import { byNobody, labelOf } from '../event-words.ts'
import { packOf, readable, verification } from '../pack.ts'
import { changeInstitution } from '../people.ts'
import { localeOf } from '../refusals.ts'
import { idParam, requestOf, responses, send } from '../routing.ts'

type ById = FastifyRequest<{ Params: { id: string } }>

export async function historyRoutes(app: FastifyInstance) {
  const route = (operationId: string, summary: string, schema: object) => ({
    operationId,
    tags: ['proof'],
    summary,
    params: idParam,
    response: responses('read', 200, summary, schema),
  })
  app.get('/api/cases/:id/history', { schema: route('get-history', 'Every event of a case', answers.history) }, async (request: ById) =>
    history(app, request),
  )
  app.get(
    '/api/cases/:id/verification',
    { schema: route('verify-case', 'Whether the history is intact', answers.verification) },
    async (request: ById) => {
      const { state, procedure } = await findCase(app.house, request.user, request.params.id)
      return verification(app.house, procedure, state.row)
    },
  )
  app.get(
    '/api/cases/:id/pack',
    { schema: route('get-pack', 'The case as one file for the offline verifier', answers.pack) },
    async (request: ById, reply) => {
      const { state, procedure } = await findCase(app.house, request.user, request.params.id)
      const { number } = state.row
      return send(reply.header('content-disposition', `attachment; filename="${number}.json"`), await exported(app, request, procedure))
    },
  )
}

/** Whoever takes a case out of the house is on record before they have it. */
const exported = (app: FastifyInstance, request: ById, procedure: Procedure) =>
  changeInstitution(
    app.house,
    { ...requestOf(request), key: undefined },
    () => null,
    async () => {
      const { id } = request.params
      const events = await eventsFor(app, request, procedure)
      const facts = { case: id, head: events.at(-1)!.hash }
      return {
        writes: [],
        happenings: [{ type: 'case.exported', actor: request.user.id, facts }],
        answer: answer(200, packOf(procedure, id, events)),
      }
    },
  )

async function eventsFor({ house }: FastifyInstance, { user, params }: ById, procedure: Procedure) {
  return readable(procedure, await historyOf(house.db, params.id), user, (await standingOf(house.db, user, params.id)).hasPart)
}

async function history(app: FastifyInstance, request: ById) {
  const { procedure } = await findCase(app.house, request.user, request.params.id)
  const events = await eventsFor(app, request, procedure)
  const states = replay(procedure, events)
  const through = passages(procedure, events, states)
  const names = await namesOf(
    app.house.db,
    events.flatMap((e) => [e.actor, ...(e.onBehalfOf ? [e.onBehalfOf] : [])]),
  )
  const name = (id: string | null) =>
    id === null ? null : (names.get(id) ?? byNobody[id]?.[localeOf(request.headers['accept-language'])] ?? id)
  return {
    events: events.map((event, index) => ({
      ...event,
      label: labelOf(procedure, event.type, event.facts),
      act: isAct(event.type),
      actorName: name(event.actor),
      onBehalfOfName: name(event.onBehalfOf),
      paths: states[index] ? paths(states[index].value) : [],
      through: through[index]!,
    })),
  }
}
