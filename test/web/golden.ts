// Golden histories as the API gives them to a page: sealed into a chain, with names, labels and states.
import { readdirSync, readFileSync } from 'node:fs'
import { acts, isAct } from '../../machines/acts.ts'
import { procedures } from '../../machines/procedures.ts'
import { type ChainedEvent, eventHash } from '../../machines/proof/chain.ts'
import { publish } from '../../machines/published.ts'
import { passages, replay } from '../../machines/replay.ts'
import type { HistoryEvent } from '../../web/api/cases.ts'
import type { Described, WithActs } from '../../web/api/procedures.ts'
import type { History, Recorded } from '../histories/record.ts'

export const described = (name: string) => publish(procedures[name]!) as unknown as Described

/** The same with all that a history of it may hold. */
export const withActs = (name: string) => ({ ...described(name), acts }) as unknown as WithActs

const read = (name: string, file: string): History =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../histories/${name}@${procedures[name]!.version}/${file}.json`, 'utf8'))

/** The names of all golden histories, by procedure. */
export const goldenFiles = (): Record<string, string[]> =>
  Object.fromEntries(
    Object.values(procedures).map(({ name, version }) => [
      name,
      readdirSync(`${import.meta.dirname}/../histories/${name}@${version}`).map((file) => file.replace('.json', '')),
    ]),
  )

/** The history of that file under `test/histories/`, without personal words. */
export function golden(name: string, file: string): HistoryEvent[] {
  const events: HistoryEvent[] = []
  for (const recorded of read(name, file).events) events.push(sealed(name, recorded, events))
  const procedure = procedures[name]!
  const through = passages(procedure, events, replay(procedure, events))
  return events.map((event, index) => ({ ...event, through: through[index]! }))
}

function sealed(name: string, { event, paths, stateDigest }: Recorded, before: HistoryEvent[]): HistoryEvent {
  const { type, actor, onBehalfOf, at, ...facts } = event
  const { definition, version, events, deadlines } = described(name)
  const record = {
    v: 1 as const,
    case: 'case-1',
    sequence: before.length + 1,
    procedure: `${name}@${version}`,
    definition,
    ...{ type, actor, onBehalfOf, at, facts },
    personalDigest: null,
    stateDigest,
    previous: before.at(-1)?.hash ?? null,
  }
  const label = events[type]?.label ?? deadlines[String(facts.deadline)] ?? { 'zh-CN': '立案', en: 'Case opened' }
  const chained: ChainedEvent = { ...record, hash: eventHash(record), salt: null, personal: null }
  return { ...chained, label, act: isAct(type), actorName: actor, onBehalfOfName: onBehalfOf, paths, through: [] }
}
