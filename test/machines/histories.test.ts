// Histories once recorded are folded to the same states for ever.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { advance, open, paths, type Stored } from '../../machines/engine.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { stateDigest } from '../../machines/proof/chain.ts'
import { type History, type Recorded, record, type Script } from '../histories/record.ts'

const folder = `${import.meta.dirname}/../histories`
const scripts = Object.fromEntries(
  Object.entries(import.meta.glob<{ scripts: Record<string, Script> }>('../histories/scripts/*.ts', { eager: true })).map(
    ([path, module]) => [path.replace(/^.*\/(.*)\.ts$/, '$1'), module.scripts],
  ),
)
const nameOf = ({ name, version }: Procedure) => `${name}@${version}`
const fileOf = (title: string) => `${title.replaceAll(/[^a-z]+/gi, '-')}.json`

const write = (procedure: Procedure) => {
  const home = `${folder}/${nameOf(procedure)}`
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  for (const [title, script] of Object.entries(scripts[procedure.name] ?? {}))
    writeFileSync(`${home}/${fileOf(title)}`, `${JSON.stringify(record(procedure, script), null, 1)}\n`)
}
if (process.env.UPDATE_HISTORIES) for (const procedure of Object.values(procedures)) write(procedure)

const kept = readdirSync(folder).filter((name) => name.includes('@'))
const files = kept.flatMap((version) => readdirSync(`${folder}/${version}`).map((file) => [version, file] as const))
const byVersion: Record<string, Procedure> = Object.fromEntries(Object.values(procedures).map((p) => [nameOf(p), p]))

/** As the store does it: every state is written down and read again before the next event. */
const fold = (procedure: Procedure, events: readonly Recorded[]) => {
  let stored: Stored | null = null
  return events.map(({ event }, index) => {
    const step = index === 0 ? open(procedure, event) : stored && advance(procedure, stored, event)
    stored = step && JSON.parse(JSON.stringify(step.stored))
    return stored && { event, paths: paths(stored.value), stateDigest: stateDigest(stored) }
  })
}

describe.each(files)('%s: %s', (version, file) => {
  const history: History = JSON.parse(readFileSync(`${folder}/${version}/${file}`, 'utf8'))

  it('is folded to the states it was recorded with', () => {
    expect(history.procedure).toBe(version)
    expect(history.events.length).toBeGreaterThan(1)
    expect(fold(byVersion[version]!, history.events)).toEqual(history.events)
  })
})

describe.each(Object.values(procedures).map((p) => [nameOf(p), p] as const))('%s', (version, procedure) => {
  const written = scripts[procedure.name] ?? {}

  it('has five histories or more, each under its name', () => {
    expect(Object.keys(written).length).toBeGreaterThanOrEqual(5)
    expect(existsSync(`${folder}/${version}`) ? readdirSync(`${folder}/${version}`).sort() : []).toEqual(
      Object.keys(written).map(fileOf).sort(),
    )
  })

  it('comes to each of its ends in one of them', () => {
    const ends = Object.entries(procedure.machine.root.states).filter(([, state]) => state.type === 'final')
    const reached = files
      .filter(([v]) => v === version)
      .map(([, file]) => JSON.parse(readFileSync(`${folder}/${version}/${file}`, 'utf8')) as History)
    expect(new Set(reached.flatMap(({ events }) => events.at(-1)!.paths))).toEqual(new Set(ends.map(([name]) => name)))
  })
})
