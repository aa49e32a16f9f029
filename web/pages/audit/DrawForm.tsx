// Drawing the cases of a round: of which period and procedures, how many, and in which way, explained.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { type DrawMethod, drawMethods, mostDrawn } from '../../../machines/audit.ts'
import { addCalendarDays, shanghaiDate } from '../../../machines/due.ts'
import { type DrawForm as Answers, drawRound, roundsQuery, type WholeRound } from '../../api/audit.ts'
import { isProblem, type Problem } from '../../api/client.ts'
import { proceduresQuery } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { useNow } from '../../ui/now.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useSending } from '../../ui/use-sending.ts'
import { useWords } from '../../ui/words.ts'
import { Period } from './Period.tsx'
import { useRiskWords } from './risk-words.ts'

type Dates = { from?: string; until?: string }
type Values = { name: string; period: Dates; procedures: string[]; size: number | null; method: DrawMethod }
const places: Record<string, keyof Values> = {
  '/from': 'period',
  '/until': 'period',
  '/name': 'name',
  '/procedures': 'procedures',
  '/size': 'size',
}

export function DrawForm({ onDrawn }: { onDrawn: (round: WholeRound) => void }) {
  const { t, words } = useWords()
  const client = useQueryClient()
  const { message } = useMessages()
  const explain = useProblemWords()
  const [form] = Form.useForm<Values>()
  const [wrong, setWrong] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const yesterday = addCalendarDays(shanghaiDate(useNow()), -1)
  const send = useSending((answers, key) => drawRound(answers as Answers, key))

  const submit = async ({ name, period, procedures: chosen, size, method }: Values) => {
    setSending(true)
    setWrong(null)
    try {
      const round = (await send({ name, from: period.from, until: period.until, procedures: chosen, size, method })) as WholeRound
      void message.success(t('audit.draw.done', { count: round.drawn }))
      void client.invalidateQueries({ queryKey: roundsQuery.queryKey })
      onDrawn(round)
    } catch (error) {
      setWrong(error)
      if (isProblem(error)) showAt(form, error)
    } finally {
      setSending(false)
    }
  }

  const initial: Values = { name: '', period: {}, procedures: [], size: 20, method: 'random' }
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={(values) => void submit(values)}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item name="name" label={t('audit.draw.name')} extra={t('audit.draw.nameHint')} rules={[required(t('audit.draw.needName'))]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="period"
        required
        label={t('audit.draw.period')}
        extra={t('audit.draw.periodHint')}
        rules={[whole(t('audit.draw.needPeriod'))]}
      >
        <Dates latest={yesterday} />
      </Form.Item>
      <Form.Item
        name="procedures"
        label={t('audit.draw.procedures')}
        rules={[{ required: true, type: 'array', min: 1, message: t('audit.draw.needProcedures') }]}
      >
        <Several label={t('audit.draw.procedures')} options={procedures.map(({ name, label }) => ({ value: name, label: words(label) }))} />
      </Form.Item>
      <Form.Item
        name="size"
        label={t('audit.draw.size')}
        rules={[{ required: true, type: 'integer', min: 1, max: mostDrawn, message: t('audit.draw.needSize', { most: mostDrawn }) }]}
      >
        <InputNumber min={1} max={mostDrawn} precision={0} style={{ width: 140 }} />
      </Form.Item>
      <Form.Item name="method" label={t('audit.draw.method')}>
        <Radio.Group options={Object.entries(drawMethods).map(([value, label]) => ({ value, label: words(label) }))} />
      </Form.Item>
      <Explained />
      {wrong !== null && (
        <Alert role="alert" type="error" title={explain(wrong)} description={t('form.kept')} style={{ marginBottom: 16 }} />
      )}
      <Button type="primary" htmlType="submit" loading={sending}>
        {t('audit.draw.submit')}
      </Button>
    </Form>
  )
}

const required = (message: string) => ({ required: true, whitespace: true, message })
const whole = (message: string) => ({
  validator: (_: unknown, period: Dates) => (period?.from && period.until ? Promise.resolve() : Promise.reject(new Error(message))),
})

function showAt(form: ReturnType<typeof Form.useForm<Values>>[0], { errors }: Problem) {
  const placed = errors.flatMap(({ path, message }) => (places[path] ? [{ name: places[path], errors: [message] }] : []))
  if (placed.length) form.setFields(placed)
}

/** Given its value by the form around it. */
function Dates({ id, value = {}, onChange, latest }: { id?: string; value?: Dates; onChange?: (dates: Dates) => void; latest: string }) {
  return <Period id={id} from={value.from} until={value.until} latest={latest} onChange={(dates) => onChange?.(dates)} />
}

type SeveralProps = { label: string; options: { value: string; label: string }[]; value?: string[]; onChange?: (chosen: string[]) => void }
/** Given its value by the form around it; a group of boxes cannot itself be said to be required. */
const Several = ({ label, options, value, onChange }: SeveralProps) => (
  <Checkbox.Group aria-label={label} options={options} value={value} onChange={onChange} />
)

function Explained() {
  const { t } = useWords()
  const method = Form.useWatch<DrawMethod>('method') ?? 'random'
  const risk = useRiskWords()
  return (
    <Flex vertical gap={4} style={{ color: colours.quiet, marginBottom: 16 }}>
      <p>{method === 'risk' ? risk : t('audit.draw.random')}</p>
      <p>{t('audit.draw.seed')}</p>
    </Flex>
  )
}
