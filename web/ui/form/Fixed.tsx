// What can only be one value in this case: shown, not asked, and sent.
import { colours } from '../../theme.ts'
import { FieldValue } from '../FieldValue.tsx'
import type { ControlProps } from './Control.tsx'

export function Fixed({ schema, id }: ControlProps) {
  return (
    <output
      id={id}
      style={{ display: 'block', padding: '5px 12px', background: colours.inset, borderRadius: 6, border: `1px solid ${colours.line}` }}
    >
      <FieldValue schema={schema} value={schema.const} />
    </output>
  )
}
