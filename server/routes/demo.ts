// The demo's own routes: its accounts and its clock. Outside the demo they do not exist.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { runAllDue } from '../clock.ts'
import { answer, commitOnce } from '../commit.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, requestOf, responses, send } from '../routing.ts'

const dayMs = 86_400_000

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
    headers: commandHeaders,
    body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 400 }) }, { additionalProperties: false }),
    response: responses('write', 200, 'The new time, once due deadlines have run'),
  }
  app.post<{ Body: { days: number } }>(
    '/api/demo/clock',
    { schema: clock },
    async (request: FastifyRequest<{ Body: { days: number } }>, reply) => {
      const { user, body } = request
      const moved = await commitOnce(
        app.house,
        requestOf(request),
        () => null,
        () => {
          if (user.role !== 'admin') refuse('not-yours')
          const now = new Date(app.house.now().getTime() + body.days * dayMs)
          return { writes: [demo.moveClock(body.days)], answer: answer(200, { now: now.toISOString() }) }
        },
      )
      await demo.look()
      await app.wake()
      await runAllDue(app.house)
      return send(reply, moved)
    },
  )
}
