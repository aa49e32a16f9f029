// The fields of a form, each as its schema asks: values, lists of values, and groups of further fields.
import { MinusCircleOutlined } from '@ant-design/icons'
import { Form } from 'antd'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import { colours, space } from '../../theme.ts'
import { Button } from '../Button.tsx'
import { useWords } from '../words.ts'
import { beginning } from './answers.ts'
import { Add, type FieldProps, SingleValue, Title, useRule, ValueList } from './values.tsx'

/** The fields of an object, each under its own name. */
export const fieldsOf = ({ name, within, schema }: Omit<FieldProps, 'required'>) =>
  Object.entries(schema.properties ?? {}).map(([key, field]) => (
    <Field key={key} name={[...name, key]} within={within} schema={field} required={schema.required?.includes(key) ?? false} />
  ))

const Fields = (props: Omit<FieldProps, 'required'>) => fieldsOf(props)

function Field(props: FieldProps) {
  const { schema } = props
  if (schema.type === 'object') return <Group {...props} />
  if (schema.type === 'array' && schema.items?.type === 'object') return <GroupList {...props} />
  return isTyped(schema) ? <ValueList {...props} /> : <SingleValue {...props} />
}

/** Lists whose values are typed one by one; records, files and choices are picked all at once. */
const isTyped = ({ type, items }: FieldSchema) => type === 'array' && !items?.enum && !picked.has(items?.format ?? '')
const picked = new Set(['student', 'enrolment', 'user', 'case', 'attachment'])

const inset = {
  minWidth: 0,
  border: `1px solid ${colours.line}`,
  borderRadius: 6,
  padding: space.m,
  marginBottom: space.m,
  background: colours.inset,
}

function Group({ name, within, schema }: FieldProps) {
  return (
    <fieldset style={inset}>
      <legend style={{ padding: '0 4px' }}>
        <Title name={name} schema={schema} />
      </legend>
      <Fields {...{ name, within, schema }} />
    </fieldset>
  )
}

function GroupList({ name, within, schema, required }: FieldProps) {
  const { t } = useWords()
  const items = schema.items!
  const rule = useRule({ ...schema, items: { type: 'object' } }, required)
  return (
    <Form.Item label={<Title name={name} schema={schema} />} required={required}>
      <Form.List name={name} rules={[rule]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row, index) => (
              <fieldset key={row.key} style={inset} aria-label={t('form.entry', { n: index + 1 })}>
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
