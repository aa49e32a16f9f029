// What a form holds on its way in and out: beginnings from the schema, answers without blanks, errors at their fields.
import type { FieldSchema, FormSchema } from '../../../machines/narrowing.ts'

export type Answers = Record<string, unknown>
export type FieldPath = (string | number)[]

/** What a new form holds: what can only be one value, what is suggested, and what the caller knows already. */
export function beginning(schema: FieldSchema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  return schema.type === 'object' ? beginnings(schema) : undefined
}
const beginnings = ({ properties = {}, required = [] }: FieldSchema): Answers | undefined => {
  const known = Object.entries(properties).flatMap(([name, field]) => {
    const value = beginning(field) ?? (required.includes(name) ? only(field) : undefined)
    return value === undefined ? [] : [[name, value] as const]
  })
  return known.length ? Object.fromEntries(known) : undefined
}
const only = ({ enum: values }: FieldSchema) => (values?.length === 1 ? values[0] : undefined)

/** What can only be one value: sent whatever else was typed. */
export const fixed = ({ properties }: FormSchema): Answers =>
  Object.fromEntries(Object.entries(properties).flatMap(([name, field]) => (field.const === undefined ? [] : [[name, field.const]])))

export const blank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The answers as they are sent: nothing for what was left empty. */
export function sent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sent).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return blank(value) ? undefined : value
  const entries = Object.entries(value).map(([name, inner]) => [name, sent(inner)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => !blank(inner)))
}

/** A list whose values are typed into one field. */
export const holdsValues = ({ type, items }: FieldSchema) => type === 'array' && items?.type !== 'object'

/** A JSON pointer as the form library names a field. */
export const fieldPath = (pointer: string): FieldPath =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))

/** The field a pointer is shown at: the field itself, or for a value within a plain list the list. */
export function shownAt(schema: FormSchema, pointer: string): FieldPath | null {
  const path: FieldPath = []
  let field: FieldSchema | undefined = schema
  for (const key of fieldPath(pointer)) {
    if (field && holdsValues(field)) break
    field = typeof key === 'number' ? field?.items : field?.properties?.[key]
    if (!field) return path.length ? path : null
    path.push(key)
  }
  return path.length ? path : null
}
