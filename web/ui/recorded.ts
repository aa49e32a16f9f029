// What was put down at an event: the form it was recorded with, and what stands in it.
import type { FieldSchema } from '../../machines/narrowing.ts'
import type { HistoryEvent } from '../api/cases.ts'
import type { Described, WithActs } from '../api/procedures.ts'

export function formOf(type: string, { opening, events, acts }: WithActs): FieldSchema {
  if (type === 'case.opened') return opening
  return (events[type] ?? acts[type as keyof typeof acts])?.payload ?? { type: 'object' }
}

/** Facts and, where the reader may see them, words. */
export const valuesOf = ({ facts, personal }: HistoryEvent): Record<string, unknown> => ({
  ...facts,
  ...(personal as object | null | undefined),
})

/** The ids of the files that a value of this form refers to. */
export function filesOf(schema: FieldSchema, value: unknown): string[] {
  if (schema.format === 'attachment') return typeof value === 'string' ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => filesOf(schema.items ?? { type: 'string' }, item))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => filesOf(field, (value as Record<string, unknown>)[name]))
}

/** Short words that events put down, an account or an address: whoever goes on with the case needs the last of each. Remarks are read where they were made. */
export function noted(history: HistoryEvent[], procedure: Described): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const { type, personal } of history) {
    const { properties = {} } = procedure.events[type]?.payload ?? {}
    for (const [name, value] of Object.entries((personal as object | null) ?? {}))
      if (properties[name] && properties[name].format !== 'text') found[name] = value
  }
  return found
}
