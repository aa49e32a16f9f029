// One field of a form: its title, whether it must be filled in, what is wrong with it, and the input its schema asks for.
import { LockOutlined } from '@ant-design/icons'
import { Form, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import { useWords } from '../words.ts'
import { complaint, type FieldPath } from './answers.ts'
import { Control } from './Control.tsx'
import { ObjectFields, ObjectList, ValueList } from './nested.tsx'

export type FieldProps = { name: FieldPath; within?: FieldPath; schema: FieldSchema; required: boolean }

/** `name` is relative to the list it stands in, `within` the path of that list. */
export function Field({ name, within = [], schema, required }: FieldProps) {
  const { words } = useWords()
  const title = words(schema['x-title']) || String(name.at(-1))
  const label = <Title title={title} personal={schema['x-personal']} />
  if (schema.type === 'object') return <ObjectFields {...{ name, within, schema, label }} />
  if (schema.type === 'array' && schema.items?.type === 'object') return <ObjectList {...{ name, within, schema, required, label }} />
  if (isTyped(schema)) return <ValueList {...{ name, within, schema, required, label }} />
  return <Single {...{ name, within, schema, required, label }} />
}

/** Lists whose values are typed one by one; records, files and choices are picked all at once. */
const isTyped = ({ type, items }: FieldSchema) => type === 'array' && !items?.enum && !picked.has(items?.format ?? '')
const picked = new Set(['student', 'enrolment', 'user', 'case', 'attachment'])

function Single({ name, within, schema, required, label }: FieldProps & { within: FieldPath; label: ReactNode }) {
  const { locale } = useWords()
  const validator = (_: unknown, value: unknown) => {
    const found = complaint(schema, required, value)
    return found ? Promise.reject(new Error(found[locale])) : Promise.resolve()
  }
  return (
    <Form.Item
      name={name}
      label={label}
      required={required && schema.const === undefined}
      rules={[{ validator }]}
      validateTrigger={['onBlur', 'onSubmit']}
      validateFirst
    >
      <Control schema={schema} field={String(name.at(-1))} path={[...within, ...name]} />
    </Form.Item>
  )
}

function Title({ title, personal }: { title: string; personal?: boolean }) {
  const { t } = useWords()
  if (!personal) return title
  return (
    <span>
      {title}{' '}
      <Tooltip title={t('form.personal')}>
        <LockOutlined role="img" aria-label={t('form.personal')} style={{ fontSize: 12 }} />
      </Tooltip>
    </span>
  )
}
