// What routes share: the headers of a command, its answer, and the schemas that document both.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { say } from '../machines/label.ts'
import type { Answer, Request } from './commit.ts'
import { refuse } from './refusals.ts'

export const problemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
})

type Statuses = 'read' | 'write' | 'command'
const refused = (status: number, description: string) => [
  String(status),
  { description, content: { 'application/problem+json': { schema: problemSchema } } },
]
const common = [
  refused(400, 'Malformed, or not the schema'),
  refused(401, 'No session'),
  refused(403, 'Not yours, four eyes, or conflict of interest'),
  refused(404, 'No such record'),
  refused(429, 'Too many requests'),
]
const writing = [
  refused(409, 'Not now'),
  refused(413, 'Too large'),
  refused(415, 'Media type'),
  refused(422, 'Not possible, or key reused'),
  refused(503, 'Cannot be written at the moment'),
]
const advancing = [refused(412, 'Stale'), refused(428, 'If-Match is missing')]

/** The refusals a route can give, for the OpenAPI document, beside its own answer. */
export function responses(kind: Statuses, status: number, description: string, schema: object = {}) {
  const own = [String(status), { description, content: { 'application/json': { schema } } }]
  return Object.fromEntries([own, ...common, ...(kind === 'read' ? [] : writing), ...(kind === 'command' ? advancing : [])])
}

const key = { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' }
export const commandHeaders = { type: 'object', properties: { 'idempotency-key': key } }
export const advanceHeaders = {
  type: 'object',
  properties: { 'idempotency-key': key, 'if-match': { type: 'string', pattern: '^"(0|[1-9][0-9]{0,14})"$' } },
}

/** The revision the caller knows; 428 without one. */
export const revisionOf = (request: FastifyRequest): number => {
  const header = request.headers['if-match']
  return header === undefined ? refuse('revision-required') : Number(header.slice(1, -1))
}

export const requestOf = (request: FastifyRequest): Request => ({
  userId: request.user.id,
  key: request.headers['idempotency-key'] as string | undefined,
  method: request.method,
  url: request.url,
  body: request.body,
})

export const send = (reply: FastifyReply, { status, headers, body }: Answer) =>
  reply.code(status).headers(headers).type('application/json; charset=utf-8').send(body)

/** Whatever stands in the address: what is no id of a record is not found. */
export const idParam = Type.Object({ id: Type.String() })
/** A word to look for or an id: no control characters. */
const plain = '^[^\\u0000-\\u001f]*$'
export const words = (maxLength: number) => Type.Optional(Type.String({ maxLength, pattern: plain }))
export const short = words(200)
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })),
}
const badCursor = say('翻页标记无效', 'The cursor is not valid')
export const refuseCursor = (name: string) => refuse('invalid', badCursor, { errors: [{ path: `/${name}`, message: badCursor }] })

/** 1–200, 50 by default. */
export const limitOf = (limit: string | undefined) => Math.min(200, Math.max(1, Number(limit ?? 50)))
/** Cursors are opaque outside: here the sort key of the last row. */
export const encodeCursor = (values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
export function decodeCursor(cursor: string | undefined, length: number, name = 'cursor'): string[] | null {
  if (cursor === undefined) return null
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every((v) => typeof v === 'string')) return values
  } catch {
    // falls through to the refusal
  }
  return refuseCursor(name)
}
