// A disk that can be made to fail while a process writes to it: shim.c, compiled where the tests run.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scratch } from '../server/store.ts'

const source = fileURLToPath(new URL('./shim.c', import.meta.url))

/** Why no fault can be put in here; null where it can. */
export const noFaults = (): string | null => {
  if (process.platform !== 'linux') return `disks cannot be made to fail on ${process.platform}`
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'there is no C compiler (cc) to make a failing disk with'
  }
}

type Kind = 'write' | 'truncate' | 'sync'
/** `die`: the process ends before the call; `tear`: after half of what it was to write. `slow` waits for `ms` and goes on. */
type Action = 'die' | 'tear' | 'fail' | 'full' | 'slow'
type Order = { action: Action; kinds: Kind[]; from?: number; count?: number; ms?: number }
export type Disk = {
  /** For the process that is to suffer. */
  env: Record<string, string>
  /** From now on, calls are counted anew: those from the `from`th on, `count` of them or all. */
  order: (order: Order) => void
  mend: () => void
  /** The calls that were struck since the last order, each by its kind. */
  struck: () => Kind[]
  drop: () => void
}

/** The disk under the folder of the database at `where`. */
export function makeDisk(where: string): Disk {
  const folder = scratch()
  const [shim, control] = [join(folder, 'shim.so'), join(folder, 'control')]
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl'])
  const struck = `${control}.struck`
  let id = 0
  // Moved into its place, so that nobody reads half an order.
  const tell = (text: string) => {
    writeFileSync(`${control}.new`, text)
    renameSync(`${control}.new`, control)
  }
  return {
    env: { LD_PRELOAD: shim, FAULT_FOLDER: realpathSync(dirname(where)), FAULT_CONTROL: control },
    order: ({ action, kinds, from = 1, count = 1e9, ms = 0 }) => {
      rmSync(struck, { force: true })
      tell(`${++id} ${action} ${kinds.map(([letter]) => letter).join('')} ${from} ${count} ${ms}`)
    },
    mend: () => tell(''),
    struck: () => (existsSync(struck) ? readFileSync(struck, 'utf8').trim().split('\n').map(named) : []),
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const kinds: Record<string, Kind> = { w: 'write', t: 'truncate', s: 'sync' }
const named = (line: string) => kinds[line[0]!]!
