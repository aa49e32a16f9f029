// All events of a replay, to jump to; each with the mark it earned.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { Card } from 'antd'
import { colours } from '../../theme.ts'
import { useWords } from '../../ui/words.ts'
import { type Frame, verified } from './frames.ts'

type Props = { frames: Frame[]; position: number; onChoose: (position: number) => void }

export function EventList({ frames, position, onChoose }: Props) {
  const { t } = useWords()
  return (
    <Card size="small" title={t('history.title')}>
      <ol className="events">
        {frames.map((frame, index) => (
          <li key={frame.event.sequence}>
            <button type="button" aria-current={index === position ? 'step' : undefined} onClick={() => onChoose(index)}>
              <Line frame={frame} />
            </button>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Line({ frame }: { frame: Frame }) {
  const { t, words, time } = useWords()
  const good = verified(frame)
  const Sign = good ? CheckCircleFilled : CloseCircleFilled
  return (
    <>
      <Sign
        role="img"
        aria-label={t(good ? 'replay.verified' : 'replay.notVerified')}
        style={{ color: good ? colours.success : colours.danger }}
      />
      <span>
        {frame.event.sequence}. {words(frame.event.label)}
      </span>
      <span style={{ color: colours.quiet, marginInlineStart: 'auto' }}>{time(frame.event.at)}</span>
    </>
  )
}
