// `npm start` as an operator runs it: a signal to npm reaches the service, which ends cleanly and lets its port go.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ status }) => status === 200,
    () => false,
  )
async function until(wanted: boolean, port: number) {
  for (let i = 0; i < 200 && (await answers(port)) !== wanted; i++) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await answers(port)).toBe(wanted)
}

it('SIGTERM to npm stops the service behind it', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-npm-'))
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'silent' }
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore' })
  await until(true, port)
  npm.kill('SIGTERM')
  await once(npm, 'exit')
  await until(false, port)
  rmSync(folder, { recursive: true, force: true })
})
