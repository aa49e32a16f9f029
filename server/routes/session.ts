// Signing in and out, and who I am. Of the identity library's own routes none is mounted: these are all there are.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { namesOf } from '../../db/queries/people.ts'
import { say } from '../../machines/label.ts'
import { answer, commitOnce } from '../commit.ts'
import type { SessionUser } from '../identity.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, requestOf, responses, send } from '../routing.ts'

const title = (zh: string, en: string) => ({ 'x-title': say(zh, en) })
const credentials = Type.Object(
  {
    username: Type.String({ ...title('用户名', 'Username'), minLength: 1, maxLength: 64 }),
    password: Type.String({ ...title('密码', 'Password'), minLength: 1, maxLength: 128 }),
  },
  { additionalProperties: false },
)
/** The body of a POST that says all in its address: none, or an empty object. */
export const nothing = Type.Union([Type.Object({}, { additionalProperties: false }), Type.Null()])

const nullable = Type.Union([Type.String(), Type.Null()])
/** Who somebody is, as pages know them. */
export const me = Type.Object({
  id: Type.String(),
  name: Type.String(),
  username: Type.String(),
  role: Type.String(),
  department: Type.String(),
  campus: nullable,
  lead: Type.Boolean(),
  onBehalfOf: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  demo: Type.Boolean(),
})

const open = { open: true }
const openDocs = { tags: ['session'], security: [] }
const signInSchema = {
  ...openDocs,
  operationId: 'sign-in',
  summary: 'Sign in with username and password',
  body: credentials,
  response: responses('write', 200, 'Who I am', me),
}
const signOutSchema = {
  ...openDocs,
  operationId: 'sign-out',
  summary: 'End the session',
  headers: commandHeaders,
  body: nothing,
  response: responses('write', 200, 'Signed out'),
}
const sessionSchema = {
  tags: ['session'],
  operationId: 'get-session',
  summary: 'Who I am',
  response: responses('read', 200, 'Who I am', me),
}
/** Each attempt costs a slow hash; sixty a minute from one address is more than an office needs at nine o'clock. */
const attempts = { max: 60, timeWindow: 60_000 }

export async function sessionRoutes(app: FastifyInstance) {
  app.post<{ Body: Static<typeof credentials> }>(
    '/api/auth/sign-in/username',
    { config: { ...open, rateLimit: attempts }, schema: signInSchema },
    async (request, reply) => {
      const { username, password } = request.body
      const found = (await app.identity.signIn(username, password, byHttps(request))) ?? refuse('wrong-credentials')
      return reply.header('set-cookie', found.cookie).send(await whoIs(app, found.user))
    },
  )
  app.post('/api/auth/sign-out', { config: open, schema: signOutSchema }, async (request, reply) =>
    send(reply, await signOut(app, request)),
  )
  app.get('/api/session', { schema: sessionSchema }, async ({ user }) => whoIs(app, user))
}

/** Without a session there is nothing to end and nobody to keep a key for. */
async function signOut({ house, identity }: FastifyInstance, request: FastifyRequest) {
  const { writes, cookie } = identity.signOut(request.headers, byHttps(request))
  const signedOut = answer(200, {}, { 'set-cookie': cookie })
  const user = await identity.sessionOf(request.headers)
  if (!user) return signedOut
  request.user = user
  return commitOnce(
    house,
    requestOf(request),
    () => null,
    () => ({ writes, answer: signedOut }),
  )
}

const byHttps = ({ protocol }: FastifyRequest) => protocol === 'https'

export async function whoIs({ house, demo }: FastifyInstance, user: SessionUser) {
  const { id, name, username, role, department, campus, lead, principals } = user
  const onBehalfOf = [...(await namesOf(house.db, principals))].map(([id, name]) => ({ id, name }))
  return { id, name, username, role, department, campus, lead, onBehalfOf, demo: demo !== null }
}
