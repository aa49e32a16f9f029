// The page behind the one-time link: is it open, and the first administrator.
import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { line } from '../../machines/form.ts'
import { say } from '../../machines/label.ts'
import { setUp, setupOpen } from '../first-run.ts'
import { usernamePattern } from '../identity.ts'
import { newPassword } from '../passwords.ts'
import { responses, send } from '../routing.ts'
import { me, whoIs } from './session.ts'

const setupForm = Type.Object(
  {
    token: Type.String({ minLength: 1, maxLength: 100, 'x-title': say('链接中的一次性口令', 'The token of the link') }),
    institution: line('机构名称', 'Name of the institution'),
    username: Type.String({ pattern: usernamePattern.replaceAll('a-z', 'A-Za-z'), 'x-title': say('用户名', 'Username') }),
    name: line('姓名', 'Name'),
    password: newPassword,
  },
  { additionalProperties: false },
)
const first = Type.Object({ id: Type.String(), username: Type.String() })
/** `open`: the first administrator is still to be created; `session`: who is signed in at this browser, if anybody. */
const house = Type.Object({ open: Type.Boolean(), demo: Type.Boolean(), session: Type.Union([me, Type.Null()]) })
const docs = { tags: ['setup'], security: [] }
const schemas = {
  state: {
    ...docs,
    operationId: 'get-setup',
    summary:
      'What a page must know first: whether the first administrator is still to be created, whether this is the demo, who is signed in',
    response: responses('read', 200, 'Whether', house),
  },
  setUp: {
    ...docs,
    operationId: 'set-up',
    summary: 'Create the institution and its first administrator, once',
    body: setupForm,
    response: responses('write', 201, 'The administrator', first),
  },
}

export async function setupRoutes(app: FastifyInstance) {
  app.get('/api/setup', { config: { open: true }, schema: schemas.state }, async ({ headers }) => {
    const user = await app.identity.sessionOf(headers)
    return { open: await setupOpen(app.house), demo: app.demo !== null, session: user && (await whoIs(app, user)) }
  })
  app.post<{ Body: Static<typeof setupForm> }>('/api/setup', { config: { open: true }, schema: schemas.setUp }, async (request, reply) =>
    send(reply, await setUp(app.house, request.body)),
  )
}
