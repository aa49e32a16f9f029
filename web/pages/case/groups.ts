// What can be done, put to the step it belongs to: the innermost state now active from which its event leads on.
import type { Label } from '../../../machines/label.ts'
import type { Blocked, Case, Offer, Step } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'

/** `step` is there where the group is a step that waits for somebody, not a stage around several. */
export type Group = { path: string; label: Label; step?: Step; offers: Offer[]; blocked: Blocked[] }
type Loose = { offers: Offer[]; blocked: Blocked[] }

const around = (path: string) => path.split('.').map((_, index, keys) => keys.slice(0, keys.length - index).join('.'))

/**
 * The steps in the order of the drawing, then the stages around them, last the whole procedure with what goes on in all of it;
 * `anywhere` is what ends the case from any step.
 */
export function grouped(of: Case, procedure: Described): { groups: Group[]; anywhere: Loose } {
  const homes = homesIn(of, procedure)
  const at = (path: string | null) => ({
    offers: of.offers.filter(({ type }) => homes(type) === path),
    blocked: of.blocked.filter(({ type }) => homes(type) === path),
  })
  const waiting = of.steps.filter((step) => of.open && step.enteredAt !== null)
  const steps = waiting.map((step): Group => ({ path: step.path, label: step.label, step, ...at(step.path) }))
  const stages = stagesOf(waiting, procedure).map((state): Group => ({ path: state.path, label: state.label, ...at(state.path) }))
  const whole: Group = { path: '', label: procedure.label, ...at('') }
  const wider = [...stages, whole].filter(({ offers, blocked }) => offers.length + blocked.length > 0)
  return { groups: [...steps, ...wider], anywhere: at(null) }
}

const stagesOf = (steps: Step[], { states }: Described) => {
  const paths = new Set(steps.flatMap(({ path }) => around(path).slice(1)))
  return states.filter(({ path }) => paths.has(path)).toReversed()
}

/** The state an event leads from now: '' where the root takes it and stays, null where it leads away from anywhere. */
function homesIn({ steps }: Case, { transitions }: Described) {
  const active = new Set(steps.flatMap(({ path }) => around(path)))
  const stays = (type: string) => transitions.some((way) => way.event === type && way.from === '' && way.to.every((path) => path === ''))
  return (type: string): string | null => {
    const froms = transitions.filter((way) => way.event === type && active.has(way.from)).map((way) => way.from)
    const innermost = froms.toSorted((a, b) => b.split('.').length - a.split('.').length)[0]
    return innermost ?? (stays(type) ? '' : null)
  }
}
