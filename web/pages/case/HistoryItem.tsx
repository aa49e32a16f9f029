// One event of a history: who did what and when, what they put down, and what was said against it later.
import { EditOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Tooltip } from 'antd'
import { acts, isAct } from '../../../machines/acts.ts'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import type { Worksheet } from '../../../machines/worksheet.ts'
import type { HistoryEvent } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { FieldList } from '../../ui/FieldList.tsx'
import { WorksheetTable } from '../../ui/WorksheetTable.tsx'
import { useWords } from '../../ui/words.ts'

type Props = { event: HistoryEvent; procedure: Described; corrections: HistoryEvent[]; onCorrect?: () => void }

export function HistoryItem({ event, procedure, corrections, onCorrect }: Props) {
  const sheet = event.facts.sheet as Worksheet | undefined
  return (
    <article className="event" data-sequence={event.sequence}>
      <Sentence event={event} onCorrect={onCorrect} />
      {event.type !== 'case.opened' && <FieldList schema={formOf(event.type, procedure)} values={valuesOf(event)} />}
      <Withheld event={event} />
      {sheet && <WorksheetTable sheet={sheet} />}
      {corrections.map((correction) => (
        <Correction key={correction.sequence} event={correction} />
      ))}
    </article>
  )
}

function Sentence({ event, onCorrect }: Pick<Props, 'event' | 'onCorrect'>) {
  const { t, words, time } = useWords()
  const who = event.onBehalfOfName ? t('history.onBehalf', { deputy: event.actorName, principal: event.onBehalfOfName }) : event.actorName
  return (
    <Flex wrap gap={8} justify="space-between">
      <span>
        <span style={{ color: colours.quiet }}>{event.sequence}.</span>{' '}
        {event.actor === 'clock' || event.actor === 'system' ? t('person.system') : who}
        {t('history.did')}
        <strong>{words(event.label)}</strong>
      </span>
      <span style={{ color: colours.quiet }}>
        <time dateTime={event.at}>{time(event.at)}</time>
        {onCorrect && (
          <Tooltip title={t('history.correct')}>
            <Button size="small" type="text" icon={<EditOutlined aria-hidden />} aria-label={t('history.correct')} onClick={onCorrect} />
          </Tooltip>
        )}
      </span>
    </Flex>
  )
}

/** The form the event was recorded with: its titles are those of its facts and words. The opening's is what the case shows as its facts. */
function formOf(type: string, { events }: Described): FieldSchema {
  return isAct(type) ? (acts[type].payload as FieldSchema) : (events[type]?.payload ?? { type: 'object' })
}

const valuesOf = ({ facts, personal }: HistoryEvent) => ({ ...facts, ...(personal as object | null | undefined) })

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
      showIcon
      style={{ marginTop: 6 }}
      title={t('history.corrected', { who: event.actorName, when: time(event.at) })}
      description={said}
    />
  )
}
