// The form that was chosen, with its draft, and what happens to the case while it is open.
import type { Case, HistoryEvent } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { Meanwhile } from '../../ui/changes/Meanwhile.tsx'
import { useMeanwhile } from '../../ui/changes/use-meanwhile.ts'
import type { Scope } from '../../ui/form/scope.ts'
import { OfferDrawer } from '../../ui/OfferDrawer.tsx'
import { type Chosen, draftName } from './chosen.ts'

type Props = {
  chosen: Chosen
  of: Case
  procedure: WithActs
  history: HistoryEvent[] | undefined
  scope: Scope
  onDone: () => void
}

export function ChosenForm({ chosen, of, procedure, history = [], scope, onDone }: Props) {
  const { offer, act, initial, before, seen } = chosen
  const about = of.id
  const type = draftName(offer.type, initial)
  const { since, events } = useMeanwhile({ about, type, seen }, history)
  const offered = [...of.offers, ...of.acts].find((one) => one.type === offer.type)
  return (
    <OfferDrawer
      key={type}
      of={of}
      offer={offered ?? offer}
      still={Boolean(offered)}
      act={act}
      scope={scope}
      initial={initial}
      draft={{ about, type, seen: since }}
      changes={
        <Meanwhile
          {...{ events, of, procedure }}
          type={offer.type}
          still={Boolean(offered)}
          before={since === seen ? before.facts : null}
        />
      }
      onDone={onDone}
    />
  )
}
