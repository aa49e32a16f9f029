// Which form a draft belongs to: the name a form's draft is kept under, and back from the name to what is offered now.
import type { Case, Facts, Offer } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'

/** A form that was opened: `before` is the case, `seen` its newest event, as they were then. */
export type Chosen = { offer: Offer; act: boolean; initial?: Facts; before: Case; seen: number }
export type Choose = (offer: Offer, how?: { act?: boolean; initial?: Facts }) => void

/** A form that was opened for one record or step keeps a draft of its own. */
export const draftName = (type: string, initial: Facts | undefined) => (initial ? `${type} ${JSON.stringify(initial)}` : type)

/** `still` is false where it can no longer be recorded. */
export type DraftedOffer = { offer: Offer; act: boolean; initial?: Facts; still: boolean }

/** Null for a name that no form of this procedure has. */
export function chosenFrom(name: string, of: Case, { events, acts }: WithActs): DraftedOffer | null {
  const [type = '', ...rest] = name.split(' ')
  const initial = rest.length ? (JSON.parse(rest.join(' ')) as Facts) : undefined
  const act = Object.hasOwn(acts, type)
  const offer = [...of.offers, ...of.acts].find((one) => one.type === type)
  if (offer) return { offer, act, initial, still: true }
  const spec = act ? acts[type as keyof typeof acts] : events[type]
  if (!spec) return null
  return { offer: { type, label: spec.label, href: '', payload: spec.payload }, act, initial, still: false }
}
