// The input that a field's schema asks for. Every input takes and gives the value as it is sent.
import { Input, InputNumber, Radio } from 'antd'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import { useWords } from '../words.ts'
import { AttachmentInput } from './AttachmentInput.tsx'
import type { FieldPath } from './answers.ts'
import { Choice } from './Choice.tsx'
import { DateInput, DateTimeInput } from './dates.tsx'
import { FenInput } from './FenInput.tsx'
import { Fixed } from './Fixed.tsx'
import { CaseSelect, EnrolmentSelect, PersonSelect, StudentSelect } from './record-selects.tsx'

/** What the form library hands to an input; `path` is the field's place in the whole form, `field` its name. */
export type ControlProps = {
  schema: FieldSchema
  field: string
  path: FieldPath
  id?: string
  value?: any
  onChange?: (value: unknown) => void
  onBlur?: () => void
  'aria-required'?: boolean
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

const byFormat: Record<string, (props: ControlProps) => React.ReactNode> = {
  date: DateInput,
  'date-time': DateTimeInput,
  fen: FenInput,
  text: LongText,
  student: StudentSelect,
  enrolment: EnrolmentSelect,
  user: PersonSelect,
  case: CaseSelect,
  attachment: AttachmentInput,
}

export function Control(props: ControlProps) {
  const Input = inputFor(props.schema)
  return <Input {...props} />
}

function inputFor(schema: FieldSchema) {
  if (schema.const !== undefined) return Fixed
  const single = schema.items ?? schema
  const special = byFormat[single.format ?? '']
  if (special) return special
  if (single.enum) return Choice
  if (schema.type === 'boolean') return YesNo
  return schema.type === 'integer' ? Whole : ShortText
}

/** What an ordinary input needs of the props, so that labels, errors and focus reach it. */
export const wiring = ({ id, onBlur, ...rest }: ControlProps) => ({
  id,
  onBlur,
  'aria-required': rest['aria-required'],
  'aria-invalid': rest['aria-invalid'],
  'aria-describedby': rest['aria-describedby'],
})

/** The room left is shown once it gets short. */
const counted = (limit: number | undefined, text: string | undefined) => ({
  maxLength: limit,
  showCount: (text?.length ?? 0) > (limit ?? 0) * 0.8,
})

function LongText(props: ControlProps) {
  const { value, onChange, schema } = props
  return (
    <Input.TextArea
      {...wiring(props)}
      {...counted(schema.maxLength, value)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      value={value}
      onChange={(e) => onChange?.(e.target.value)}
    />
  )
}

const inputModes = { phone: 'tel', email: 'email' } as const
function ShortText(props: ControlProps) {
  const { value, onChange, schema } = props
  const type = inputModes[schema.format as keyof typeof inputModes] ?? 'text'
  return <Input {...wiring(props)} type={type} maxLength={schema.maxLength} value={value} onChange={(e) => onChange?.(e.target.value)} />
}

function Whole(props: ControlProps) {
  const { value, onChange } = props
  return (
    <InputNumber {...wiring(props)} precision={0} style={{ width: '100%' }} value={value} onChange={(n) => onChange?.(n ?? undefined)} />
  )
}

function YesNo(props: ControlProps) {
  const { t } = useWords()
  const options = [
    { value: true, label: t('form.yes') },
    { value: false, label: t('form.no') },
  ]
  return <Radio.Group {...wiring(props)} options={options} value={props.value} onChange={(e) => props.onChange?.(e.target.value)} />
}
