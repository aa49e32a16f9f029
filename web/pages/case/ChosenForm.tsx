// The form that was chosen, with its draft, and what happens to the case while it is open.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Case, HistoryEvent } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { sessionQuery } from '../../api/session.ts'
import { readDraft } from '../../ui/draft/drafts.ts'
import type { Scope } from '../../ui/form/scope.ts'
import { OfferDrawer } from '../../ui/OfferDrawer.tsx'
import { type Chosen, draftName } from './chosen.ts'
import { Meanwhile } from './Meanwhile.tsx'

type Props = {
  chosen: Chosen
  of: Case
  procedure: Described
  history: HistoryEvent[] | undefined
  scope: Scope
  onDone: () => void
}

export function ChosenForm({ chosen, of, procedure, history = [], scope, onDone }: Props) {
  const { offer, act, initial, before, seen } = chosen
  const { data: session } = useQuery(sessionQuery)
  const about = of.id
  const type = draftName(offer.type, initial)
  // What was begun earlier was begun on the case as it was then.
  const [since] = useState(() => (session && readDraft({ user: session.id, about, type })?.seen) ?? seen)
  const offered = [...of.offers, ...of.acts].find((one) => one.type === offer.type)
  const events = history.filter((event) => event.sequence > since && !(event.act && event.actor === session?.id))
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
