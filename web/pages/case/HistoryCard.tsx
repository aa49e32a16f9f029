// All that happened to a case, newest first, in sentences.
import { Card, Empty, Skeleton, Timeline } from 'antd'
import type { Case, HistoryEvent, Offer } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { CardTitle } from '../../ui/CardTitle.tsx'
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
      <Card title={<CardTitle>{t('history.title')}</CardTitle>} size="small" loading={false}>
        <Skeleton active />
      </Card>
    )
  const items = history.toReversed().map((event, index, newestFirst) => ({
    key: event.sequence,
    color: colourOf(event, procedure),
    content: (
      <HistoryItem
        event={event}
        procedure={procedure}
        entered={enteredBy(event, newestFirst[index + 1], procedure)}
        corrections={history.filter((other) => other.type === 'record.corrected' && other.facts.sequence === event.sequence)}
        onCorrect={correct && !event.act ? () => onCorrect(correct, event.sequence) : undefined}
      />
    ),
  }))
  return (
    <Card title={<CardTitle>{t('history.title')}</CardTitle>} size="small">
      <ScopeProvider value={scope}>{items.length ? <Timeline items={items} style={{ marginTop: 8 }} /> : <Empty />}</ScopeProvider>
    </Card>
  )
}

/** The steps that the case came to by an event, the end of the whole included; not the ends of parts. */
function enteredBy({ paths, act }: HistoryEvent, before: HistoryEvent | undefined, { states }: Described) {
  const fresh = act ? [] : paths.filter((path) => !before?.paths.includes(path))
  return states.filter(({ path, type }) => fresh.includes(path) && (type !== 'final' || !path.includes('.'))).map(({ label }) => label)
}

/** Decisions stand out, acts and the clock step back. */
function colourOf({ type, act, actor }: HistoryEvent, { events }: Described) {
  if (act || actor === 'clock' || actor === 'system') return colours.lineStrong
  return events[type]?.decision ? colours.warning : colours.accent
}
