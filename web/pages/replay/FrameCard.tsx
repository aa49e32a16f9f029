// One event of a replay: who and when and for whom, what was put down, whether its hashes hold, and what the case remembers of it.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { Alert, Card, Flex } from 'antd'
import { acts, isAct } from '../../../machines/acts.ts'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { FieldList } from '../../ui/FieldList.tsx'
import { useWords } from '../../ui/words.ts'
import { Changes } from './Changes.tsx'
import { agrees, type Check, type Frame, verified } from './frames.ts'

export function FrameCard({ frame, procedure }: { frame: Frame; procedure: Described }) {
  const { t, words } = useWords()
  const { event } = frame
  return (
    <Card
      className="facts"
      size="small"
      title={`${event.sequence}. ${words(event.label)}`}
      extra={<Mark good={verified(frame)} />}
      data-sequence={event.sequence}
    >
      <Flex vertical gap={14}>
        <Said frame={frame} />
        <FieldList schema={formOf(event.type, procedure)} values={{ ...event.facts, ...(event.personal as object | null | undefined) }} />
        {frame.problems.map((problem) => (
          <Alert key={words(problem)} type="error" showIcon title={words(problem)} />
        ))}
        <dl className="stacked">
          <Digest title={t('replay.hash')} check={frame.hash} />
          <Digest title={t('replay.state')} check={frame.state} />
          <Digest title={t('replay.definition')} check={frame.definition} />
        </dl>
        <Changes changes={frame.changes} />
      </Flex>
    </Card>
  )
}

const formOf = (type: string, { opening, events }: Described): FieldSchema => {
  if (type === 'case.opened') return opening
  return isAct(type) ? (acts[type].payload as FieldSchema) : (events[type]?.payload ?? { type: 'object' })
}

function Said({ frame: { event } }: { frame: Frame }) {
  const { t, time } = useWords()
  const system = event.actor === 'clock' || event.actor === 'system'
  return (
    <dl className="fields">
      <Row title={t('replay.who')}>{system ? t('person.system') : event.actorName}</Row>
      {event.onBehalfOfName && <Row title={t('replay.onBehalf')}>{event.onBehalfOfName}</Row>}
      <Row title={t('replay.when')}>{time(event.at)}</Row>
      <Row title={t('replay.type')}>
        <code>{event.type}</code>
      </Row>
    </dl>
  )
}

function Row({ title, children }: React.PropsWithChildren<{ title: string }>) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function Mark({ good }: { good: boolean }) {
  const { t } = useWords()
  return good ? (
    <span style={{ color: colours.success }}>
      <CheckCircleFilled aria-hidden /> {t('replay.verified')}
    </span>
  ) : (
    <span style={{ color: colours.danger }}>
      <CloseCircleFilled aria-hidden /> {t('replay.notVerified')}
    </span>
  )
}

/** The digest once where both agree, twice where they don't. */
function Digest({ title, check }: { title: string; check: Check }) {
  const { t } = useWords()
  const good = agrees(check)
  return (
    <div>
      <dt>
        {title} <Mark good={good} />
      </dt>
      <dd>
        <code className="digest">{check.recorded}</code>
        {!good && (
          <>
            <div>{t('replay.computedHere')}</div>
            <code className="digest">{check.computed ?? '—'}</code>
          </>
        )}
      </dd>
    </div>
  )
}
