// From what a person says to what a machine receives: who may, the form as the case narrows it, personal words set aside, facts computed.
import type { MachineEvent, Stored } from '../../machines/engine.ts'
import { type FormSchema, narrowed } from '../../machines/narrowing.ts'
import type { EventSpec, Procedure } from '../../machines/procedure.ts'
import { isImpossible, type Person, type Records } from '../../machines/records.ts'
import { isDenial, mayRecord } from '../../machines/rights.ts'
import type { Settings } from '../../machines/settings.ts'
import type { Answers } from './sample.ts'

export type Speaker = { actor: string; onBehalfOf: string | null }
export type Speech = { answers: Answers; speaker: Speaker; at: string; records: Records }

/** What only the system causes is said by the system. */
export const system: Speaker = { actor: 'system', onBehalfOf: null }
export const clock: Speaker = { actor: 'clock', onBehalfOf: null }

const factsIn = (facts: object, answers: Answers) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(facts, name)))
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** Nobody is named for anything on paper. */
const namedForNothing = ''
/** The first person who may record the event in this case, those asked first whose role it is; null when nobody may. */
export const speakerFor = (spec: EventSpec, context: unknown, records: Records): Speaker | null => {
  if (spec.by.length === 0) return system
  const department = spec.department?.(context)
  const likely = (person: Person) => spec.by.includes(person.role) && (!department || person.department === department)
  const people = [...records.people.filter(likely), ...records.people.filter((person) => !likely(person))]
  const may = people.find(
    (person) => !isDenial(mayRecord(spec, { ...person, principals: [] }, { type: namedForNothing, context, records })),
  )
  return may ? { actor: may.id, onBehalfOf: null } : null
}

export const formFor = (spec: EventSpec, context: unknown, records: Records): FormSchema =>
  narrowed(spec.payload, spec.narrow?.(context, records) ?? {})

/** `case.opened` as its machine receives it; null where the records say it cannot be. */
export const openedEvent = (
  { opening, prefix }: Procedure,
  { answers, speaker, at, records }: Speech,
  settings: Settings,
): MachineEvent | null => {
  const asked = { ...records, actor: speaker.actor }
  const computed = opening.complete?.(answers, asked) ?? {}
  if (isImpossible(computed)) return null
  const filed = { campus: records.student?.campus ?? null, number: `${prefix}-2026-000001`, settings }
  return asJson({ ...factsIn(opening.facts, answers), ...computed, ...filed, type: 'case.opened', ...speaker, at })
}

/** The event as its machine receives it; null where the records say it cannot be. */
export const saidEvent = (
  { events }: Procedure,
  { context }: Stored,
  type: string,
  { answers, speaker, at, records }: Speech,
): MachineEvent | null => {
  const spec = events[type]!
  const asked = { ...records, actor: speaker.actor }
  if (spec.possible?.(context, asked)) return null
  const computed = spec.complete?.(answers, context, asked) ?? {}
  if (isImpossible(computed)) return null
  return asJson({ ...factsIn(spec.facts, answers), ...computed, type, ...speaker, at })
}
