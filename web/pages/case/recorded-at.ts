// Which events of a history belong to one step: those it can take, recorded while the case stood at it, and the acts on it.
import type { HistoryEvent } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'

/** Whether a state is this step or inside it. */
export const within = (path: string, state: string) => path === state || path.startsWith(`${state}.`)

export function recordedAt(
  path: string,
  history: readonly HistoryEvent[],
  { transitions }: Pick<Described, 'transitions'>,
): HistoryEvent[] {
  const taken = new Set(transitions.filter((way) => way.from === path).map((way) => way.event))
  return history.filter(({ type, act, facts }, index) => {
    if (act) return facts.step === path
    if (type === 'deadline.passed') return facts.step === path
    return taken.has(type) && (history[index - 1]?.paths ?? []).some((before) => within(before, path))
  })
}
