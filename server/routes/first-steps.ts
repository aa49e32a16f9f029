// Setting an institution up over HTTP: how far it is, its name, and many people at once.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { institutionName } from '../../db/queries/beginnings.ts'
import { form, line } from '../../machines/form.ts'
import { say } from '../../machines/label.ts'
import { answers } from '../answers.ts'
import { beginnings, renameInstitution } from '../first-steps.ts'
import { type Column, importPeople, type ReadRow, readRows } from '../import-people.ts'
import { disguised, hashPassword } from '../passwords.ts'
import { fullPerson, mustBeAdmin } from '../people.ts'
import { localeOf } from '../refusals.ts'
import { commandHeaders, requestOf, responses, send } from '../routing.ts'

const nameForm = form({ name: line('机构名称', 'Name of the institution') }, {})

const cell = (zh: string, en: string) => Type.Optional(Type.String({ maxLength: 1000, 'x-title': say(zh, en) }))
/** A row of the table; its titles are the headings a table is read by, in either language. */
export const rowForm = Type.Object(
  {
    name: cell('姓名', 'Name'),
    username: cell('用户名', 'Username'),
    role: cell('角色', 'Role'),
    campus: cell('校区', 'Campus'),
    lead: cell('部门负责人', 'Leads the department'),
    reportsTo: cell('汇报对象', 'Reports to'),
    password: cell('初始密码', 'Initial password'),
  } satisfies Record<Column, unknown>,
  { additionalProperties: false },
)
/** Each password costs a slow hash. */
const mostRows = 200
const tableForm = Type.Object(
  { rows: Type.Array(rowForm, { minItems: 1, maxItems: mostRows, 'x-title': say('人员', 'People') }) },
  { additionalProperties: false },
)
type Table = { Body: Static<typeof tableForm> }

const reading = (operationId: string, summary: string, schema: object) => ({
  operationId,
  tags: ['institution'],
  summary,
  response: responses('read', 200, summary, schema),
})
const schemas = {
  name: reading('get-institution', 'The institution: its name', answers.institution),
  rename: {
    operationId: 'rename-institution',
    tags: ['institution'],
    summary: 'Change the institution’s name',
    headers: commandHeaders,
    body: nameForm,
    response: responses('write', 200, 'The new name', answers.institution),
  },
  steps: reading('get-first-steps', 'How far the institution is set up', answers.firstSteps),
  check: {
    operationId: 'check-import-of-users',
    tags: ['imports'],
    summary: 'What a table of people would come to, and what is wrong with it; nothing is written',
    body: tableForm,
    response: responses('write', 200, 'Row by row', answers.importCheck),
  },
  add: {
    operationId: 'import-users',
    tags: ['imports'],
    summary: 'Add everybody of a table, or nobody',
    headers: commandHeaders,
    body: tableForm,
    response: responses('write', 201, 'The people', answers.imported),
  },
}

export async function firstStepRoutes(app: FastifyInstance) {
  const { house } = app
  app.get('/api/institution', { schema: schemas.name }, async () => ({ name: await institutionName(house.db) }))
  app.post<{ Body: Static<typeof nameForm> & { name: string } }>('/api/institution', { schema: schemas.rename }, async (request, reply) =>
    send(reply, await renameInstitution(house, requestOf(request), request.body)),
  )
  app.get('/api/first-steps', { schema: schemas.steps }, async ({ user }) => beginnings(house, user.id))
  app.post<Table>('/api/imports/users/check', { schema: schemas.check }, async ({ user, body, headers }) => {
    await mustBeAdmin(house, user.id)
    const locale = localeOf(headers['accept-language'])
    const shown = ({ person, faults }: ReadRow) => {
      const { id: _, department: __, active: ___, ...read } = fullPerson(person)
      return { ...read, errors: faults.map(({ column, message }) => ({ path: `/${column}`, message: message[locale] })) }
    }
    return { items: (await readRows(house, body.rows)).map(shown) }
  })
  app.post<Table>('/api/imports/users', { schema: schemas.add }, async (request, reply) =>
    send(reply, await importPeople(house, await undisclosed(request), request.body.rows, await hashesFor(request))),
  )
}

const passwordsOf = ({ body }: FastifyRequest<Table>) => body.rows.map(({ password = '' }) => password)
/** Nobody but the administrator makes us work on hashes. */
const hashesFor = async (request: FastifyRequest<Table>) =>
  request.user.role === 'admin' ? Promise.all(passwordsOf(request).map(hashPassword)) : []

/** The request as it is remembered under its key: recognisable, without the passwords. */
async function undisclosed(request: FastifyRequest<Table>) {
  const { key, userId, ...rest } = requestOf(request as FastifyRequest)
  const rows = request.body.rows.map(({ password: _, ...row }) => row)
  const passwords = key === undefined ? '' : await disguised(JSON.stringify(passwordsOf(request)), `${userId} ${key}`)
  return { ...rest, key, userId, body: { rows, passwords } }
}
