// Recorded facts and words, each under its title; what was withheld or erased says so.
import { LockOutlined } from '@ant-design/icons'
import type { FieldSchema } from '../../machines/narrowing.ts'
import { colours } from '../theme.ts'
import { FieldValue } from './FieldValue.tsx'
import { useWords } from './words.ts'

export function FieldList({ schema, values }: { schema: FieldSchema; values: Record<string, unknown> }) {
  const { words, t } = useWords()
  const known = Object.entries(schema.properties ?? {}).filter(([name]) => values[name] !== undefined)
  if (!known.length) return null
  return (
    <dl className="fields">
      {known.map(([name, field]) => (
        <div key={name}>
          <dt>
            {words(field['x-title']) || name}
            {field['x-personal'] && (
              <LockOutlined
                role="img"
                aria-label={t('form.personal')}
                style={{ fontSize: 11, marginInlineStart: 4, color: colours.quiet }}
              />
            )}
          </dt>
          <dd>
            <FieldValue schema={field} value={values[name]} field={name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
