// A form made from its schema: asks only what is open, checks in words before sending, shows the server's answers at their fields,
// and never loses what was typed.
import { Form } from 'antd'
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { FormSchema } from '../../machines/narrowing.ts'
import { isProblem, type Problem } from '../api/client.ts'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'
import { DraftLine } from './draft/DraftLine.tsx'
import { type DraftKey, restored, useDraft } from './draft/use-draft.ts'
import { Flex } from './Flex.tsx'
import { type Answers, beginning, fixed, sent, shownAt } from './form/answers.ts'
import { fieldsOf } from './form/Fields.tsx'
import { type Scope, ScopeProvider } from './form/scope.ts'
import { Gradually } from './Gradually.tsx'
import { InTurns } from './InTurns.tsx'
import { useProblemWords } from './problem-words.ts'
import { Loading } from './states.tsx'
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
  /** What is typed is kept in this browser under this name until it is recorded. */
  draft?: DraftKey
  /** Said below the buttons, where it moves nothing that is being typed. */
  after?: ReactNode
}

const noScope: Scope = {}

/** Drawn bit by bit: what stands around it answers to its reader meanwhile. */
export const SchemaForm = (props: Props) => (
  <Gradually meanwhile={<Loading within />}>
    <Whole {...props} />
  </Gradually>
)

function Whole({
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
  draft,
  after,
}: Props) {
  const { t } = useWords()
  const [form] = Form.useForm<Answers>()
  const [problem, setProblem] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const started = useRef({ ...(beginning(schema) as Answers | undefined), ...initial })
  const kept = useDraft(draft, started.current)
  const begun = useMemo(() => kept.found && restored(kept.found.answers), [kept.found])
  useEffect(() => {
    if (begun) form.setFieldsValue(begun)
  }, [form, begun])
  useEffect(() => form.setFieldsValue(fixed(schema)), [form, schema])
  const unanswered = isProblem(problem) && problem.status === 0
  useOnceBack(unanswered, form.submit)

  const discard = () => {
    kept.drop()
    form.resetFields()
    setProblem(null)
  }
  const change = () => {
    kept.keep(form.getFieldsValue())
    // Whoever goes on typing sends by themselves.
    if (unanswered) setProblem(null)
  }
  const send = async (values: Answers) => {
    setSending(true)
    setProblem(null)
    kept.settle()
    try {
      await onSubmit({ ...(sent(values) as Answers), ...fixed(schema) })
      kept.drop()
    } catch (error) {
      setProblem(error)
      if (isProblem(error)) showAtFields(form, schema, error)
    } finally {
      setSending(false)
    }
  }

  const empty = Object.keys(schema.properties).length === 0
  // What may have been recorded already is sent again even where it could not be begun any more.
  const shut = closed && !unanswered
  // Whoever can send a form has all of it before them.
  const end = (
    <Fragment key=" end">
      {problem !== null && <Refused problem={problem} schema={schema} />}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" danger={danger} loading={sending} disabled={shut}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button onClick={onCancel} disabled={false}>
            {t('form.cancel')}
          </Button>
        )}
      </Flex>
      {after}
    </Fragment>
  )
  return (
    <ScopeProvider value={scope}>
      <Form
        form={form}
        layout="vertical"
        initialValues={started.current}
        onValuesChange={change}
        onFinish={send}
        onFinishFailed={({ errorFields: [first] }) => first && focusOnChoice(first.name.join('_'))}
        scrollToFirstError={{ focus: true, block: 'center' }}
        requiredMark
        disabled={shut}
      >
        {notice}
        {kept.found && <DraftLine draft={kept.found} onDiscard={discard} />}
        {empty && <p style={{ marginBottom: 16 }}>{nothing ?? t('form.nothing')}</p>}
        <InTurns parts={[...fieldsOf({ name: [], within: [], schema }), end]} />
      </Form>
    </ScopeProvider>
  )
}

/** What got no answer since the connection was lost is sent once more as soon as it is back. */
function useOnceBack(unanswered: boolean, submit: () => void) {
  const again = useRef(submit)
  again.current = submit
  useEffect(() => {
    if (!unanswered || navigator.onLine) return
    const back = () => again.current()
    window.addEventListener('online', back, { once: true })
    return () => window.removeEventListener('online', back)
  }, [unanswered])
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

/** The library leads to a field that can take the focus itself; among buttons to choose from it is the first. */
function focusOnChoice(id: string) {
  document.getElementById(id)?.querySelector('input')?.focus()
}

/** What the server would not take, and that nothing is lost. */
function Refused({ problem, schema }: { problem: unknown; schema: FormSchema }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const status = isProblem(problem) ? problem.status : -1
  const elsewhere = isProblem(problem) ? problem.errors.filter(({ path }) => !shownAt(schema, path)) : []
  const lost = status === 0 && !navigator.onLine
  const more = lost ? t('form.onceBack') : status === 412 ? t('form.stale') : status === 0 || status >= 500 ? t('form.kept') : ''
  const description: string[] = [...elsewhere.map(({ message }) => message), more].filter(Boolean)
  return (
    <Alert
      role="alert"
      type={status === 412 ? 'warning' : 'error'}
      style={{ marginBottom: 16 }}
      title={explain(problem)}
      description={description.length ? description.map((line) => <div key={line}>{line}</div>) : undefined}
    />
  )
}
