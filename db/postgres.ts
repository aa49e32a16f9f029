// PostgreSQL: one database, any number of processes.
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { announcer } from './announcer.ts'
import { Conflict } from './conflict.ts'
import { isEmpty } from './copy.ts'
import { type Db, type Look, NotEmpty, type Query, type Write } from './database.ts'
import { codeOf, driverError, Overloaded } from './unavailable.ts'

const migrationsFolder = fileURLToPath(new URL('../db/migrations/postgres', import.meta.url))
const connections = 10
/** In ms. A query that takes longer is broken off, on the server and, where that cannot be reached, here. */
const limits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
  query_timeout: 12_000,
  keepAlive: true,
  pipeline: true,
  application_name: 'anjuan',
}
/** In ms: so long somebody waits for a connection while others are at work on all of them. */
const longestTurn = 10_000
/** Any number will do, as long as every process takes the same. */
const migrating = 4_242_001
// The driver gives whole numbers as text, in case they do not fit; ours are amounts in fen, times in ms and counts.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const oneMore = `insert into hits as h values ($1, 1, now() + $2 * interval '1 millisecond')
  on conflict (key) do update set
    count = case when h.until > now() then h.count + 1 else 1 end,
    until = case when h.until > now() then h.until else excluded.until end
  returning count, (extract(epoch from until - now()) * 1000)::bigint as "ttlMs"`

const known = new WeakMap<object, Query>()
/** The same for the same connection, so that what was prepared on it is found again. */
function asked(client: pg.Pool | pg.PoolClient | pg.Client): Query {
  if (!known.has(client)) known.set(client, drizzle(client) as unknown as Query)
  return known.get(client)!
}

export async function openPostgres(url: string): Promise<Db> {
  await bringUpToDate(url)
  const pool = newPool(url)
  const { hear, announce, stop } = await announcer(() => new pg.Client({ connectionString: url, ...limits }), pool)
  return {
    engine: 'postgres',
    q: asked(pool),
    commit: async (writes) => {
      if (writes.length) await transaction(pool, writes)
      else await pool.query('select pg_current_xact_id()')
      announce(writes.flatMap(({ change }) => (change ? [change] : [])))
    },
    hear,
    hit: async (key, windowMs) => (await pool.query(oneMore, [key, windowMs])).rows[0],
    close: async () => {
      await stop()
      await pool.end()
    },
  }
}

/** As `pg` has it, with one wait until a connection stands, and a longer one until one that is at work comes free. */
function newPool(url: string): pg.Pool {
  class Client extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: limits.connectionTimeoutMillis })
    }
  }
  const pool = new pg.Pool({ connectionString: url, max: connections, ...limits, connectionTimeoutMillis: longestTurn, Client })
  let standing = 0
  // A connection that breaks is replaced when somebody needs one; who was using it hears of it from what they asked.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    standing++
    client.on('error', () => {})
  })
  pool.on('remove', () => standing--)
  const told = (error: Error) => {
    throw waitedInVain.test(error.message) && standing >= connections ? new Overloaded() : error
  }
  for (const name of ['connect', 'query'] as const) {
    const ask = (pool[name] as Asking).bind(pool)
    // The pool calls itself with a callback and gets no promise.
    pool[name] = ((...asked: unknown[]) => ask(...asked)?.catch(told)) as never
  }
  return pool
}
type Asking = (...asked: unknown[]) => Promise<unknown> | undefined
const waitedInVain = /^timeout exceeded when trying to connect/

/** A connection for work that takes its time. */
async function alone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connected(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
async function connected(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: limits.connectionTimeoutMillis })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** One process at a time: the others wait, and find it done. */
const bringUpToDate = (url: string) => alone(url, migrated)
async function migrated(client: pg.Client) {
  await client.query('select pg_advisory_lock($1)', [migrating])
  // Beside the tables, so that whoever sets these aside sets their version aside with them.
  await migrate(drizzle(client), { migrationsFolder, migrationsSchema: 'public' })
  await client.query('delete from hits where until < now()')
}

export async function lookIntoPostgres(url: string): Promise<Look> {
  const client = await connected(url)
  await client.query('begin isolation level repeatable read read only')
  return { q: asked(client), close: () => client.end() }
}

export const fillPostgres = <T>(url: string, work: (q: Query) => Promise<T>): Promise<T> =>
  alone(url, async (client) => {
    await migrated(client)
    await client.query('begin')
    const q = asked(client)
    if (!(await isEmpty(q))) throw new NotEmpty('the database holds an institution already')
    const made = await work(q)
    await client.query('commit')
    return made
  })

/** Sets everything in the database aside under another name and begins anew; returns that name. */
export const setAsidePostgres = (url: string, now: Date): Promise<string> =>
  alone(url, async (client) => {
    const kept = `anjuan_replaced_${now.toISOString().replace(/[^0-9]/g, '')}`
    await client.query(`begin; alter schema public rename to ${kept}; create schema public; commit`)
    return kept
  })
/** What was set aside is what holds again. */
export const putBackPostgres = (url: string, kept: string) =>
  alone(url, (client) => client.query(`begin; drop schema public cascade; alter schema ${kept} rename to public; commit`))

async function transaction(pool: pg.Pool, writes: readonly Write[]) {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await sendAll(client, writes)
    await client.query('commit')
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      (other) => other,
    )
    throw overtaken(error) ? new Conflict('another transaction was first') : driverError(error)
  } finally {
    client.release(broken)
  }
}

/** All in one go, in their order: they are answered after one journey, not after one each. */
async function sendAll(client: pg.PoolClient, writes: readonly Write[]) {
  const tx = asked(client)
  const begun = client.query('begin')
  // The query library hands a statement to the driver within the call.
  const sent = writes.map(({ statement }) => statement(tx).then((rows) => rows))
  const [opened, ...answers] = await Promise.allSettled([begun, ...sent])
  if (opened.status === 'rejected') throw opened.reason
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 'rejected') throw answer.reason
    writes[index]!.check?.(answer.value)
  }
}

/** A deadlock, or a unique row that another transaction wrote first: decided again, it will be seen. */
const overtaken = (error: unknown) => ['40001', '40P01', '23505'].includes(codeOf(error))
