// Answers travel compressed to whoever takes them so: the description of the procedures is 300 kB as it stands and 36 as it travels.
// Files of the web app are compressed when it is built; streams go as they come.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(gzip)
/** In characters: what fits into one packet of the network anyway. */
const small = 1400

/** `gzip` among the encodings, and not with a weight of nothing. */
export const takesGzip = (accepted = '') => /(^|,)\s*gzip\s*(;\s*q=(1(\.0*)?|0\.\d*[1-9]\d*)\s*)?(,|$)/i.test(accepted)

/** A hook for every answer that is text. */
export async function compress({ method, headers }: FastifyRequest, reply: FastifyReply, payload: unknown) {
  if (typeof payload !== 'string' || payload.length < small || method === 'HEAD') return payload
  reply.header('vary', 'accept-encoding')
  if (!takesGzip(headers['accept-encoding'])) return payload
  reply.header('content-encoding', 'gzip')
  return pack(payload, { level: 5 })
}
