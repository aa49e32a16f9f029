// Server processes of their own over one folder of data, loaded beforehand so that they open it within a moment.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Institution } from './app.ts'

const entry = fileURLToPath(new URL('./serving.ts', import.meta.url))
const children = new Set<ChildProcess>()

/** A folder that holds the institution's data and nothing else; the institution itself is closed. */
export async function folderOf({ app, house, file }: Institution): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-'))
  await app.close()
  house.db.close()
  copyFileSync(file, join(folder, 'anjuan.db'))
  rmSync(dirname(file), { recursive: true })
  return folder
}

/** A process that has loaded everything and opened nothing yet. */
export function load(folder: string): ChildProcess {
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const child = fork(entry, { env, execArgv: [], stdio: 'ignore' })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Opens the folder; where it listens. */
export async function begin(child: ChildProcess): Promise<string> {
  const listening = once(child, 'message')
  child.send('open')
  return (await listening)[0]
}

/** Asks it to stop; its exit code. */
export async function stop(child: ChildProcess): Promise<number> {
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return code
}

export function clear(folder: string) {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
