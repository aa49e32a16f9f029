// The figures that managers look at, of all procedures or one of them.
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { procedures } from '../../machines/procedures.ts'
import { answers } from '../answers.ts'
import { mostStays, overview, stepFigures, type Wanted } from '../overview.ts'
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
  querystring: Type.Object({ procedure, ...common }, strict),
  response: responses('read', 200, 'Figures', answers.stepFigures),
}

export async function overviewRoutes(app: FastifyInstance) {
  const { house } = app
  app.get<{ Querystring: Wanted }>('/api/overview', { schema: overviewSchema }, async ({ user, query }) => overview(house, user, query))
  app.get<{ Querystring: Wanted & { procedure: string } }>('/api/overview/steps', { schema: stepsSchema }, async ({ user, query }) =>
    stepFigures(house, user, query),
  )
}
