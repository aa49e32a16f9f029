// The figures that managers look at, of all procedures or one of them.
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { procedures } from '../../machines/procedures.ts'
import { answers } from '../answers.ts'
import { mostStays, overview, stepFigures, type Wanted } from '../overview.ts'
import { refuse } from '../refusals.ts'
import { responses, short } from '../routing.ts'

const day = Type.Optional(Type.String({ format: 'date' }))
const procedure = Type.Enum(Object.keys(procedures), { type: 'string' })
const common = { campus: short, from: day, until: day }
const strict = { additionalProperties: false }

const overviewSchema = {
  operationId: 'get-overview',
  tags: ['overview'],
  summary: 'Open and overdue cases by procedure, department and person; opened and closed ones over time',
  description:
    'For those who oversee; counts cases they may know of. `from` and `until` are Shanghai dates, both included, thirteen weeks up to today by default. `overdue` of a procedure: something in the case is; of a department or person: a step that waits for them is.',
  querystring: Type.Object({ procedure: Type.Optional(procedure), ...common }, strict),
  response: responses('read', 200, 'Figures', answers.overview),
}
const stepsSchema = {
  operationId: 'get-step-figures',
  tags: ['overview'],
  summary: 'Cases by step of a procedure, and how long those stayed that left it within the period',
  description: `Median and 90th percentile (nearest rank, elapsed time) of the newest ${mostStays} stays that ended within the period; \`left\` and \`leftLate\` are cases among those, \`more\` that there are others.`,
  params: Type.Object({ procedure: Type.String() }),
  querystring: Type.Object(common, strict),
  response: responses('read', 200, 'Figures', answers.stepFigures),
}

type ByProcedure = { Params: { procedure: string }; Querystring: Omit<Wanted, 'procedure'> }

export async function overviewRoutes(app: FastifyInstance) {
  const { house } = app
  app.get<{ Querystring: Wanted }>('/api/overview', { schema: overviewSchema }, async ({ user, query }) => overview(house, user, query))
  app.get<ByProcedure>('/api/overview/:procedure', { schema: stepsSchema }, async ({ user, params, query }) =>
    stepFigures(house, user, { ...query, procedure: Object.hasOwn(procedures, params.procedure) ? params.procedure : refuse('not-found') }),
  )
}
