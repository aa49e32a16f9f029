// Server processes of their own over one database, loaded beforehand so that they open it within a moment.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Institution, template } from './app.ts'
import { environmentOf, newPlace, type Place, scratch } from './store.ts'

const entry = fileURLToPath(new URL('./serving.ts', import.meta.url))
const children = new Set<ChildProcess>()
const compiled = scratch()

/** A database that holds what the institution holds, for processes alone; the institution itself is gone. */
export async function placeOf(institution: Institution): Promise<Place> {
  await institution.app.close()
  await institution.house.db.close()
  const place = await newPlace(template, institution.where)
  await institution.drop()
  return place
}

/** A process that has loaded everything and opened nothing yet. */
export function load({ where }: Place, more: Record<string, string> = {}): ChildProcess {
  const env = { ...process.env, ...environmentOf(where), PORT: '0', LOG_LEVEL: 'silent', NODE_COMPILE_CACHE: compiled, ...more }
  const child = fork(entry, { env, execArgv: [], stdio: 'ignore' })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Opens the database; where it listens. */
export async function begin(child: ChildProcess): Promise<string> {
  const listening = once(child, 'message')
  child.send('open')
  return (await listening)[0]
}

/** The signal or exit code it dies of. */
export async function killed(child: ChildProcess): Promise<string | number> {
  const [code, signal] = await once(child, 'exit')
  return signal ?? code
}

/** Asks it to stop; its exit code. */
export async function stop(child: ChildProcess): Promise<number> {
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return code
}

export async function clear({ drop }: Place) {
  for (const child of children) child.kill('SIGKILL')
  await drop()
  rmSync(compiled, { recursive: true, force: true })
}
