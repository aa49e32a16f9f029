// `npm run bench`: what the product does a second, as ratios of what the machine could do at best, all in one run. BENCH_SECONDS a measurement (default 4), BENCH_CASES the sizes of institutions (default 10000,100000; 1000000 takes some minutes more).
import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { count } from 'drizzle-orm'
import { openDatabase, schema } from '../db/database.ts'
import { checkpoint } from '../db/sqlite.ts'
import { oneFlush, rawWrites, rowsWritten } from './bench/floor.ts'
import { advances, lengthened, once } from './bench/in-process.ts'
import { measuredInstitution } from './bench/institution.ts'
import { echoes, requests, served } from './bench/over-http.ts'
import { startPostgres } from './bench/postgres.ts'
import { replays } from './bench/replaying.ts'
import { type Figure, ms, rate, report } from './bench/report.ts'
import { sizes } from './bench/sizes.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 4)
const hands = [1, 32, 128] as const
/** So many cases an institution has, the first being what the others are compared with. */
const caseCounts = (process.env.BENCH_CASES ?? '10000,100000').split(',').map(Number)
const { house, file, cases } = await measuredInstitution(Math.max(...hands))
const figures: Figure[] = []

const floor = rawWrites(seconds, cases.length, await rowsWritten(file, cases[0]!, () => once(house, cases[0]!)))
figures.push({ name: 'raw writes of the same rows, 32 events a transaction', value: rate(floor) })
const flush = oneFlush()
figures.push({ name: 'one flush: a row of its own on the disk', value: ms(flush) })

/** What is stored, all tables together. */
const stored = async () => {
  checkpoint(file)
  const [found] = await house.db.q.select({ events: count() }).from(schema.events)
  return { bytes: statSync(file).size, ...found! }
}
for (const n of hands) {
  const before = await stored()
  const { perSecond, p50, p99, cpu, written } = await advances(house, cases.slice(0, n), seconds)
  const value = `${rate(perSecond)}, p50 ${ms(p50)}, p99 ${ms(p99)}, CPU ${Math.round(cpu)} µs`
  figures.push({
    name: `advance in process, ${n} at a time`,
    value,
    ratio: perSecond / floor,
    of: 'raw writes',
    ...(n === 32 && { asked: '1.25' }),
  })
  if (written !== null) figures.push({ name: 'bytes written an event', value: String(Math.round(written)) })
  if (n < 128) continue
  const after = await stored()
  const each = (after.bytes - before.bytes) / (after.events - before.events)
  figures.push({ name: 'bytes stored an event', value: String(Math.round(each)), asked: 'at most 400' })
}

const young = await advances(house, cases.slice(-1), seconds)
const events = await lengthened(house, cases[0]!, 10_000)
const old = await advances(house, cases.slice(0, 1), seconds)
figures.push({
  name: `advance of a case of ${events} events`,
  value: `p50 ${ms(old.p50)}`,
  ratio: old.p50 / young.p50,
  of: 'a young case',
  asked: 'at most 1.3',
})

const { perSecond, histories } = replays(seconds)
figures.push({ name: `replay and hashes, ${histories} histories of all procedures`, value: rate(perSecond), asked: '60000/s' })

await house.db.close()
const [echo, product] = [await served(), await served(file)]
for (const n of hands) {
  const ceiling = await echoes(echo, n, seconds)
  const mine = await requests([product], cases.slice(0, n), seconds)
  figures.push({
    name: `Fastify echo, ${n} at a time`,
    value: `${rate(ceiling.perSecond)}, p50 ${ms(ceiling.p50)}, p99 ${ms(ceiling.p99)}`,
  })
  figures.push({
    name: `advance over HTTP, ${n} at a time`,
    value: `${rate(mine.perSecond)}, p50 ${ms(mine.p50)}, p99 ${ms(mine.p99)}`,
    ratio: mine.perSecond / ceiling.perSecond,
    of: 'echo',
    ...(n === 32 && { asked: '0.45' }),
  })
  if (n === 32) figures.push({ name: 'its p99', value: ms(mine.p99), ratio: mine.p99 / ceiling.p99, of: 'echo', asked: 'at most 5' })
  if (n === 1)
    figures.push({
      name: 'its p50',
      value: ms(mine.p50),
      ratio: mine.p50 / (ceiling.p50 + flush),
      of: 'echo and one flush',
      asked: 'at most 1.7',
    })
}
await Promise.all([echo.stop(), product.stop()])

const start = performance.now()
await (await openDatabase(file)).close()
figures.push({ name: 'opening the database', value: ms(performance.now() - start) })

figures.push(...(await sizes(caseCounts, seconds)))

const server = await startPostgres([])
const shared = await measuredInstitution(Math.max(...hands), server.url)
await shared.house.db.close()
for (const count of [1, 2]) {
  const nodes = await Promise.all(Array.from({ length: count }, () => served(server.url)))
  for (const n of hands) {
    const { perSecond, p50, p99 } = await requests(nodes, shared.cases.slice(0, n), seconds)
    const value = `${rate(perSecond)}, p50 ${ms(p50)}, p99 ${ms(p99)}`
    figures.push({ name: `advance over HTTP on PostgreSQL, ${count === 1 ? 'one node' : 'two nodes'}, ${n} at a time`, value })
  }
  await Promise.all(nodes.map(({ stop }) => stop()))
}
await server.stop()

console.log(report(figures))
if (existsSync(file)) rmSync(dirname(file), { recursive: true })
