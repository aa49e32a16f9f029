// Fields that hold other fields: groups, lists of groups, and lists of plain values.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Space } from 'antd'
import type { ReactNode } from 'react'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import { colours } from '../../theme.ts'
import { useWords } from '../words.ts'
import { beginning, complaint, type FieldPath } from './answers.ts'
import { Control } from './Control.tsx'
import { Field } from './Field.tsx'

type Props = { name: FieldPath; within: FieldPath; schema: FieldSchema; label: ReactNode; required?: boolean }
const inset = { border: `1px solid ${colours.line}`, borderRadius: 6, padding: 12, marginBottom: 12, background: colours.inset }

/** The fields of an object, each under its own name. */
export function Fields({ name, within, schema }: { name: FieldPath; within: FieldPath; schema: FieldSchema }) {
  return Object.entries(schema.properties ?? {}).map(([key, field]) => (
    <Field key={key} name={[...name, key]} within={within} schema={field} required={schema.required?.includes(key) ?? false} />
  ))
}

export function ObjectFields({ name, within, schema, label }: Props) {
  return (
    <fieldset style={{ ...inset, minWidth: 0 }}>
      <legend style={{ padding: '0 4px' }}>{label}</legend>
      <Fields {...{ name, within, schema }} />
    </fieldset>
  )
}

const useRule = (schema: FieldSchema, required: boolean) => {
  const { locale } = useWords()
  return {
    validator: (_: unknown, value: unknown) => {
      const found = complaint(schema, required, value)
      return found ? Promise.reject(new Error(found[locale])) : Promise.resolve()
    },
  }
}

export function ObjectList({ name, within, schema, label, required = false }: Props) {
  const { t } = useWords()
  const items = schema.items!
  const rule = useRule({ ...schema, items: { type: 'object' } }, required)
  return (
    <Form.Item label={label} required={required}>
      <Form.List name={name} rules={[rule]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row, index) => (
              <fieldset key={row.key} style={{ ...inset, minWidth: 0 }} aria-label={t('form.entry', { n: index + 1 })}>
                <Fields name={[row.name]} within={[...within, ...name]} schema={items} />
                <Button size="small" icon={<MinusCircleOutlined aria-hidden />} onClick={() => remove(row.name)}>
                  {t('form.remove')}
                </Button>
              </fieldset>
            ))}
            <Add full={rows.length >= (schema.maxItems ?? 20)} onAdd={() => add(beginning(items) ?? {})} />
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

export function ValueList({ name, within, schema, label, required = false }: Props) {
  const { t } = useWords()
  const items = schema.items ?? { type: 'string' }
  const rule = useRule(schema, required)
  const itemRule = useRule(items, true)
  return (
    <Form.Item label={label} required={required}>
      <Form.List name={name} rules={[rule]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <Space.Compact key={row.key} block style={{ marginBottom: 8 }}>
                <Form.Item name={row.name} rules={[itemRule]} style={{ flex: 1, marginBottom: 0 }}>
                  <Control schema={items} field={String(name.at(-1))} path={[...within, ...name, row.name]} />
                </Form.Item>
                <Button aria-label={t('form.remove')} icon={<MinusCircleOutlined aria-hidden />} onClick={() => remove(row.name)} />
              </Space.Compact>
            ))}
            <Add full={rows.length >= (schema.maxItems ?? 20)} onAdd={() => add(beginning(items))} />
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

function Add({ full, onAdd }: { full: boolean; onAdd: () => void }) {
  const { t } = useWords()
  return (
    <Button type="dashed" block disabled={full} icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
      {t('form.add')}
    </Button>
  )
}
