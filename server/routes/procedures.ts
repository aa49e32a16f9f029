// What the institution publishes: procedures, their drawings, the clauses of both regulations; and whether the service is up.
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { acts } from '../../machines/acts.ts'
import { carriedOut } from '../../machines/carried-out.ts'
import { clauses } from '../../machines/clauses.ts'
import { departments, roles } from '../../machines/departments.ts'
import { procedures } from '../../machines/procedures.ts'
import { type Published, procedureAt, publish, publishedProcedures } from '../../machines/published.ts'
import { answers } from '../answers.ts'
import type { Drawing, draw as Drawn } from '../drawing.ts'
import { pulseOf } from '../health.ts'
import { refuse } from '../refusals.ts'
import { responses } from '../routing.ts'

const reference = Type.Object({ reference: Type.String() })
type ByReference = { Params: { reference: string } }

/** `withdrawal@1` → the procedure; 404 for any other form or version. */
export const findProcedure = (reference: string) => {
  const [, name = '', version = ''] = /^([a-z-]+)@([1-9]\d{0,5})$/.exec(reference) ?? []
  return procedureAt(name, Number(version)) ?? refuse('not-found')
}

const drawings = new Map<string, Promise<Drawing>>()
// What lays them out is large, and few are asked for.
const draw: typeof Drawn = async (description) => (await import('../drawing.ts')).draw(description)
const drawing = (reference: string) => {
  const known = drawings.get(reference) ?? draw(publish(findProcedure(reference)))
  drawings.set(reference, known)
  return known
}

/** What most readers need of a procedure: a hundredth of all it says about itself. */
function inShort({ name, version, label, openedBy, initial, states }: Published) {
  const { label: step, clause, owner } = states.find(({ path }) => path === initial)!
  return { name, version, label, openedBy, first: { label: step, clause, owner } }
}

const published = Object.fromEntries(Object.entries(acts).map(([type, { label, payload }]) => [type, { label, payload }]))

export async function procedureRoutes(app: FastifyInstance) {
  const pulse = pulseOf(app.house.db)
  const about = (operationId: string, summary: string, schema: object, params?: object) => ({
    operationId,
    tags: ['procedures'],
    summary,
    ...(params && { params }),
    response: responses('read', 200, summary, schema),
  })
  app.get(
    '/api/health',
    { config: { open: true, rateLimit: false }, schema: about('health', 'Ready to write', answers.health) },
    async () => {
      await pulse()
      return { status: 'ok' }
    },
  )
  app.get('/api/procedures', { schema: about('list-procedures', 'Every procedure, described', answers.procedures) }, async () =>
    publishedProcedures(),
  )
  app.get(
    '/api/procedures/names',
    {
      schema: about(
        'list-procedure-names',
        'What the procedures are called, who may open a case of them, and how it begins',
        answers.procedureNames,
      ),
    },
    async () => publishedProcedures().map(inShort),
  )
  app.get(
    '/api/acts',
    { schema: about('list-acts', 'What is done to a case without moving it, and with which form', answers.acts) },
    async () => published,
  )
  app.get<ByReference>(
    '/api/procedures/:reference',
    { schema: about('get-procedure', 'One procedure, also older versions', answers.procedure, reference) },
    async ({ params }) => publish(findProcedure(params.reference)),
  )
  app.get<ByReference>(
    '/api/procedures/:reference/drawing',
    { schema: about('draw-procedure', 'Positions of its statechart', {}, reference) },
    async ({ params }) => drawing(params.reference),
  )
  app.get('/api/clauses', { schema: about('list-clauses', 'Every clause and where it is carried out', answers.clauses) }, async () =>
    clauseTable(),
  )
  app.get('/api/departments', { schema: about('list-departments', 'Departments and roles', {}) }, async () => ({ departments, roles }))
}

function clauseTable() {
  const where = carriedOut(procedures)
  return Object.values(clauses).map((clause) => ({ ...clause, carriedOut: where[clause.id as keyof typeof where] ?? [] }))
}
