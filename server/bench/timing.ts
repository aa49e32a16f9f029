// Runs work in so many hands for some seconds and tells how much was done.
import { existsSync, readFileSync } from 'node:fs'

/** `perSecond` is what all hands did together; times in ms, `cpu` in µs and `written` in bytes a piece, null where the system does not count them. */
export type Timing = { perSecond: number; p50: number; p99: number; cpu: number; written: number | null; done: number }

const counts = '/proc/self/io'
const bytesWritten = () => (existsSync(counts) ? Number(/wchar: (\d+)/.exec(readFileSync(counts, 'utf8'))?.[1]) : null)

const at = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

export type Spread = { p50: number; p99: number }
/** How long one piece of work takes when nothing else is done, in ms. */
export async function spreadOf(seconds: number, work: () => Promise<unknown>): Promise<Spread> {
  await work()
  const times: number[] = []
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) }
}

/** `work` does one piece for the hand of that number. The first second is not counted. */
export async function timed(hands: number, seconds: number, work: (hand: number) => Promise<void>): Promise<Timing> {
  const begin = performance.now() + 1000
  const end = begin + seconds * 1000
  const times: number[] = []
  let cpu: NodeJS.CpuUsage | undefined
  let before: number | null = null
  const hand = async (n: number) => {
    for (let start = performance.now(); start < end; ) {
      await work(n)
      const now = performance.now()
      if (start >= begin) {
        before ??= bytesWritten()
        cpu ??= process.cpuUsage()
        times.push(now - start)
      }
      start = now
    }
  }
  await Promise.all(Array.from({ length: hands }, (_, n) => hand(n)))
  const { user, system } = process.cpuUsage(cpu)
  const sorted = times.toSorted((a, b) => a - b)
  const done = times.length
  const after = bytesWritten()
  const written = after === null || before === null ? null : (after - before) / done
  return { written, perSecond: done / seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99), cpu: (user + system) / done, done }
}
