// What can only be one value in this case: shown, not asked, and sent.
import { colours } from '../../theme.ts'
import { FieldValue } from '../FieldList.tsx'
import type { ControlProps } from './control-props.ts'

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
