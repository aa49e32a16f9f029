// A form made from its schema: asks only what is open, checks in words before sending, shows the server's answers at their fields,
// and never loses what was typed.
import { Alert, Button, Flex, Form } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { FormSchema } from '../../machines/narrowing.ts'
import { isProblem, type Problem } from '../api/client.ts'
import { type Answers, beginning, fixed, sent, shownAt } from './form/answers.ts'
import { Fields } from './form/Fields.tsx'
import { type Scope, ScopeProvider } from './form/scope.ts'
import { useProblemWords } from './problem-words.ts'
import { useWords } from './words.ts'

type Props = {
  schema: FormSchema
  submitLabel: string
  /** A refusal thrown here is shown in the form; anything typed stays. */
  onSubmit: (answers: Answers) => Promise<unknown>
  onCancel?: () => void
  initial?: Answers
  scope?: Scope
  /** Said above the fields; `closed` keeps the form readable but not sendable. */
  notice?: ReactNode
  /** Said in place of fields, where there are none. */
  nothing?: string
  closed?: boolean
  danger?: boolean
}

const noScope: Scope = {}

export function SchemaForm({
  schema,
  submitLabel,
  onSubmit,
  onCancel,
  initial,
  scope = noScope,
  notice,
  nothing,
  closed = false,
  danger = false,
}: Props) {
  const { t } = useWords()
  const [form] = Form.useForm<Answers>()
  const [problem, setProblem] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const started = useRef({ ...(beginning(schema) as Answers | undefined), ...initial })
  useEffect(() => form.setFieldsValue(fixed(schema)), [form, schema])

  const send = async (values: Answers) => {
    setSending(true)
    setProblem(null)
    try {
      await onSubmit({ ...(sent(values) as Answers), ...fixed(schema) })
    } catch (error) {
      setProblem(error)
      if (isProblem(error)) showAtFields(form, schema, error)
    } finally {
      setSending(false)
    }
  }

  const empty = Object.keys(schema.properties).length === 0
  return (
    <ScopeProvider value={scope}>
      <Form
        form={form}
        layout="vertical"
        initialValues={started.current}
        onFinish={send}
        scrollToFirstError={{ focus: true, block: 'center' }}
        requiredMark
        disabled={closed}
      >
        {notice}
        {empty && <p style={{ marginBottom: 16 }}>{nothing ?? t('form.nothing')}</p>}
        <Fields name={[]} within={[]} schema={schema} />
        {problem !== null && <Refused problem={problem} schema={schema} />}
        <Flex gap={8}>
          <Button type="primary" htmlType="submit" danger={danger} loading={sending} disabled={closed}>
            {submitLabel}
          </Button>
          {onCancel && (
            <Button onClick={onCancel} disabled={false}>
              {t('form.cancel')}
            </Button>
          )}
        </Flex>
      </Form>
    </ScopeProvider>
  )
}

type FormOf = ReturnType<typeof Form.useForm<Answers>>[0]
function showAtFields(form: FormOf, schema: FormSchema, { errors }: Problem) {
  const placed = errors.flatMap(({ path, message }) => {
    const name = shownAt(schema, path)
    return name ? [{ name, errors: [message] }] : []
  })
  if (!placed.length) return
  form.setFields(placed)
  form.scrollToField(placed[0]!.name, { block: 'center', focus: true })
}

/** What the server would not take, and that nothing is lost. */
function Refused({ problem, schema }: { problem: unknown; schema: FormSchema }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const status = isProblem(problem) ? problem.status : -1
  const elsewhere = isProblem(problem) ? problem.errors.filter(({ path }) => !shownAt(schema, path)) : []
  const more = status === 412 ? t('form.stale') : status === 0 || status >= 500 ? t('form.kept') : ''
  const description = [...elsewhere.map(({ message }) => message), more].filter(Boolean)
  return (
    <Alert
      role="alert"
      type={status === 412 ? 'warning' : 'error'}
      showIcon
      style={{ marginBottom: 16 }}
      title={explain(problem)}
      description={description.length ? description.map((line) => <div key={line}>{line}</div>) : undefined}
    />
  )
}
