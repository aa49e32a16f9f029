// All that happened to a case, newest first, in sentences.
import { Card, Empty, Skeleton, Timeline } from 'antd'
import type { Case, HistoryEvent, Offer } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { type Scope, ScopeProvider } from '../../ui/form/scope.ts'
import { useWords } from '../../ui/words.ts'
import { HistoryItem } from './HistoryItem.tsx'

type Props = {
  of: Case
  procedure: Described
  history: HistoryEvent[] | undefined
  scope: Scope
  onCorrect: (offer: Offer, sequence: number) => void
}

export function HistoryCard({ of, procedure, history, scope, onCorrect }: Props) {
  const { t } = useWords()
  const correct = of.acts.find(({ type }) => type === 'record.corrected')
  if (!history)
    return (
      <Card title={t('history.title')} size="small" loading={false}>
        <Skeleton active />
      </Card>
    )
  const items = history.toReversed().map((event) => ({
    key: event.sequence,
    color: colourOf(event, procedure),
    content: (
      <HistoryItem
        event={event}
        procedure={procedure}
        corrections={history.filter((other) => other.type === 'record.corrected' && other.facts.sequence === event.sequence)}
        onCorrect={correct && !event.act ? () => onCorrect(correct, event.sequence) : undefined}
      />
    ),
  }))
  return (
    <Card title={t('history.title')} size="small">
      <ScopeProvider value={scope}>{items.length ? <Timeline items={items} style={{ marginTop: 8 }} /> : <Empty />}</ScopeProvider>
    </Card>
  )
}

/** Decisions stand out, acts and the clock step back. */
function colourOf({ type, act, actor }: HistoryEvent, { events }: Described) {
  if (act || actor === 'clock' || actor === 'system') return colours.lineStrong
  return events[type]?.decision ? colours.warning : colours.accent
}
