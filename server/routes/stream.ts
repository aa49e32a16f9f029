// Changes of cases as they happen, to whoever may know of them, whichever process made them: server-sent events.
import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { knowsOf } from '../../db/queries/access.ts'
import { responses } from '../routing.ts'

/** What happens within so many ms is told together. */
const together = 300
/** More than so many at once are not looked at one by one: whoever listens is told to look for themselves. */
const most = 50
/** So many characters wait at most for somebody who reads too slowly. */
const longest = 100_000
/** In ms: so often the session is looked at again, and the connection kept from being taken for dead. */
const beat = 15_000

const schema = {
  operationId: 'stream-changes',
  tags: ['cases'],
  summary: 'Changes of cases this user may know of, as server-sent events',
  description:
    'An event `case` with data `{"id": …}` for each case that has changed; an event `missed` when more may have changed than were told. It ends with the session.',
  response: {
    ...responses('read', 200, ''),
    200: { description: 'Events, until the connection is closed', content: { 'text/event-stream': { schema: { type: 'string' } } } },
  },
}

export async function streamRoutes(app: FastifyInstance) {
  const open = new Set<PassThrough>()
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })
  app.get('/api/stream', { schema }, async (request, reply) => {
    const stream = changesFor(app, request)
    open.add(stream)
    stream.once('close', () => open.delete(stream))
    request.raw.once('close', () => stream.destroy())
    return reply.type('text/event-stream; charset=utf-8').header('cache-control', 'no-store').header('x-accel-buffering', 'no').send(stream)
  })
}

function changesFor({ house, identity }: FastifyInstance, { user, headers }: FastifyRequest): PassThrough {
  const stream = new PassThrough()
  const tell = (event: string, data: object) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  /** Whoever has gone hears nothing; whoever does not keep up is let go, and comes back. */
  const write = (text: string) => {
    if (stream.writableLength > longest) stream.destroy()
    else if (stream.writable) stream.write(text)
  }
  let changed = new Set<string>()
  let missed = false
  let waiting: NodeJS.Timeout | undefined

  const flush = async () => {
    const ids = [...changed]
    const tooMany = missed || ids.length > most
    waiting = undefined
    missed = false
    changed = new Set()
    if (tooMany) return tell('missed', {})
    for (const id of ids) if (await knowsOf(house.db, user, id)) tell('case', { id })
  }
  // What could not be looked up may have been missed as well.
  const failed = () => tell('missed', {})
  const stop = house.db.hear((change) => {
    if (change) changed.add(change.id)
    else missed = true
    waiting ??= setTimeout(() => void flush().catch(failed), together)
  })
  const heart = setInterval(async () => {
    const valid = await identity.sessionOf(headers).catch(() => user)
    valid ? write(': still here\n\n') : stream.end()
  }, beat)
  stream.once('close', () => {
    stop()
    clearInterval(heart)
    clearTimeout(waiting)
  })
  write(': listening\n\n')
  return stream
}
