// Replay and hashes over the golden histories of every procedure, again and again: cases as they are, most of them short.
import { readdirSync, readFileSync } from 'node:fs'
import type { MachineEvent } from '../../machines/engine.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { type ChainedEvent, eventHash } from '../../machines/proof/chain.ts'
import { procedureAt, publish } from '../../machines/published.ts'
import { verify } from '../../machines/replay.ts'

type Golden = { events: { event: MachineEvent; stateDigest: string }[] }
type History = { procedure: Procedure; events: ChainedEvent[] }

const folder = new URL('../../test/histories/', import.meta.url)
const goldenOf = (version: string): Golden[] =>
  readdirSync(new URL(version, folder)).map((file) => JSON.parse(readFileSync(new URL(`${version}/${file}`, folder), 'utf8')))

/** Golden events have no chain of their own: they get one as it would be in a case. */
function chained(version: string, { events }: Golden): History {
  const [name, number] = version.split('@')
  const procedure = procedureAt(name!, Number(number))!
  const chain: ChainedEvent[] = []
  for (const [index, { event, stateDigest }] of events.entries()) {
    const { type, actor, onBehalfOf, at, ...facts } = event
    const said = { procedure: version, definition: publish(procedure).definition, type, actor, onBehalfOf, at, facts }
    const previous = chain.at(-1)?.hash ?? null
    const record = { v: 1, case: name!, sequence: index + 1, ...said, personalDigest: null, stateDigest, previous } as const
    chain.push({ ...record, hash: eventHash(record) })
  }
  return { procedure, events: chain }
}

function verifyAll(histories: readonly History[]) {
  for (const { procedure, events } of histories) {
    const [problem] = verify(procedure, events)
    if (problem) throw new Error(`a golden history of ${procedure.name} is not intact: ${problem.detail.en}`)
  }
}

/** How often work was done a second of the processor's time, whoever else uses the machine. */
function repeated(work: () => void, seconds: number) {
  const before = process.cpuUsage()
  let times = 0
  for (const end = performance.now() + seconds * 1000; performance.now() < end; times++) work()
  const { user, system } = process.cpuUsage(before)
  return (1e6 * times) / (user + system)
}

/** Events a second on one core; the first second is not counted. */
export function replays(seconds: number): { perSecond: number; histories: number } {
  const versions = readdirSync(folder).filter((name) => name.includes('@'))
  const histories = versions.flatMap((version) => goldenOf(version).map((golden) => chained(version, golden)))
  const all = () => verifyAll(histories)
  repeated(all, 1)
  const events = histories.reduce((sum, history) => sum + history.events.length, 0)
  return { perSecond: events * repeated(all, seconds), histories: histories.length }
}
