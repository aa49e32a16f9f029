// What this person can do with a case now, what it waits for, and why not: from the machine, the rights and the records.
import { type CaseState, storedOf } from '../db/case-state.ts'
import { possible } from '../machines/engine.ts'
import { type Label, say } from '../machines/label.ts'
import { type FormSchema, narrowed } from '../machines/narrowing.ts'
import type { Procedure } from '../machines/procedure.ts'
import type { Records } from '../machines/records.ts'
import { type Asker, type Denial, isDenial, mayRecord, nobodyMay } from '../machines/rights.ts'

export type Offer = { type: string; label: Label; href: string; payload: FormSchema }
export type Blocked = { type: string; label: Label; reason: Label }
export type Ready = { payload: FormSchema; onBehalfOf: string | null }
export type NotReady = (Denial & { status?: never }) | { code: 'not-now'; reason: Label }

export const hrefOf = ({ name, version }: Procedure, caseId: string, type: string) => `/api/${name}@${version}/${caseId}/${type}`

const nobodyToChoose = say('没有可供选择的人员或记录', 'There is nobody and nothing to choose from')
const notInThisStep = say('案件目前所处步骤不能这样办理', 'The case is at a step where this cannot happen')

/** Whether this event can be recorded by this person: the rights first, then the records, then the form as this case narrows it. */
export function readiness({ events }: Procedure, type: string, asker: Asker, context: unknown, records: Records): Ready | NotReady {
  const spec = events[type]!
  const leave = mayRecord(spec, asker, { type, context, records })
  if (isDenial(leave)) return leave
  const against = spec.possible?.(context, records)
  if (against) return { code: 'not-now', reason: against }
  const payload = narrowed(spec.payload, spec.narrow?.(context, records) ?? {})
  return cannotBeFilled(payload) ? { code: 'not-now', reason: nobodyToChoose } : { payload, ...leave }
}
export const isReady = (answer: Ready | NotReady): answer is Ready => 'payload' in answer

const cannotBeFilled = ({ properties, required = [] }: FormSchema) => required.some((name) => properties[name]!.enum?.length === 0)

/** Why the machine would not take the event now; null where it would. */
export function notNow(procedure: Procedure, state: CaseState, type: string): Label | null {
  const { ready, waiting } = possible(procedure, storedOf(state.row))
  if (ready.includes(type)) return null
  return waiting.find((other) => other.type === type)?.unmet ?? notInThisStep
}

export function offersOf(
  procedure: Procedure,
  { row }: CaseState,
  asker: Asker,
  records: Records,
): { offers: Offer[]; blocked: Blocked[] } {
  const { ready, waiting } = possible(procedure, storedOf(row))
  const offers: Offer[] = []
  const blocked: Blocked[] = []
  for (const type of ready) {
    const spec = procedure.events[type]!
    if (!spec.by.length) continue
    const answer = readiness(procedure, type, asker, row.context, records)
    if (isReady(answer)) offers.push({ type, label: spec.label, href: hrefOf(procedure, row.id, type), payload: answer.payload })
    else if (worthSaying(procedure, type, asker)) blocked.push({ type, label: spec.label, reason: answer.reason })
  }
  const forbidden = waiting.filter(({ type }) => procedure.events[type]!.by.length && worthSaying(procedure, type, asker))
  return {
    offers,
    blocked: [...blocked, ...forbidden.map(({ type, unmet }) => ({ type, label: procedure.events[type]!.label, reason: unmet }))],
  }
}

/** Voiding and the like can happen everywhere: only who might do it hears why not. */
const worthSaying = ({ machine, events }: Procedure, type: string, asker: Asker) =>
  !machine.root.transitions.has(type) || events[type]!.by.includes(asker.role)

/** The types of what the case waits for and nobody is left to do. */
export function stuck(procedure: Procedure, { row }: CaseState, records: Records): string[] {
  const { context } = row
  const ready = possible(procedure, storedOf(row)).ready.filter((type) => !machineWide(procedure, type))
  const spoken = ready.filter((type) => procedure.events[type]!.by.length > 0)
  return spoken.filter((type) => nobodyMay(procedure.events[type]!, { type, context, records }))
}
const machineWide = ({ machine }: Procedure, type: string) => machine.root.transitions.has(type)
