// The input that a field's schema asks for. Every input takes and gives the value as it is sent.
import type { ReactNode } from 'react'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import { AttachmentInput } from './AttachmentInput.tsx'
import { Choice } from './Choice.tsx'
import type { ControlProps } from './control-props.ts'
import { DateInput, DateTimeInput } from './dates.tsx'
import { FenInput } from './FenInput.tsx'
import { Fixed } from './Fixed.tsx'
import { LongText, ShortText, WholeNumber, YesNo } from './plain-inputs.tsx'
import { CaseSelect, EnrolmentSelect, PersonSelect, StudentSelect } from './record-selects.tsx'

const byFormat: Record<string, (props: ControlProps) => ReactNode> = {
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
  return schema.type === 'integer' ? WholeNumber : ShortText
}
