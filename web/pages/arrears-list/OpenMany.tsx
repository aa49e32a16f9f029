// What is asked once for all the cases that are opened: the part of the opening form that the list doesn't answer.
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import { shanghaiDate } from '../../../machines/due.ts'
import type { FormSchema } from '../../../machines/narrowing.ts'
import type { Facts } from '../../api/cases.ts'
import { proceduresQuery } from '../../api/procedures.ts'
import { Button } from '../../ui/Button.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { later } from '../../ui/later.tsx'
import { useNow } from '../../ui/now.ts'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

const SchemaForm = later(async () => (await import('../../ui/SchemaForm.tsx')).SchemaForm)

/** `onOpen` tells whether all were opened. */
type Props = { summary: string; disabled: boolean; onOpen: (answers: Facts) => Promise<boolean> }

export function OpenMany({ summary, disabled, onOpen }: Props) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  /** What was said where something was refused: it need not be said again. */
  const [said, setSaid] = useState<Facts | null>(null)
  const now = useNow()
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const opening = procedures.find(({ name }) => name === 'arrears')?.opening
  useEffect(SchemaForm.soon, [])
  const submit = async (answers: Facts) => {
    setSaid((await onOpen(answers)) ? null : answers)
    done()
  }
  const done = () => {
    setAsking(false)
    button.current?.focus()
  }
  return (
    <Flex vertical gap={8} style={{ maxWidth: 560 }}>
      <Flex wrap gap={8} align="center">
        <Button ref={button} type="primary" disabled={disabled || !opening} aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {t('arrearsList.open')}
        </Button>
        <span aria-live="polite">{summary}</span>
      </Flex>
      {asking && opening && (
        <Suspense fallback={<Loading within />}>
          <SchemaForm
            schema={rest(opening as FormSchema)}
            submitLabel={t('arrearsList.confirm')}
            onSubmit={submit}
            onCancel={done}
            closed={disabled}
            initial={said ?? { owedSince: shanghaiDate(now) }}
          />
        </Suspense>
      )}
    </Flex>
  )
}

const known = ['student', 'enrolments', 'follows']
const rest = (opening: FormSchema): FormSchema => ({
  ...opening,
  properties: Object.fromEntries(Object.entries(opening.properties).filter(([name]) => !known.includes(name))),
  required: (opening.required ?? []).filter((name) => !known.includes(name)),
})
