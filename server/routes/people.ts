// People over HTTP: whom a form can name, what the administrator changes about them, and their deputies.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { knowsOf, whoKnows } from '../../db/queries/access.ts'
import { findPeople } from '../../db/queries/people.ts'
import { departments, roleNames, roles } from '../../machines/departments.ts'
import { choice, date, flag, line, user } from '../../machines/form.ts'
import { type Label, say } from '../../machines/label.ts'
import { endDeputy, listDeputies, nameDeputy } from '../deputies.ts'
import type { House } from '../house.ts'
import { type SessionUser, usernamePattern } from '../identity.ts'
import { disguised, hashPassword, newPassword } from '../passwords.ts'
import { changePerson, createPerson, fullPerson, publicPerson, setPassword } from '../people.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, decodeCursor, encodeCursor, idParam, limitOf, pageQuery, requestOf, responses, send, words } from '../routing.ts'
import { nothing } from './session.ts'

const strict = { additionalProperties: false }
const roleLabels = Object.fromEntries(roleNames.map((name) => [name, roles[name].label])) as Record<(typeof roleNames)[number], Label>
const title = (zh: string, en: string) => ({ 'x-title': say(zh, en) })
const campusId = Type.String({ minLength: 1, maxLength: 64 })
const orNull = <T extends Type.TSchema>(schema: T, zh: string, en: string) => Type.Union([schema, Type.Null()], title(zh, en))

const name = line('姓名', 'Name')
const role = choice('角色', 'Role', roleLabels)
const place = {
  campus: Type.Optional(orNull(campusId, '校区', 'Campus')),
  lead: Type.Optional(flag('部门负责人', 'Leads the department')),
  reportsTo: Type.Optional(orNull(user('汇报对象', 'Reports to'), '汇报对象', 'Reports to')),
}
// Upper-case letters are taken too, and become small ones.
const username = Type.String({ ...title('用户名', 'Username'), pattern: usernamePattern.replaceAll('a-z', 'A-Za-z') })
const personForm = Type.Object({ username, name, role, ...place, password: newPassword }, strict)
const personPatch = Type.Object(
  { name: Type.Optional(name), role: Type.Optional(role), ...place, active: Type.Optional(flag('在职', 'Active')) },
  { ...strict, minProperties: 1 },
)
const passwordForm = Type.Object({ password: newPassword }, strict)
const deputyForm = Type.Object(
  {
    deputy: user('代理人', 'Deputy'),
    from: date('开始日期', 'From'),
    until: date('结束日期', 'Until'),
    principal: Type.Optional(user('被代理人', 'Principal')),
  },
  strict,
)

const peopleQuery = Type.Object(
  {
    role: Type.Optional(Type.Enum(roleNames, { type: 'string' })),
    department: Type.Optional(Type.Enum(Object.keys(departments) as (keyof typeof departments)[], { type: 'string' })),
    q: words(100),
    active: Type.Optional(
      Type.Enum(['true', 'false', 'any'], { type: 'string', description: 'Only active people unless asked for otherwise' }),
    ),
    case: Type.Optional(Type.String({ pattern: '^[\\w-]{1,64}$', description: 'Only who may know of this case' })),
    ...pageQuery,
  },
  strict,
)
type PeopleQuery = Static<typeof peopleQuery>

const nullable = Type.Union([Type.String(), Type.Null()])
const person = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: Type.String(),
  department: Type.String(),
  campus: nullable,
  lead: Type.Boolean(),
  active: Type.Boolean(),
  username: Type.Optional(Type.String({ description: 'For the administrator only, as reportsTo' })),
  reportsTo: Type.Optional(nullable),
})
const named = Type.Object({ id: Type.String(), name: Type.String() })
const deputyship = Type.Object({ id: Type.String(), principal: named, deputy: named, from: Type.String(), until: Type.String() })
const page = (item: Type.TSchema) => Type.Object({ items: Type.Array(item), next: nullable })
const done = Type.Object({ id: Type.String() })

const docs = (operationId: string, summary: string, tag = 'people') => ({ operationId, summary, tags: [tag] })
const schemas = {
  list: { ...docs('list-users', 'People'), querystring: peopleQuery, response: responses('read', 200, 'A page of people', page(person)) },
  create: {
    ...docs('create-user', 'Add a person'),
    headers: commandHeaders,
    body: personForm,
    response: responses('write', 201, 'The person', person),
  },
  change: {
    ...docs('change-user', 'Change a person or their rights'),
    params: idParam,
    headers: commandHeaders,
    body: personPatch,
    response: responses('write', 200, 'The person', person),
  },
  password: {
    ...docs('set-password', 'Set a new password'),
    params: idParam,
    headers: commandHeaders,
    body: passwordForm,
    response: responses('write', 200, 'Whose it is', done),
  },
  deputies: {
    ...docs('list-deputies', 'Deputyships of today and later', 'deputies'),
    response: responses('read', 200, 'Deputyships', page(deputyship)),
  },
  name: {
    ...docs('name-deputy', 'Name a deputy', 'deputies'),
    headers: commandHeaders,
    body: deputyForm,
    response: responses('write', 201, 'The deputyship'),
  },
  end: {
    ...docs('end-deputy', 'End a deputyship', 'deputies'),
    params: idParam,
    headers: commandHeaders,
    body: nothing,
    response: responses('write', 200, 'What ended', done),
  },
}

type Body<T extends Type.TSchema> = { Body: Static<T> }
type One = { Params: { id: string } }

export async function peopleRoutes(app: FastifyInstance) {
  const { house } = app
  app.get<{ Querystring: PeopleQuery }>('/api/users', { schema: schemas.list }, async (request) => list(app, request))
  app.post<Body<typeof personForm>>('/api/users', { schema: schemas.create }, async (request, reply) => {
    const { password, ...form } = request.body
    return send(reply, await createPerson(house, await undisclosed(request), form, await hashFor(request, password)))
  })
  app.post<One & Body<typeof personPatch>>('/api/users/:id', { schema: schemas.change }, async (request, reply) =>
    send(reply, await changePerson(house, requestOf(request), request.params.id, request.body)),
  )
  app.post<One & Body<typeof passwordForm>>('/api/users/:id/password', { schema: schemas.password }, async (request, reply) =>
    send(reply, await setPassword(house, await undisclosed(request), request.params.id, await hashFor(request, request.body.password))),
  )
  app.get('/api/deputies', { schema: schemas.deputies }, async ({ user }) => ({ items: await listDeputies(house, user), next: null }))
  app.post<Body<typeof deputyForm>>('/api/deputies', { schema: schemas.name }, async (request, reply) =>
    send(reply, await nameDeputy(house, requestOf(request), request.body)),
  )
  app.post<One>('/api/deputies/:id/end', { schema: schemas.end }, async (request, reply) =>
    send(reply, await endDeputy(house, requestOf(request), request.user, request.params.id)),
  )
}

/** Nobody but the administrator gets as far as a password being stored, so nobody else makes us work on a hash. */
const hashFor = async ({ user }: FastifyRequest, password: string) => (user.role === 'admin' ? hashPassword(password) : '')

/** The request as it is remembered under its key: recognisable, without the password. */
async function undisclosed(request: FastifyRequest<{ Body: { password: string } }>) {
  const { key, userId, ...rest } = requestOf(request as FastifyRequest)
  const password = key === undefined ? '' : await disguised(request.body.password, `${userId} ${key}`)
  return { ...rest, key, userId, body: { ...request.body, password } }
}

async function list({ house }: FastifyInstance, { query, user }: FastifyRequest<{ Querystring: PeopleQuery }>) {
  const { role, department, q: text, active = 'true', cursor } = query
  const limit = limitOf(query.limit)
  const after = decodeCursor(cursor, 1)?.[0]
  const found = await findPeople(house.db, {
    role,
    department,
    text,
    active: active === 'any' ? undefined : active === 'true',
    among: query.case === undefined ? undefined : await knowing(house, user, query.case),
    after,
    limit,
  })
  const items = found.slice(0, limit).map(user.role === 'admin' ? fullPerson : publicPerson)
  return { items, next: found.length > limit ? encodeCursor([items.at(-1)!.id]) : null }
}

/** Who may know of a case is told to whoever may. */
const knowing = async (house: House, user: SessionUser, id: string) =>
  (await knowsOf(house.db, user, id)) ? whoKnows(house.db, id) : refuse('not-found')
