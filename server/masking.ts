// What the student representative may not see of a complaint: who complains and how to reach them (C2.3).
import { isAct } from '../machines/acts.ts'
import type { Procedure } from '../machines/procedure.ts'

type Words = Record<string, unknown>
const mask = '＊＊＊'

/** The words of an event with those fields masked that its form marks as identifying. */
export function masked(procedure: Procedure, type: string, personal: Words | null): Words | null {
  if (!personal) return null
  if (isAct(type)) return Object.fromEntries(Object.keys(personal).map((name) => [name, mask]))
  const words = type === 'case.opened' ? procedure.opening.words : (procedure.events[type]?.words ?? {})
  const identifying = (name: string) => (words[name] as { 'x-identity'?: true } | undefined)?.['x-identity'] === true
  return Object.fromEntries(Object.entries(personal).map(([name, value]) => [name, identifying(name) ? mask : value]))
}
