// Figures in words, and as ways to the cases behind them.
import { Link } from '@tanstack/react-router'
import { useWords, type Words } from '../../ui/words.ts'
import type { WorklistSearch } from '../../ui/worklist-views.ts'

const hour = 3_600_000
const day = 24 * hour

/** Three days and a half, seven hours; null where there is nothing to tell. */
export function useDuration() {
  const { t, locale } = useWords()
  const told = (count: number, digits: number) => count.toLocaleString(locale, { maximumFractionDigits: digits })
  return (ms: number | null): string | null => {
    if (ms === null) return null
    if (ms < hour) return t('overview.underHour')
    const hours = Math.round(ms / hour)
    if (hours < 24) return t('overview.hours', { count: hours, value: told(hours, 0) })
    const days = Math.round((ms / day) * 10) / 10
    return t('overview.days', { count: days, value: told(days, 1) })
  }
}

export const percentOf = (part: number, whole: number) => (whole ? Math.round((part / whole) * 100) : 0)
/** `3 (25%)`: how many of them, and which share that is. */
export const shareOf = ({ t }: Pick<Words, 't'>, part: number, whole: number) =>
  part && whole ? t('overview.share', { count: part, percent: `${percentOf(part, whole)}%` }) : String(part)

type Props = { figure: number | string | null; what: string; search: WorklistSearch; strong?: boolean }
/** `what` it counts is said with the figure to whoever hears the link alone. Nothing opens nothing. */
export function Figure({ figure, what, search, strong = false }: Props) {
  const { t } = useWords()
  if (figure === null) return <span className="quiet">–</span>
  if (figure === 0 || figure === '0') return <span className="quiet">0</span>
  return (
    <Link to="/" search={search} className={strong ? 'figure strong' : 'figure'} aria-label={t('overview.opens', { what, figure })}>
      {figure}
    </Link>
  )
}
