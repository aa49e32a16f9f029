// What the case has come to know, or knows otherwise, between two looks at it.
import type { TFunction } from 'i18next'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import type { Case, Facts } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { foundOut } from './found-out.ts'

export type ChangedFact = { name: string; schema: FieldSchema; was: unknown; is: unknown }

export function changedFacts(before: Facts, of: Case, procedure: Described, t: TFunction): ChangedFact[] {
  const was = foundOut({ ...of, facts: before }, procedure, t).values
  const { schema, values: is } = foundOut(of, procedure, t)
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return names
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .map((name) => ({ name, schema: schema.properties?.[name] ?? { type: 'string' }, was: was[name], is: is[name] }))
}
