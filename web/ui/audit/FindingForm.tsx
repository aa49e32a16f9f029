// What an auditor finds in a case: in order, an objection, or not examined, and why.
import { useQueryClient } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { type Finding, findings } from '../../../machines/audit.ts'
import { type FindingForm as Form, recordFinding, roundQuery, type Said, type WholeRound } from '../../api/audit.ts'
import { Alert } from '../Alert.tsx'
import { Button } from '../Button.tsx'
import { Flex } from '../Flex.tsx'
import { useMessages } from '../Messages.tsx'
import { useProblemWords } from '../problem-words.ts'
import { useSending } from '../use-sending.ts'
import { useWords } from '../words.ts'
import { useDraft } from './use-draft.ts'

type Props = { round: string; caseId: string; newest: Said | undefined; onSaved?: (round: WholeRound) => void }
type Draft = { finding: Finding | null; remark: string }

export function FindingForm({ round, caseId, newest, onSaved }: Props) {
  const { t, words } = useWords()
  const explain = useProblemWords()
  const { message } = useMessages()
  const client = useQueryClient()
  const field = useId()
  const [draft, change, drop] = useDraft<Draft>(`finding.${round}.${caseId}`, {
    finding: newest?.finding ?? null,
    remark: newest?.remark ?? '',
  })
  const [wrong, setWrong] = useState<unknown>(null)
  const [missing, setMissing] = useState<'finding' | 'remark' | null>(null)
  const [sending, setSending] = useState(false)
  const send = useSending((answers, key) => recordFinding(round, answers as Form, key))
  const { finding, remark } = draft

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const left = finding === null ? 'finding' : finding !== 'inOrder' && !remark.trim() ? 'remark' : null
    setMissing(left)
    if (left) return
    setSending(true)
    setWrong(null)
    try {
      const saved = (await send({ case: caseId, finding, ...(remark.trim() && { remark }) })) as WholeRound
      client.setQueryData(roundQuery(round).queryKey, saved)
      drop(draft)
      void message.success(t('audit.finding.saved'))
      onSaved?.(saved)
    } catch (error) {
      setWrong(error)
    } finally {
      setSending(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Flex vertical gap={10}>
        <Radio.Group
          aria-label={t('audit.finding.which')}
          optionType="button"
          buttonStyle="solid"
          value={finding}
          onChange={({ target }) => change({ ...draft, finding: target.value })}
          options={Object.entries(findings).map(([value, label]) => ({ value, label: words(label) }))}
        />
        {missing === 'finding' && <Missing>{t('audit.finding.needFinding')}</Missing>}
        <label htmlFor={field}>{t('audit.finding.remark')}</label>
        <Input.TextArea
          id={field}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          value={remark}
          placeholder={t('audit.finding.remarkHint')}
          aria-invalid={missing === 'remark'}
          status={missing === 'remark' ? 'error' : ''}
          onChange={({ target }) => change({ ...draft, remark: target.value })}
        />
        {missing === 'remark' && <Missing>{t('audit.finding.needRemark')}</Missing>}
        {wrong !== null && <Alert role="alert" type="error" title={explain(wrong)} description={t('form.kept')} />}
        <div>
          <Button type="primary" htmlType="submit" loading={sending}>
            {t('audit.finding.save')}
          </Button>
        </div>
      </Flex>
    </form>
  )
}

function Missing({ children }: React.PropsWithChildren) {
  return (
    <span role="alert" className="refusal">
      {children}
    </span>
  )
}
