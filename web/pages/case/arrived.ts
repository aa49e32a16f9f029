// Whether an attempt that got no answer was recorded all the same.
import type { HistoryEvent } from '../../api/cases.ts'
import type { Kept } from '../../ui/draft/drafts.ts'
import { sent } from '../../ui/form/answers.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The event that an attempt became: the author's own, of its type, newer than what they had seen, while nothing was typed since. */
export function arrived({ of, draft }: Kept, history: readonly HistoryEvent[]): HistoryEvent | undefined {
  const { attempt, answers, seen } = draft
  if (!attempt || seen === undefined) return undefined
  const sentThen = JSON.parse(attempt.text) as Record<string, unknown>
  const untouched = Object.entries((sent(answers) ?? {}) as object).every(([name, value]) => same(value, sentThen[name]))
  const [type] = of.type.split(' ')
  return untouched ? history.find((event) => event.sequence > seen && event.actor === of.user && event.type === type) : undefined
}
