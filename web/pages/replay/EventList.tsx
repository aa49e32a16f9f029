// All events of a replay, to jump to; each with who recorded it, whether its hashes hold, and the marks it earned.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { colours } from '../../theme.ts'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../ui/words.ts'
import { type Frame, verified } from './frame.ts'
import { type Mark, MarkName } from './marks.tsx'
import { useWho } from './who.ts'

type Props = { frames: Frame[]; marks: Mark[]; position: number; onChoose: (position: number) => void }

export function EventList({ frames, marks, position, onChoose }: Props) {
  const { t } = useWords()
  const bySequence = Map.groupBy(marks, ({ sequence }) => sequence)
  return (
    <Card title={t('history.title')}>
      <ol className="events">
        {frames.map((frame, index) => (
          <li key={frame.event.sequence}>
            <button type="button" aria-current={index === position ? 'step' : undefined} onClick={() => onChoose(index)}>
              <Line frame={frame} marks={bySequence.get(frame.event.sequence) ?? []} />
            </button>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Line({ frame, marks }: { frame: Frame; marks: Mark[] }) {
  const { t, words, time } = useWords()
  const who = useWho()
  const good = verified(frame)
  const Sign = good ? CheckCircleFilled : CloseCircleFilled
  return (
    <>
      <Sign
        role="img"
        aria-label={t(good ? 'replay.verified' : 'replay.notVerified')}
        style={{ color: good ? colours.success : colours.danger }}
      />
      <span className="event-line">
        <span>
          {frame.event.sequence}. {words(frame.event.label)}
        </span>
        {marks
          .filter(({ kind }) => kind !== 'broken')
          .map(({ kind }) => (
            <MarkName key={kind} kind={kind} />
          ))}
        <span className="event-who">{who(frame.event)}</span>
        <span className="event-when">{time(frame.event.at)}</span>
      </span>
    </>
  )
}
