// What was typed into a form as plain text, to be pasted somewhere else: words and choices; records are named by the page alone.
import type { Locale } from '../../../machines/label.ts'
import type { FieldSchema, FormSchema } from '../../../machines/narrowing.ts'

const isRecord = ({ format }: FieldSchema) => ['student', 'enrolment', 'user', 'case', 'attachment'].includes(format ?? '')

function worded(schema: FieldSchema, value: unknown, locale: Locale): string {
  if (value === undefined || value === null || value === '' || isRecord(schema)) return ''
  if (Array.isArray(value))
    return value
      .map((item) => worded(schema.items ?? { type: 'string' }, item, locale))
      .filter(Boolean)
      .join('\n')
  if (typeof value === 'object') return asText({ ...schema, properties: schema.properties ?? {} } as FormSchema, value as object, locale)
  if (schema.format === 'fen') return (Number(value) / 100).toFixed(2)
  return schema['x-labels']?.[String(value)]?.[locale] ?? String(value)
}

export const asText = ({ properties }: FormSchema, answers: object, locale: Locale): string =>
  Object.entries(properties)
    .map(([name, field]) => [field['x-title']?.[locale] ?? name, worded(field, (answers as Record<string, unknown>)[name], locale)])
    .filter(([, text]) => text)
    .map(([title, text]) => `${title}${locale === 'en' ? ': ' : '：'}${text}`)
    .join('\n')
