// The form of a verdict, on the case as its approver saw it.
import { useState } from 'react'
import type { Approval } from '../../api/approvals.ts'
import type { HistoryEvent, Offer } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { Meanwhile } from '../../ui/changes/Meanwhile.tsx'
import { useMeanwhile } from '../../ui/changes/use-meanwhile.ts'
import { SchemaForm } from '../../ui/SchemaForm.tsx'
import { useRecording } from '../../ui/use-recording.ts'
import { useWords } from '../../ui/words.ts'

type Props = {
  item: Approval
  offer: Offer
  procedure: WithActs
  history: HistoryEvent[]
  onCancel: () => void
  onDecided: () => void
}
export function Decision({ item, offer, procedure, history, onCancel, onDecided }: Props) {
  const { t, words } = useWords()
  const { case: of } = item
  const [before] = useState(of)
  const [seen] = useState(history.at(-1)!.sequence)
  const { type } = offer
  const { since, events } = useMeanwhile({ about: of.id, type, seen }, history)
  const draft = { about: of.id, type, seen: since }
  const submit = useRecording({ of, offer, draft }, onDecided)
  return (
    <section className="decision" aria-label={words(offer.label)}>
      <SchemaForm
        schema={offer.payload}
        submitLabel={t('approvals.confirm', { what: words(offer.label) })}
        onSubmit={submit}
        draft={draft}
        after={<Meanwhile {...{ events, of, procedure, type }} still before={since === seen ? before.facts : null} />}
        onCancel={onCancel}
        scope={{ student: of.student, studentName: of.studentName }}
      />
    </section>
  )
}
