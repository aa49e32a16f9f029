// Limits on how often somebody asks: counted in each process, or for all of them where they share a database.
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import type { Db } from '../db/database.ts'

/** What the rate limit is to count in; undefined for its own memory. */
export function sharedCount({ hit }: Db): FastifyRateLimitStoreCtor | undefined {
  if (!hit) return undefined
  /** A route with a limit of its own counts by itself. */
  const counting = (scope: string): FastifyRateLimitStore => ({
    incr: (key, told, windowMs) => {
      hit(`${scope} ${key}`, windowMs).then(
        ({ count, ttlMs }) => told(null, { current: count, ttl: ttlMs }),
        (error) => told(error),
      )
    },
    child: (route) => counting((route as unknown as { routeInfo: { url: string } }).routeInfo.url),
  })
  return function everyRoute() {
    return counting('')
  } as unknown as FastifyRateLimitStoreCtor
}
