// Why something is due on its day: where the days began, how many they are, and which were skipped and why.
import type { TFunction } from 'i18next'
import { addCalendarDays, type SkippedDay } from '../../machines/due.ts'
import type { Deadline, Step } from '../api/cases.ts'
import { colours } from '../theme.ts'
import { useWords, type Words } from './words.ts'

const within = (path: string, state: string) => path === state || path.startsWith(`${state}.`)

/** The deadline that a step is due by: its own, or that of a stage around it. */
export const deadlineOf = ({ path, due }: Pick<Step, 'path' | 'due'>, deadlines: readonly Deadline[]) =>
  deadlines.find((deadline) => deadline.due === due && within(path, deadline.step))

export function DueReasons({ of }: { of: Deadline }) {
  const { t, words, date, list, aside } = useWords()
  const { label, skipped = [], provisional } = of
  const runs = runsOf(skipped).map(({ from, to, why }) =>
    aside(from === to ? date(from) : t('due.span', { from: date(from), to: date(to) }), words(why)),
  )
  return (
    <div className="reasons" style={{ color: colours.quiet }}>
      {label && <strong>{words(label)}</strong>}
      <p>{countedIn(t, date, of)}</p>
      {runs.length > 0 && <p>{t('due.skipped', { days: list(runs) })}</p>}
      {provisional && <p>{t('due.provisional')}</p>}
    </div>
  )
}

function countedIn(t: TFunction, date: Words['date'], { unit, days, start, due }: Deadline) {
  if (unit === 'date' || days === null) return t('due.onDate', { due: date(due) })
  const slots = { count: days, start: date(start), due: date(due) }
  return unit === 'working' ? t('due.workingDays', slots) : t('due.calendarDays', slots)
}

type Run = { from: string; to: string; why: SkippedDay['why'] }
/** Days one after the other that are off for the same reason. */
export function runsOf(days: readonly SkippedDay[]): Run[] {
  const runs: Run[] = []
  for (const { date, why } of days) {
    const last = runs.at(-1)
    if (last && last.why['zh-CN'] === why['zh-CN'] && addCalendarDays(last.to, 1) === date) last.to = date
    else runs.push({ from: date, to: date, why })
  }
  return runs
}
