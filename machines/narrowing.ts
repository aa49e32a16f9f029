// What a case makes of a form, and what is wrong with an answer to it: pure and without eval, so that the browser asks it too.
import { Errors } from 'typebox/schema'
import type { Label } from './label.ts'
import type { Narrowing } from './procedure.ts'
import { type Complaint, wordsFor } from './violation-words.ts'

/** One field as published: the subset of JSON Schema 2020-12 that forms are written in. */
export type FieldSchema = {
  type: 'string' | 'integer' | 'boolean' | 'array' | 'object'
  'x-title'?: Label
  'x-labels'?: Record<string, Label>
  'x-personal'?: true
  format?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  formatMinimum?: string
  formatMaximum?: string
  items?: FieldSchema
  minItems?: number
  maxItems?: number
  properties?: Record<string, FieldSchema>
  required?: string[]
  additionalProperties?: boolean
}
export type FormSchema = FieldSchema & { type: 'object'; properties: Record<string, FieldSchema> }
/** `path` is a JSON pointer to the answer, or to where it is missing. */
export type Violation = { path: string; message: Label }

type Patch = Record<string, unknown>
// TypeBox keeps `optional` in hidden properties, and a patch may hold `const: undefined` for "nothing to bind": JSON has neither.
const plain = <T>(value: unknown): T => JSON.parse(JSON.stringify(value))

/** A form is written once and never changed: neither is its plain copy. */
const published = (payload: object): FormSchema => {
  if (!plainForms.has(payload)) plainForms.set(payload, requiring(plain<FormSchema>(payload), []))
  return plainForms.get(payload)!
}
const plainForms = new WeakMap<object, FormSchema>()
const requiring = (form: FormSchema, more: readonly string[]): FormSchema => {
  const needed = [...(form.required ?? []), ...more]
  return { ...form, required: Object.keys(form.properties).filter((name) => needed.includes(name)) }
}

/**
 * The form as this case narrows it, as plain JSON Schema: field patches merged, required fields added, optional ones left out. A patch narrows and never
 * widens: the tighter limit holds, and of several lists of values only what is in all of them. RangeError for a field the form doesn't have.
 */
export const narrowed = (payload: object, { fields = {}, required = [], without = [] }: Narrowing): FormSchema => {
  const form = published(payload)
  if (!Object.keys(fields).length && !required.length && !without.length) return form
  const stranger = [...Object.keys(fields), ...required, ...without].find((name) => !Object.hasOwn(form.properties, name))
  if (stranger !== undefined) throw new RangeError(`the form has no field ${stranger}`)
  const patched = Object.entries(plain<Record<string, Patch>>(fields)).map(([name, patch]) => [
    name,
    patchField(form.properties[name]!, patch),
  ])
  const all: Record<string, FieldSchema> = { ...form.properties, ...Object.fromEntries(patched) }
  const kept = Object.entries(all).filter(([name]) => !without.includes(name))
  return requiring({ ...form, properties: Object.fromEntries(kept) }, required)
}

const patchField = (field: FieldSchema, patch: Patch): FieldSchema => {
  const merged = { ...field, ...patch, ...tighter(field, patch) } as FieldSchema
  if (field.items && patch.items) merged.items = patchField(field.items, patch.items as Patch)
  if (field.properties && patch.properties) merged.properties = patchAll(field.properties, patch.properties as Record<string, Patch>)
  return withLabels(merged)
}
const patchAll = (properties: Record<string, FieldSchema>, patches: Record<string, Patch>) =>
  Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, patches[name] ? patchField(field, patches[name]) : field]))

const both = (a: unknown, b: unknown) => a !== undefined && b !== undefined
const tighter = (field: FieldSchema, patch: FieldSchema | Patch): Patch => {
  const limits: Patch = {}
  if (both(field.minimum, patch.minimum)) limits.minimum = Math.max(field.minimum!, patch.minimum as number)
  if (both(field.maximum, patch.maximum)) limits.maximum = Math.min(field.maximum!, patch.maximum as number)
  if (both(field.enum, patch.enum)) limits.enum = field.enum!.filter((value) => (patch.enum as unknown[]).includes(value))
  if (both(field.enum, patch.const)) limits.enum = field.enum!.filter((value) => value === patch.const)
  return limits
}

const withLabels = (field: FieldSchema): FieldSchema => {
  const { 'x-labels': labels, enum: values } = field
  if (!labels || !values) return field
  return { ...field, 'x-labels': Object.fromEntries(Object.entries(labels).filter(([value]) => values.includes(value))) }
}

/** What is wrong with a value, one sentence a place, in both languages; empty where the schema allows it. */
export const violations = (schema: FieldSchema, value: unknown): Violation[] => {
  const found = [...structural(schema, value), ...untimely(schema, value)]
  const first = new Map(found.toReversed().map((complaint) => [complaint.path, complaint]))
  return found
    .filter((complaint) => first.get(complaint.path) === complaint)
    .map(({ path, ...what }) => ({ path, message: wordsFor(what) }))
}

type Found = Complaint & { path: string }
const pointer = (name: string) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
const at = (schema: FieldSchema, schemaPath: string): FieldSchema =>
  schemaPath
    .split('/')
    .slice(1)
    .reduce<any>((inner, key) => inner?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], schema) ?? schema

/** TypeBox names the object for fields missing and for fields too many; people look for the field itself. */
const structural = (schema: FieldSchema, value: unknown): Found[] =>
  Errors(schema as object, value)[1].flatMap(({ keyword, instancePath, schemaPath, params }): Found[] => {
    // A field too many is reported twice, once as itself against the schema `false`.
    if (keyword === 'boolean') return []
    const names = namesIn(params as Record<string, string[]>)
    return names
      ? names.map((name) => ({ path: instancePath + pointer(name), keyword, field: {} }))
      : [{ path: instancePath, keyword, field: at(schema, schemaPath) }]
  })
const namesIn = ({ requiredProperties, additionalProperties }: Record<string, string[]>) => requiredProperties ?? additionalProperties

/** Earliest and latest dates, which JSON Schema itself doesn't know. */
const untimely = (field: FieldSchema, value: unknown, path = ''): Found[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => untimely(field.items ?? ({} as FieldSchema), item, `${path}/${index}`))
  if (typeof value === 'object' && value !== null) return inside(field, value as Patch, path)
  if (typeof value !== 'string') return []
  const { formatMinimum, formatMaximum } = field
  if (formatMinimum !== undefined && instant(value) < instant(formatMinimum)) return [{ path, keyword: 'formatMinimum', field }]
  if (formatMaximum !== undefined && instant(value) > instant(formatMaximum)) return [{ path, keyword: 'formatMaximum', field }]
  return []
}
const inside = ({ properties = {} }: FieldSchema, value: Patch, path: string) =>
  Object.entries(properties).flatMap(([name, field]) =>
    Object.hasOwn(value, name) ? untimely(field, value[name], path + pointer(name)) : [],
  )
const instant = (value: string) => Date.parse(value)
