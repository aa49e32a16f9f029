// Builds the application that runs in production and in the tests: hooks in the order in which refusals are promised, then the routes.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Write } from '../db/database.ts'
import { startClock } from './clock.ts'
import { compress } from './compression.ts'
import { documented } from './documented.ts'
import { handleErrors } from './errors.ts'
import type { House } from './house.ts'
import type { Identity, SessionUser } from './identity.ts'
import { sharedCount } from './limits.ts'
import { refuse } from './refusals.ts'
import { approvalRoutes } from './routes/approvals.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { auditRoutes } from './routes/audit.ts'
import { caseRoutes } from './routes/cases.ts'
import { demoRoutes } from './routes/demo.ts'
import { firstStepRoutes } from './routes/first-steps.ts'
import { historyRoutes } from './routes/history.ts'
import { institutionRoutes } from './routes/institution.ts'
import { leaverRoutes } from './routes/leavers.ts'
import { noticeRoutes } from './routes/notices.ts'
import { overviewRoutes } from './routes/overview.ts'
import { peopleRoutes } from './routes/people.ts'
import { procedureRoutes } from './routes/procedures.ts'
import { recordRoutes } from './routes/records.ts'
import { sessionRoutes } from './routes/session.ts'
import { setupRoutes } from './routes/setup.ts'
import { streamRoutes } from './routes/stream.ts'
import { viewRoutes } from './routes/views.ts'
import { worklistRoutes } from './routes/worklist.ts'
import { readJson } from './strict-json.ts'
import { compilers } from './validation.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** No session is needed. */
    open?: boolean
  }
  interface FastifyRequest {
    user: SessionUser
  }
  interface FastifyInstance {
    house: House
    identity: Identity
    /** Runs what is due; resolves when it has run. */
    wake: () => Promise<unknown>
    demo: Demo | null
    now: () => Date
  }
}

export type Demo = {
  password: string
  accounts: { username: string; name: string; role: string }[]
  /** The statement that moves the institution’s time forward. */
  moveClock: (days: number) => Write
  /** Takes over how far it was moved, by whichever process. */
  look: () => Promise<void>
}
export type Options = {
  house: House
  identity: Identity
  demo?: Demo
  logger?: false | object
  /** How often deadlines are looked at, in ms. */
  tickMs?: number
  /** Requests a signed-in user may make in ten seconds. */
  requestsPer10s?: number
  /** Proxies whose word on address, host and protocol is taken: addresses, or `loopback`. */
  trustProxy?: string
}

const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url))

export async function build({
  house,
  identity,
  demo,
  logger = false,
  tickMs = 1000,
  requestsPer10s = 3000,
  trustProxy = 'loopback',
}: Options): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logger && { ...logger, serializers: { req: namelessRequest } },
    bodyLimit: 1024 * 1024,
    schemaController: { compilersFactory: compilers() },
    frameworkErrors: (error, request, reply) => void handleErrors.framework(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: handleErrors.client,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    trustProxy,
  })
  const clock = startClock(
    house,
    tickMs,
    async () => demo?.look(),
    (what) => app.log.info(what, 'recorded'),
    (error) => app.log.error({ err: error }, 'the clock could not finish its round'),
  )
  app.decorate('house', house)
  app.decorate('identity', identity)
  app.decorate('demo', demo ?? null)
  app.decorate('now', house.now)
  app.decorate('wake', clock.wake)
  if (demo) app.addHook('onRequest', demo.look)
  app.decorateRequest('user', null as never)
  app.addHook('onClose', clock.stop)
  readBodies(app)
  const { noSuchAddress } = handleErrors.install(app)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  })
  app.addHook('onSend', compress)
  app.addHook('onRequest', sameOrigin)
  app.addHook('onRequest', noSuchAddress)
  app.addHook('onRequest', signedIn)
  await app.register(rateLimit, {
    max: requestsPer10s,
    timeWindow: 10_000,
    store: sharedCount(house.db),
    // Whoever cannot be counted is served: the database that is gone refuses them by itself.
    skipOnError: true,
    keyGenerator: (request) => request.user?.id ?? request.ip,
    errorResponseBuilder: (_request, context) => handleErrors.tooMany(context.ttl),
  })
  await documented(app)
  for (const routes of [
    sessionRoutes,
    setupRoutes,
    demoRoutes,
    procedureRoutes,
    caseRoutes,
    approvalRoutes,
    worklistRoutes,
    viewRoutes,
    historyRoutes,
    recordRoutes,
    attachmentRoutes,
    noticeRoutes,
    institutionRoutes,
    firstStepRoutes,
    leaverRoutes,
    peopleRoutes,
    streamRoutes,
    auditRoutes,
    overviewRoutes,
  ])
    await app.register(routes)
  await webApp(app)
  void clock.wake()
  return app
}

/** A query may hold a name: logs know the address without it. */
const namelessRequest = ({ method, url }: { method: string; url: string }) => ({ method, url: url.split('?')[0] })

/** 403 for a POST from a page of another site, before anything else is looked at. */
async function sameOrigin(request: FastifyRequest) {
  const { origin } = request.headers
  if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) refuse('foreign-origin')
}

async function signedIn(request: FastifyRequest) {
  if (request.is404 || request.routeOptions.config.open || !request.url.startsWith('/api/')) return
  request.user = (await request.server.identity.sessionOf(request.headers)) ?? refuse('not-signed-in')
}

function readBodies(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    if (/charset=(?!"?utf-8"?\s*(;|$))/i.test(request.headers['content-type'] ?? '')) refuse('media-type')
    return readJson(body)
  })
}

/** Files as they were packed when they were built; their names change with what is in them. */
const asPacked = {
  index: false as const,
  preCompressed: true,
  cacheControl: true,
  immutable: true,
  maxAge: '365d',
}

/** The built web app; its pages have addresses of their own, so every other GET gets the page that starts it. */
async function webApp(app: FastifyInstance) {
  if (!existsSync(webFolder)) return
  await app.register(fastifyStatic, { ...asPacked, root: webFolder, wildcard: false, globIgnore: ['assets/**', '**/*.{br,gz}'] })
  // Looked for whenever they are asked for: the app may be built anew while this runs.
  await app.register(fastifyStatic, { ...asPacked, root: join(webFolder, 'assets'), prefix: '/assets/', decorateReply: false })
  app.get('/', { config: { open: true }, schema: { hide: true } }, (_request, reply) => startPage(reply))
  handleErrors.pages(app, startPage)
}
const startPage = (reply: FastifyReply) => reply.sendFile('index.html', { maxAge: 0, immutable: false })
