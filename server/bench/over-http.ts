// Advances and echoes over HTTP, by clients that each wait for their answer before they ask again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { demoPassword } from '../sample/people.ts'
import { nextAt, sayer } from './round.ts'
import { type Timing, timed } from './timing.ts'

const script = fileURLToPath(new URL('./serve.ts', import.meta.url))
export type Served = { origin: string; stop: () => Promise<void> }

/** A process of its own: with a database the product, without one the echo. */
export async function served(database?: string): Promise<Served> {
  const child = spawn(process.execPath, [script, ...(database ? [database] : [])], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { origin: String(line).trim(), stop }
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
type Asked = { path: string; headers: Record<string, string>; body: string }

/** The status, once the whole answer has come. */
const post = (origin: string, { path, headers, body }: Asked) =>
  new Promise<number>((answered, failed) => {
    const asked = request(
      origin + path,
      { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json' } },
      (response) => {
        response.resume().once('end', () => answered(response.statusCode!))
      },
    )
    asked.once('error', failed).end(body)
  })

async function posted(origin: string, asked: Asked) {
  const status = await post(origin, asked)
  if (status !== 200) throw new Error(`${asked.path} is answered with ${status}`)
}

export function echoes({ origin }: Served, hands: number, seconds: number): Promise<Timing> {
  const [, body] = nextAt(5)
  const asked = { path: '/echo', headers: {}, body: JSON.stringify(body) }
  return timed(hands, seconds, () => posted(origin, asked))
}

async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: sayer, password: demoPassword }),
  })
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

/** One hand for each case, from the revision it is at; hands turn to the nodes in turn. */
export async function requests(nodes: readonly Served[], cases: readonly string[], seconds: number): Promise<Timing> {
  const [{ origin: first }] = nodes as [Served]
  const cookie = await signIn(first)
  const revisions = await Promise.all(cases.map((id) => revisionOf(first, cookie, id)))
  return timed(cases.length, seconds, async (hand) => {
    const revision = revisions[hand]!
    const [type, answers] = nextAt(revision)
    const path = `/api/withdrawal@1/${cases[hand]}/${type}`
    await posted(nodes[hand % nodes.length]!.origin, {
      path,
      headers: { cookie, 'if-match': `"${revision}"` },
      body: JSON.stringify(answers),
    })
    revisions[hand] = revision + 1
  })
}

async function revisionOf(origin: string, cookie: string, id: string): Promise<number> {
  const response = await fetch(`${origin}/api/cases/${id}`, { headers: { cookie } })
  return ((await response.json()) as { revision: number }).revision
}
