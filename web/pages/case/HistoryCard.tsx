// All that happened to a case, newest first, in sentences.
import { type CSSProperties, useCallback, useRef } from 'react'
import type { Case, HistoryEvent, Offer } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Card } from '../../ui/Card.tsx'
import { type Scope, ScopeProvider } from '../../ui/form/scope.ts'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { HistoryItem } from './HistoryItem.tsx'

type Props = {
  of: Case
  procedure: WithActs
  history: HistoryEvent[] | undefined
  scope: Scope
  onCorrect: (offer: Offer, sequence: number) => void
}

export function HistoryCard({ of, procedure, history, scope, onCorrect }: Props) {
  const { t } = useWords()
  const correct = of.acts.find(({ type }) => type === 'record.corrected')
  const latest = useRef((_sequence: number) => {})
  latest.current = (sequence) => correct && onCorrect(correct, sequence)
  const correctIt = useCallback((sequence: number) => latest.current(sequence), [])
  if (!history)
    return (
      <Card title={t('history.title')}>
        <Loading within />
      </Card>
    )
  const newestFirst = history.toReversed()
  return (
    <Card title={t('history.title')}>
      <ScopeProvider value={scope}>
        <ol className="timeline">
          {newestFirst.map((event, index) => (
            <li key={event.sequence} style={{ '--dot': colourOf(event, procedure) } as CSSProperties}>
              <HistoryItem
                event={event}
                procedure={procedure}
                entered={enteredBy(event, newestFirst[index + 1], procedure)}
                corrections={history.filter((other) => other.type === 'record.corrected' && other.facts.sequence === event.sequence)}
                onCorrect={correct && !event.act ? correctIt : undefined}
              />
            </li>
          ))}
        </ol>
      </ScopeProvider>
    </Card>
  )
}

/** The steps that the case came to by an event, the end of the whole included; not the ends of parts. */
function enteredBy({ paths, act }: HistoryEvent, before: HistoryEvent | undefined, { states }: WithActs) {
  const fresh = act ? [] : paths.filter((path) => !before?.paths.includes(path))
  return states.filter(({ path, type }) => fresh.includes(path) && (type !== 'final' || !path.includes('.'))).map(({ label }) => label)
}

/** Decisions stand out, acts and the clock step back. */
function colourOf({ type, act, actor }: HistoryEvent, { events }: WithActs) {
  if (act || actor === 'clock' || actor === 'system') return colours.lineStrong
  return events[type]?.decision ? colours.warning : colours.accent
}
