// Recorded facts and words, each under its title, in words by what its schema says it is.
import { LockOutlined } from '@ant-design/icons'
import { Fragment, type ReactNode } from 'react'
import type { FieldSchema } from '../../machines/narrowing.ts'
import { colours, space, type } from '../theme.ts'
import { AttachmentLink } from './AttachmentLink.tsx'
import { useScope } from './form/scope.ts'
import { CaseNumber, EnrolmentName, PersonName, StudentName } from './names.tsx'
import { useWords } from './words.ts'

export function FieldList({ schema, values }: { schema: FieldSchema; values: Record<string, unknown> }) {
  const { words, t } = useWords()
  const known = Object.entries(schema.properties ?? {}).filter(([name]) => values[name] !== undefined)
  if (!known.length) return null
  return (
    <dl className="fields">
      {known.map(([name, field]) => (
        <div key={name}>
          <dt>
            {words(field['x-title']) || name}
            {field['x-personal'] && (
              <LockOutlined
                role="img"
                aria-label={t('form.personal')}
                style={{ fontSize: type.small, marginInlineStart: space.xs, color: colours.quiet }}
              />
            )}
          </dt>
          <dd>
            <FieldValue schema={field} value={values[name]} field={name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function FieldValue({ schema, value, field = '' }: { schema: FieldSchema; value: unknown; field?: string }) {
  if (value === undefined || value === null) return '—'
  if (schema.type === 'array' || Array.isArray(value))
    return <Several items={schema.items ?? { type: 'string' }} values={[value].flat()} field={field} />
  if (typeof value === 'object') return <FieldList schema={schema} values={value as Record<string, unknown>} />
  return <Single schema={schema} value={value as string | number | boolean} field={field} />
}

function Several({ items, values, field }: { items: FieldSchema; values: unknown[]; field: string }) {
  const { locale } = useWords()
  const block = items.type === 'object' || ['enrolment', 'attachment', 'text'].includes(items.format ?? '')
  return values.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a recorded list never changes
    <Fragment key={index}>
      {index > 0 && (block ? null : locale === 'en' ? ', ' : '、')}
      {block ? (
        <div>
          <FieldValue schema={items} value={value} field={field} />
        </div>
      ) : (
        <FieldValue schema={items} value={value} field={field} />
      )}
    </Fragment>
  ))
}

type Simple = string | number | boolean
function Single({ schema, value, field }: { schema: FieldSchema; value: Simple; field: string }) {
  const { t, words, date, time, money } = useWords()
  const { wording } = useScope()
  const text = String(value)
  const label = schema['x-labels']?.[text]
  if (label) return words(label)
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
  if (schema.format === 'fen') return money(Number(value))
  if (schema.format === 'date') return date(text)
  if (schema.format === 'date-time') return time(text)
  if (schema.format === 'text') return <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>
  const Record = records[schema.format ?? '']
  return Record ? <Record id={text} /> : (wording?.(field, text) ?? text)
}

const records: { [format: string]: (props: { id: string }) => ReactNode } = {
  attachment: AttachmentLink,
  student: StudentName,
  enrolment: EnrolmentName,
  user: PersonName,
  case: CaseNumber,
}
