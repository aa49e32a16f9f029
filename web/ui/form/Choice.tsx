// One or several of a few values: side by side when few, a list when many.
import { Checkbox, Radio, Select } from 'antd'
import { useWords } from '../words.ts'
import { type ControlProps, wiring } from './control-props.ts'
import { useScope } from './scope.ts'

const few = 5

export function Choice(props: ControlProps) {
  const { words } = useWords()
  const { wording } = useScope()
  const { schema, field } = props
  const { enum: values = [], 'x-labels': labels } = schema.items ?? schema
  const options = values.map((value) => ({
    value: value as string,
    label: words(labels?.[String(value)]) || wording?.(field, String(value)) || String(value),
  }))
  return <Options {...props} options={options} several={schema.type === 'array'} />
}

type Option = { value: string; label: string }
export function Options({ options, several, ...props }: ControlProps & { options: Option[]; several: boolean }) {
  const { value, onChange, schema } = props
  const listed = options.length > few
  if (listed)
    return (
      <Select
        {...wiring(props)}
        mode={several ? 'multiple' : undefined}
        allowClear={!several}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={value}
        onChange={(next) => onChange?.(next)}
        maxCount={several ? schema.maxItems : undefined}
      />
    )
  if (several) return <Checkbox.Group {...wiring(props)} {...{ options, value }} onChange={(next) => onChange?.(next)} />
  return <Radio.Group {...wiring(props)} options={options} value={value} onChange={(e) => onChange?.(e.target.value)} />
}
