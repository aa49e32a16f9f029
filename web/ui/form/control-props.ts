// What the form library hands to an input, and what an input passes on of it.
import type { FieldSchema } from '../../../machines/narrowing.ts'
import type { FieldPath } from './answers.ts'

/** `path` is the field's place in the whole form, `field` its name. */
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

/** What an ordinary input needs, so that labels, errors and focus reach it. */
export const wiring = ({ id, onBlur, ...rest }: ControlProps) => ({
  id,
  onBlur,
  'aria-required': rest['aria-required'],
  'aria-invalid': rest['aria-invalid'],
  'aria-describedby': rest['aria-describedby'],
})
