// What `npm run build` makes of the server is what its sources are, or it is not run.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { digestOf, entry, madeFile, root } from '../../server/built.ts'
import { freshInstitution } from './app.ts'

it('the built server is run as long as each file that it was built of is what it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-built-'))
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const starts = () => entry('start', folder).slice(-'server/start.ts'.length)
  put('server/start.ts', 'listen()')
  put('package-lock.json', '{}')
  expect(starts()).toBe('server/start.ts')
  const of = ['package-lock.json', 'server/start.ts']
  put(madeFile, JSON.stringify({ of, digest: digestOf(of, folder) }))
  expect(starts()).toMatch(/dist\/start\.js$/)
  put('server/start.ts', 'listen() ')
  expect(starts()).toBe('server/start.ts')
  put('server/start.ts', 'listen()')
  expect(starts()).toMatch(/dist\/start\.js$/)
  rmSync(join(folder, 'package-lock.json'))
  expect(starts()).toBe('server/start.ts')
  rmSync(folder, { recursive: true })
})

/** `npm start` on an empty store, as far as it says where it listens. */
async function started() {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-built-'))
  const env = { ...process.env, DATABASE_URL: undefined, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [join(root, 'server/run.ts'), 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
    rmSync(folder, { recursive: true })
  }
  return { origin: /listens at (\S+)/.exec(String(said))![1]!, stop }
}

it('what was built answers as the sources do: its interface, its procedures, its page and a wrong password', async () => {
  expect(fileURLToPath(entry('start')), 'sources have changed: npm run build').toBe(join(root, 'dist/start.js'))
  const { origin, stop } = await started()
  const { app } = await freshInstitution()
  for (const path of ['/api/openapi.json', '/api/procedures/names', '/']) {
    const [built, source] = [await fetch(origin + path), await app.inject(path)]
    expect([built.status, await built.text()], path).toEqual([source.statusCode, source.body])
  }
  const wrong = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"username":"nobody","password":"wrong-password"}',
  }
  expect((await fetch(`${origin}/api/auth/sign-in/username`, wrong)).status).toBe(401)
  await stop()
})
