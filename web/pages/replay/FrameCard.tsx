// One event of a replay: who and when and for whom, at which step and under which clause, in time or late, what was put down, what the case
// remembers of it, and whether its hashes hold.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import type { Kept } from '../../../machines/conformance.ts'
import { moved } from '../../../machines/moved.ts'
import type { WithActs } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Alert } from '../../ui/Alert.tsx'
import { useLateWords, useSpareWords } from '../../ui/audit/late-words.ts'
import { Card } from '../../ui/Card.tsx'
import { ClauseText } from '../../ui/ClauseText.tsx'
import { FieldList } from '../../ui/FieldList.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { formOf, valuesOf } from '../../ui/recorded.ts'
import { useWords } from '../../ui/words.ts'
import { Changes } from './Changes.tsx'
import { agrees, type Check, type Frame, verified } from './frame.ts'
import { type Mark as Found, MarkName, useMarkWords } from './marks.tsx'
import { useWho } from './who.ts'

type Props = { frames: Frame[]; position: number; marks: Found[]; procedure: WithActs }

export function FrameCard({ frames, position, marks, procedure }: Props) {
  const { words } = useWords()
  const frame = frames[position]!
  const { event } = frame
  return (
    <Card
      className="facts"
      title={`${event.sequence}. ${words(event.label)}`}
      extra={<Mark good={verified(frame)} />}
      data-sequence={event.sequence}
    >
      <Flex vertical gap={14}>
        <MarksHere marks={marks.filter(({ sequence }) => sequence === event.sequence)} frames={frames} procedure={procedure} />
        <Said frame={frame} procedure={procedure} />
        <FieldList schema={formOf(event.type, procedure)} values={valuesOf(event)} />
        {frame.problems.map((problem) => (
          <Alert key={words(problem)} type="error" title={words(problem)} />
        ))}
        <Changes changes={frame.changes} procedure={procedure} />
        <Hashes frame={frame} />
      </Flex>
    </Card>
  )
}

function MarksHere({ marks, frames, procedure }: { marks: Found[]; frames: Frame[]; procedure: WithActs }) {
  const says = useMarkWords(procedure, frames)
  if (!marks.length) return null
  return (
    <ul className="marks-here">
      {marks.map((mark) => (
        <li key={mark.kind}>
          <MarkName kind={mark.kind} />
          <span>{says(mark)}</span>
        </li>
      ))}
    </ul>
  )
}

function Said({ frame: { event, passage }, procedure }: { frame: Frame; procedure: WithActs }) {
  const { t, time } = useWords()
  const who = useWho()
  return (
    <dl className="fields">
      <Row title={t('replay.who')}>{who(event)}</Row>
      <Row title={t('replay.when')}>{time(event.at)}</Row>
      {passage && <Where passage={passage} procedure={procedure} />}
      {passage?.deadlines.map((deadline) => (
        <Row key={`${deadline.step} ${deadline.deadline}`} title={t('audit.frame.deadline')}>
          <Met deadline={deadline} procedure={procedure} />
        </Row>
      ))}
      {passage?.clause && (
        <Row title={t('audit.frame.clause')}>
          <ClauseText id={passage.clause} />
        </Row>
      )}
      <Row title={t('replay.type')}>
        <code>{event.type}</code>
      </Row>
    </dl>
  )
}

/** The step in which it was recorded and those entered by it. */
function Where({ passage: { before, after, ways }, procedure }: { passage: NonNullable<Frame['passage']>; procedure: WithActs }) {
  const { t, words, list } = useWords()
  const { left, entered } = moved(before, after)
  const names = (paths: string[]) => list([...new Set(paths.map((path) => words(procedure.states.find((s) => s.path === path)?.label)))])
  const [from] = ways.flatMap((way) => (way.from ? [way.from] : []))
  const here = from ? [from] : left.length ? left : before
  return (
    <>
      <Row title={t('audit.frame.where')}>{here.length ? names(here) : t('audit.frame.start')}</Row>
      <Row title={t('audit.frame.to')}>{entered.length ? names(entered) : t('audit.frame.stays')}</Row>
    </>
  )
}

function Met({ deadline: { deadline, due, late, days }, procedure }: { deadline: Kept; procedure: WithActs }) {
  const { t, words, date } = useWords()
  const [lateWords, spareWords] = [useLateWords(), useSpareWords()]
  const Sign = late ? CloseCircleFilled : CheckCircleFilled
  return (
    <span style={{ color: late ? colours.danger : colours.success }}>
      <Sign aria-hidden />{' '}
      {t('audit.frame.inTime', {
        deadline: words(procedure.deadlines[deadline]),
        due: date(due),
        spare: late ? lateWords(days) : spareWords(days),
      })}
    </span>
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

/** Out of the way while they agree. */
function Hashes({ frame }: { frame: Frame }) {
  const { t } = useWords()
  const good = verified(frame)
  return (
    <details key={String(good)} open={!good}>
      <summary>
        {t('audit.frame.hashes')} <Mark good={good} />
      </summary>
      <dl className="stacked">
        <Digest title={t('replay.hash')} check={frame.hash} />
        <Digest title={t('replay.state')} check={frame.state} />
        <Digest title={t('replay.definition')} check={frame.definition} />
      </dl>
    </details>
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
