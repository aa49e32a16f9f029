// Advances and echoes over HTTP, by clients that each wait for their answer before they ask again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { demoPassword } from '../sample/people.ts'
import { nextAt, sayer } from './round.ts'

const script = fileURLToPath(new URL('./serve.ts', import.meta.url))
export type Served = { origin: string; stop: () => Promise<void> }

/** A process of its own: with a database the product, without one the echo. */
export async function served(file?: string): Promise<Served> {
  const child = spawn(process.execPath, [script, ...(file ? [file] : [])], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { origin: String(line).trim(), stop }
}

/** `perSecond` answers; times in ms. */
export type Load = { perSecond: number; p50: number; p99: number; refused: number }

const loadOf = ({ requests, latency, non2xx, errors }: autocannon.Result): Load => ({
  perSecond: requests.average,
  p50: latency.p50,
  p99: latency.p99,
  refused: non2xx + errors,
})

export async function echoes({ origin }: Served, connections: number, duration: number): Promise<Load> {
  const [, body] = nextAt(5)
  const headers = { 'content-type': 'application/json' }
  return loadOf(await autocannon({ url: `${origin}/echo`, method: 'POST', headers, body: JSON.stringify(body), connections, duration }))
}

async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: sayer, password: demoPassword }),
  })
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

/** One case for each connection, from the revision it is at. */
export async function requests({ origin }: Served, cases: readonly string[], duration: number): Promise<Load> {
  const cookie = await signIn(origin)
  const revisions = await Promise.all(
    cases.map(
      async (id) => ((await (await fetch(`${origin}/api/cases/${id}`, { headers: { cookie } })).json()) as { revision: number }).revision,
    ),
  )
  let connection = 0
  type Mine = { mine?: number }
  const request: autocannon.Request = {
    setupRequest: (asked, context) => {
      const { mine = connection++ } = context as Mine
      Object.assign(context, { mine })
      const [type, answers] = nextAt(revisions[mine]!)
      return {
        ...asked,
        method: 'POST',
        path: `/api/withdrawal@1/${cases[mine]}/${type}`,
        headers: { cookie, 'content-type': 'application/json', 'if-match': `"${revisions[mine]}"` },
        body: JSON.stringify(answers),
      }
    },
    onResponse: (status, _, context) => {
      if (status === 200) revisions[(context as Required<Mine>).mine]!++
    },
  }
  return loadOf(await autocannon({ url: origin, connections: cases.length, duration, requests: [request] }))
}
