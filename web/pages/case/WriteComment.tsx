// Saying something about a case. Typing @ offers the people who may see it; whoever is named gets the case copied.
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Form, Mentions } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { roles } from '../../../machines/departments.ts'
import type { Case, Offer } from '../../api/cases.ts'
import { knowingQuery } from '../../api/records.ts'
import { sessionQuery } from '../../api/session.ts'
import { useDraft } from '../../ui/draft/use-draft.ts'
import { useRecording } from '../../ui/OfferDrawer.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'

type Props = { of: Case; act: Offer; seen: number | undefined }
type Called = { id: string; name: string }
type Written = { comment?: string; called?: Called[] }
const nothing: Written = {}
/** Told from every later part of a comment by its name. */
const isCalled =
  (text: string) =>
  ({ name }: Called) =>
    text.includes(`@${name}`)

export function WriteComment({ of, act, seen }: Props) {
  const { t } = useWords()
  const explain = useProblemWords()
  const key = { about: of.id, type: act.type, seen }
  const draft = useDraft(key, nothing)
  const begun = (draft.found?.answers ?? nothing) as Written
  const [text, setText] = useState(begun.comment ?? '')
  const [called, setCalled] = useState(begun.called ?? [])
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const record = useRecording({ of, offer: act, act: true, draft: key }, () => {})
  const { options, wanted } = useCallable(of, act)

  const write = (comment: string, people = called) => {
    setText(comment)
    setCalled(people)
    draft.keep({ comment, called: people.filter(isCalled(comment)) })
  }
  const send = async () => {
    if (!text.trim() || sending) return
    setSending(true)
    setProblem(null)
    draft.settle()
    const mentions = [...new Set(called.filter(isCalled(text)).map(({ id }) => id))]
    try {
      await record({ comment: text.trim(), ...(mentions.length && { mentions }) })
      draft.drop()
      setText('')
      setCalled([])
    } catch (error) {
      setProblem(error)
    }
    setSending(false)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
  }
  return (
    <Form layout="vertical" component="div" className="unprinted">
      <Flex vertical gap={8} align="start">
        <Mentions
          aria-label={t('comments.write')}
          placeholder={t(options ? 'comments.hint' : 'comments.hintAlone')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={act.payload.properties.comment?.maxLength}
          value={text}
          options={options ?? []}
          notFoundContent={t('comments.nobody')}
          onFocus={wanted}
          onChange={(comment) => write(comment)}
          onSelect={({ key, value }) => write(text, [...called, { id: String(key), name: String(value) }])}
          onKeyDown={keys}
          style={{ width: '100%' }}
        />
        {problem !== null && <Alert role="alert" type="error" showIcon title={explain(problem)} description={t('form.kept')} />}
        <Button size="small" type="primary" loading={sending} disabled={!text.trim()} onClick={() => void send()}>
          {t('comments.send')}
        </Button>
      </Flex>
    </Form>
  )
}

/** Whom the reader may call: fetched once they begin to write. Null where they may call nobody. */
function useCallable(of: Case, act: Offer) {
  const { words } = useWords()
  const [writing, setWriting] = useState(false)
  const { data: session } = useQuery(sessionQuery)
  const { mentions } = act.payload.properties
  const { data = [] } = useQuery({ ...knowingQuery(of.id), enabled: writing && Boolean(mentions) })
  const only = mentions?.items?.enum
  const options = data
    .filter(({ id }) => id !== session?.id && (!only || only.includes(id)))
    .map(({ id, name, role }) => ({
      key: id,
      value: name,
      label: (
        <span>
          {name} <small>{words(roles[role].label)}</small>
        </span>
      ),
    }))
  return { options: mentions ? options : null, wanted: () => setWriting(true) }
}
