// The case in a few sentences, for whoever never saw it: opened, decided, settled, closed; in time or not; intact or not.

import { shanghaiDate } from '../../../machines/due.ts'
import type { Case } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../ui/words.ts'
import { type Frame, verified } from './frame.ts'
import { useWho } from './who.ts'

type Props = { of: Case; frames: Frame[]; procedure: Described }

export function Story(props: Props) {
  const { t } = useWords()
  const sentences = useSentences(props)
  return (
    <Card title={t('audit.story.title')} className="story">
      <ul>
        {sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was told stays in its order, and may be told twice
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}

function useSentences({ of, frames, procedure }: Props): string[] {
  const { t, words, date } = useWords()
  const who = useWho()
  const settlement = useSettlement(of)
  const opened = frames[0]!.event
  const decisions = frames.filter(({ event }) => procedure.events[event.type]?.decision)
  return [
    t('audit.story.opened', { who: who(opened), date: date(opened.at) }),
    ...decisions.map(({ event }) => t('audit.story.decided', { who: who(event), date: date(event.at), what: words(event.label) })),
    ...settlement,
    useEnd(of),
    useTimes(frames),
    t(frames.every(verified) ? 'audit.story.intact' : 'audit.story.broken'),
  ]
}

type Settled = { amountFen: number; settledOn: string | null } | null | undefined
function useSettlement({ facts }: Case): string[] {
  const { t, money, date } = useWords()
  const settlement = facts.settlement as Settled
  if (!settlement) return []
  const { amountFen, settledOn } = settlement
  const amount = t(`audit.story.${amountFen > 0 ? 'refund' : amountFen < 0 ? 'owed' : 'nil'}`, { amount: money(Math.abs(amountFen)) })
  return [settledOn ? t('audit.story.settledOn', { amount, date: date(settledOn) }) : t('audit.story.money', { amount })]
}

const day = 86_400_000
const daysBetween = (from: string, until: string) => Math.round((Date.parse(shanghaiDate(until)) - Date.parse(shanghaiDate(from))) / day)

function useEnd({ open, openedAt, closedAt, steps }: Case): string {
  const { t, words, date, list } = useWords()
  const states = list(steps.filter((step) => !open || step.enteredAt).map(({ label }) => words(label)))
  return !open && closedAt
    ? t('audit.story.closed', { date: date(closedAt), state: states, days: daysBetween(openedAt, closedAt) })
    : t('audit.story.running', { steps: states })
}

function useTimes(frames: Frame[]): string {
  const { t } = useWords()
  const deadlines = frames.flatMap(({ passage }) => passage?.deadlines ?? [])
  const late = deadlines.filter((deadline) => deadline.late).length
  if (!deadlines.length) return t('audit.story.noDeadlines')
  return late ? t('audit.story.late', { all: deadlines.length, late }) : t('audit.story.inTime', { count: deadlines.length })
}
