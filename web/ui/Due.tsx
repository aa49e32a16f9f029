// A deadline in words, colour and a sign of its own, so that colour is never the only sign.
import { CalendarOutlined, ClockCircleOutlined, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { colours } from '../theme.ts'
import { type DueTone, type DueWords, dueWords } from './due-words.ts'
import { useNow } from './now.ts'
import { useWords, type Words } from './words.ts'

const signs = { overdue: ExclamationCircleFilled, today: WarningFilled, soon: ClockCircleOutlined, later: CalendarOutlined }
const inks: Record<DueTone, string> = { overdue: colours.danger, today: colours.warning, soon: colours.warning, later: colours.quiet }

/** `tip`: the exact time is said beside it when pointed at. */
export function Due({ due, empty, tip = true }: { due: string | null | undefined; empty?: string; tip?: boolean }) {
  const { t, time } = useWords()
  const words = dueWords(due, useNow())
  if (!words) return empty ? <span style={{ color: colours.quiet }}>{empty}</span> : null
  const Sign = signs[words.tone]
  const text = textOf(t, words)
  const said = (
    <span style={{ color: inks[words.tone], fontWeight: words.tone === 'overdue' ? 600 : 400, whiteSpace: 'nowrap' }}>
      <Sign aria-hidden /> {text}
    </span>
  )
  return tip ? <Tooltip title={time(due)}>{said}</Tooltip> : said
}

function textOf(t: Words['t'], { tone, days }: DueWords) {
  if (tone === 'overdue') return days === 0 ? t('due.overdueToday') : t('due.overdue', { count: days })
  if (days === 0) return t('due.today')
  return days === 1 ? t('due.tomorrow') : t('due.inDays', { count: days })
}
