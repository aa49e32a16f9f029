// Turns whatever goes wrong into a problem document in the reader's language, bad addresses and broken HTTP included.

import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Conflict } from '../db/conflict.ts'
import { driverError, isOverloaded, isUnavailable } from '../db/unavailable.ts'
import { say } from '../machines/label.ts'
import { type FieldSchema, violations } from '../machines/narrowing.ts'
import { type FieldError, localeOf, problem, Refusal, type RefusalCode } from './refusals.ts'

const byFastifyCode: Record<string, RefusalCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_ERR_BAD_URL: 'no-such-url',
  FST_ERR_MAX_PARAM_LENGTH: 'no-such-url',
  FST_ERR_NOT_FOUND: 'no-such-url',
}
const retryLater = { 'retry-after': '5' }

/** The refusal an error stands for. A store that cannot write is 503; what remains of 4xx is a malformed request. */
function refusalOf(error: FastifyError | Error, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  const { validation, validationContext, code = '', statusCode = 500 } = error as FastifyError
  if (validation) return new Refusal('invalid', undefined, { errors: fieldErrors(request, validation, validationContext) })
  if (code in byFastifyCode) return new Refusal(byFastifyCode[code]!)
  if (isOverloaded(error)) return tooMany(1000)
  if (isUnavailable(error) || error instanceof Conflict) return new Refusal('unavailable', undefined, { headers: retryLater })
  return statusCode >= 400 && statusCode < 500 ? new Refusal('invalid') : new Refusal('internal')
}

type Raw = NonNullable<FastifyError['validation']>
const unfit = say('不符合要求', 'Does not fit')

/** In words where the form has them; what only the validator saw is at least pointed at. */
function fieldErrors(request: FastifyRequest, raw: Raw, context?: string): FieldError[] {
  const schema = request.routeOptions.schema?.body as FieldSchema | undefined
  const worded = context === 'body' && schema ? violations(schema, request.body) : []
  const pointed = raw.map(({ instancePath, params }) => ({ path: instancePath + pointer(params), message: unfit }))
  const all = [...worded, ...pointed]
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index)
}
const pointer = (params: Record<string, unknown>) => {
  const name = params.missingProperty ?? params.additionalProperty
  return name === undefined ? '' : `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

const wantsPage = (request: FastifyRequest) =>
  request.method === 'GET' && !request.url.startsWith('/api') && !/\.[a-z0-9]+$/i.test(request.url.split('?')[0]!)

function send(refusal: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const { headers = {} } = refusal.extra
  return reply
    .code(refusal.status)
    .headers(headers)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem(refusal, localeOf(request.headers['accept-language']))))
}

function install(app: FastifyInstance) {
  const known: { method: string | string[]; pattern: RegExp }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    known.push({ method, pattern: new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`) })
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error, request)
    if (refusal.status >= 500) request.log.error({ err: driverError(error), case: (request.params as { id?: string })?.id }, refusal.code)
    return send(refusal, request, reply)
  })
  app.setNotFoundHandler((request, reply) => missing(app, known, request, reply))
  return {
    /** For a hook: what has no address is told so before its session, its body or anything else is looked at. */
    noSuchAddress: async (request: FastifyRequest, reply: FastifyReply) =>
      request.is404 || Object.values(request.params as object).some((value) => String(value).includes('\0'))
        ? missing(app, known, request, reply)
        : undefined,
  }
}

type Known = { method: string | string[]; pattern: RegExp }[]
const startPages = new WeakMap<FastifyInstance, (reply: FastifyReply) => FastifyReply>()
function missing(app: FastifyInstance, known: Known, request: FastifyRequest, reply: FastifyReply) {
  const page = startPages.get(app)
  if (page && wantsPage(request)) return page(reply)
  const path = request.url.split('?')[0]!
  const methods = [...new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ method }) => method))]
  const refusal = methods.length
    ? new Refusal('no-such-method', undefined, { headers: { allow: methods.join(', ') } })
    : new Refusal('no-such-url')
  return send(refusal, request, reply)
}

/** What the rate limit throws: how long to wait, in whole seconds. */
const tooMany = (ttlMs: number) =>
  new Refusal('too-many', undefined, { headers: { 'retry-after': String(Math.max(1, Math.ceil(ttlMs / 1000))) } })

/** A request that is no HTTP: answered by hand, since no request object exists. */
function client(error: Error & { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const body = JSON.stringify({ ...problem(new Refusal('invalid'), 'zh-CN'), status })
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

export const handleErrors = {
  install,
  client,
  tooMany,
  framework: (error: Error, request: FastifyRequest, reply: FastifyReply) => send(refusalOf(error, request), request, reply),
  pages: (app: FastifyInstance, page: (reply: FastifyReply) => FastifyReply) => void startPages.set(app, page),
}
