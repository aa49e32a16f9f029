// What is wrong with an answer, before it is sent.
import type { Label } from '../../../machines/label.ts'
import { type FieldSchema, violations } from '../../../machines/narrowing.ts'
import { blank, holdsValues, sent } from './answers.ts'

/** The first thing wrong with one answer, asked or not; null when it will do. What lies deeper in it is the business of its own fields. */
export function complaint(schema: FieldSchema, required: boolean, value: unknown): Label | null {
  const given = blank(value) ? {} : { it: schema.type === 'object' ? value : sent(value) }
  const asked: FieldSchema = { type: 'object', properties: { it: schema }, required: required ? ['it'] : [] }
  const found = violations(asked, given).find(({ path }) => path === '/it' || (holdsValues(schema) && path.startsWith('/it/')))
  return found?.message ?? null
}
