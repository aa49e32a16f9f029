// The demo's own routes: its accounts and its clock. Outside the demo they do not exist.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { refuse } from '../refusals.ts'
import { responses } from '../routing.ts'

export async function demoRoutes(app: FastifyInstance) {
  const { demo } = app
  if (!demo) return
  const accounts = {
    operationId: 'demo-accounts',
    tags: ['demo'],
    summary: 'The accounts of the sample institution',
    response: responses('read', 200, 'Accounts and their password'),
  }
  app.get('/api/demo', { config: { open: true }, schema: accounts }, async () => ({
    accounts: demo.accounts,
    password: demo.password,
    now: app.house.now().toISOString(),
  }))
  const clock = {
    operationId: 'demo-clock',
    tags: ['demo'],
    summary: 'Move the institution’s time forward',
    body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 400 }) }, { additionalProperties: false }),
    response: responses('write', 200, 'The new time, once due deadlines have run'),
  }
  app.post<{ Body: { days: number } }>(
    '/api/demo/clock',
    { schema: clock },
    async (request: FastifyRequest<{ Body: { days: number } }>) => {
      if (request.user.role !== 'admin') refuse('not-yours')
      const now = await demo.moveClock(request.body.days)
      await app.wake()
      return { now: now.toISOString() }
    },
  )
}
