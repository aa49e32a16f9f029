// Fields that hold a value, or a list of values typed one by one: title, input, and what is wrong with it.
import { LockOutlined, MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Form, Space, Tooltip } from 'antd'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import { type as sizes } from '../../theme.ts'
import { Button } from '../Button.tsx'
import { useWords } from '../words.ts'
import { beginning, type FieldPath } from './answers.ts'
import { Control } from './Control.tsx'
import { complaint } from './complaint.ts'
import { useScope } from './scope.ts'

/** `name` is relative to the list a field stands in, `within` the path of that list. */
export type FieldProps = { name: FieldPath; within: FieldPath; schema: FieldSchema; required: boolean }

/** Checks one answer by its schema, in words. */
export const useRule = (schema: FieldSchema, required: boolean) => {
  const { locale } = useWords()
  return {
    validator: (_: unknown, value: unknown) => {
      const found = complaint(schema, required, value)
      return found ? Promise.reject(new Error(found[locale])) : Promise.resolve()
    },
  }
}

/** The title of a field; personal words carry a lock. */
export function Title({ name, schema }: Pick<FieldProps, 'name' | 'schema'>) {
  const { t, words } = useWords()
  const title = words(schema['x-title']) || String(name.at(-1))
  if (!schema['x-personal']) return title
  return (
    <span>
      {title}{' '}
      <Tooltip title={t('form.personal')}>
        <LockOutlined role="img" aria-label={t('form.personal')} style={{ fontSize: sizes.small }} />
      </Tooltip>
    </span>
  )
}

export function SingleValue(props: FieldProps) {
  const beside = useScope().beside?.(String(props.name.at(-1)))
  if (!beside) return <Valued {...props} />
  return (
    <div className="with-beside">
      <Valued {...props} />
      <div className="quiet">{beside}</div>
    </div>
  )
}

function Valued({ name, within, schema, required }: FieldProps) {
  const rule = useRule(schema, required)
  return (
    <Form.Item
      name={name}
      label={<Title name={name} schema={schema} />}
      required={required && schema.const === undefined}
      rules={[rule]}
      validateTrigger={['onBlur', 'onSubmit']}
      validateFirst
    >
      <Control schema={schema} field={String(name.at(-1))} path={[...within, ...name]} />
    </Form.Item>
  )
}

const anyText: FieldSchema = { type: 'string' }

export function ValueList({ name, within, schema, required }: FieldProps) {
  const items = schema.items ?? anyText
  const rule = useRule(schema, required)
  return (
    <Form.Item label={<Title name={name} schema={schema} />} required={required}>
      <Form.List name={name} rules={[rule]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <Entry key={row.key} name={[row.name]} within={[...within, ...name]} schema={items} onRemove={() => remove(row.name)} />
            ))}
            <Add full={rows.length >= (schema.maxItems ?? 20)} onAdd={() => add(beginning(items))} />
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

function Entry({ name, within, schema, onRemove }: Omit<FieldProps, 'required'> & { onRemove: () => void }) {
  const { t } = useWords()
  const rule = useRule(schema, true)
  return (
    <Space.Compact block style={{ marginBottom: 8 }}>
      <Form.Item name={name} rules={[rule]} style={{ flex: 1, marginBottom: 0 }}>
        <Control schema={schema} field={String(within.at(-1))} path={[...within, ...name]} />
      </Form.Item>
      <Button aria-label={t('form.remove')} icon={<MinusCircleOutlined aria-hidden />} onClick={onRemove} />
    </Space.Compact>
  )
}

export function Add({ full, onAdd }: { full: boolean; onAdd: () => void }) {
  const { t } = useWords()
  return (
    <Button type="dashed" block disabled={full} icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
      {t('form.add')}
    </Button>
  )
}
