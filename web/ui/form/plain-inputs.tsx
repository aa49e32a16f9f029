// Inputs for words, whole numbers, and yes or no.
import { Input, InputNumber, Radio } from 'antd'
import { useWords } from '../words.ts'
import { type ControlProps, wiring } from './control-props.ts'

/** The room left is shown once it gets short. */
const counted = (limit: number | undefined, text: string | undefined) => ({
  maxLength: limit,
  showCount: (text?.length ?? 0) > (limit ?? 0) * 0.8,
})

export function LongText(props: ControlProps) {
  const { value, onChange, schema } = props
  return (
    <Input.TextArea
      {...wiring(props)}
      {...counted(schema.maxLength, value)}
      rows={4}
      value={value}
      onChange={(e) => onChange?.(e.target.value)}
    />
  )
}

const types = { phone: 'tel', email: 'email' } as const
export function ShortText(props: ControlProps) {
  const { value, onChange, schema } = props
  const type = types[schema.format as keyof typeof types] ?? 'text'
  return <Input {...wiring(props)} type={type} maxLength={schema.maxLength} value={value} onChange={(e) => onChange?.(e.target.value)} />
}

/** Settings say what they are counted in. */
type Unit = 'workingDays' | 'calendarDays' | 'times'

export function WholeNumber(props: ControlProps) {
  const { t } = useWords()
  const { value, onChange, schema } = props
  const unit = (schema as { 'x-unit'?: Unit })['x-unit']
  return (
    <InputNumber
      {...wiring(props)}
      precision={0}
      style={{ width: '100%' }}
      suffix={unit && t(`units.${unit}`)}
      value={value}
      onChange={(n) => onChange?.(n ?? undefined)}
    />
  )
}

export function YesNo(props: ControlProps) {
  const { t } = useWords()
  const options = [
    { value: true, label: t('form.yes') },
    { value: false, label: t('form.no') },
  ]
  return <Radio.Group {...wiring(props)} options={options} value={props.value} onChange={(e) => props.onChange?.(e.target.value)} />
}
