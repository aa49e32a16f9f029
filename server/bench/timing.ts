// Runs work in so many hands for some seconds and tells how much was done.
import { existsSync, readFileSync } from 'node:fs'

/** `perSecond` is what all hands did together; times in ms, `cpu` in µs and `written` in bytes a piece, null where the system does not count them. */
export type Timing = { perSecond: number; p50: number; p99: number; cpu: number; written: number | null; done: number }

const counts = '/proc/self/io'
const bytesWritten = () => (existsSync(counts) ? Number(/wchar: (\d+)/.exec(readFileSync(counts, 'utf8'))?.[1]) : null)

const at = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

export type Spread = { p50: number; p99: number }
type Work = () => Promise<unknown>
/** How long one piece of work takes when nothing else is done, in ms. */
export const spreadOf = async (seconds: number, work: Work): Promise<Spread> => (await spreadsInTurn(seconds, [work]))[0]!

/** In ms. */
const turn = 100
/** The same of several, each for so many seconds, in short turns: a machine that becomes slower becomes so for all of them. */
export async function spreadsInTurn(seconds: number, works: readonly Work[]): Promise<Spread[]> {
  const times: number[][] = works.map(() => [])
  for (const work of works) await work()
  for (let n = 0; n < (seconds * 1000) / turn; n++)
    for (const [i, work] of works.entries())
      for (const end = performance.now() + turn; performance.now() < end; ) {
        const begun = performance.now()
        await work()
        times[i]!.push(performance.now() - begun)
      }
  return times.map((all) => {
    const sorted = all.toSorted((a, b) => a - b)
    return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) }
  })
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
