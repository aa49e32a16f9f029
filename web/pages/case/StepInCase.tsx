// How a case stands at one step: whose turn it is and until when and why, how often it was there, and what was recorded there.
import { departments } from '../../../machines/departments.ts'
import type { Case, HistoryEvent } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Due } from '../../ui/Due.tsx'
import { DueReasons, deadlineOf } from '../../ui/due-reasons.tsx'
import { Fact } from '../../ui/Fact.tsx'
import { PersonName } from '../../ui/names.tsx'
import { useSentence } from '../../ui/sentence.tsx'
import { useWords } from '../../ui/words.ts'
import { recordedAt } from './recorded-at.ts'

type Props = { of: Case; procedure: Described; history: HistoryEvent[]; path: string; times: number }

export function StepInCase({ of, procedure, history, path, times }: Props) {
  const { t } = useWords()
  const step = of.steps.find((one) => one.path === path && one.enteredAt !== null)
  const recorded = recordedAt(path, history, procedure)
  if (!step && !times) return <p style={{ color: colours.quiet, marginBottom: 14 }}>{t('step.ahead')}</p>
  return (
    <dl className="stacked in-case">
      {of.open && step && <Now of={of} step={step} />}
      {times > 1 && <Fact title={t('step.times')}>{t('step.nTimes', { count: times })}</Fact>}
      {recorded.length > 0 && (
        <Fact title={t('step.recorded')}>
          <Recorded events={recorded} procedure={procedure} />
        </Fact>
      )}
    </dl>
  )
}

function Now({ of, step }: { of: Case; step: Case['steps'][number] }) {
  const { t, words, comma, time } = useWords()
  const deadline = deadlineOf(step, of.deadlines)
  return (
    <>
      <Fact title={t('step.now')}>
        {step.department && words(departments[step.department])}
        {comma}
        {step.assignee ? <PersonName id={step.assignee} /> : t('case.unclaimed')}
        <div style={{ color: colours.quiet }}>{t('step.since', { when: time(step.enteredAt) })}</div>
      </Fact>
      <Fact title={t('step.until')}>
        <Due of={step} empty={t('case.noDeadline')} />
        {deadline && <DueReasons of={deadline} />}
      </Fact>
    </>
  )
}

function Recorded({ events, procedure }: { events: HistoryEvent[]; procedure: Described }) {
  const { time } = useWords()
  const sentence = useSentence(procedure)
  return (
    <ul className="plain">
      {events.map((event) => (
        <li key={event.sequence}>
          <span style={{ color: colours.quiet }}>{time(event.at)}</span> {sentence(event)}
        </li>
      ))}
    </ul>
  )
}
