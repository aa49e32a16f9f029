// How far a long piece of work has come, where somebody watches.
import type { Progress } from './backup-copy.ts'

export const showing =
  (what: string): Progress =>
  (part) =>
    void (process.stdout.isTTY && process.stdout.write(`\r${what} … ${Math.round(part * 100)} %  `))
