// A deadline in words, colour and a sign of its own, so that colour is never the only sign.
import { CalendarOutlined, ClockCircleOutlined, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import { colours } from '../theme.ts'
import { type DueTone, type DueWords, dueWords } from './due-words.ts'
import { useNow } from './now.ts'
import { useWords, type Words } from './words.ts'

const signs = { overdue: ExclamationCircleFilled, today: WarningFilled, soon: ClockCircleOutlined, later: CalendarOutlined }
const inks: Record<DueTone, string> = { overdue: colours.danger, today: colours.warning, soon: colours.warning, later: colours.quiet }

/** Working days that are left, below zero how many it is late. */
type Dated = { due: string | null; workingDaysLeft?: number | null }
type Props = { of: Dated | undefined; empty?: string; tip?: boolean }

/** `tip`: the exact time is said beside it when pointed at. */
export function Due({ of, empty, tip = true }: Props) {
  const { t, time } = useWords()
  const words = dueWords(of?.due, useNow(), of?.workingDaysLeft)
  if (!words) return empty ? <span style={{ color: colours.quiet }}>{empty}</span> : null
  const Sign = signs[words.tone]
  const text = textOf(t, words)
  return (
    <span
      title={tip ? time(of?.due) : undefined}
      style={{ color: inks[words.tone], fontWeight: words.tone === 'overdue' ? 600 : 400, whiteSpace: 'nowrap' }}
    >
      <Sign aria-hidden /> {text}
    </span>
  )
}

function textOf(t: Words['t'], { tone, days, working }: DueWords) {
  if (working && tone === 'overdue') return t('due.overdueWorking', { count: days })
  if (working) return t('due.inWorkingDays', { count: days })
  if (tone === 'overdue') return days === 0 ? t('due.overdueToday') : t('due.overdue', { count: days })
  if (days === 0) return t('due.today')
  return days === 1 ? t('due.tomorrow') : t('due.inDays', { count: days })
}
