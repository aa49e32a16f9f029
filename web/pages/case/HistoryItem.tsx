// One event of a history: who did what and when, where it led, what they put down, and what was said against it later.
import { EditOutlined } from '@ant-design/icons'
import { memo } from 'react'
import type { Label } from '../../../machines/label.ts'
import type { Worksheet } from '../../../machines/worksheet.ts'
import type { HistoryEvent } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { FieldList } from '../../ui/FieldList.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { formOf, valuesOf } from '../../ui/recorded.ts'
import { saidInSentence, useActSentence, useWho } from '../../ui/sentence.tsx'
import { WorksheetTable } from '../../ui/WorksheetTable.tsx'
import { useWords } from '../../ui/words.ts'

type Props = {
  event: HistoryEvent
  procedure: WithActs
  entered: Label[]
  corrections: HistoryEvent[]
  onCorrect?: (sequence: number) => void
}

/** What was recorded stays as it is, but for words that are erased and corrections that are added. */
const same = (one: Props, other: Props) =>
  one.event.hash === other.event.hash &&
  Boolean(one.event.personal) === Boolean(other.event.personal) &&
  one.corrections.length === other.corrections.length &&
  one.onCorrect === other.onCorrect &&
  one.procedure === other.procedure

/** `entered` are the steps that the case came to by it. A history is long, and one event longer each time: what stands there is not drawn anew. */
export const HistoryItem = memo(Item, same)

function Item({ event, procedure, entered, corrections, onCorrect }: Props) {
  const sheet = event.facts.sheet as Worksheet | undefined
  return (
    <article className="event" data-sequence={event.sequence}>
      <Sentence event={event} procedure={procedure} onCorrect={onCorrect} />
      {event.type !== 'case.opened' && <FieldList schema={formOf(event.type, procedure)} values={unsaid(event)} />}
      <Withheld event={event} />
      {sheet && <WorksheetTable sheet={sheet} />}
      {event.type !== 'case.opened' && entered.length > 0 && <Led to={entered} />}
      {corrections.map((correction) => (
        <Correction key={correction.sequence} event={correction} />
      ))}
    </article>
  )
}

function unsaid(event: HistoryEvent) {
  const values = valuesOf(event)
  return event.act ? Object.fromEntries(Object.entries(values).filter(([name]) => !saidInSentence.includes(name))) : values
}

function Sentence({ event, procedure, onCorrect }: Pick<Props, 'event' | 'procedure' | 'onCorrect'>) {
  const { t, words, time } = useWords()
  const who = useWho()
  const act = useActSentence(procedure)(event)
  return (
    <Flex wrap gap={8} justify="space-between">
      <span>
        <span style={{ color: colours.quiet }}>{event.sequence}.</span>{' '}
        {act ?? (
          <>
            {who(event)}
            {t('history.did')}
            <strong>{words(event.label)}</strong>
          </>
        )}
      </span>
      <span style={{ color: colours.quiet }}>
        <time dateTime={event.at}>{time(event.at)}</time>
        {onCorrect && (
          <Button
            size="small"
            type="text"
            className="unprinted"
            icon={<EditOutlined aria-hidden />}
            title={t('history.correct')}
            aria-label={t('history.correctThis', { n: event.sequence })}
            onClick={() => onCorrect(event.sequence)}
          />
        )}
      </span>
    </Flex>
  )
}

function Led({ to }: { to: Label[] }) {
  const { t, words, list } = useWords()
  return <p style={{ color: colours.quiet }}>{t('history.led', { steps: list(to.map(words)) })}</p>
}

/** Words that exist and are not for this reader, or were erased. */
function Withheld({ event }: { event: HistoryEvent }) {
  const { t, date } = useWords()
  const { personal, personalDigest, erased } = event
  if (personalDigest === null || personal) return null
  const note = erased as { at?: string; reason?: string } | null | undefined
  return (
    <p style={{ color: colours.quiet }}>
      {note ? t('history.erased', { date: date(note.at), reason: note.reason ?? '' }) : t('history.withheld')}
    </p>
  )
}

function Correction({ event }: { event: HistoryEvent }) {
  const { t, time } = useWords()
  const said = (event.personal as { correction?: string } | null | undefined)?.correction ?? t('history.withheld')
  return (
    <Alert
      type="warning"
      style={{ marginTop: 6 }}
      title={t('history.corrected', { who: event.actorName, when: time(event.at) })}
      description={said}
    />
  )
}
