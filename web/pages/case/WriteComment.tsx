// Saying something about a case. Typing @ offers the people who may see it; whoever is named gets the case copied.
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { roles } from '../../../machines/departments.ts'
import type { Case, Offer } from '../../api/cases.ts'
import { knowingQuery } from '../../api/records.ts'
import { sessionQuery } from '../../api/session.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { useDraft } from '../../ui/draft/use-draft.ts'
import { Flex } from '../../ui/Flex.tsx'
import { MentionField } from '../../ui/MentionField.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useRecording } from '../../ui/use-recording.ts'
import { useWords } from '../../ui/words.ts'
import { type Called, calledIn } from './called.ts'

type Props = { of: Case; act: Offer; seen: number | undefined }
type Written = { comment: string; called: Called[] }
const nothing: Written = { comment: '', called: [] }

export function WriteComment({ of, act, seen }: Props) {
  const { t, list } = useWords()
  const explain = useProblemWords()
  const key = { about: of.id, type: act.type, seen }
  const draft = useDraft(key, nothing)
  const [written, setWritten] = useState<Written>({ ...nothing, ...draft.found?.answers })
  const latest = useRef(written)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const record = useRecording({ of, offer: act, act: true, draft: key }, () => {})
  const { people, mayCall, wanted } = useCallable(of, act, draft.found !== null)
  const called = calledIn(written.comment, written.called, people)

  // A choice from the list changes the text and whom it calls, one after the other.
  const write = (part: Partial<Written>) => {
    latest.current = { ...latest.current, ...part }
    setWritten(latest.current)
    draft.keep(latest.current)
  }
  const send = async () => {
    const { comment } = latest.current
    if (!comment.trim() || sending) return
    setSending(true)
    setProblem(null)
    draft.settle()
    const mentions = calledIn(comment, latest.current.called, people).map(({ id }) => id)
    try {
      await record({ comment: comment.trim(), ...(mentions.length && { mentions }) })
      write(nothing)
      draft.drop()
    } catch (error) {
      setProblem(error)
    }
    setSending(false)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
  }
  return (
    <Flex vertical gap={8} align="start" className="unprinted">
      <div className="to-write">
        <MentionField
          label={t('comments.write')}
          hint={t(mayCall ? 'comments.hint' : 'comments.hintAlone')}
          nobody={t('comments.nobody')}
          value={written.comment}
          most={act.payload.properties.comment?.maxLength}
          people={people}
          onFocus={wanted}
          onChange={(comment) => write({ comment })}
          onMention={({ id, name }) => write({ called: [...latest.current.called, { id, name }] })}
          onKeyDown={keys}
        />
        <div role="status">
          {called.length > 0 && <p className="calls quiet">{t('comments.calls', { names: list(called.map(({ name }) => name)) })}</p>}
        </div>
      </div>
      {problem !== null && <Alert role="alert" type="error" title={explain(problem)} description={t('form.kept')} />}
      <Button size="small" type="primary" loading={sending} disabled={!written.comment.trim()} onClick={() => void send()}>
        {t('comments.send')}
      </Button>
    </Flex>
  )
}

/** Whom the reader may call: fetched once they begin to write, or have begun before. */
function useCallable(of: Case, act: Offer, begun: boolean) {
  const { words } = useWords()
  const [writing, setWriting] = useState(begun)
  const { data: session } = useQuery(sessionQuery)
  const { mentions } = act.payload.properties
  const mayCall = Boolean(mentions)
  const { data } = useQuery({ ...knowingQuery(of.id), enabled: writing && mayCall })
  const only = mentions?.items?.enum
  const people = data
    ?.filter(({ id }) => id !== session?.id && (!only || only.includes(id)))
    .map(({ id, name, role }) => ({ id, name, note: words(roles[role].label) }))
  return { people, mayCall, wanted: () => setWriting(true) }
}
